"""The value system: several chains side by side, shared actors once."""

from __future__ import annotations

import pytest
from asked_of_views import VIEWS
from drawn_sheets import defects, shapes_of, words

import valuegraph as vg
from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.render.scene import Connector, Group
from valuegraph.render.sheets import Sheets

drawn = VIEWS["system"].drawn


def lines(sheets: Sheets, role: str) -> list[tuple[str, str]]:
    """Return the ends of the lines of a role on the first sheet."""
    nodes = sheets.scenes[0].walk()
    found = [node for node in nodes if isinstance(node, Connector) and node.role == role]
    return [(line.start, line.end) for line in found]


def mill() -> ValueChain:
    """Return a chain whose impact is flour."""
    chain = ValueChain("Moulin", territory="Drôme")
    chain.add_actor("Les Habitants", id="people")
    chain.add_actor("Le meunier", id="miller")
    chain.add_resource("Blé", id="wheat")
    chain.add_activity("Mouture", id="grind", uses=["wheat"])
    chain.add_impact("Farine locale", id="flour", of=["grind"])
    return chain


def bakery() -> ValueChain:
    """Return a chain that draws on flour, by its name only."""
    chain = ValueChain("Fournil", territory="Drôme")
    chain.add_actor("les habitants", id="hab")
    chain.add_resource("farine  LOCALE", id="fl")
    chain.add_activity("Cuisson", id="bake", uses=["fl"])
    chain.add_impact("Blé", id="ble", of=["bake"])
    return chain


def test_an_actor_of_two_chains_is_drawn_once_and_joined_to_both() -> None:
    """The same name, case and accents aside, is the same actor; others stay in their house."""
    sheets = drawn([mill(), bakery()])
    boxes = [group.id for group in sheets.scenes[0].groups() if group.role == "actor"]
    assert boxes == ["shared..people"]
    assert lines(sheets, "plays") == [
        ("shared..people..shape", "zone..chain0..frame"),
        ("shared..people..shape", "zone..chain1..frame"),
    ]
    assert "Parties prenantes : Le meunier" in words(sheets)


def test_an_impact_that_is_a_resource_elsewhere_is_joined_to_it() -> None:
    """What one chain makes grow feeds the next one, forwards and backwards."""
    assert lines(drawn([mill(), bakery()]), "feed") == [
        ("chain0..flour..shape", "chain1..fl..shape"),
        ("chain1..ble..shape", "chain0..wheat..shape"),
    ]


def test_chains_stand_side_by_side_and_on_tall_pages_one_below_the_other() -> None:
    """Two houses share a height on a wide page and a width on a tall one."""

    def frames(page: str) -> list[tuple[float, float]]:
        houses = [g for g in drawn([mill(), bakery()], page).scenes[0].groups()
                  if g.role == "chain"]  # fmt: skip
        return [(shapes_of(house)[0].x, shapes_of(house)[0].y) for house in houses]

    (x1, y1), (x2, y2) = frames("A4")
    assert x1 < x2
    assert y1 == y2
    (x1, y1), (x2, y2) = frames("A4-portrait")
    assert x1 == x2
    assert y1 < y2


def test_each_house_has_resources_activities_and_impacts() -> None:
    """Activities are chevrons between home plates of resources and of impacts."""
    house = next(g for g in drawn([mill()]).scenes[0].groups() if g.id == "chain0")
    inside = {child.ref: shapes_of(child)[0] for child in house.children
              if isinstance(child, Group) and child.ref}  # fmt: skip
    assert inside["wheat"].x < inside["grind"].x < inside["flour"].x


def test_more_than_three_chains_go_on_a_second_sheet() -> None:
    """Four chains take two numbered sheets, and an actor of all four stands on both."""
    sheets = drawn([mill() for _ in range(4)])
    assert [problem.code for problem in sheets.problems] == ["VG402"]
    assert all(any(g.id == "shared..people" for g in s.groups()) for s in sheets.scenes)


def test_draw_takes_several_chains() -> None:
    """The facade draws several chains by the view system, asked or not, and one chain as well."""
    assert len(vg.draw([mill(), bakery()], view="system").scenes) == 1
    assert vg.draw([mill(), bakery()]).views == ("system",)
    assert vg.draw(mill(), view="system").scenes == vg.draw([mill()], view="system").scenes


@pytest.mark.parametrize("language", ["fr", "en"])
def test_other_views_refuse_several_chains(language: str) -> None:
    """A view of one chain says that it draws a single one, and which view shows several."""
    with pytest.raises(OptionError) as told:
        vg.draw([mill(), bakery()], view="porter", language=language)
    assert [problem.code for problem in told.value.problems] == ["VG470"]
    assert "system" in str(told.value)
    assert ("une seule chaîne" if language == "fr" else "a single chain") in str(told.value)


def test_options_of_one_chain_are_refused_for_several() -> None:
    """Highlighting does not say in which chain: each such option is told."""
    with pytest.raises(OptionError) as told:
        vg.draw([mill(), bakery()], view="system", highlight="flour", only="flour")
    assert [problem.code for problem in told.value.problems] == ["VG471", "VG471"]


def test_what_is_no_chain_is_refused() -> None:
    """Every thing in the list that is no chain is told at once."""
    with pytest.raises(OptionError) as told:
        vg.draw([mill(), 3, "chain"], view="system")  # type: ignore[list-item]
    assert [problem.code for problem in told.value.problems] == ["VG472", "VG472"]


def test_no_chain_at_all_is_a_sheet_that_says_so() -> None:
    """An empty list is drawn, as every draft is."""
    sheets = drawn([])
    assert "Aucune chaîne à montrer" in words(sheets)
    assert defects(sheets) == []


def test_the_alternative_text_tells_chains_actors_and_what_feeds_what() -> None:
    """The description has a line a chain, a shared actor and a link between chains."""
    told = drawn([mill(), bakery()]).scenes[0].description
    assert "Moulin — Ressources : Blé" in told
    assert "Les Habitants : Moulin, Fournil" in told
    assert "Farine locale (Moulin) → farine  LOCALE (Fournil)" in told
