"""The flow: every link drawn; widths, returns and the route."""

from __future__ import annotations

import pytest
from asked_of_views import VIEWS
from drawn_sheets import defects, group_of, shapes_of, shown, texts_of, words

import valuegraph as vg
from valuegraph.model.chain import ValueChain
from valuegraph.render.scene import Connector, Group
from valuegraph.render.theme import DEFAULT_THEME

drawn = VIEWS["flow"].drawn
lost = VIEWS["flow"].lost


def mill() -> ValueChain:
    """Return a chain with strengths, a loop, a skip, returns and a link between impacts."""
    chain = ValueChain("Moulin")
    chain.add_resource("Blé", id="wheat", type="food")
    chain.add_resource("Eau", id="water", type="natural")
    chain.add_activity("Récolte", id="reap", uses=[{"part": "wheat", "strength": 0.9}])
    chain.add_activity("Mouture", id="mill", after=[{"part": "reap", "strength": 0.8}],
                       uses=[{"part": "water", "strength": 0.5}])  # fmt: skip
    chain.add_activity("Vente", id="sell", after=[{"part": "mill", "strength": 0.7},
                                                  {"part": "reap", "strength": 0.1}])  # fmt: skip
    chain.link("sell", "precedes", "reap", strength=0.2)
    chain.add_impact("Pain", id="bread", of=[{"part": "sell", "strength": 0.6}], renews=["wheat"])
    chain.add_impact("Lien", id="bond", of=[{"part": "bread", "strength": 0.5},
                                            {"part": "mill", "strength": 0.3}],
                     depletes=["water"], reinforces=["mill"])  # fmt: skip
    return chain


def test_sixty_parts_stand_on_one_sheet() -> None:
    """Twenty resources, activities and impacts, chained and returning, are one A3 sheet."""
    chain = ValueChain("Soixante")
    for number in range(20):
        chain.add_resource(f"Ressource {number}", id=f"r{number}")
    for number in range(20):
        chain.add_activity(f"Activité {number}", id=f"a{number}", uses=[f"r{(number * 7) % 20}"],
                           after=[f"a{number - 1}"] if number else [])  # fmt: skip
    for number in range(20):
        chain.add_impact(f"Impact {number}", id=f"i{number}", of=[f"a{(number * 3) % 20}"])
    sheets = drawn(chain, "A3")
    assert len(sheets.scenes) == 1
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()


def test_more_parts_go_on_further_sheets_with_every_link() -> None:
    """A chain that no sheet can hold has numbered sheets, and each link stands on one of them."""
    chain = ValueChain("Trop")
    for number in range(50):
        chain.add_resource(f"Ressource {number}", id=f"r{number}")
        chain.add_activity(f"Activité {number}", id=f"a{number}", uses=[f"r{number}", "r0"])
        chain.add_impact(f"Impact {number}", id=f"i{number}", of=[f"a{number}"], renews=["r0"])
    sheets = drawn(chain)
    assert "VG402" in {problem.code for problem in sheets.problems}
    assert len(sheets.scenes) > 2
    assert defects(sheets) == []
    assert lost(chain, sheets) == set()


def test_widths_follow_strengths() -> None:
    """A ribbon of twice the strength is twice as wide, and the weight stands beside it."""
    sheets = drawn(mill())
    first, second = (
        shapes_of(group_of(sheets, f"{part}-feeds-{end}", "flow"))[0]
        for part, end in (("wheat", "reap"), ("water", "mill"))
    )
    assert _width(first.d) / _width(second.d) == pytest.approx(0.9 / 0.5, rel=0.02)
    assert texts_of(group_of(sheets, "wheat-feeds-reap", "weight"))[0].plain == "0,9"


def _width(d: str) -> float:
    top = float(d[1:].split("C", maxsplit=1)[0].split()[1])
    back = float(d.split("L")[1].split("C")[1].rstrip("Z").split()[-1])
    return back - top


def test_equal_widths_are_shares_of_the_impacts() -> None:
    """Without strengths a link is as wide as the share that passes by it: the caption says so."""
    chain = vg.example("conserverie")
    sheets = drawn(chain)
    told = texts_of(group_of(sheets, "alimentaires-feeds-collecte", "weight"))[0].plain
    through = vg.through(chain, "alimentaires-feeds-collecte")
    mean = sum(through[impact] for impact in through) / len(through)
    assert told == f"{mean * 100:.1f}".replace(".", ",") + "\u00a0%"
    assert "Lecture du schéma (à parts égales), ce n’est pas une mesure" in words(sheets)


