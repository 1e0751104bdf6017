"""What the poster shows, and how it says what is in doubt, empty or still to come."""

from __future__ import annotations

from scene_lint import lint

from valuegraph.model.chain import ValueChain
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Group, Scene, Shape, Text
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.theme import DEFAULT_THEME
from valuegraph.render.views.extended import extended
from valuegraph.render.words import say


def drawn(
    chain: ValueChain, *, page: str = "A4", language: str = "fr", columns: str = "activities"
) -> Sheets:
    """Return the poster of a chain; no sheet may have a defect."""
    sheets = extended(chain, ViewOptions(PAGES[page], language, DEFAULT_THEME, columns))
    assert [defect for scene in sheets.scenes for defect in lint(scene)] == []
    return sheets


def words(scene: Scene) -> list[str]:
    """Return the texts of a sheet as they were written, without no-break spaces."""
    return [text.plain.replace("\u00a0", " ") for text in scene.texts()]


def group_of(scene: Scene, ref: str, role: str = "") -> Group:
    """Return the group that shows a part: its own, rather than one that only names it."""
    groups = [g for g in scene.groups() if g.ref == ref and role in ("", g.role)]
    return next((group for group in groups if group.id == ref), groups[0])


def outlines(group: Group) -> list[Shape]:
    """Return the shapes of a group that are not decoration."""
    return [node for node in group.children if isinstance(node, Shape) and not node.decorative]


def cannery() -> ValueChain:
    """Return a small chain with a part in every zone."""
    chain = ValueChain("Conserverie", description="Un projet de territoire")
    chain.add_actor("Maraîchers", id="growers")
    chain.add_resource("Légumes", id="food", type="food", by=["growers"])
    chain.add_resource("Bénévoles", id="people", type="human")
    chain.add_support("Recherche", id="research", by="growers", actions=["Écouter", "Relier"])
    chain.add_activity("Collecte", id="collect", uses=["food"], receives={"gift": "Surplus"})
    chain.add_activity(
        "Cuisine", id="cook", uses=["people"], after="collect", gives={"market": "Bocaux"}
    )
    chain.add_impact("Cohésion", id="bonds", of=["cook"], renews=["people"])
    return chain


def test_every_zone_shows_its_parts() -> None:
    """Cards, bands, heads, cells, slices and pills each carry the id of what they show."""
    (scene,) = drawn(cannery()).scenes
    roles = {group.ref: group.role for group in scene.groups() if group.ref}
    assert roles["food"] == "resource"
    assert roles["research"] == "support"
    assert roles["collect"] == "activity"
    assert roles["collect.receives.gift"] == "modality"
    assert roles["bonds"] == "impact"
    assert roles["growers"] == "stakeholder"
    assert {"Légumes", "Écouter", "Collecte", "Surplus", "Cohésion", "Maraîchers"} <= set(
        words(scene)
    )


def test_headings_follow_the_language() -> None:
    """Headings are in French or English; names without a translation stay as written."""
    (french,) = drawn(cannery()).scenes
    (english,) = drawn(cannery(), language="en").scenes
    assert {"Activités de soutien", "Impacts sociaux", "Parties prenantes"} <= set(words(french))
    assert {"Support activities", "Social impacts", "Stakeholders"} <= set(words(english))
    assert "Collecte" in words(english)


def test_the_alternative_text_says_the_whole_chain() -> None:
    """Every name stands in the description, with what is invested, received and renewed."""
    (scene,) = drawn(cannery()).scenes
    for part in cannery().parts():
        if part.name:
            assert part.label("fr") in scene.description
    assert "1. Collecte : Ressources investies : Légumes" in scene.description
    assert "renouvelle : Bénévoles" in scene.description


def test_circuits_may_stand_as_columns() -> None:
    """With circuits as columns each activity heads a row, at the left of its cells."""
    (scene,) = drawn(cannery(), columns="circuits").scenes
    heads = [outlines(group_of(scene, ref, "activity"))[0] for ref in ("collect", "cook")]
    cell = outlines(group_of(scene, "collect.receives.gift"))[0]
    assert heads[0].x == heads[1].x
    assert heads[0].y < heads[1].y
    assert cell.x > heads[0].x + heads[0].w - 1


