"""What can be highlighted or drawn alone, how it is told, and what is refused."""

from __future__ import annotations

import pytest

import valuegraph as vg
from valuegraph.render.scene import Group, Scene, Shape
from valuegraph.render.theme import DEFAULT_THEME


@pytest.fixture
def chain() -> vg.ValueChain:
    """Return the packaged cannery."""
    return vg.example("conserverie")


def lit(scene: Scene) -> set[str]:
    """Return the ids of what is outlined."""
    return {
        group.ref
        for group in scene.groups()
        for node in group.children
        if isinstance(node, Shape) and node.paint.stroke == DEFAULT_THEME.highlight
    }


def caption(chain: vg.ValueChain, language: str = "fr", **options: object) -> str:
    """Return the first line of the alternative text."""
    picture = vg.draw(chain, language=language, **options)  # type: ignore[arg-type]
    return spaced(picture.scenes[0].description.splitlines()[0])


def spaced(text: str) -> str:
    """Return a text with plain spaces in the place of those that do not break."""
    return " ".join(text.split())


def test_selectors_light_what_they_mean(chain: vg.ValueChain) -> None:
    """A circuit lights its cells, an actor what it acts in, a link its ends, a kind its parts."""
    cells = {cell.id for cell in chain.modalities if cell.circuit == "gift"}
    for asked, expected in (
        ("circuit:gift", cells),
        ("actor:clirse", {"clirse", "rd"}),
        ("alimentaires-feeds-collecte", {"alimentaires", "collecte"}),
        ("impacts", {part.id for part in chain.impacts}),
        ("Collecte de produits", {"collecte"}),
        (chain.find("cohesion"), {"cohesion"}),
        (["cohesion", "transition"], {"cohesion", "transition"}),
    ):
        assert lit(vg.draw(chain, highlight=asked).scenes[0]) == expected


def test_routes_in_words_are_those_of_the_analysis(chain: vg.ValueChain) -> None:
    """``routes:`` lights all folded routes, ``route:`` one; both are told in words."""
    found = vg.routes(chain, start="humaines", end="cohesion").folded()
    scene = vg.draw(chain, highlight="chemins:humaines → cohesion").scenes[0]
    assert {part for route in found for part in route.parts} <= lit(scene)
    told = caption(chain, highlight="chemins:humaines>cohesion")
    assert told.startswith("2 chemins mis en évidence, de « Ressources humaines » à « Vitalité")
    shortest = caption(chain, "en", highlight="route:alimentaires>cohesion")
    assert "The shortest route" in shortest
    assert "“Food resources” feeds “Collecting produce”, which contributes to" in shortest


def test_the_strongest_route_is_taken_where_all_strengths_are_known() -> None:
    """Of two ways the one whose product is larger, though it is longer."""
    chain = vg.ValueChain("Jardin", language="fr")
    chain.add_resource("Terre", id="terre")
    for name in ("direct", "detour", "fin"):
        chain.add_activity(name.title(), id=name)
    chain.add_impact("Liens", id="liens")
    for start, kind, end, strength in (
        ("terre", "feeds", "direct", 0.3), ("direct", "contributes", "liens", 0.3),
        ("terre", "feeds", "detour", 0.9), ("detour", "precedes", "fin", 0.9),
        ("fin", "contributes", "liens", 0.9),
    ):  # fmt: skip
        chain.link(start, kind, end, strength=strength)
    assert lit(vg.draw(chain, highlight="route:terre>liens").scenes[0]) >= {"detour", "fin"}
    assert "direct" not in lit(vg.draw(chain, highlight="route:terre>liens").scenes[0])
    assert caption(chain, highlight="route:terre>liens").startswith("Chemin le plus fort")


def test_a_loop_comes_back_in_words(chain: vg.ValueChain) -> None:
    """The last step of a loop leads to the first."""
    loop = vg.cycles(chain)[0]
    told = caption(chain, highlight=loop)
    first = chain.find(loop.parts[0]).label("fr")  # type: ignore[union-attr]
    assert told.count(f"« {first} »") == 2


def test_an_answer_is_told_by_its_own_sentences_and_caption(chain: vg.ValueChain) -> None:
    """A loss and a share bring the caption that goes with shares; so does ``without:``."""
    answer = vg.loss(chain, without="circuit:gift")
    told = caption(chain, highlight=answer)
    assert told == caption(chain, highlight="sans:circuit:gift")
    assert told.startswith(spaced(answer.sentences("fr")[0]))
    assert told.endswith(spaced(answer.caption.fr))
    share = vg.through(chain, "collecte")
    assert caption(chain, "en", highlight=share).endswith(share.caption.en)


