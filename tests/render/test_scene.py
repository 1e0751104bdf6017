"""The scene: frozen data that can be walked and written down."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError

import pytest

from valuegraph.render.fit import shorten, text_block
from valuegraph.render.scene import Connector, Group, Paint, Scene, Shape


def _box(name: str = "") -> Shape:
    return Shape("rect", 0.123, 10, 20, 30, Paint("#FFFFFF"), id=name)


def _scene(*children) -> Scene:
    return Scene("Titre", "Description", children)


def test_scene_cannot_be_changed() -> None:
    """Nothing in a scene can be replaced once it is made."""
    scene = _scene(_box("a"))
    with pytest.raises(FrozenInstanceError):
        scene.children[0].x = 5


def test_scene_can_be_hashed() -> None:
    """A scene is frozen through and through, so that it has a hash."""
    assert hash(_scene(Group("g", (_box("a"), text_block("mot", 0, 0, 50, 12)))))


def test_same_id_twice_is_refused() -> None:
    """Two things of a scene never share an id, at whatever depth they are."""
    with pytest.raises(ValueError, match="'a'"):
        _scene(_box("a"), Group("g", (Group("a"),)))


def test_connector_to_nothing_is_refused() -> None:
    """A connector joins things that exist."""
    wire = Connector("a", "nowhere", ((0, 0), (1, 1)), Paint(stroke="#000000"))
    with pytest.raises(ValueError, match="nowhere"):
        _scene(_box("a"), wire)


def test_walk_follows_the_drawing_order() -> None:
    """Nodes come in drawing order, a group before what it holds."""
    one, two, three = _box("one"), _box("two"), _box("three")
    group = Group("g", (two,))
    assert list(_scene(one, group, three).walk()) == [one, group, two, three]


def test_shortened_texts_are_told() -> None:
    """A scene tells the texts that it could not show whole."""
    long = shorten("un texte bien trop long pour sa boîte", 0, 0, 60, 12, h=15)
    assert _scene(text_block("court", 0, 0, 60, 12), long).shortened() == (long,)


def test_plain_form_is_json_with_two_decimals() -> None:
    """The plain form is JSON, its lengths have two decimals and its defaults are left out."""
    plain = _scene(_box()).to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["children"] == [
        {
            "type": "shape",
            "kind": "rect",
            "x": 0.12,
            "y": 10,
            "w": 20,
            "h": 30,
            "paint": {"fill": "#FFFFFF"},
        }
    ]


def test_plain_form_names_no_file() -> None:
    """The plain form names the font and the page, never a path of this machine."""
    plain = Scene("t", "d", (), page=_scene().page, font=_scene().font).to_dict()
    assert "ttf" not in json.dumps(plain)


def test_text_moves_without_being_measured_again() -> None:
    """A moved text keeps its lines and takes the new box."""
    text = text_block("deux mots", 0, 0, 100, 12)
    moved = text.at(5, 6, h=40, valign="middle")
    assert (moved.x, moved.y, moved.h, moved.valign) == (5, 6, 40, "middle")
    assert moved.lines == text.lines


def test_polygon_knows_its_box() -> None:
    """A polygon's box is computed from its points."""
    shape = Shape.polygon(((5, 2), (15, 2), (10, 9)), Paint())
    assert (shape.x, shape.y, shape.w, shape.h) == (5, 2, 10, 7)
