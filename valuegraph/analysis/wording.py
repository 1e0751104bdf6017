"""How the parts, links and loops of a chain are named in a sentence, in French and English."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from valuegraph.model.activity import Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, Link
from valuegraph.model.part import Part
from valuegraph.model.routing import Arc
from valuegraph.problems import Bilingual

Item = Part | Link

_MOST_LETTERS = 60
_MOST_STEPS = 8
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Wording:
    """The names of a chain's parts and links, as people read them.

    Args:
        chain: the chain.
    """

    def __init__(self, chain: ValueChain) -> None:
        self._parts = {part.id: part for part in chain.parts()}
        self._circuits = {circuit.id: circuit for circuit in chain.circuits}

    def of(self, item: Item) -> Bilingual:
        """Return a part's name in quotes, a link as a sentence, or a cell with its place."""
        if isinstance(item, Link):
            return self.sentence(item.start, item.kind, item.end)
        if isinstance(item, Modality):
            return self._cell(item)
        return quoted(item.label("fr"), item.label("en"))

    def part(self, part_id: str) -> Bilingual:
        """Return the quoted name of the part that has this id."""
        if part_id == WHOLE_CHAIN:
            return Bilingual("toute la chaîne", "the whole chain")
        return self.of(self._parts[part_id])

    def sentence(self, start: str, kind: str, end: str) -> Bilingual:
        """Return a link in words: *« Transformation » contribue à « Cohésion »*."""
        verb, first, last = LINK_KINDS[kind].verb, self.part(start), self.part(end)
        return Bilingual(f"{first.fr} {verb.fr} {last.fr}", f"{first.en} {verb.en} {last.en}")

    def crossing(self, activity: str, circuit: str) -> Bilingual:
        """Return the place of a cell in the table: *« Collecte » × Circuit du don*."""
        row, column = self.part(activity), self._circuits[circuit]
        french, english = shortened(column.label("fr")), shortened(column.label("en"))
        return Bilingual(f"{row.fr} × {french}", f"{row.en} × {english}")

    def loop(self, arcs: Sequence[Arc]) -> Bilingual:
        """Return a loop in words: *« A » alimente « B », qui renouvelle « A »*."""
        told = list(arcs) if len(arcs) <= _MOST_STEPS else [*arcs[: _MOST_STEPS - 1], arcs[-1]]
        first = self.part(told[0].start)
        french, english = first.fr, first.en
        for number, arc in enumerate(told):
            verb, end = LINK_KINDS[arc.kind].verb, self.part(arc.end)
            skips = len(told) < len(arcs) and arc is told[-1]
            french += (", … qui" if skips else ", qui" if number else "") + f" {verb.fr} {end.fr}"
            english += ", … which" if skips else ", which" if number else ""
            english += f" {verb.en} {end.en}"
        return Bilingual(french, english)

    def _cell(self, cell: Modality) -> Bilingual:
        place = self.crossing(cell.activity, cell.circuit)
        if not cell.name:
            return place
        name = quoted(cell.label("fr"), cell.label("en"))
        return Bilingual(f"{name.fr} ({place.fr})", f"{name.en} ({place.en})")


def quoted(french: str, english: str) -> Bilingual:
    """Return a name in the quotation marks of each language, shortened if it is long."""
    return Bilingual(f"« {shortened(french)} »", f"“{shortened(english)}”")


def shortened(text: str) -> str:
    """Return a text on one line, at most 60 letters long, without control characters."""
    kept = (
        letter if unicodedata.category(letter) != "Cc" else " "
        for letter in text
        if letter not in _DIRECTION_MARKS
    )
    line = " ".join("".join(kept).split())
    if len(line) <= _MOST_LETTERS:
        return line
    cut = line[: _MOST_LETTERS - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[_MOST_LETTERS // 2 :] else cut) + "…"


def joined(names: Sequence[Bilingual], count: int, *, sentences: bool = False) -> Bilingual:
    """Return names as one list that says how many of ``count`` it leaves out.

    Args:
        names: the names to tell.
        count: how many there are in all.
        sentences: whether the names are sentences, which semicolons keep apart.
    """
    left = count - len(names)
    french = [*(name.fr for name in names), *([f"{left} de plus"] if left else [])]
    english = [*(name.en for name in names), *([f"{left} more"] if left else [])]
    if sentences:
        return Bilingual(_series(french, " ; ", " ; et "), _series(english, "; ", "; and "))
    return Bilingual(_series(french, ", ", " et "), _series(english, ", ", " and "))


def _series(words: list[str], comma: str, conjunction: str) -> str:
    return conjunction.join([comma.join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
