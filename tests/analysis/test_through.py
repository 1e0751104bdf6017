"""Through: the golden example, the definition in fractions, and its bounds."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from chain_builders import golden
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import Oracle, Way
from random_chains import tangled_chains

from valuegraph.analysis.shares import shares
from valuegraph.analysis.through import through
from valuegraph.errors import ChainError, UnknownPartError
from valuegraph.model.chain import ValueChain

EXACT = 1e-12


@pytest.mark.parametrize(
    ("part", "cohesion", "transition"),
    [
        ("coll", "3/8", "5/8"),
        ("tran", "3/4", "1/4"),
        ("dist", "1/2", "1/2"),
        ("coll.receives.gift", "3/16", "5/16"),
        ("tran.receives.gift", "3/16", "1/16"),
        ("dist.gives.gift", "1/4", "1/4"),
        ("circuit:gift", "9/16", "9/16"),
        ("don", "9/16", "9/16"),
        ("actor:habitants", "1/2", "1/4"),
        ("link:log-feeds-dist", "1/4", "1/4"),
        ("circuit:redistribution", "0", "0"),
        (["coll", "hum"], "3/4", "3/4"),
    ],
)
def test_the_golden_through(part: object, cohesion: str, transition: str) -> None:
    """What passes by a part, a cell, a circuit, a link, an actor or a set, as worked by hand."""
    found = through(golden(), part)
    assert found["cohesion"] == pytest.approx(float(Fraction(cohesion)), abs=EXACT)
    assert found["transition"] == pytest.approx(float(Fraction(transition)), abs=EXACT)


def test_every_single_part_at_once() -> None:
    """One answer tells every part and cell, each as if it were asked about alone."""
    chain = golden()
    found = through(chain)
    assert found["cohesion"]["tran"] == pytest.approx(3 / 4, abs=EXACT)
    for impact in ("cohesion", "transition"):
        for part, share in found[impact].items():
            assert through(chain, part)[impact] == pytest.approx(share, abs=EXACT)
    assert list(through(chain, top=2)["transition"]) == ["alim", "coll"]


def test_a_loop_is_met_once_however_often_it_turns() -> None:
    """In the cyclic example A is met by half of what leads to I, and B by all of it."""
    chain = ValueChain()
    for resource in "RS":
        chain.add_resource(id=resource)
    chain.add_activity(id="A", uses=["R"])
    chain.add_activity(id="B", uses=["S"], after=["A"])
    chain.link("B", "precedes", "A")
    chain.add_impact(id="I", of=["B"])
    assert through(chain, "A")["I"] == pytest.approx(0.5, abs=EXACT)
    assert dict(through(chain)["I"]) == pytest.approx(
        {"A": 1 / 2, "B": 1, "R": 1 / 3, "S": 2 / 3}, abs=EXACT
    )


@settings(max_examples=120)
@given(tangled_chains(signs=True, statuses=True), st.sampled_from(["equal", "links"]),
       st.sampled_from(["accompany", "share"]))  # fmt: skip
def test_every_single_part_solves_the_definition(
    chain: ValueChain, basis: str, supports: str
) -> None:
    """On any small chain, loops included, every part and cell has the share of the definition."""
    oracle = Oracle(chain, basis, supports)
    found = through(chain, basis=basis, supports=supports)
    for impact in found:
        for part in chain.parts():
            if part.id == impact or part.kind in ("actor", "circuit"):
                continue
            if part.kind == "modality":
                exact = oracle.through(impact, meets=lambda way, cell=part.id: way.cell == cell)
            else:
                exact = oracle.through(impact, parts=[part.id])
            assert found[impact].get(part.id, 0.0) == pytest.approx(float(exact), abs=EXACT)


@settings(max_examples=120)
@given(tangled_chains(signs=True, statuses=True), st.data())
def test_any_set_solves_the_definition_and_keeps_its_bounds(
    chain: ValueChain, data: st.DataObject
) -> None:
    """A set of parts, links, circuits and actors: as defined, between its largest and its sum."""
    oracle = Oracle(chain)
    parts = [part.id for part in chain.parts() if part.kind in ("resource", "activity", "output")]
    choices = [*parts, *(link.id for link in chain.links if link.kind in _WALKED), "circuit:gift",
               "circuit:market", *(f"actor:{actor.id}" for actor in chain.actors)]  # fmt: skip
    chosen = data.draw(st.lists(st.sampled_from(choices), min_size=1, max_size=3, unique=True))
    found = through(chain, chosen)
    alone = [through(chain, one) for one in chosen]
    for impact in found:
        exact = oracle.through(impact, parts=_met(oracle, chosen), meets=_crosses(chosen))
        assert found[impact] == pytest.approx(float(exact), abs=EXACT)
        singles = [one[impact] for one in alone]
        assert max(singles) - EXACT <= found[impact] <= min(1.0, sum(singles)) + EXACT


_WALKED = ("feeds", "precedes", "produces", "contributes")


def _met(oracle: Oracle, chosen: list[str]) -> dict[str, Fraction]:
    """Return the chance of meeting a set at each part: an actor by its part of a resource."""
    found: dict[str, Fraction] = {}
    for one in chosen:
        if one.startswith("actor:"):
            for origin in oracle.origins:
                held = oracle.providers(origin).get(one.removeprefix("actor:"), Fraction(0))
                found[origin] = min(Fraction(1), found.get(origin, Fraction(0)) + held)
    return found | {one: Fraction(1) for one in chosen if one in oracle.living}


def _crosses(chosen: list[str]) -> Callable[[Way], bool]:
    """Return whether a way is in a set: its link, or its circuit."""
    circuits = {one.removeprefix("circuit:") for one in chosen if one.startswith("circuit:")}
    return lambda way: way.link in chosen or way.circuit in circuits


@given(tangled_chains())
def test_what_all_passes_by_is_all(chain: ValueChain) -> None:
    """All origins together are met by what is not circular, and an impact by all of itself."""
    found = shares(chain)
    for impact in found:
        assert through(chain, impact, of=impact)[impact] == 1.0
        ends = [part for part in found[impact] if part != "circular"]
        if ends:
            met = through(chain, ends, of=impact)[impact]
            assert met == pytest.approx(1 - found.circular.get(impact, 0.0), abs=EXACT)


def test_a_support_accompanies_and_says_so() -> None:
    """A support is not on the way; the limits say where to find what it accompanies."""
    found = through(golden(), "rd")
    assert dict(found) == {"cohesion": 0.0, "transition": 0.0}
    assert found.limits.codes() == ("VG514",)


def test_what_is_left_out_is_never_met() -> None:
    """A refuted part has the share 0, and the limits say why."""
    chain = golden()
    chain.change("log", status="refuted")
    found = through(chain, "log")
    assert found["cohesion"] == 0.0
    assert found.limits.codes() == ("VG504", "VG515")


@pytest.mark.parametrize(("part", "error"), [([], ChainError), ("tron", UnknownPartError)])
def test_sets_that_name_nothing_are_refused(part: object, error: type) -> None:
    """An empty set and an unknown id are clear errors."""
    with pytest.raises(error):
        through(golden(), part)


@settings(max_examples=15)
@given(tangled_chains(signs=True))
def test_through_is_what_simulated_walks_meet(chain: ValueChain) -> None:
    """Four thousand walks back are at each part as often as it says, within what chance allows."""
    oracle = Oracle(chain)
    for impact, rows in ((impact, dict(through(chain)[impact])) for impact in through(chain)):
        met = oracle.walked_by(impact, 4_000, seed=11)
        for part in oracle.living:
            if oracle.kind(part) not in ("modality", "actor", "circuit") and part != impact:
                assert rows.get(part, 0.0) == pytest.approx(met.get(part, 0.0), abs=0.05)
