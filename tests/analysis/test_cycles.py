"""Loops are all there are, the shortest first, and say whether they renew, and what."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from chain_builders import golden
from hypothesis import given, settings
from oracles_routes import ROUND, graph_of, small_chains

from valuegraph.analysis.cycles import cycles
from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow

FLOWS = (Flow.FORWARD, Flow.RETURN, Flow.ACCOMPANIES)


def turned(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return a loop from its least part on."""
    at = parts.index(min(parts))
    return parts[at:] + parts[:at]


@settings(max_examples=60)
@given(small_chains(kinds=ROUND, most_links=12))
def test_loops_are_those_of_networkx(chain: ValueChain) -> None:
    """Every loop that networkx finds is listed, and none that it does not find."""
    expected = {turned(tuple(one)) for one in nx.simple_cycles(nx.DiGraph(graph_of(chain, *FLOWS)))}
    found = cycles(chain, limit=100_000)
    assert {turned(one.parts) for one in found} == expected
    assert found.total == len(found) == len({(turned(one.parts), one.polarity, frozenset(one.links))
                                             for one in found})  # fmt: skip


@settings(max_examples=60)
@given(small_chains(kinds=ROUND, most_links=12))
def test_each_resource_comes_first_with_its_shortest_loop(chain: ValueChain) -> None:
    """The first loops are the shortest through each resource; the others follow by length."""
    found = list(cycles(chain, limit=100_000))
    lengths = {
        resource.id: min((one.length for one in found if resource.id in one.parts), default=0)
        for resource in chain.resources
    }
    looped = [part for part, length in lengths.items() if length]
    first = found[: len(looped)]
    for part in looped:
        assert any(part in one.parts and one.length == lengths[part] for one in first)
    heads = [one for one in first if any(lengths.get(at) == one.length for at in one.parts)]
    rest = [one.length for one in found[len(heads) :]]
    assert all(before <= after for before, after in pairwise(rest))


@settings(max_examples=60)
@given(small_chains(kinds=ROUND, most_links=12))
def test_polarity_is_the_product_of_signs(chain: ValueChain) -> None:
    """A loop with an odd number of links that hinder or deplete balances."""
    links = {link.id: link for link in chain.links}
    for one in cycles(chain):
        hindering = 0
        for step in one.links:
            signs = {links[link].sign == "-" or links[link].kind == "depletes" for link in step}
            assert len(signs) == 1
            hindering += signs.pop()
        assert one.polarity == ("-" if hindering % 2 else "+")
        assert one.regenerates == any(part.startswith("r") for part in one.parts)


def test_the_golden_example_renews_two_resources() -> None:
    """Time given and food come back; logistics do not; the shortest loops are told in words."""
    found = cycles(golden())
    assert found.states == {"alim": "renewed", "hum": "renewed", "log": "neither"}
    assert [one.parts for one in found][:2] == [
        ("alim", "coll", "transition"),
        ("hum", "tran", "cohesion"),
    ]
    assert all(one.regenerates and one.polarity == "+" for one in found)
    assert found[0].to_text("fr") == (
        "« alim » alimente « coll », qui contribue à « transition », qui renouvelle « alim »"
    )
    assert "which regenerates “alim”" in found.to_text("en")


def test_states_and_hypotheses() -> None:
    """A resource may be depleted, or both; what only a hypothesis renews is said."""
    chain = golden()
    chain.link("cohesion", "depletes", "log")
    chain.link("transition", "depletes", "alim")
    chain.change("cohesion-regenerates-hum", status="hypothesis")
    found = cycles(chain)
    assert found.states == {"alim": "both", "hum": "renewed", "log": "depleted"}
    assert "VG531" in found.limits.codes()
    both = [one for one in found if one.parts == ("alim", "coll", "transition")]
    assert sorted(one.polarity for one in both) == ["+", "-"]


def test_feedback_without_a_resource_is_told_apart() -> None:
    """An impact that reinforces a support activity that serves the whole chain makes loops."""
    chain = golden()
    chain.link("rd", "supports", "chain")
    chain.link("cohesion", "reinforces", "rd", strength=0.5, sign="mixed")
    found = cycles(chain)
    own = [one for one in found.feedback if one.parts == ("rd", "tran", "cohesion")
           or turned(one.parts) == turned(("rd", "tran", "cohesion"))]  # fmt: skip
    assert len(own) == 1
    assert own[0].polarity == "mixed"
    assert own[0].gain is None


def test_a_cut_list_says_so() -> None:
    """With a limit, the first loops are the same, and the answer says that there are more."""
    whole = cycles(golden())
    cut = cycles(golden(), limit=2)
    assert list(cut) == list(whole)[:2]
    assert cut.total is None
    assert "VG530" in cut.limits.codes()
    assert cycles(golden(), limit=len(whole)).total == len(whole)
    with pytest.raises(OptionError, match="VG562"):
        cycles(golden(), limit=-1)


def test_nothing_goes_round() -> None:
    """A chain without loops says so, in both languages, and its table has no row."""
    chain = ValueChain("Ligne")
    chain.add_resource(id="r")
    chain.add_activity(id="a", uses=["r"])
    found = cycles(chain)
    assert found.to_text("en").startswith("Nothing goes round.")
    assert found.to_text("fr").startswith("Rien ne tourne en boucle.")
    assert found.to_frame().empty
    assert found.to_dict()["states"] == {"r": "neither"}


def test_the_shortest_loops_of_very_many_come_at_once() -> None:
    """Among more loops than can ever be listed, the shortest are found first."""
    chain = ValueChain("Complet")
    names = [f"a{number}" for number in range(14)]
    for name in names:
        chain.add_activity(id=name)
    for start in names:
        for end in names:
            if start != end:
                chain.link(start, "precedes", end)
    found = cycles(chain, limit=100)
    assert [one.length for one in found] == [2] * 91 + [3] * 9


def test_gains_are_told_in_proportion_to_their_component() -> None:
    """Two loops that share a part add up to 1; one elsewhere is alone in its component."""
    chain = ValueChain("Boucles")
    for activity in "abcde":
        chain.add_activity(id=activity)
    for start, end, strength in (
        ("a", "b", 0.5), ("b", "a", 0.4), ("b", "c", 0.5), ("c", "b", 0.2),
        ("d", "e", 0.1), ("e", "d", 0.1),
    ):  # fmt: skip
        chain.link(start, "precedes", end, strength=strength)
    told = {frozenset(one.parts): one for one in cycles(chain)}
    first, second, alone = (told[frozenset(loop)] for loop in ("ab", "bc", "de"))
    assert (first.gain, second.gain, alone.gain) == pytest.approx((0.2, 0.1, 0.01))
    assert (first.relative, second.relative, alone.relative) == pytest.approx((2 / 3, 1 / 3, 1))
    assert first.polarity == "+"
    chain.change("c-precedes-b", strength=None)
    told = {frozenset(one.parts): one for one in cycles(chain)}
    assert told[frozenset("ab")].gain == pytest.approx(0.2)
    assert told[frozenset("ab")].relative is None
    assert told[frozenset("bc")].gain is None
    assert told[frozenset("de")].relative == pytest.approx(1)
