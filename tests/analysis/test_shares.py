"""Shares: the golden example, the definition in fractions, simulated walks, and detail."""

from __future__ import annotations

from fractions import Fraction

import pytest
from chain_builders import golden
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import Oracle, asked_about
from random_chains import add_a_cell, tangled_chains

from valuegraph.analysis.shares import shares
from valuegraph.errors import ChainError, OptionError, UnitError, UnknownPartError
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


def looped() -> ValueChain:
    """Return the cyclic example of the design: R→A, S→B, A⇄B, B→I; C⇄D; A and C→I2."""
    chain = ValueChain()
    for resource in "RS":
        chain.add_resource(id=resource)
    chain.add_activity(id="A", uses=["R"])
    chain.add_activity(id="B", uses=["S"], after=["A"])
    chain.link("B", "precedes", "A")
    chain.add_impact(id="I", of=["B"])
    chain.add_activity(id="C")
    chain.add_activity(id="D", after=["C"])
    chain.link("D", "precedes", "C")
    chain.add_impact(id="I2", of=["A", "C"])
    return chain


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


def test_unknown_strengths_are_named() -> None:
    """Without strengths that basis is refused, and every link that lacks one is named."""
    with pytest.raises(ChainError) as refused:
        shares(golden(), of="cohesion", basis="strength")
    problem = refused.value.problems[0]
    assert problem.code == "VG552"
    assert "coll-contributes-transition" not in problem.values["ids"]
    assert len(problem.values["ids"]) == 7


def test_an_unknown_strength_is_cut_equally_on_request() -> None:
    """The part concerned is cut equally, and the limits say which part that is."""
    chain = golden()
    for link in chain.links:
        if link.end not in ("tran",) and link.flow == "forward":
            chain.change(link, strength=0.5 if link.start == "tran" else 0.25)
    found = shares(chain, of="cohesion", basis="strength", unknown="equal")
    assert "VG507" in found.limits.codes()
    oracle = Oracle(chain, "strength")
    assert close(found["cohesion"], oracle.shares("cohesion"))


def test_amounts_of_several_units_are_refused() -> None:
    """Kilograms and hours never add up: the complaint says which link has which unit."""
    chain = golden()
    for link in chain.links:
        if link.flow == "forward":
            chain.change(link, amount="10 h" if link.start == "hum" else "30 kg")
    with pytest.raises(UnitError, match="hum-feeds-tran"):
        shares(chain, basis="amount")


def test_declared_rates_convert_amounts() -> None:
    """A declared rate makes amounts comparable, and the limits name it."""
    chain = golden()
    chain.change("chain", rates=[{"unit": "Tic-Tac", "equals": "2 EUR", "date": "2018-01-01"}])
    for link in chain.links:
        if link.flow == "forward":
            chain.change(link, amount="15 Tic-Tac" if link.start == "hum" else "30 €")
    found = shares(chain, basis="amount")
    assert found["cohesion"] == pytest.approx(shares(golden())["cohesion"], abs=EXACT)
    assert "VG516" in found.limits.codes()


@pytest.mark.parametrize("amount", ["0 kg", "-3 kg"])
def test_amounts_that_cannot_be_shared_are_refused(amount: str) -> None:
    """An amount below 0, or nothing but zeros, is no share of anything."""
    chain = ValueChain()
    chain.add_resource(id="r")
    chain.add_activity(id="a", uses=[{"part": "r", "amount": amount}])
    chain.add_impact(id="i", of=[{"part": "a", "amount": "1 kg"}])
    with pytest.raises(ChainError, match="VG555"):
        shares(chain, basis="amount")


def test_amounts_of_nothing_have_no_share() -> None:
    """A link with an amount of 0 beside others has no part, and closes no loop."""
    chain = looped()
    for link in chain.links:
        chain.change(link, amount="0 kg" if link.id == "A-precedes-B" else "2 kg")
    assert dict(shares(chain, of="I", basis="amount")["I"]) == {"S": 1.0}


def test_negative_links_are_told_apart() -> None:
    """A link that hinders has no share, is listed for the impacts downstream, and limits say so."""
    chain = golden()
    chain.change("coll-contributes-transition", sign="-")
    chain.change("hum-feeds-tran", sign="-")
    found = shares(chain)
    assert found["transition"] == pytest.approx({"log": 0.5, "alim": 0.5}, abs=EXACT)
    assert found.hindered_by == {
        "cohesion": ("hum-feeds-tran",),
        "transition": ("hum-feeds-tran", "coll-contributes-transition"),
    }
    assert "VG508" in found.limits.codes()


def test_an_impact_that_is_only_hindered_has_no_row() -> None:
    """Nothing leads to it, which the limits say, but what hinders it is still told."""
    chain = ValueChain()
    chain.add_activity(id="a", uses=[chain.add_resource(id="r")])
    chain.add_impact(id="i", of=[{"part": "a", "sign": "-"}])
    found = shares(chain)
    assert list(found) == []
    assert found.limits.codes() == ("VG501", "VG508")
    assert found.hindered_by == {"i": ("a-contributes-i",)}


