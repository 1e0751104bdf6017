"""Shares: the golden example, the definition in fractions, simulated walks, and detail."""

from __future__ import annotations

from fractions import Fraction

import pytest
from chain_builders import golden, looped
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import Oracle, asked_about
from random_chains import add_a_cell, tangled_chains

from valuegraph.analysis.shares import shares
from valuegraph.model.chain import ValueChain

EXACT = 1e-12


def _fractions(text: str) -> list[float]:
    return [float(Fraction(word)) for word in text.split()]


def close(found: dict[str, float], expected: dict[str, Fraction]) -> bool:
    """Tell whether two mappings agree to 1e-12, what is missing being 0."""
    keys = {*found, *expected}
    return all(abs(found.get(key, 0.0) - float(expected.get(key, 0))) < EXACT for key in keys)


@pytest.mark.parametrize(
    ("options", "names", "cohesion", "transition"),
    [
        ({}, "alim hum log", "3/8 3/8 1/4", "5/8 1/8 1/4"),
        ({"by": "actors"}, "maraichers habitants agglo", "3/8 1/2 1/8", "5/8 1/4 1/8"),
        (
            {"supports": "share"},
            "alim hum log rd plateforme",
            "1/9 2/9 1/6 5/12 1/12",
            "5/18 1/18 1/6 5/12 1/12",
        ),
    ],
)
def test_the_golden_shares(
    options: dict[str, str], names: str, cohesion: str, transition: str
) -> None:
    """The shares of the golden example are those the design works out by hand."""
    found = shares(golden(), **options)
    for impact, expected in (("cohesion", cohesion), ("transition", transition)):
        wanted = dict(zip(names.split(), _fractions(expected), strict=True))
        assert found[impact] == pytest.approx(wanted, abs=EXACT)


def test_the_golden_supports_accompany() -> None:
    """R&D serves the whole chain and accompanies all; the platform, what distribution carries."""
    found = shares(golden()).accompanied.by_support()
    assert found["rd"] == pytest.approx({"cohesion": 1, "transition": 1}, abs=EXACT)
    assert found["plateforme"] == pytest.approx({"cohesion": 0.5, "transition": 0.5}, abs=EXACT)


def test_the_golden_loops() -> None:
    """Both cyclic cases of the design: a loop that is entered, and one that never was."""
    found = shares(looped())
    assert found["I"] == pytest.approx({"R": 1 / 3, "S": 2 / 3}, abs=EXACT)
    assert found["I2"] == pytest.approx({"R": 1 / 3, "S": 1 / 6, "circular": 1 / 2}, abs=EXACT)
    assert found.circular == pytest.approx({"I2": 0.5}, abs=EXACT)


@settings(max_examples=150)
@given(tangled_chains(signs=True, statuses=True), st.sampled_from(["equal", "links"]),
       st.sampled_from(["accompany", "share"]))  # fmt: skip
def test_shares_solve_the_definition(chain: ValueChain, basis: str, supports: str) -> None:
    """On any small chain, shares are the solution of the definition in fractions."""
    oracle = Oracle(chain, basis, supports)
    found = shares(chain, basis=basis, supports=supports)
    by_actors = shares(chain, basis=basis, supports=supports, by="actors")
    led_to = {way.end for way in oracle.walked}
    rows = [part.id for part in asked_about(chain) if part.id in led_to]
    assert list(found) == list(by_actors) == rows
    for impact in rows:
        assert close(found[impact], oracle.shares(impact))
        assert close(by_actors[impact], oracle.by_actors(impact))


@settings(max_examples=80)
@given(tangled_chains(strengths="some"))
def test_strengths_share_in_proportion(chain: ValueChain) -> None:
    """Where all strengths are known shares follow them; elsewhere, on request, equal parts."""
    oracle = Oracle(chain, "strength")
    found = shares(chain, basis="strength", unknown="equal")
    for impact in found:
        assert close(found[impact], oracle.shares(impact))