def test_the_last_column_follows_the_slanted_edge() -> None:
    """The last head is a polygon that ends at the arrow, the first one a home plate."""
    (scene,) = drawn(cannery()).scenes
    assert outlines(group_of(scene, "collect", "activity"))[0].kind == "home_plate"
    assert outlines(group_of(scene, "cook", "activity"))[0].kind == "polygon"


def test_a_hypothesis_is_dashed_in_every_zone() -> None:
    """What is to be confirmed has a dashed outline wherever it stands, and a legend says so."""
    chain = cannery()
    refs = ("growers", "food", "research", "collect", "collect.receives.gift", "bonds")
    for ref in refs:
        chain.change(ref, status="hypothesis")
    (scene,) = drawn(chain).scenes
    for ref in refs:
        assert outlines(group_of(scene, ref))[0].paint.dash, ref
    assert "À confirmer" in words(scene)
    assert not outlines(group_of(scene, "cook", "activity"))[0].paint.dash


def test_none_is_told_from_not_discussed() -> None:
    """A cell discussed and found empty has a dash, one that is not discussed yet is dotted."""
    chain = cannery()
    chain.add_activity("Vente", id="sell", receives={"gift": "none"})
    (scene,) = drawn(chain).scenes
    groups = {group.id: group for group in scene.groups()}
    none, blank = groups["sell..gift..cell"], groups["sell..market..cell"]
    assert [node.plain for node in none.children if isinstance(node, Text)] == ["—"]
    assert [node for node in blank.children if isinstance(node, Text)] == []
    assert outlines(blank)[0].paint.dash
    assert {say("none", "fr"), say("not discussed", "fr")} <= set(words(scene))


def test_receiving_is_told_from_giving_only_where_an_activity_does_both() -> None:
    """In an activity of both ways each text has an arrow, what is received standing first."""
    chain = cannery()
    assert "Reçoit" not in words(drawn(chain).scenes[0])
    chain.add_modality("collect", circuit="gift", way="gives", name="Compost")
    (scene,) = drawn(chain).scenes
    cell = next(group for group in scene.groups() if group.id == "collect..gift..cell")
    texts = [text.plain for group in cell.children if isinstance(group, Group)
             for text in group.children if isinstance(text, Text)]  # fmt: skip
    assert texts == ["Surplus", "Compost"]
    assert {"Reçoit", "Donne"} <= set(words(scene))


def test_a_crowded_cell_sends_the_rest_to_the_annex() -> None:
    """A cell shows a few texts and says how many more the annex names."""
    chain = cannery()
    for number in range(12):
        chain.add_modality("collect", circuit="gift", name=f"Don numéro {number}")
    sheets = drawn(chain)
    assert "9 de plus, en annexe" in words(sheets.scenes[0])
    assert "Don numéro 11" in words(sheets.scenes[-1])
    assert "VG404" in [problem.code for problem in sheets.problems]


def test_a_support_activity_says_which_activities_it_serves() -> None:
    """Named activities stand in a line of their own, the text of a cell beside its activity."""
    chain = cannery()
    chain.add_support("Comptes", supports=["cook"])
    chain.add_support("Conseil", supports={"collect": "Visites de champs"})
    (scene,) = drawn(chain).scenes
    assert "pour : Cuisine" in words(scene)
    assert "Collecte : Visites de champs" in words(scene)


def test_what_impacts_renew_closes_the_cycle() -> None:
    """The impact says what it renews, the legend what the loop on the card means."""
    (scene,) = drawn(cannery()).scenes
    slice_words = [t.plain for t in group_of(scene, "bonds").children if isinstance(t, Text)]
    assert any("renouvelle" in text and "Bénévoles" in text for text in slice_words)
    assert "Ressource renouvelée par les impacts" in words(scene)


