"""The judge of scenes is itself judged: it finds each defect, and nothing in a good scene."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scene_lint import lint

from valuegraph.render.fit import text_block
from valuegraph.render.icons import icon
from valuegraph.render.scene import Connector, Group, Node, Paint, Run, Scene, Shape, Text

WHITE = Paint("#FFFFFF")
BLACK = Paint(stroke="#000000")


def _scene(*children: Node) -> Scene:
    return Scene("t", "d", children)


def _text(words: str = "un texte", x: float = 110, y: float = 110, w: float = 180, **style) -> Text:
    return text_block(words, x, y, w, 16, **style)


def _box(x: float = 100, y: float = 100, w: float = 200, h: float = 60, **more) -> Shape:
    return Shape("rect", x, y, w, h, WHITE, **more)


def _drawn(text: Text, words: str) -> Text:
    return replace(text, lines=((Run(words),),))


GOOD = {
    "a text in its box": [_box(), _text()],
    "a text on the page": [_text()],
    "a text in a group within a shape": [_box(), Group("g", (_text(),))],
    "a strip read upwards": [
        _box(100, 100, 40, 200),
        _text("Activités de soutien", 20, 180, 200, h=40, align="center", valign="middle")
        and _text("Soutien", 20, 180, 200, h=40, align="center", valign="middle", rotate=-90),
    ],
    "a text beside a badge": [
        _box(),
        Shape("ellipse", 105, 110, 20, 20, Paint("#000000"), decorative=True),
        _text(x=130, w=150),
    ],
    "lines that touch": [_text("un\ndeux"), _text("trois", y=110 + 2 * 16 * 1.2)],
    "a shape drawn before": [_box(), _box(105, 105, 190, 50), _text()],
    "white on a dark shape": [
        Shape("rect", 100, 100, 200, 60, Paint("#1F3A5F")),
        _text(colour="#FFFFFF"),
    ],
    "a connector beside a text": [
        _box(id="a"),
        _text(),
        Connector("a", "a", ((300, 130), (350, 130)), BLACK),
    ],
    "fine print": [replace(_text(), size=8, fine_print=True)],
}

BAD = {
    "empty": [replace(_text(), lines=(), paragraphs=())],
    "too small": [replace(_text(), size=9.9)],
    "too high": [_text("un\ndeux\ntrois", h=40)],
    "too wide": [_drawn(_text(), "un texte qui est vraiment plus large que sa boîte")],
    "no glyph": [_drawn(_text(), "中")],
    "off the page": [_text(x=1300, w=180), _drawn(_text(x=1390, w=180), "dehors")],
    "outside its rect": [_box(), _text(y=140, words="un\ndeux")],
    "outside its home_plate": [
        Shape("home_plate", 100, 100, 120, 60, WHITE, depth=50),
        _text("tout à droite", 120, 100, 98, align="right"),
    ],
    "outside its chevron": [
        Shape("chevron", 100, 100, 200, 60, WHITE, depth=40),
        _text("x", 105, 120, 50),
    ],
    "outside its polygon": [
        Shape.polygon(((100, 100), (200, 100), (300, 160), (100, 160)), WHITE),
        _text("un texte assez long", 110, 105, 180),
    ],
    "outside its ellipse": [Shape("ellipse", 100, 100, 120, 60, WHITE), _text("x", 101, 101, 30)],
    "overlap": [_text("un"), _text("deux", x=112)],
    "drawn over": [_text(), _box()],
    "mark touches": [_box(), _text(), icon("heart", 120, 105, 24, "#000000")],
    "too pale": [Shape("rect", 100, 100, 200, 60, Paint("#9C4279")), _text(colour="#51606F")],
    "too pale: 'un texte'": [_text(colour="#FFFFFF")],
    "a connector crosses 'un texte'": [
        _box(id="a"),
        _text(),
        Connector("a", "a", ((50, 120), (350, 120)), BLACK),
    ],
    "a connector crosses": [
        _box(id="a"),
        _text(),
        Connector(
            "a",
            "a",
            ((50, 20), (120, 20), (120, 230), (200, 230)),
            Paint(stroke="#000000"),
            "curve",
        ),
    ],
    "off the page: a rect": [_box(1300, 100, 200, 60)],
    "off the page: a connector": [
        _box(id="a"),
        _box(400, id="b"),
        Connector("a", "b", ((300, 130), (300, -20), (400, 130)), BLACK),
    ],
}


@pytest.mark.parametrize("children", GOOD.values(), ids=GOOD.keys())
def test_good_scene_is_let_through(children: list[Node]) -> None:
    """Nothing is found in a scene that is as it should be."""
    assert lint(_scene(*children)) == []


@pytest.mark.parametrize(("defect", "children"), BAD.items(), ids=BAD.keys())
def test_each_defect_is_found(defect: str, children: list[Node]) -> None:
    """A scene with one defect is reported with the name of that defect."""
    assert any(defect in complaint for complaint in lint(_scene(*children)))


def test_turned_text_is_judged_where_it_is_drawn() -> None:
    """A strip's text is judged after it is turned: too long for the strip, it is found outside."""
    strip = _box(100, 100, 40, 60)
    text = _text("Activités de soutien", 20, 110, 200, h=40, align="center", rotate=-90)
    assert any("outside" in complaint for complaint in lint(_scene(strip, text)))


def test_decorations_contain_nothing() -> None:
    """A text is judged by the last shape that is not a decoration."""
    bar = _box(100, 100, 4, 60, decorative=True)
    assert lint(_scene(_box(), bar, _text())) == []
