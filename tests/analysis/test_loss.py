"""What is said of a loss agrees with looking at every route that is left."""

from __future__ import annotations

from fractions import Fraction

import pytest
from chain_builders import golden
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles_routes import all_routes, arcs_from, origins_of, small_chains

from valuegraph.analysis.loss import Loss, loss
from valuegraph.analysis.network import network
from valuegraph.analysis.sharing.shared_walk import shared_out
from valuegraph.errors import ChainError, OptionError, UnknownPartError
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow

few = settings(max_examples=40)
removable = ("r0", "a0", "i0", "s0", "circuit:gift", "circuit:market")


def after(found: Loss, end: str) -> dict[str, float]:
    """Return the shares of an end that are left."""
    return dict(found[end].after)


def test_losing_food_in_the_golden_example() -> None:
    """What passed by it, what is left, the routes before and after, and what stops."""
    found = loss(golden(), without="alim")
    assert found["cohesion"].through == pytest.approx(3 / 8)
    assert found["transition"].through == pytest.approx(5 / 8)
    assert after(found, "cohesion") == pytest.approx({"hum": 3 / 4, "log": 1 / 4})
    assert after(found, "transition") == pytest.approx({"hum": 1 / 2, "log": 1 / 2})
    assert (found["cohesion"].routes_before, found["cohesion"].routes_after) == (14, 8)
    assert (found["transition"].routes_before, found["transition"].routes_after) == (12, 6)
    assert (found.stopped, found.weakened, found.unreachable) == (("coll",), (), ())


def test_losing_gifts_in_the_golden_example() -> None:
    """Nine sixteenths passed by gifts, and what is left is shared as before."""
    found = loss(golden(), without="circuit:gift")
    for end in ("cohesion", "transition"):
        assert found[end].through == pytest.approx(9 / 16)
    assert after(found, "cohesion") == pytest.approx({"alim": 3 / 8, "hum": 3 / 8, "log": 1 / 4})
    assert after(found, "transition") == pytest.approx({"alim": 5 / 8, "hum": 1 / 8, "log": 1 / 4})
    assert found.stopped == ()


def test_losing_a_support_tells_what_it_accompanied() -> None:
    """Nothing passed by it, all of it was accompanied; carried by one actor, it goes along."""
    for without in ("rd", "clirse"):
        found = loss(golden(), without=without)
        assert found["cohesion"].accompanied == pytest.approx(1)
        assert "rd" in found.taken
        assert after(found, "cohesion") == pytest.approx(
            {"alim": 3 / 8, "hum": 3 / 8, "log": 1 / 4}
        )
    found = loss(golden(), without="plateforme")
    assert found["transition"].accompanied == pytest.approx(1 / 2)
    assert found["transition"].through == 0


def test_an_actor_takes_along_what_it_alone_provides_or_carries() -> None:
    """What others provide too is weakened and stays; what all providers leave goes."""
    chain = golden()
    found = loss(chain, without="habitants")
    assert (found.taken, found.weakened) == (("hum",), ("log",))
    assert found["cohesion"].through == pytest.approx(1 / 2)
    both = loss(chain, without=["habitants", "agglo"])
    assert (both.taken, both.weakened) == (("hum", "log"), ())
    chain.link("clirse", "carries", "coll")
    assert "coll" in loss(chain, without="clirse").taken


def test_essential_links_stop_what_they_lead_to() -> None:
    """One essential input is enough, from step to step, whatever its kind of link."""
    chain = golden()
    chain.change("hum-feeds-tran", essential=True)
    chain.change("tran-precedes-dist", essential=True)
    found = loss(chain, without="hum")
    assert found.stopped == ("tran", "dist", "cohesion")
    assert found.unreachable == ("cohesion",)
    assert after(found, "transition") == pytest.approx({"alim": 1})
    chain.change("plateforme-supports-dist", essential=True)
    assert loss(chain, without="plateforme").stopped == ("dist",)
    chain.change("rd-supports-chain", essential=True)
    assert loss(chain, without="rd").stopped == ("coll", "tran", "dist", "cohesion", "transition")
    chain.change("hum-feeds-tran", circuit="gift")
    assert "tran" in loss(chain, without="circuit:gift").stopped


def test_loops_that_lost_their_origin_are_gone_and_others_stay() -> None:
    """R→A⇄B→I: without R all stops; a loop C⇄D that never had an origin stays circular."""
    chain = ValueChain("Boucles")
    for resource in ("r", "s"):
        chain.add_resource(id=resource)
    for activity in "abcd":
        chain.add_activity(id=activity)
    chain.add_impact(id="i")
    chain.add_impact(id="i2")
    for start, kind, end in (
        ("r", "feeds", "a"), ("a", "precedes", "b"), ("b", "precedes", "a"),
        ("b", "contributes", "i"), ("c", "precedes", "d"), ("d", "precedes", "c"),
        ("a", "contributes", "i2"), ("c", "contributes", "i2"),
    ):  # fmt: skip
        chain.link(start, kind, end)
    found = loss(chain, without="r")
    assert found.stopped == ("a", "b", "i")
    assert found.unreachable == ("i", "i2")
    assert after(found, "i2") == pytest.approx({"circular": 1})
    assert after(found, "i") == {}