def test_an_unknown_strength_is_a_hairline_with_a_question_mark() -> None:
    """An unknown strength stays unknown: a thin line marked ?, told in the footing."""
    chain = mill()
    chain.link("water", "feeds", "sell")
    sheets = drawn(chain)
    assert texts_of(group_of(sheets, "water-feeds-sell", "weight"))[0].plain == "?"
    assert "force inconnue (1)" in words(sheets)
    assert (
        "à parts égales (des forces sont inconnues)" in words(sheets).replace("\u00a0", " ").lower()
    )


def test_the_strongest_route_is_that_of_the_analysis() -> None:
    """The route that is highlighted and told in words is the strongest one of the analysis."""
    chain = mill()
    best = vg.routes(chain, top=1)[0]
    sheets = drawn(chain)
    names = [chain.find(part).label("fr") for part in best.parts]
    assert " → ".join(names) in words(sheets)
    bright = {
        group.ref
        for group in sheets.scenes[0].groups()
        if group.ref in chain and any(
            shape.paint.stroke == DEFAULT_THEME.highlight for shape in shapes_of(group, "rect"))
    }  # fmt: skip
    assert bright == set(best.parts)


def test_amounts_are_drawn_in_one_unit() -> None:
    """Amounts in another unit are unknown in this one, and never added to it."""
    chain = ValueChain("Poids")
    chain.add_resource("Fruits", id="fruit")
    chain.add_resource("Temps", id="time")
    chain.add_activity("Cuisson", id="cook", uses=[{"part": "fruit", "amount": "120 kg"},
                                                   {"part": "time", "amount": "40 h"}])  # fmt: skip
    chain.add_impact("Bocaux", id="jars", of=[{"part": "cook", "amount": "90 kg"}])
    sheets = drawn(chain, basis="amount")
    assert "(kg)" in words(sheets)
    assert texts_of(group_of(sheets, "fruit-feeds-cook", "weight"))[0].plain == "120\u00a0kg"
    assert texts_of(group_of(sheets, "time-feeds-cook", "weight"))[0].plain == "?"
    hours = drawn(chain, basis="amount", unit="heures")
    assert texts_of(group_of(hours, "time-feeds-cook", "weight"))[0].plain == "40\u00a0h"


def test_what_comes_back_is_a_named_line() -> None:
    """Every returning link is a glued connector, told in words; what wears out has a minus."""
    sheets = drawn(mill())
    lines = {node.ref: node for node in sheets.scenes[0].walk() if isinstance(node, Connector)}
    assert set(lines) == {
        "bread-regenerates-wheat", "bond-depletes-water", "bond-reinforces-mill"
    }  # fmt: skip
    assert lines["bread-regenerates-wheat"].end == "wheat..box"
    told = words(sheets)
    assert "Pain renouvelle Blé" in told
    assert "− Lien épuise Eau" in told
    assert lines["bond-depletes-water"].paint.dash
    assert not lines["bread-regenerates-wheat"].paint.dash


def test_support_activities_stand_in_a_band_unless_they_contribute() -> None:
    """What only accompanies is named in the band; a support that contributes is a card."""
    chain = mill()
    chain.add_support("Gouvernance", id="gov")
    chain.add_support("R&D", id="rd")
    chain.link("rd", "contributes", "bread", strength=0.4)
    sheets = drawn(chain)
    band = next(g for g in sheets.scenes[0].groups() if g.id == "zone..support")
    assert [g.ref for g in band.children if isinstance(g, Group)] == ["gov"]
    assert group_of(sheets, "rd-contributes-bread", "flow")
    assert defects(sheets) == []


def test_what_is_refuted_is_left_out_and_counted() -> None:
    """A refuted link is not drawn, and the reading says that something is not shown."""
    chain = mill()
    chain.change("mill-contributes-bond", status="refuted")
    sheets = drawn(chain)
    assert "mill-contributes-bond" not in shown(sheets)
    assert "Écarté, non montré : 1." in words(sheets)


def test_the_alternative_text_tells_every_link() -> None:
    """The description tells the route, every link with its weight, and what comes back."""
    told = drawn(mill()).scenes[0].description
    assert "Blé alimente Récolte (0,9)" in told
    assert "Pain contribue à Lien (0,5)" in told
    assert "Lien épuise Eau" in told
    assert "Contribution la plus forte" in told


def test_a_route_that_others_equal_says_so() -> None:
    """Of several routes that are as strong one is shown, and the heading tells of the others."""
    assert "d’autres l’égalent" in words(drawn(vg.example("porter"))).lower()
    assert "d’autres l’égalent" not in words(drawn(mill())).lower()
