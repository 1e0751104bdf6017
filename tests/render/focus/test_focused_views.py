"""Every view with every kind of focus: nothing overflows, nothing moves, all of it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from drawn_sheets import defects
from hypothesis import given, settings
from hypothesis import strategies as st
from random_chains import tangled_chains
from sized_chains import Sizes, sized_chain
from strategies import chains

from valuegraph.analysis.loss import loss
from valuegraph.analysis.routes import routes
from valuegraph.analysis.through import through
from valuegraph.errors import ValueGraphError
from valuegraph.model.chain import ValueChain
from valuegraph.render.draw import VIEWS, draw
from valuegraph.render.picture import Picture
from valuegraph.render.scene import Connector, Group, Node, Scene, Shape, Text
from valuegraph.render.sheets import Sheets

Focus = Callable[[ValueChain, str], dict[str, object]]

FOCUSES: dict[str, Focus] = {
    "a part": lambda chain, part: {"highlight": part},
    "two things": lambda chain, part: {"highlight": [part, *(x.id for x in chain.links[:1])]},
    "a loss": lambda chain, part: {"highlight": loss(chain, without=part)},
    "a share": lambda chain, part: {"highlight": through(chain, part)},
    "routes": lambda chain, part: {"highlight": routes(chain, limit=20).folded()},
    "one route": lambda chain, part: {"highlight": list(routes(chain, limit=1))},
    "what leads there": lambda chain, part: {"only": f"upstream:{part}"},
    "both sides": lambda chain, part: {"only": part, "highlight": part},
    "an overview": lambda chain, part: {"detail": "overview", "highlight": part},
}
PAIRS = [
    (tuple(VIEWS)[n % len(VIEWS)], tuple(FOCUSES)[n % len(FOCUSES)])
    for n in range(max(len(VIEWS), len(FOCUSES)))
]
"""Each view and each kind of focus, met once."""
USUAL = Sizes(3, 3, 3, 3, 3, 6)
LARGE = Sizes(9, 6, 9, 8, 9, 30)
DRAWN = ("actor", "resource", "support", "activity", "modality", "output", "impact", "margin")


def focused(chain: ValueChain, kind: str, part: str, **options: object) -> Picture:
    """Return a picture with a focus of that kind on a part."""
    return draw(chain, **options, **FOCUSES[kind](chain, part))  # type: ignore[arg-type]


def sheets_of(picture: Picture) -> Sheets:
    """Return what a picture holds as the judge wants it."""
    return Sheets(picture.scenes)


@pytest.mark.parametrize("view", VIEWS)
@settings(max_examples=12)
@given(st.data())
def test_any_chain_with_any_focus_is_drawn_well(view: str, data: st.DataObject) -> None:
    """On any chain that can be built a focus gives a clear error or a picture without defect."""
    kind = data.draw(st.sampled_from(sorted(FOCUSES)))
    chain = data.draw(st.one_of(chains(), tangled_chains(statuses=True, signs=True)))
    parts = [part.id for part in chain.parts() if part.kind in DRAWN]
    if not parts:
        return
    part = data.draw(st.sampled_from(parts))
    language = data.draw(st.sampled_from(("fr", "en")))
    refused, picture = None, Picture(())
    try:
        picture = focused(chain, kind, part, view=view, language=language)
    except ValueGraphError as error:
        refused = error.problems
    if refused is not None:
        assert refused.to_text("fr") != refused.to_text("en")
        return
    assert defects(sheets_of(picture)) == []
    assert picture.scenes[0].description.splitlines()[0]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("kind", ["a part", "a loss", "one route", "both sides", "an overview"])
def test_long_labels_overflow_nowhere(view: str, kind: str) -> None:
    """A caption with long names takes more rows and is cut before it leaves the sheet.

    Each view meets each kind of label, two with a kind of focus, and each page is met by some:
    the views by themselves are tried with all elsewhere, and the caption is the same in each.
    """
    turn = list(VIEWS).index(view) + list(FOCUSES).index(kind)
    every = list(enumerate(("phrase", "French of 400", "Arabic", "one word")))
    for place, labels in every[turn % 2 :: 2]:
        chain = sized_chain(USUAL, labels)
        chain.link("act0", "contributes", "imp0")
        page = ("A4", "A4-portrait", "slide")[(turn + place) % 3]
        assert defects(sheets_of(focused(chain, kind, "act0", view=view, page=page))) == []


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("kind", ["a part", "a loss", "an overview", "both sides"])
def test_a_map_of_many_parts_is_drawn_well(view: str, kind: str) -> None:
    """Sixty parts and more, over several sheets: each has its focus and its caption."""
    chain = sized_chain(LARGE)
    chain.link("act3", "contributes", "imp0")
    picture = focused(chain, kind, "act3", view=view)
    assert defects(sheets_of(picture)) == []
    assert all("caption" in {group.role for group in scene.groups()}
               for scene in picture.scenes if not _is_annex(scene))  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("kind", ["a part", "two things", "a loss", "a share", "one route"])
def test_a_highlight_moves_nothing(view: str, kind: str) -> None:
    """With the same caption, every shape, text and line stands where it stood without it."""
    chain = sized_chain(LARGE if kind == "two things" else USUAL)
    chain.link("act1", "contributes", "imp0")
    picture = focused(chain, kind, "act1", view=view)
    caption = _caption(picture.scenes[0])
    plain = draw(chain, view=_captioned(view, caption))
    assert [_places(scene) for scene in picture.scenes] == [
        _places(scene) for scene in plain.scenes
    ]


@pytest.mark.parametrize(("view", "kind"), PAIRS)
def test_the_same_focus_gives_the_same_scene(view: str, kind: str) -> None:
    """Asked twice, on chains built apart, a focus gives the same picture: each once, in a view."""
    pictures = []
    for _ in range(2):
        chain = sized_chain(USUAL)
        chain.link("act1", "contributes", "imp0")
        pictures.append(focused(chain, kind, "act1", view=view))
    first, second = ([scene.to_dict() for scene in picture.scenes] for picture in pictures)
    assert first == second


def _is_annex(scene: Scene) -> bool:
    return any(group.role == "annex" for group in scene.groups())


def _caption(scene: Scene) -> str:
    group = next(group for group in scene.groups() if group.role == "caption")
    text = next(node for node in group.children if isinstance(node, Text))
    return text.full or text.plain


def _captioned(view: str, caption: str) -> Callable[..., Sheets]:
    from importlib import import_module

    drawn = getattr(import_module(VIEWS[view]), view)
    return lambda chain, options: drawn(chain, replace(options, caption=caption))


def _places(scene: Scene) -> list[tuple[object, ...]]:
    """Return where everything stands, but for what the highlight adds itself."""
    found: list[tuple[object, ...]] = []

    def note(nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            match node:
                case Group(role="highlight"):
                    pass
                case Group():
                    found.append((node.id, node.ref, node.role))
                    note(node.children)
                case Text():
                    lines = tuple("".join(run.text for run in runs) for runs in node.lines)
                    found.append((node.x, node.y, node.w, node.h, node.size, lines))
                case Connector():
                    found.append((node.id, node.points))
                case Shape() if not node.decorative:
                    found.append((node.kind, node.x, node.y, node.w, node.h, node.points))

    note(scene.children)
    return found
