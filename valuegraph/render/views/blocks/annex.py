"""The annex: every shortened text gets a number, and stands whole on a sheet at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from valuegraph.model.activity import Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import PART_KIND_WORDS
from valuegraph.model.part import Part
from valuegraph.model.words import CIRCUIT_LABELS
from valuegraph.problems import Bilingual, Problem, Where
from valuegraph.render.fit import ELLIPSIS
from valuegraph.render.fontface import Font, face
from valuegraph.render.glyphs import MISSING_BOX, missing_characters
from valuegraph.render.scene import Group, Node, Run, Scene, Text
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.blocks.annex_sheet import Entry, annex_sheets
from valuegraph.render.wrap import line_width

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BRIEF = 60
_PLURALS = {
    "actor": Bilingual("parties prenantes", "stakeholders"),
    "modality": Bilingual("modalités", "modalities"),
    "resource": Bilingual("ressources", "resources"),
}


def with_annex(
    scenes: Sequence[Scene],
    chain: ValueChain,
    options: ViewOptions,
    *,
    problems: Sequence[Problem] = (),
    left_out: Sequence[Part] = (),
    unplaced: Sequence[Part] = (),
) -> Sheets:
    """Return the sheets of a view with their annex, and what the reader must know.

    Args:
        scenes: the sheets as drawn; texts that were shortened keep the whole in ``full``.
        chain: the chain they show.
        options: how it is drawn.
        problems: what the view found itself.
        left_out: parts that found no room in the drawing: the annex names them.
        unplaced: parts that have no place in the drawing: the annex names them too.

    Returns:
        The scenes, each shortened text followed by its number, then the sheets of the annex;
        and ``problems`` with one more for each shortened text and one for missing characters.
    """
    numbers = _Numbers(options.theme.font)
    numbered = [
        replace(scene, children=tuple(numbers.on(node, "") for node in scene.children))
        for scene in scenes
    ]
    entries = [
        Entry(number, ref, _place(chain, ref, full, options.language), full)
        for (ref, full), number in numbers.given.items()
    ]
    for part in dict.fromkeys((*left_out, *unplaced)):
        place = PART_KIND_WORDS[part.kind].text(options.language).capitalize()
        entries.append(Entry(0, part.id, place, part.label(options.language)))
    # The heading of the annex may itself be shortened: it then has the number it had before.
    annex = [
        replace(scene, children=tuple(numbers.on(node, "") for node in scene.children))
        for scene in annex_sheets(entries, chain, options)
    ]
    shortened = [
        Problem("VG401", Where(id=ref), {"id": ref or "—", "text": numbers.shown[ref, full]})
        for ref, full in numbers.given
    ]
    every = (*numbered, *annex)
    return Sheets(every, (*problems, *shortened, *_left_out(left_out), *_missing(every, options)))


class _Numbers:
    """The numbers given to shortened texts, in the order of drawing."""

    def __init__(self, font: Font) -> None:
        self.font = font
        self.given: dict[tuple[str, str], int] = {}
        self.shown: dict[tuple[str, str], str] = {}

    def on(self, node: Node, ref: str) -> Node:
        """Return the node with a number after every shortened text in it."""
        if isinstance(node, Group):
            ref = node.ref or ref
            children = tuple(self.on(child, ref) for child in node.children)
            same = all(new is old for new, old in zip(children, node.children, strict=True))
            return node if same else replace(node, children=children)
        if isinstance(node, Text) and node.full:
            key = (ref, node.full)
            number = self.given.setdefault(key, len(self.given) + 1)
            self.shown.setdefault(key, _brief(node.plain.replace("\n", " ")))
            return _marked(node, str(number).translate(_SUPERSCRIPTS), self.font)
        return node


def _marked(text: Text, mark: str, font: Font) -> Text:
    """Return a shortened text with ``mark`` after its "…", within the same width."""
    place = next(
        (i for i, runs in enumerate(text.lines) if runs[-1].text.endswith(ELLIPSIS)),
        len(text.lines) - 1,
    )
    runs = text.lines[place]
    last = runs[-1]
    kept = last.text.removesuffix(ELLIPSIS)
    whole = len(kept)
    while kept and _width(text, runs[:-1], last, kept + ELLIPSIS + mark, font) > text.w:
        kept = kept[:-1].rstrip()
    ended = (*runs[:-1], replace(last, text=kept + ELLIPSIS + mark))
    paragraphs = tuple(
        (
            *written[:-1],
            replace(written[-1], text=_shorter(written[-1].text, whole - len(kept), mark)),
        )
        if written[-1].text.endswith(ELLIPSIS)
        else written
        for written in text.paragraphs
    )
    lines = (*text.lines[:place], ended, *text.lines[place + 1 :])
    return replace(text, lines=lines, paragraphs=paragraphs)


def _shorter(written: str, less: int, mark: str) -> str:
    kept = written.removesuffix(ELLIPSIS)
    return kept[: max(0, len(kept) - less)].rstrip() + ELLIPSIS + mark


def _width(text: Text, before: Sequence[Run], last: Run, ending: str, font: Font) -> float:
    return sum(
        line_width(
            shown,
            text.size * run.scale,
            font=font,
            bold=run.bold,
            italic=run.italic,
            tracking=text.tracking,
        )
        for run, shown in (*((run, run.text) for run in before), (last, ending))
    )


def _place(chain: ValueChain, ref: str, full: str, language: str) -> str:
    """Return where a text stands: the kind of its part or, for a cell, its row and column."""
    if ref in (WHOLE_CHAIN, *CIRCUIT_LABELS):
        kind = "circuit" if ref in CIRCUIT_LABELS else WHOLE_CHAIN
        return PART_KIND_WORDS[kind].text(language).capitalize()
    if ref not in chain:
        return ""
    part = chain.find(ref)
    if not isinstance(part, Part):
        return ""
    if isinstance(part, Modality):
        activity = chain.find(part.activity)
        names = [activity.label(language)] if isinstance(activity, Part) else []
        names.append(chain.circuit(part.circuit).label(language))
    else:
        names = [PART_KIND_WORDS[part.kind].text(language).capitalize()]
        if part.label(language) not in full:
            names.append(part.label(language))
    return " · ".join(_brief(name) for name in names)


def _brief(text: str) -> str:
    return text if len(text) <= _BRIEF else text[:_BRIEF].rstrip() + ELLIPSIS


def _left_out(parts: Sequence[Part]) -> tuple[Problem, ...]:
    kinds = dict.fromkeys(part.kind for part in parts)
    return tuple(
        Problem(
            "VG404",
            values={
                "what": _PLURALS.get(kind, PART_KIND_WORDS[kind]),
                "ids": [p.id for p in parts if p.kind == kind],
            },
        )
        for kind in kinds
    )


def _missing(scenes: Sequence[Scene], options: ViewOptions) -> tuple[Problem, ...]:
    """Return one problem with every character that the font cannot draw."""
    font = options.theme.font
    covered = face(font).advances.keys()
    found: dict[str, None] = {}
    for scene in scenes:
        for text in scene.texts():
            if set(text.plain) <= covered:
                continue
            for character in missing_characters(text.plain, font):
                found[character] = None
    if not found:
        return ()
    values = {"characters": " ".join(found), "shown": MISSING_BOX}
    return (Problem("VG403", values=values),)
