"""One page that tells a facilitator how to use the kit."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.render.fit import text_block
from valuegraph.render.kit.howto_words import SECTIONS, Section
from valuegraph.render.kit.paper import Paper
from valuegraph.render.kit.words import say
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Group, Node, Paint, Scene
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.lettering import written

_PAGE = PAGES["A4-portrait"]
_LEFT, _WIDTH = 18.0, 174.0
_TOP = 18.0
_SIZE, _STEP = 4.7, 2.3
_NUMBER = 8.0
_SECTION_GAP = 7.0


def how_to(options: ViewOptions) -> Scene:
    """Return the page, in French or in English."""
    paper = Paper(_PAGE, options, _PAGE.width_mm)
    title, told = say("how-to", options.language), say("how-to in words", options.language)
    return paper.scene(title, told, _nodes(title, told, paper))


def _nodes(title: str, told: str, paper: Paper) -> Iterator[Node]:
    theme = paper.options.theme
    heading = (
        paper.line(title, _LEFT, _TOP, _WIDTH, 8.2, bold=True, colour=theme.structure),
        paper.line(told, _LEFT, _TOP + 11, _WIDTH, 4.4, colour=theme.muted),
    )
    yield Group("zone..heading", heading, role="heading")
    y = _TOP + 24
    for number, section in enumerate(SECTIONS, 1):
        nodes, y = _section(section, y, paper)
        name = section.title.text(paper.options.language)
        yield Group(f"section..{number}", nodes, role="section", title=name)
        y += _SECTION_GAP


def _section(section: Section, y: float, paper: Paper) -> tuple[tuple[Node, ...], float]:
    theme, language = paper.options.theme, paper.options.language
    nodes: list[Node] = [
        paper.caption(section.title.text(language), _LEFT, y, _WIDTH, 4.2, theme.structure)
    ]
    y += 8
    for number, line in enumerate(section.lines, 1):
        text = text_block(
            line.text(language), paper.du(_LEFT + _NUMBER), paper.du(y), paper.du(_WIDTH - _NUMBER),
            paper.du(_SIZE), **written(paper.options),
        )  # fmt: skip
        height = text.h / paper.du(1)
        if section.numbered:
            nodes.append(paper.line(str(number), _LEFT, y, _NUMBER - 2, _SIZE, bold=True,
                                    colour=theme.structure))  # fmt: skip
        else:
            bullet = Paint(theme.structure_bullet)
            nodes.append(paper.shape(_LEFT + 0.5, y + 2.2, 1.4, 1.4, bullet, kind="ellipse",
                                     decorative=True))  # fmt: skip
        nodes.append(text)
        y += height + _STEP
    return tuple(nodes), y
