"""The pass over a scene: what stands out does so in grey as well, and what is calmed is read."""

from __future__ import annotations

import itertools

import pytest

import valuegraph as vg
from valuegraph.render.colour import contrast, difference, grey, luminance, mix
from valuegraph.render.draw import VIEWS
from valuegraph.render.focus.colouring import CALMED_FILL, quieted
from valuegraph.render.focus.lighting import CASING, OUTLINE
from valuegraph.render.scene import Group, Node, Scene, Shape, Text
from valuegraph.render.theme import DEFAULT_THEME, MARK_CONTRAST, TEXT_CONTRAST, Theme


def groups(scene: Scene, ref: str) -> list[Group]:
    """Return the groups that show a part."""
    return [group for group in scene.groups() if group.ref == ref]


def body(group: Group) -> Shape:
    """Return the shape that is the body of a group."""
    return next(node for node in group.children if isinstance(node, Shape) and not node.decorative)


def inks(group: Group) -> list[str]:
    """Return the colours of the words of a group."""
    texts = [node for node in group.children if isinstance(node, Text)]
    return [run.colour for text in texts for runs in text.lines for run in runs]


@pytest.fixture
def poster() -> Scene:
    """Return the cannery with one activity lit."""
    return vg.draw(vg.example("conserverie"), highlight="transformation").scenes[0]


def test_what_is_lit_is_outlined_by_weight_and_not_by_hue_alone(poster: Scene) -> None:
    """A lit part has an outline of 4 du on a dark casing: light on dark, whatever the ground."""
    group = next(each for each in groups(poster, "transformation") if each.role == "activity")
    shape = body(group)
    casing = group.children[group.children.index(shape) - 1]
    assert isinstance(casing, Shape)
    assert (shape.paint.stroke, shape.paint.width) == (DEFAULT_THEME.highlight, OUTLINE)
    assert (casing.paint.stroke, casing.paint.width) == (DEFAULT_THEME.ink, CASING)
    # In grey the line and its casing are told apart, and one of them from any ground.
    assert contrast(grey(shape.paint.stroke), grey(casing.paint.stroke)) >= MARK_CONTRAST
    for ground in ("#FFFFFF", DEFAULT_THEME.frame, DEFAULT_THEME.structure, shape.paint.fill):
        lines = (shape.paint.stroke, casing.paint.stroke)
        assert max(contrast(grey(line), grey(ground)) for line in lines) >= MARK_CONTRAST


def test_lit_and_calmed_are_told_apart_in_grey(poster: Scene) -> None:
    """A calmed body is far lighter than a lit one of the same kind; no calmed line is as wide."""
    lit, calm = (
        body(next(each for each in groups(poster, ref) if each.role == "activity"))
        for ref in ("transformation", "collecte")
    )
    assert luminance(calm.paint.fill) - luminance(lit.paint.fill) > 0.4
    assert calm.paint.width < OUTLINE / 2
    pale = [ink for group in groups(poster, "collecte.receives.gift") for ink in inks(group)]
    strong = [ink for group in groups(poster, "transformation.receives.gift")
              for ink in inks(group)]  # fmt: skip
    differences = [difference(grey(a), grey(b)) for a, b in itertools.product(pale, strong)]
    assert min(differences) > 20


@pytest.mark.parametrize("ground", [DEFAULT_THEME.structure, "#8A2F66", "#E3F2EE", "#FFFFFF"])
@pytest.mark.parametrize("ink", ["#FFFFFF", DEFAULT_THEME.ink, "#51606F", "#F4E0EB"])
def test_a_calmed_word_keeps_the_contrast_that_words_need(ink: str, ground: str) -> None:
    """It is as pale as level AA allows: neither paler nor much darker."""
    after = mix(ground, DEFAULT_THEME.paper, CALMED_FILL)
    found = contrast(quieted(ink, ground, after, DEFAULT_THEME.ink, TEXT_CONTRAST), after)
    assert TEXT_CONTRAST <= found < 7


def test_the_legend_the_heading_and_the_source_are_never_calmed() -> None:
    """What speaks of the whole sheet stays as it was."""
    chain = vg.example("conserverie")
    plain = vg.draw(chain).scenes[0]
    lit = vg.draw(chain, highlight="cohesion").scenes[0]
    for role in ("heading", "legend"):
        before, after = (
            next(group for group in scene.groups() if group.role == role) for scene in (plain, lit)
        )
        assert before == after


@pytest.mark.parametrize("view", VIEWS)
def test_the_steps_of_a_route_are_numbered_in_order(view: str) -> None:
    """Each part of a route that a view shows has its number, from the start to the end."""
    chain = vg.example("conserverie")
    route = vg.routes(chain, start="alimentaires", end="cohesion").folded()[0]
    scene = vg.draw(chain, view=view, highlight=route).scenes[0]
    steps = [group for group in scene.groups() if group.role == "step"]
    told = {_words(group): dict(group.data)["part"] for group in steps}
    shown = {ref for group in scene.groups() for ref in [group.ref]}
    expected = {str(n): part for n, part in enumerate(route.parts, 1) if part in shown}
    assert told.items() <= expected.items()
    assert {part for part in expected.values() if part != "alimentaires"} <= set(told.values())


def test_a_loss_is_hatched_dashed_and_named() -> None:
    """What is taken away has a dash, hatching and a word; a cut impact says so in words."""
    chain = vg.ValueChain("Jardin", language="fr")
    chain.add_resource("Terre", id="terre")
    chain.add_activity("Cultiver", id="cultiver", uses=["terre"])
    chain.add_impact("Liens", id="liens", of=["cultiver"])
    scene = vg.draw(chain, highlight=vg.loss(chain, without="terre")).scenes[0]
    card = next(group for group in groups(scene, "terre") if _has_body(group))
    shape = body(card)
    assert shape.paint.dash
    hatching = card.children[card.children.index(shape) + 1]
    assert isinstance(hatching, Shape)
    assert hatching.d.count("M") > 5
    tags = {dict(g.data)["part"]: _words(g) for g in scene.groups() if g.role == "tag"}
    assert tags == {"terre": "× retiré", "cultiver": "× s’arrête", "liens": "plus rien n’y mène"}
    assert "Plus rien ne mène à «\u00a0Liens\u00a0»" in scene.description
    assert "ce n’est pas une mesure de l’impact" in scene.description


def test_another_theme_is_calmed_towards_its_own_paper() -> None:
    """On dark paper, what is calmed becomes dark, and its words stay readable."""
    dark = Theme(paper="#10161D", ink="#F2F5F8", frame="#18212B", panel="#141C25", muted="#A9B7C6")
    scene = vg.draw(vg.example("conserverie"), theme=dark, highlight="collecte").scenes[0]
    shape = body(next(each for each in groups(scene, "cohesion") if each.role == "impact"))
    assert luminance(shape.paint.fill) < 0.1


def _has_body(group: Group) -> bool:
    return any(isinstance(node, Shape) and not node.decorative for node in group.children)


def _words(node: Node) -> str:
    texts = [child for child in getattr(node, "children", ()) if isinstance(child, Text)]
    return "".join(run.text for text in texts for runs in text.lines for run in runs)