def test_what_is_refuted_is_left_out() -> None:
    """Refuted parts, links and modalities have no part, and the limits name them."""
    chain = golden()
    chain.change("log", status="refuted")
    chain.change("tran.receives.gift", status="refuted")
    found = shares(chain)
    assert found["cohesion"] == pytest.approx({"alim": 0.5, "hum": 0.5}, abs=EXACT)
    assert found.limits.codes() == ("VG504",)
    everything = shares(chain, status=["refuted", "observed"])
    assert everything["cohesion"] == pytest.approx(shares(golden())["cohesion"], abs=EXACT)


def test_a_status_filter_makes_no_new_origin() -> None:
    """What loses its inputs to the filter leads nowhere; origins stay those of the whole chain."""
    chain = golden()
    chain.change("alim-feeds-coll", status="hypothesis")
    found = shares(chain, status="observé")
    assert found["cohesion"] == pytest.approx({"hum": 0.75, "log": 0.25}, abs=EXACT)
    assert "VG505" in found.limits.codes()
    assert shares(chain)["cohesion"]["alim"] == pytest.approx(3 / 8, abs=EXACT)


def test_what_rests_on_hypotheses_is_told() -> None:
    """The limits say how much of each impact passes by at least one hypothesis."""
    chain = golden()
    chain.change("tran.receives.gift", status="hypothesis")
    chain.change("log-feeds-dist", status="hypothesis")
    text = shares(chain).to_text("en")
    assert "“cohesion” 43.8% and “transition” 31.3%" in text


def test_undescribed_origins_are_flagged() -> None:
    """An activity without a resource is where the walk stops, and is said to be undescribed."""
    chain = ValueChain()
    chain.add_activity(id="a")
    chain.add_impact(id="i", of=["a"])
    found = shares(chain)
    assert dict(found["i"]) == {"a": 1.0}
    assert found.to_frame()["undescribed"].tolist() == [True]
    assert found.limits.codes() == ("VG502",)
    assert dict(shares(chain, by="actors")["i"]) == {"none": 1.0}


def test_actors_share_by_amounts_if_all_are_given() -> None:
    """Amounts provided cut a resource between actors; a missing one makes the cut equal."""
    chain = golden()
    chain.change("habitants-provides-log", amount="30 h")
    missing = shares(chain, by="actors")
    assert missing["transition"]["agglo"] == pytest.approx(1 / 8, abs=EXACT)
    assert "VG511" in missing.limits.codes()
    chain.change("agglo-provides-log", amount="10 h")
    found = shares(chain, by="actors")
    assert found["transition"]["agglo"] == pytest.approx(1 / 16, abs=EXACT)
    assert found.limits.codes() == ()


def test_the_rest_is_a_row() -> None:
    """`top` keeps the largest and puts the others in one row."""
    found = shares(golden(), top=1)
    assert dict(found["transition"]) == pytest.approx({"alim": 5 / 8, "rest": 3 / 8})
    assert "VG509" in found.limits.codes()


def test_a_draft_has_an_answer() -> None:
    """An empty chain, and one whose impact nothing leads to, are told and never refused."""
    empty = shares(ValueChain())
    assert (list(empty), empty.limits.codes()) == ([], ("VG517",))
    chain = ValueChain()
    chain.add_impact("Liens", id="liens")
    found = shares(chain)
    assert (list(found), found.limits.codes()) == ([], ("VG501",))
    assert found.to_frame().empty


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"of": "cohesoin"}, UnknownPartError),
        ({"of": []}, ChainError),
        ({"of": "actor:clirse"}, ChainError),
        ({"of": "kind:margin"}, ChainError),
        ({"basis": "equals"}, OptionError),
        ({"by": "resources"}, OptionError),
        ({"supports": "yes"}, OptionError),
        ({"unknown": "zero", "basis": "strength"}, OptionError),
        ({"status": "certain"}, OptionError),
        ({"top": 0}, OptionError),
    ],
)
def test_what_cannot_be_asked_is_refused(options: dict[str, object], error: type) -> None:
    """Unknown ids, empty sets and options that do not exist are clear errors."""
    with pytest.raises(error):
        shares(golden(), **options)  # type: ignore[arg-type]  # wrong on purpose


def test_unknown_ids_come_with_near_ones() -> None:
    """The complaint says what was perhaps meant."""
    with pytest.raises(UnknownPartError, match="cohesion"):
        shares(golden(), of="cohesoin")


def test_shares_of_an_activity() -> None:
    """Any activity or output can be asked about, by id, part or kind."""
    chain = golden()
    assert dict(shares(chain, of=chain.find("tran"))["tran"]) == {"alim": 0.5, "hum": 0.5}
    assert list(shares(chain, of="activités")) == ["coll", "tran", "dist"]