@few
@given(small_chains(most_links=11), st.sampled_from(removable))
def test_what_is_left_is_what_routes_tell(chain: ValueChain, without: str) -> None:
    """Routes before and after, and what is unreachable, are those of trying every route."""
    origins = origins_of(chain)
    modalities = {cell.id: cell.circuit for cell in chain.modalities}
    found = loss(chain, without=without)
    circuit = without.partition("circuit:")[2]
    for end in (part.id for part in chain.impacts):
        if end == without:
            assert end not in [one.end for one in found.ends]
            continue
        before = all_routes(chain, [at for at in origins if at != end], [end])
        left = [
            route for route in before
            if without not in {part for arc in route for part in (arc.start, arc.end)}
            and not (circuit and circuit in {
                modalities.get(arc.enters_by or arc.leaves_by) for arc in route
            })
        ]  # fmt: skip
        rows = [one for one in found.ends if one.end == end]
        if not rows:
            assert not before
            continue
        assert (rows[0].routes_before, rows[0].routes_after) == (len(before), len(left))
        assert rows[0].unreachable == (bool(before) and not left)
        total = sum(rows[0].after.values())
        assert total == pytest.approx(1) or not rows[0].after
        assert 0 <= rows[0].through <= 1


@few
@given(small_chains(most_links=11, looped=False), st.sampled_from(removable))
def test_what_passed_by_a_loss_is_its_definition(chain: ValueChain, without: str) -> None:
    """On chains without loops, the recursion of the definition in fractions gives the same."""
    asked = network(chain)
    sharing = shared_out(asked, "equal")
    found = loss(chain, without=without)
    circuit = without.partition("circuit:")[2]
    steps: dict[int, list[tuple[int, Fraction, bool]]] = {}
    for tail, head, chance, code in zip(
        sharing.walk.tail.tolist(), sharing.walk.head.tolist(), sharing.walk.chance.tolist(),
        sharing.arcs.circuit.tolist(), strict=True,
    ):  # fmt: skip
        crosses = bool(circuit) and code >= 0 and asked.circuits[code] == circuit
        exact = Fraction(chance).limit_denominator(10_000)
        steps.setdefault(tail, []).append((head, exact, crosses))

    def met(part: int) -> Fraction:
        if asked.id(part) == without:
            return Fraction(1)
        return sum(
            (
                chance * (1 if crosses else met(head))
                for head, chance, crosses in steps.get(part, ())
            ),
            Fraction(0),
        )

    for one in found.ends:
        code = asked.source.find(one.end).code
        assert one.through == pytest.approx(float(met(code)))


@few
@given(small_chains(most_links=10), st.sampled_from(["r0", "a0", "s0"]), st.data())
def test_what_stops_is_what_a_plain_search_finds(
    chain: ValueChain, without: str, data: st.DataObject
) -> None:
    """Parts that no surviving origin feeds and parts behind essential links, and no others."""
    for link in chain.links:
        if data.draw(st.integers(0, 3)) == 0:
            chain.change(link, essential=True)
    leaving = arcs_from(chain, Flow.FORWARD)
    origins = origins_of(chain)

    def fed(gone: set[str], seeds: list[str]) -> set[str]:
        met = [at for at in seeds if at not in gone]
        for at in met:
            met += [arc.end for arc in leaving[at] if arc.end not in gone and arc.end not in met]
        return set(met)

    rooted = fed(set(), origins)
    gone = {without}
    while True:
        stops = rooted - fed(gone, origins) - gone
        ends = {link.end for link in chain.links if link.essential and link.start in gone}
        if "chain" in ends:
            ends = ends - {"chain"} | {part.id for part in chain.activities}
        stops |= ends - gone
        if not stops:
            break
        gone |= stops
    circular = {part.id for part in chain.parts() if part.id not in rooted}
    assert set(loss(chain, without=without).stopped) - circular == gone - {without} - circular


def test_what_cannot_be_asked_is_refused() -> None:
    """Unknown parts, empty sets, unknown bases and unknown strengths."""
    chain = golden()
    with pytest.raises(UnknownPartError):
        loss(chain, without="alimm")
    with pytest.raises(ChainError, match="VG550"):
        loss(chain, without=[])
    with pytest.raises(OptionError, match="VG450"):
        loss(chain, without="alim", basis="weight")
    with pytest.raises(ChainError, match="VG552"):
        loss(chain, without="alim", basis="strength")
    assert loss(chain, without="alim", basis="strength", unknown="equal").limits


def test_it_is_told_without_forecasting() -> None:
    """The text carries the caption, in both languages, and the table a row a fact."""
    found = loss(golden(), without="alim", of="cohesion")
    assert "ce n’est pas une mesure de l’impact" in found.to_text("fr")
    english = found.to_text("en")
    assert english.startswith("Without “alim”. This stops “coll”.")
    assert "37.5% passed there" in english
    assert "lost" not in english
    frame = found.to_frame()
    assert set(frame["end"]) == {"cohesion"}
    assert found.to_dict()["stopped"] == ["coll"]
