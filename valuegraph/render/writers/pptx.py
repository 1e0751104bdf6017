"""Scenes to PowerPoint, by python-pptx: a slide a sheet, made of shapes that can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import tostring

from valuegraph.extras import required
from valuegraph.problems import Bilingual
from valuegraph.render.page import printed_size
from valuegraph.render.scene import Scene
from valuegraph.render.writers.alternatives import alternative
from valuegraph.render.writers.archive import undated
from valuegraph.render.writers.pptx_geometry import Ground
from valuegraph.render.writers.pptx_slide import slide_content
from valuegraph.render.writers.svg_text import readable

_USE = Bilingual("Pour écrire un PPTX", "To write a PPTX")
_PER_MM = 36_000
_TITLE_ONLY = 5  # of the layouts in python-pptx's own template
_NEEDLESS = ("/thumbnail", "/extended-properties", "/printerSettings")
"""What the template brings along that would tell of another presentation."""


def pptx(scenes: Sequence[Scene]) -> bytes:
    """Return the scenes as one presentation, a slide each, of the size of the first sheet.

    Texts stand whole in their shapes, groups and pictures have names and alternative texts,
    connectors are glued to what they join, and the notes tell each sheet in words.

    Raises:
        MissingExtraError: python-pptx is not installed.
    """
    first = scenes[0]
    package = required("pptx", extra="pptx", use=_USE, language=first.language)
    made = package.Presentation()
    width, height = printed_size(first.page, first.width, first.height)
    made.slide_width, made.slide_height = round(width * _PER_MM), round(height * _PER_MM)
    for scene in scenes:
        _slide(made, scene)
    _about(made, first)
    saved = BytesIO()
    made.save(saved)
    return undated(saved.getvalue())


def _slide(made: Any, scene: Scene) -> None:
    from pptx.oxml import parse_xml

    scale = min(made.slide_width / scene.width, made.slide_height / scene.height)
    left = (made.slide_width - scene.width * scale) / 2
    top = (made.slide_height - scene.height * scale) / 2
    content = slide_content(scene, Ground(scale, left, top))
    slide = made.slides.add_slide(made.slide_layouts[_TITLE_ONLY])
    element = slide.element
    element.replace(element.cSld, parse_xml(tostring(content, encoding="utf-8")))
    slide.notes_slide.notes_text_frame.text = alternative(scene)


def _about(made: Any, scene: Scene) -> None:
    """Say what the presentation is, and no more of who made the template and when."""
    about = made.core_properties
    element = about._element
    for child in list(element):
        element.remove(child)
    about.title, about.language = readable(scene.title)[:255], readable(scene.language)[:255]
    for part in (made.part.package, made.part):
        relations = part._rels
        for name in [name for name, one in relations.items() if one.reltype.endswith(_NEEDLESS)]:
            relations.pop(name)