def test_only_tells_what_is_shown_and_left_out(chain: vg.ValueChain) -> None:
    """Counts of each kind, in both languages, names in the language of the drawing."""
    told = caption(chain, "en", only="upstream:transition")
    assert told == (
        "Shown: what leads to “Acceleration of the ecological transition”: 7 stakeholders, "
        "3 resources, 2 support activities, 3 activities, 9 modalities, 1 impact; "
        "left out: 1 stakeholder, 2 impacts."
    )
    every = [part.id for part in chain.parts() if part.kind != "circuit"]
    assert "rien n’est laissé de côté" in caption(chain, only=every)


def test_what_the_view_does_not_show_is_told_twice(chain: vg.ValueChain) -> None:
    """In the caption, and as a note of the picture."""
    picture = vg.draw(chain, view="porter", highlight="alimentaires", language="en")
    assert "This view does not show “Food resources”." in picture.scenes[0].description
    assert picture.problems.codes() == ("VG405",)
    small = vg.draw(chain, only="upstream:transition", highlight="cohesion")
    assert small.problems.codes() == ("VG405",)


def test_an_overview_counts_and_leaves_out_details(chain: vg.ValueChain) -> None:
    """Cells say how many modalities they hold; details are counted in the caption."""
    chain.change("rd", story="detail")
    chain.add_modality("collecte", circuit="gift", name="Glanage", way="receives")
    told = caption(chain, detail="overview")
    assert told.startswith("Vue d’ensemble")
    assert "1 activité de soutien" in told
    for view in ("extended", "matrix", "porter"):
        picture = vg.draw(chain, view=view, detail="overview")
        words = {text.plain for text in picture.scenes[0].texts()}
        assert {"2 modalités", "1 modalité"} <= words
        assert not {"Glanage", "Achats en euros", "Mutualisation des ressources"} & words
        counted = vg.draw(chain, view=view, detail="overview", highlight="circuit:gift")
        groups = [g for g in counted.scenes[0].groups() if ("parts" in dict(g.data))]
        assert any(_is_lit(group) for group in groups)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"highlight": "alimentairs"}, "VG213"),
        ({"highlight": ["cohesion", "nope"]}, "VG213"),
        ({"highlight": []}, "VG550"),
        ({"highlight": "group:nope"}, "VG550"),
        ({"highlight": "circuit:nope"}, "VG219"),
        ({"highlight": "route:cohesion>alimentaires"}, "VG460"),
        ({"highlight": "routes:alimentaires"}, "VG461"),
        ({"highlight": "routes:alimentairs>cohesion"}, "VG213"),
        ({"highlight": 3.5}, "VG450"),
        ({"highlight": {"part": "cohesion"}}, "VG450"),
        ({"only": "amont:cohesio"}, "VG213"),
        ({"only": []}, "VG550"),
        ({"detail": "some"}, "VG450"),
    ],
)
def test_what_cannot_be_is_refused_in_both_languages(
    chain: vg.ValueChain, asked: dict[str, object], code: str
) -> None:
    """Each refusal has its code, says what is allowed or near, and differs by language."""
    with pytest.raises(vg.ValueGraphError) as caught:
        vg.draw(chain, **asked)  # type: ignore[arg-type]
    problems = caught.value.problems
    assert problems.codes() == (code,)
    assert problems.to_text("fr") != problems.to_text("en")
    assert problems[0].hint("fr")


def test_an_answer_that_lights_nothing_is_refused(chain: vg.ValueChain) -> None:
    """Shares of every impact are no place in the drawing: the refusal says what can be lit."""
    with pytest.raises(vg.OptionError, match="un chemin"):
        vg.draw(chain, highlight=vg.shares(chain))


def test_an_answer_about_another_chain_is_refused(chain: vg.ValueChain) -> None:
    """Its ids mean nothing here."""
    other = vg.ValueChain("Jardin")
    other.add_resource("Terre", id="terre")
    other.add_activity("Cultiver", id="cultiver", uses=["terre"])
    other.add_impact("Liens", id="liens", of=["cultiver"])
    for answer in (
        vg.loss(other, without="terre"),
        vg.routes(other)[0],
        vg.through(other, "terre"),
    ):
        with pytest.raises(vg.UnknownPartError):
            vg.draw(chain, highlight=answer)


def test_several_views_share_one_focus(chain: vg.ValueChain) -> None:
    """Each view of a picture is narrowed and lit alike."""
    picture = vg.draw(chain, view=["extended", "matrix"], highlight="cohesion", language="en")
    assert [scene.description.splitlines()[0] for scene in picture.scenes] == [
        "Highlighted: “Vitality of the community and social cohesion”. The rest is faded."
    ] * 2


def _is_lit(group: Group) -> bool:
    return any(
        isinstance(node, Shape) and node.paint.stroke == DEFAULT_THEME.highlight
        for node in group.children
    )
