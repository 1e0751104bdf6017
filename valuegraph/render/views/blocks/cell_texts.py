"""What stands in one cell of the matrix: the modalities of an activity in a circuit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from valuegraph.model.activity import Circuit, Modality, PrimaryActivity
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Status
from valuegraph.render.fit import SIZE_FLOOR, TextStyle, joined, shorten, text_block
from valuegraph.render.scene import Run, Runs, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.entries import say_count
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.words import say
from valuegraph.render.wrap import line_width

CELL_SIZE = 19.0
CELL_LINE = 1.22

_NOTE_SHARE = 0.78  # of the size of the modality's own text


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing written in a cell: a modality, or that there is none.

    ``way`` is the word that tells receiving from giving, where an activity does both.
    ``refs`` are the ids of the modalities that it stands for.
    """

    refs: tuple[str, ...]
    name: str
    way: str = ""
    note: str = ""
    status: Status | None = None
    absent: bool = False

    @property
    def told(self) -> str:
        """All of it on one line, for a tooltip."""
        pieces = (self.way.lower(), self.name, self.note)
        return ", ".join(piece for piece in pieces if piece)


def cell_entries(
    chain: ValueChain, activity: PrimaryActivity, circuit: Circuit, options: ViewOptions
) -> tuple[Entry, ...]:
    """Return what a cell says: receiving first, then giving; nothing if not discussed yet.

    An overview only says how many there are of each.
    """
    language = options.language
    cells = chain.cells(activity)
    ways = {cell.way.value for cell in cells} | {
        cell.partition(".")[0] for cell in activity.no_modality
    }
    entries = []
    absent = []
    for way in ("receives", "gives"):
        told = say(way, language) if len(ways) > 1 else ""
        here = [cell for cell in cells if cell.circuit == circuit.id and cell.way == way]
        if here and options.is_overview:
            entries.append(_counted(here, told, language))
        else:
            entries += [_entry(chain, cell, told, options) for cell in here]
        if f"{way}.{circuit.id}" in activity.no_modality:
            name = say("nothing" if told else "none", language)
            absent.append(Entry((), name, way=told, absent=True))
    if len(absent) > 1 and not entries:
        return (Entry((), say("none", language), absent=True),)
    return (*entries, *absent)


def entry_text(entry: Entry, w: float, scale: float, colour: str, options: ViewOptions) -> Text:
    """Return an entry's text in ``w`` du, as high as it needs to be; ``colour`` is its way's."""
    size = max(SIZE_FLOOR, CELL_SIZE * scale)
    room = w - _boldness(entry, size, options)
    name = text_block(_named(entry, options), 0, 0, room, size, **_style(entry, options))
    name = _with_way(replace(name, w=w), entry.way, colour)
    if not entry.note:
        return name
    small = max(SIZE_FLOOR, size * _NOTE_SHARE)
    muted = written(options, line_height=CELL_LINE, colour=options.theme.muted)
    return joined(name, text_block(entry.note, 0, 0, w, small, **muted))


def shortened_entry_text(
    entry: Entry, w: float, h: float, scale: float, colour: str, options: ViewOptions
) -> Text:
    """Return an entry's text in ``w`` x ``h`` du: whole if it fits, else cut with "…"."""
    whole = entry_text(entry, w, scale, colour, options)
    if whole.text_height <= h:
        return whole
    size = max(SIZE_FLOOR, CELL_SIZE * scale)
    text = "\n".join(text for text in (_named(entry, options), entry.note) if text)
    room = w - _boldness(entry, size, options)
    cut = shorten(text, 0, 0, room, size, h=h, **_style(entry, options))
    return _with_way(replace(cut, w=w), entry.way, colour)


def entry_words(entry: Entry, language: str) -> str:
    """Return an entry on one line, with its status if that is not plainly observed."""
    if entry.status in (None, Status.OBSERVED):
        return entry.told
    return f"{entry.told} ({say(entry.status.value, language).lower()})"


def kept_entries(
    entries: tuple[Entry, ...], most: int, options: ViewOptions
) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Return at most ``most`` entries and the ids of the modalities that have no room.

    The last entry kept then says how many more the annex names.
    """
    if len(entries) <= most:
        return entries, ()
    kept, rest = entries[: most - 1], entries[most - 1 :]
    told = say("more in the annex", options.language, count=len(rest))
    refs = tuple(ref for entry in rest for ref in entry.refs)
    return (*kept, Entry(refs, told, absent=True)), refs


def _entry(chain: ValueChain, cell: Modality, way: str, options: ViewOptions) -> Entry:
    language = options.language
    amount = cell.amount.to_text(language) if cell.amount else ""
    back = ""
    if cell.in_return:
        measured = cell.in_return.amount.to_text(language) if cell.in_return.amount else ""
        what = " ".join(text for text in (measured, cell.returned(language)) if text)
        back = say("in return", language, what=what) if what else ""
    name, note = cell.text("name", language), [amount, back]
    if not name.strip():
        # A modality without words is told by what else is known of it.
        other = next((a.label(language) for a in chain.actors if a.id == cell.with_), "")
        name = amount or (say("with", language, who=other) if other else "")
        name, note = name or say(cell.way.value, language), [back]
    told = " · ".join(text for text in note if text)
    return Entry((cell.id,), name, way=way, note=told, status=cell.status)


def _counted(cells: list[Modality], way: str, language: str) -> Entry:
    statuses = {cell.status for cell in cells}
    status = statuses.pop() if len(statuses) == 1 else None
    refs = tuple(cell.id for cell in cells)
    return Entry(refs, say_count(len(cells), language), way=way, status=status)


def _named(entry: Entry, options: ViewOptions) -> str:
    if not entry.way:
        return entry.name
    return say("told of", options.language, what=entry.way, text=entry.name)


def _style(entry: Entry, options: ViewOptions) -> TextStyle:
    style = written(options, line_height=CELL_LINE, italic=entry.absent)
    if entry.absent:
        style["colour"] = options.theme.muted
    return style


def _boldness(entry: Entry, size: float, options: ViewOptions) -> float:
    """Return by how much the way's word is wider in bold than as the line was measured."""
    font = options.theme.font
    measured = line_width(entry.way, size, font=font, italic=entry.absent)
    return max(0.0, line_width(entry.way, size, font=font, bold=True) - measured)


def _with_way(text: Text, way: str, colour: str) -> Text:
    """Return the text with its first word, the way, in bold and in the circuit's colour."""
    if not way or not text.lines or not text.lines[0][0].text.startswith(way):
        return text

    def marked(runs: Runs) -> Runs:
        first = runs[0]
        word = Run(way, bold=True, colour=colour, scale=first.scale)
        return (word, replace(first, text=first.text[len(way) :]), *runs[1:])

    return replace(
        text,
        lines=(marked(text.lines[0]), *text.lines[1:]),
        paragraphs=(marked(text.paragraphs[0]), *text.paragraphs[1:]),
    )
