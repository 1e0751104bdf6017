"""What stands around every drawing: title, legends, marks, source, number of the sheet."""

from __future__ import annotations

import pytest
from drawn_sheets import options
from hypothesis import given
from hypothesis import strategies as st
from scene_lint import lint
from strategies import names

from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Status
from valuegraph.render.scene import Group, Node, Scene, Shape, Text
from valuegraph.render.views.blocks.badges import circuit_looks, status_marks
from valuegraph.render.views.blocks.band import MARGIN, Band
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading

LONG = (
    "La Conserverie mobile et solidaire du grand territoire de Valence Romans et des communes "
    "voisines, une aventure collective entre plaine et montagne "
)
STATUSES = ("hypothesis", "planned", "disputed", "refuted")


def scene(*bands: Band, page: str = "A4") -> Scene:
    """Return a sheet that holds these strips and nothing else."""
    sheet = options(page).page
    nodes = tuple(node for band in bands for node in band.nodes)
    return Scene("t", "d", nodes, width=sheet.width, height=sheet.height, page=sheet)


def texts(band: Band, role: str = "") -> list[Text]:
    """Return the texts of a strip (of one role, if one is given)."""
    return [text for text in scene(band).texts() if role in ("", text.role)]


def with_statuses() -> ValueChain:
    """Return a chain with one activity of each status that is marked."""
    chain = ValueChain("Chaîne", extra={"source": "Enquête de 2019"})
    for status in STATUSES:
        chain.add_activity(f"Activité {status}", status=status)
    return chain


def with_circuits(count: int, name: str = "Circuit") -> ValueChain:
    """Return a chain with so many circuits of its own."""
    chain = ValueChain("Chaîne")
    for number in range(count):
        chain.add_circuit(f"{name} {number}", id=f"own{number}")
    return chain


def test_a_short_title_stands_on_one_line() -> None:
    """A title that fits keeps its size; a longer one shrinks before it takes two lines."""
    short = texts(heading(ValueChain("La Conserverie"), options()), "title")[0]
    longer = texts(heading(ValueChain(LONG[:100]), options()), "title")[0]
    longest = texts(heading(ValueChain(LONG), options()), "title")[0]
    assert (short.size, len(short.lines)) == (36, 1)
    assert longer.size < 36
    assert len(longer.lines) == 1
    assert len(longest.lines) == 2
    assert not longest.full


def test_an_endless_title_is_shortened_and_kept_whole() -> None:
    """Beyond two lines a title ends in "…" and keeps the whole text."""
    title = texts(heading(ValueChain(LONG * 4), options()), "title")[0]
    assert title.plain.endswith("…")
    assert title.full == LONG * 4


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Chaîne de valeur d’un projet, Romans-sur-Isère, 2018"),
        ("en", "Value chain of a project, Romans-sur-Isère, 2018"),
    ],
)
def test_a_chain_without_description_tells_its_level_and_place(language: str, told: str) -> None:
    """The line below the title is made of what the chain says of itself."""
    chain = ValueChain("Conserverie", level="project", territory="Romans-sur-Isère", period="2018")
    assert texts(heading(chain, options(language=language)), "subtitle")[0].plain == told


@pytest.mark.parametrize("level", ["organisation", "project", "territory"])
def test_every_level_has_its_words(level: str) -> None:
    """Each level gives a line of its own in both languages."""
    chain = ValueChain("Chaîne", level=level)
    french, english = (
        texts(heading(chain, options(language=language)), "subtitle")[0].plain
        for language in ("fr", "en")
    )
    assert french.startswith("Chaîne de valeur d’un")
    assert english.startswith("Value chain of a")


def test_a_description_stands_below_the_title() -> None:
    """The chain's own description is preferred, and a view's line to both."""
    chain = ValueChain("Conserverie", description="Portée par La Coopération")
    assert texts(heading(chain, options()), "subtitle")[0].plain == "Portée par La Coopération"
    given_line = heading(chain, options(), subtitle="Table")
    assert texts(given_line, "subtitle")[0].plain == "Table"


def test_a_draft_without_a_name_says_so() -> None:
    """An untitled chain has a title all the same, in both languages."""
    french, english = (
        texts(heading(ValueChain(), options(language=language)), "title")[0].plain
        for language in ("fr", "en")
    )
    assert french == "Chaîne de valeur sans titre"
    assert english == "Untitled value chain"


@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
@pytest.mark.parametrize("count", [0, 1, 3, 4, 7, 8, 20])
@pytest.mark.parametrize("name", ["Circuit", "Circuit de l’entraide entre voisins", LONG * 3])
def test_the_legend_names_every_circuit(page: str, count: int, name: str) -> None:
    """Any number of circuits, with names of any length, stands beside or below the title."""
    chain = with_circuits(count, name)
    band = heading(chain, options(page))
    drawn = scene(band, page=page)
    assert lint(drawn) == []
    assert {f"own{number}" for number in range(count)} <= {group.ref for group in drawn.groups()}
    assert max(text.y + text.text_height for text in drawn.texts()) <= band.bottom


