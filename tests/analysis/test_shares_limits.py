"""Shares at their limits: unknown values, units, hindrance, statuses, drafts, wrong questions."""

from __future__ import annotations

import pytest
from chain_builders import golden, looped
from oracles import Oracle

from valuegraph.analysis.shares import shares
from valuegraph.errors import ChainError, OptionError, UnitError, UnknownPartError
from valuegraph.model.chain import ValueChain

EXACT = 1e-12


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
    exact = {
        part: float(share) for part, share in Oracle(chain, "strength").shares("cohesion").items()
    }
    assert found["cohesion"] == pytest.approx(exact, abs=EXACT)


def test_unknown_amounts_are_named() -> None:
    """Without amounts that basis is refused, the margin's own rule included."""
    chain = golden()
    chain.add_margin("Marge", id="marge")
    with pytest.raises(ChainError, match=r"VG553(.|\n)*« dist » contribue à « Marge »"):
        shares(chain, of="marge", basis="amount")


def test_a_strength_between_bounds_counts_as_the_likely_one() -> None:
    """Of a range the likely value is used, and the limits name the link."""
    chain = golden()
    for link in chain.links:
        if link.flow == "forward":
            chain.change(link, strength=0.5)
    chain.change("hum-feeds-tran", strength={"low": 0.1, "likely": 0.25, "high": 0.9})
    found = shares(chain, of="tran", basis="strength")
    assert found["tran"] == pytest.approx({"alim": 2 / 3, "hum": 1 / 3}, abs=EXACT)
    assert [problem.values["ids"] for problem in found.limits] == [["hum-feeds-tran"]]
    assert found.limits.codes() == ("VG512",)


def test_a_strength_in_words_counts_as_its_scale_says() -> None:
    """A word of the chain's own scale is a number like any other."""
    chain = golden()
    chain.change("chain", scales={"strength": {"fort": 0.75, "faible": 0.25}})
    chain.change("alim-feeds-coll", strength="faible")
    chain.change("coll-precedes-tran", strength="fort")
    chain.change("hum-feeds-tran", strength="faible")
    found = shares(chain, of="tran", basis="strength")
    assert found["tran"] == pytest.approx({"alim": 0.75, "hum": 0.25}, abs=EXACT)


def test_amounts_of_several_units_are_refused() -> None:
    """Kilograms and hours never add up: the complaint says which link has which unit."""
    chain = golden()
    for link in chain.links:
        if link.flow == "forward":
            chain.change(link, amount="10 h" if link.start == "hum" else "30 kg")
    with pytest.raises(UnitError, match=r"VG554(.|\n)*hum-feeds-tran"):
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
    found = shares(chain)
    assert found.limits.codes() == ("VG506",)
    text = found.to_text("en")
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
    by_actors = shares(chain, by="actors")
    assert dict(by_actors["i"]) == {"none": 1.0}
    assert by_actors.limits.codes() == ("VG502", "VG510")


def test_what_only_hindrance_feeds_is_not_described() -> None:
    """An activity whose only input hinders it is where the walk stops, and is flagged."""
    chain = ValueChain()
    chain.add_activity(id="a", uses=[{"part": chain.add_resource(id="r"), "sign": "-"}])
    chain.add_impact(id="i", of=["a"])
    found = shares(chain)
    assert dict(found["i"]) == {"a": 1.0}
    assert found.to_frame()["undescribed"].tolist() == [True]
    assert found.limits.codes() == ("VG502", "VG508")


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