def test_a_loss_is_marked_by_words_and_colour() -> None:
    """A negative impact says so under its name and does not look like a gain."""
    chain = cannery()
    chain.add_impact("Fatigue", id="tired", sign="-", depletes=["people"])
    (scene,) = drawn(chain).scenes
    texts = [t.plain for t in group_of(scene, "tired").children if isinstance(t, Text)]
    assert "− impact négatif" in texts
    gain, loss = (outlines(group_of(scene, ref))[0].paint.fill for ref in ("bonds", "tired"))
    assert loss in DEFAULT_THEME.harms
    assert gain in DEFAULT_THEME.impacts


def test_groups_stand_over_their_columns() -> None:
    """Neighbouring activities of one group share a line above their heads."""
    chain = cannery()
    for ref in ("collect", "cook"):
        chain.change(ref, group="Amont")
    (scene,) = drawn(chain).scenes
    assert [group.title for group in scene.groups() if group.role == "group"] == ["Amont"]


def test_outputs_stand_below_their_activity_or_in_the_annex() -> None:
    """A product is named in its activity's panel; one that nobody produces, in the annex."""
    chain = cannery()
    chain.add_output("Bocaux de soupe", id="jars", of=["cook"], amount="1800 kg")
    (scene,) = drawn(chain).scenes
    assert "Bocaux de soupe (1\u202f800 kg)" in words(scene)
    chain.add_output("Recettes", id="recipes")
    assert group_of(drawn(chain).scenes[-1], "recipes").role == "annex"


def test_a_circuit_written_on_a_link_fills_its_cell() -> None:
    """A link that names its circuit stands in the cell of its activity."""
    chain = cannery()
    chain.link("people", "feeds", "collect", circuit="market", label="Coup de main payé")
    (scene,) = drawn(chain).scenes
    assert "Coup de main payé" in words(scene)


def test_a_draft_says_what_is_still_to_come() -> None:
    """Nothing at all, only impacts, or only activities: each draft says what is missing."""
    empty = ValueChain()
    assert {"Activités à décrire", "Impacts à décrire"} <= set(words(drawn(empty).scenes[0]))
    chain = ValueChain("Jardin")
    chain.add_activity("Semer")
    told = words(drawn(chain).scenes[0])
    assert "modalités à décrire" in told
    assert "Activités à décrire" not in told


def test_empty_zones_leave_their_room_to_the_others() -> None:
    """Without resources the house begins further left, without stakeholders it is higher."""
    bare = ValueChain("Jardin")
    bare.add_activity("Semer", id="collect")
    (full,), (alone,) = drawn(cannery()).scenes, drawn(bare).scenes
    head = [outlines(group_of(scene, "collect", "activity"))[0] for scene in (full, alone)]
    assert head[1].x < head[0].x
    house = [next(g for g in s.groups() if g.id == "zone..primary-title") for s in (full, alone)]
    assert outlines(house[1])[0].h > outlines(house[0])[0].h


def test_many_activities_go_on_over_several_sheets() -> None:
    """Twelve activities stand evenly on sheets that are numbered, each with all the impacts."""
    chain = ValueChain("Longue chaîne")
    for number in range(12):
        chain.add_resource(f"Ressource {number}", id=f"r{number}")
        chain.add_activity(f"Activité {number}", id=f"a{number}", uses=[f"r{number}"])
    chain.add_impact("Cohésion", id="bonds")
    sheets = drawn(chain)
    shown = [{g.ref for g in s.groups() if g.role == "activity"} for s in sheets.scenes]
    assert [len(refs) for refs in shown] == [6, 6]
    assert shown[0] | shown[1] == {f"a{number}" for number in range(12)}
    for number, scene in enumerate(sheets.scenes, 1):
        assert f"feuille {number}/2" in words(scene)
        assert group_of(scene, "bonds").role == "impact"
    assert [problem.code for problem in sheets.problems] == ["VG402"]
    cards = {g.ref for g in sheets.scenes[1].groups() if g.role == "resource" and g.ref}
    assert cards == {f"r{number}" for number in range(6, 12)}


def test_letters_that_the_font_lacks_are_told() -> None:
    """Characters drawn as boxes are named in one problem."""
    chain = cannery()
    chain.add_resource("社会 🥫")
    problems = drawn(chain).problems
    assert [problem.code for problem in problems] == ["VG403"]
    assert "社" in problems[0].message("fr")