def test_a_view_may_do_without_the_legend() -> None:
    """Without a legend the title has the whole width."""
    bare = heading(with_circuits(3), options(), legend=False)
    assert {node.role for node in bare.nodes if isinstance(node, Group)} == {"heading"}


def test_circuits_are_told_apart_without_their_colour() -> None:
    """The circuits of the method and four of a chain's own have an icon each."""
    chain = with_circuits(4)
    chain.add_activity("Collecte", receives=dict.fromkeys(("gift", "local_exchange"), "Oui"))
    chain.add_activity("Vente", gives=dict.fromkeys(("market", "redistribution"), "Oui"))
    looks = circuit_looks(chain, options()).values()
    assert len({look.icon for look in looks}) == len(looks) == 8
    assert len({look.colours for look in looks}) == 8


def test_marks_stand_for_the_statuses_that_occur() -> None:
    """The legend explains every status that is drawn, in both languages, and no other."""
    chain = with_statuses()
    labels = [mark.label for mark in status_marks(chain.activities, options())]
    assert labels == ["À confirmer", "Prévu", "Contesté", "Écarté"]
    english = [mark.label for mark in status_marks(chain.activities, options(language="en"))]
    assert english == ["To be confirmed", "Planned", "Disputed", "Refuted"]
    assert status_marks(chain.activities[:1], options())[0].paint.dash
    assert status_marks((), options()) == ()


def test_marks_are_told_apart_without_colour() -> None:
    """No two statuses have the same outline and the same sign."""
    marks = status_marks(with_statuses().activities, options())
    looks = {(mark.paint.dash, bool(mark.paint.stroke), mark.sign) for mark in marks}
    assert len(looks) == len(STATUSES)


def test_the_source_and_the_number_stand_at_the_bottom() -> None:
    """A sheet of several tells its number, and every sheet the chain's source."""
    band = footing(with_statuses(), options(), sheet=2, sheets=3)
    assert [text.plain for text in texts(band)] == ["Enquête de 2019", "feuille 2/3"]
    alone = footing(with_statuses(), options(language="en"))
    assert [text.plain for text in texts(alone)] == ["Enquête de 2019"]


def test_the_source_may_be_told_in_several_languages() -> None:
    """A source for each language is read in the language of the drawing."""
    chain = ValueChain("Chaîne", extra={"source": {"fr": "Enquête", "en": "Survey"}})
    assert texts(footing(chain, options(language="en")))[0].plain == "Survey"
    assert texts(footing(chain, options(language="de")))[0].plain == "Enquête"


def test_the_room_for_the_drawing_does_not_depend_on_the_number() -> None:
    """The bottom strip is as high on a single sheet as on one of many."""
    chain = with_statuses()
    marks = status_marks(chain.activities, options())
    heights = {
        footing(chain, options(), marks=marks, sheet=1, sheets=count).top for count in (1, 2, 99)
    }
    assert len(heights) == 1


@pytest.mark.parametrize("page", ["A4", "A4-portrait", "slide"])
@pytest.mark.parametrize("times", [1, 5])
@pytest.mark.parametrize("source", ["", "Enquête de 2019", LONG * 3])
def test_many_marks_and_a_long_source_take_more_rows(page: str, times: int, source: str) -> None:
    """However many marks there are, the strip grows upwards and nothing overlaps."""
    chain = ValueChain("Chaîne", extra={"source": source})
    marks = status_marks(with_statuses().activities, options(page)) * times
    band = footing(chain, options(page), marks=marks, sheet=1, sheets=2)
    drawn = scene(band, page=page)
    assert lint(drawn) == []
    assert min(text.y for text in drawn.texts()) >= band.top


@given(names, names, st.lists(names, max_size=5), st.sampled_from(["fr", "en", "de"]))
def test_any_words_make_a_heading(
    name: str, description: str, circuits: list[str], language: str
) -> None:
    """Titles, descriptions and circuits in any script stay on the sheet and apart."""
    chain = ValueChain(name, description=description)
    for number, circuit in enumerate(circuits):
        chain.add_circuit(circuit, id=f"own{number}")
    for page in ("A4", "A4-portrait"):
        chosen = options(page, language)
        drawn = scene(heading(chain, chosen), footing(chain, chosen), page=page)
        assert lint(drawn) == []
        assert all(_right(node) <= drawn.width - MARGIN + 1 for node in drawn.walk())


def test_a_status_without_a_mark_is_plainly_drawn() -> None:
    """What is observed needs no entry in the legend."""
    chain = ValueChain("Chaîne")
    chain.add_activity("Collecte", status=Status.OBSERVED)
    assert status_marks(chain.activities, options()) == ()


def _right(node: Node) -> float:
    return node.x + node.w if isinstance(node, Shape) else 0
