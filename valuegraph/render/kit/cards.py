"""Cards to cut out: one for each part of the chain, numbered, and blank ones of every kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valuegraph.model.activity import Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Part, is_blank
from valuegraph.render.icons import icon_for
from valuegraph.render.kit.paper import Paper
from valuegraph.render.kit.words import say
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Group, Node, Paint, Scene
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import Theme
from valuegraph.render.views.blocks.badges import centred_icon, circuit_looks, part_icon
from valuegraph.render.words import say as say_of_views

_PAGE = PAGES["A4-portrait"]
_WIDTH, _HEIGHT = 92.0, 66.0
_COLUMNS, _ROWS = 2, 4
_LEFT = (_PAGE.width_mm - _COLUMNS * _WIDTH) / 2
_TOP = (_PAGE.height_mm - _ROWS * _HEIGHT) / 2
_BAND = 17.0
_MARK = 6.0
KINDS = ("actor", "resource", "support", "activity", "modality", "output", "impact", "margin",
         "question")  # fmt: skip
"""The kinds of part that have a card, in the order of a workshop."""
_BLANK_KINDS = ("actor", "resource", "support", "activity", "modality", "output", "impact",
                "question")  # fmt: skip
BLANKS = len(_BLANK_KINDS)
"""How many blank cards there are: one sheet, copied as often as needed."""


@dataclass(frozen=True, slots=True)
class _Card:
    """What one card shows; ``number`` 0 and an empty ``name`` for a blank one."""

    kind: str
    icon: str
    colour: str
    number: int = 0
    name: str = ""
    note: str = ""
    ref: str = ""


def cards(chain: ValueChain, options: ViewOptions) -> tuple[Scene, ...]:
    """Return the sheets of cards: those of the parts in order, then one sheet of blank ones."""
    filled = list(_filled(chain, options))
    blank = [_blank(kind, options.theme) for kind in _BLANK_KINDS]
    size = _COLUMNS * _ROWS
    sheets = [filled[start : start + size] for start in range(0, len(filled), size)]
    name = chain.about.label(options.language) or say("untitled", options.language)
    title = say("cards", options.language, name=name)
    told = say("cards in words", options.language, count=len(filled), blank=BLANKS)
    paper = Paper(_PAGE, options, _PAGE.width_mm)
    return tuple(
        paper.scene(title, told, _sheet(sheet, paper, number, len(sheets) + 1))
        for number, sheet in enumerate([*sheets, blank], 1)
    )


def _filled(chain: ValueChain, options: ViewOptions) -> Iterator[_Card]:
    language, theme = options.language, options.theme
    looks = circuit_looks(chain, options)
    number = 0
    for kind in KINDS:
        for part in chain.parts(kind):
            number += 1
            symbol, colour = part_icon(part, theme), _colour(kind, theme)
            if isinstance(part, Modality):
                symbol, colour = looks[part.circuit].icon, looks[part.circuit].colours.full
            name = part.label(language) or say("unnamed", language)
            yield _Card(kind, symbol, colour, number, name, _note(chain, part, language), part.id)


def _blank(kind: str, theme: Theme) -> _Card:
    symbols = {
        "resource": icon_for("resource"),
        "support": icon_for("support"),
        "impact": icon_for("impact"),
        "modality": icon_for("circuit"),
    }
    return _Card(kind, symbols.get(kind) or icon_for("part", kind), _colour(kind, theme))


def _colour(kind: str, theme: Theme) -> str:
    return {
        "resource": theme.resource_icon,
        "impact": theme.impacts[0],
        "margin": theme.impacts[1],
        "actor": theme.frame_label,
        "modality": theme.muted,
        "question": theme.muted,
    }.get(kind, theme.structure)


def _note(chain: ValueChain, part: Part, language: str) -> str:
    """Return the line below the name: the cell of a modality, else the description."""
    if isinstance(part, Modality):
        activity = chain.find(part.activity)
        owner = activity.label(language) if isinstance(activity, Part) else ""
        circuit = chain.circuit(part.circuit).label(language)
        return say(f"cell {part.way.value}", language, activity=owner or say("unnamed", language),
                   circuit=circuit)  # fmt: skip
    told = part.text("description", language)
    return "" if is_blank(told) else told


def _sheet(sheet: Sequence[_Card], paper: Paper, number: int, sheets: int) -> Iterator[Node]:
    for place, card in enumerate(sheet):
        row, column = divmod(place, _COLUMNS)
        yield _drawn(card, _LEFT + column * _WIDTH, _TOP + row * _HEIGHT, place, paper)
    yield from _crop_marks(paper)
    told = say_of_views("sheet", paper.options.language, number=number, count=sheets)
    text = paper.line(told, _LEFT, _PAGE.height_mm - 9, _COLUMNS * _WIDTH, 3.6, align="center",
                      colour=paper.options.theme.muted)  # fmt: skip
    yield Group("zone..sheet", (text,), role="sheet-number")


def _drawn(card: _Card, x: float, y: float, place: int, paper: Paper) -> Group:
    theme, language = paper.options.theme, paper.options.language
    outline = Paint(theme.paper, theme.hairline, paper.du(0.2))
    inner, width = x + _BAND + 5, _WIDTH - _BAND - 10
    kind = say(f"card {card.kind}", language)
    nodes: list[Node] = [
        paper.shape(x, y, _WIDTH, _HEIGHT, outline),
        paper.shape(x, y, _BAND, _HEIGHT, Paint(card.colour), decorative=True),
        centred_icon(card.icon, paper.du(x + _BAND / 2), paper.du(y + 13), paper.du(10),
                     theme.paper),
        paper.caption(kind, inner, y + 5, width, 3.6, card.colour),
    ]  # fmt: skip
    if card.number:
        nodes.append(paper.line(str(card.number), x + 1, y + _HEIGHT - 14, _BAND - 2, 8, h=10,
                                bold=True, align="center", valign="middle",
                                colour=theme.paper))  # fmt: skip
        nodes.append(paper.box(card.name, inner, y + 13, width, 6.6, h=31, bold=True))
        if card.note:
            nodes.append(paper.box(card.note, inner, y + 47, width, 4.2, h=15,
                                   colour=theme.muted))  # fmt: skip
    else:
        pen = paper.pen(theme.hairline, 0.3)
        nodes += [paper.rule(((inner, y + line), (inner + width, y + line)), pen)
                  for line in (24, 36, 48, 60)]  # fmt: skip
    said = f"{card.number}. {card.name}" if card.number else kind
    return Group(f"card..{place + 1}", tuple(nodes), ref=card.ref, role=card.kind, title=said)


def _crop_marks(paper: Paper) -> Iterator[Node]:
    pen = paper.pen(paper.options.theme.muted, 0.25)
    right, bottom = _LEFT + _COLUMNS * _WIDTH, _TOP + _ROWS * _HEIGHT
    for column in range(_COLUMNS + 1):
        x = _LEFT + column * _WIDTH
        yield paper.rule(((x, _TOP - _MARK - 1), (x, _TOP - 1)), pen)
        yield paper.rule(((x, bottom + 1), (x, bottom + _MARK + 1)), pen)
    for row in range(_ROWS + 1):
        y = _TOP + row * _HEIGHT
        yield paper.rule(((_LEFT - _MARK - 1, y), (_LEFT - 1, y)), pen)
        yield paper.rule(((right + 1, y), (right + _MARK + 1, y)), pen)