@settings(max_examples=80)
@given(tangled_chains(signs=True, statuses=True))
def test_each_impact_adds_up_to_one(chain: ValueChain) -> None:
    """Shares and what is circular add up to 1, cut to the largest or not, by origin or actor."""
    for found in (shares(chain), shares(chain, top=1), shares(chain, by="actors", top=1)):
        for impact in found:
            assert sum(found[impact].values()) == pytest.approx(1.0, abs=EXACT)
            assert found.circular.get(impact, 0.0) == found[impact].get("circular", 0.0)


@settings(max_examples=6)
@given(tangled_chains())
def test_shares_are_where_walks_end(chain: ValueChain) -> None:
    """Simulated walks end where shares say, within what chance allows."""
    oracle, found = Oracle(chain), shares(chain)
    for impact in found:
        walked = oracle.walked_ends(impact, 1000, seed=7)
        for end in {*walked, *found[impact]}:
            assert abs(walked.get(end, 0.0) - found[impact].get(end, 0.0)) < 0.08


@settings(max_examples=80)
@given(tangled_chains(), st.data())
def test_more_detail_moves_no_equal_share(chain: ValueChain, data: st.DataObject) -> None:
    """Adding a modality, whatever its status, or a parallel link moves no share of origins."""
    before = shares(chain)
    status = data.draw(st.sampled_from([None, "hypothesis", "refuted"]))
    add_a_cell(data.draw, chain, status=status)
    walked = [link for link in chain.links if link.kind in ("feeds", "precedes", "contributes")]
    for link in walked[:1]:
        chain.link(link.start, link.kind, link.end, why="dit autrement")
    after = shares(chain)
    assert list(after) == list(before)
    for impact in before:
        assert after[impact] == pytest.approx(before[impact], abs=EXACT)


@given(tangled_chains(margin=False), st.integers(0, 3))
def test_splitting_an_activity_moves_no_equal_share(chain: ValueChain, number: int) -> None:
    """Telling an activity as two that follow each other moves no share of origins."""
    split = chain.activities[number % len(chain.activities)]
    before = shares(chain)
    leaving = [link for link in chain.outgoing(split) if link.flow == "forward"]
    chain.add_activity(id="second", after=[split])
    for link in leaving:
        chain.link("second", link.kind, link.end, circuit=link.circuit)
        chain.remove(link, cascade=True)
    after = shares(chain)
    for impact in before:
        assert after[impact] == pytest.approx(before[impact], abs=EXACT)


@given(tangled_chains(), st.randoms(use_true_random=False))
def test_the_order_of_building_changes_nothing(chain: ValueChain, order: object) -> None:
    """A chain whose links were written in another order has the same answers and digest."""
    links = list(chain.links)
    order.shuffle(links)  # type: ignore[attr-defined]  # a random.Random
    twin = chain.copy()
    for link in links:
        twin._store.drop(link.id)
    twin._store.put(links=links)
    assert shares(twin) == shares(chain)
    assert shares(twin).to_dict() == shares(chain).to_dict()


def test_a_wide_loop_leaves_what_leaks() -> None:
    """A loop of two that almost nothing enters still hands on all to what enters it."""
    chain = looped()
    for link, strength in (
        ("R-feeds-A", 1e-12), ("S-feeds-B", 1e-12), ("A-precedes-B", 1.0), ("B-precedes-A", 1.0),
        ("B-contributes-I", 1.0), ("A-contributes-I2", 1.0), ("C-contributes-I2", 1.0),
        ("C-precedes-D", 1.0), ("D-precedes-C", 1.0),
    ):  # fmt: skip
        chain.change(link, strength=strength)
    found, exact = shares(chain, basis="strength"), Oracle(chain, "strength")
    assert close(found["I"], exact.shares("I"))
    assert sum(found["I"].values()) == pytest.approx(1.0, abs=EXACT)
