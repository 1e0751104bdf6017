"""From a chain to sheets: for people, one a kind of part; for programs, all parts in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from valuegraph.io.documents.keys import PLACES, VERSION, Takes, field_of
from valuegraph.io.documents.wording import Wording, amount, said_by
from valuegraph.io.documents.writing_links import home_of
from valuegraph.io.encoding import require_whole_characters
from valuegraph.io.sheets.cells import Plain, cell_of
from valuegraph.io.sheets.layout import (
    CHAIN_KEYS,
    PART_SHEETS,
    PROGRAM_SHEETS,
    SHEETS,
    columns_of_sheet,
    has_unit,
)
from valuegraph.io.sheets.sheet import WrittenSheet
from valuegraph.model.activity import Modality, PrimaryActivity
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import SHORT_FORMS, Link
from valuegraph.model.part import Part
from valuegraph.model.quantity import Quantity

Row = dict[str, Plain]

_ALWAYS = frozenset({"id", "name", "status"})
_REFERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "modality": (("with", "with_"), ("resources", "resources"), ("to", "to")),
    "question": (("about", "about"), ("routes", "routes")),
    "criterion": (("of", "question"),),
    "indicator": (("of", "criterion"), ("measures", "measures")),
}
"""Kind -> (column, field) of what refers to other parts without being a link."""


def sheets_of(
    chain: ValueChain, *, keys: str = "en", for_programs: bool = False
) -> list[WrittenSheet]:
    """Return the sheets of a chain, those without a row left out.

    Args:
        chain: the chain.
        keys: the language of its words; headings are codes until they are written.
        for_programs: all parts in one table, all links in another, words in English.
    """
    return _Sheets(chain, "en" if for_programs else keys, for_programs).every()


class _Sheets:
    def __init__(self, chain: ValueChain, keys: str, for_programs: bool) -> None:
        self.chain, self.wording, self.for_programs = chain, Wording(keys), for_programs
        self.short: dict[tuple[str, str], list[str]] = {}
        self.listed = list(chain.links)
        if not for_programs:
            self.short, self.listed = _shared_out(chain)

    def every(self) -> list[WrittenSheet]:
        rows: dict[str, list[Row]] = {
            "chain": list(self._about()),
            **{sheet: [self._part(part) for part in self._parts(kind)]
               for sheet, kind in PART_SHEETS.items()},
            "links": [self._link(link) for link in self.listed],
            "observations": [self._row("observation", seen, indicator=seen.indicator)
                             for seen in self.chain.observations],
            "ratings": [self._row("rating", one, of=one.of) for one in self.chain.ratings],
            "translations": list(self._translations()),
        }  # fmt: skip
        if self.for_programs:
            whole: Row = {"id": WHOLE_CHAIN, "kind": WHOLE_CHAIN, "name": self.chain.name}
            rows["parts"] = [whole]
            for sheet, kind in PART_SHEETS.items():
                for row in rows.pop(sheet):
                    own = {"indicator_kind": row.pop("kind")} if "kind" in row else {}
                    rows["parts"].append({"kind": kind, **row, **own})
        for row in (row for found in rows.values() for row in found):
            for value in row.values():
                if isinstance(value, str):
                    require_whole_characters(value, self.chain.language)
        order = PROGRAM_SHEETS if self.for_programs else tuple(SHEETS)
        return [
            WrittenSheet(code, self._columns(code, rows[code]), rows[code])
            for code in order
            if rows.get(code) or self.for_programs
        ]

    def _columns(self, code: str, rows: list[Row]) -> tuple[str, ...]:
        """Return all columns for programs; for people those in use, and a few to begin with."""
        columns = columns_of_sheet(code)
        if self.for_programs:
            return columns
        used = {column for row in rows for column in row} | _ALWAYS
        return tuple(column for column in columns if column in used)

    def _parts(self, kind: str) -> list[Part]:
        return list(self.chain.parts(kind))

    def _about(self) -> Iterator[Row]:
        about = self.chain.about
        said = {"valuegraph": VERSION, **said_by(self.wording, about, WHOLE_CHAIN)}
        said = {**said, self.wording.key("language"): about.language}
        scales = {key: dict(words) for key, words in about.scales.items()}
        rates = [dict(said_by(Wording("en"), rate, "rate")) for rate in about.rates]
        for code in ("valuegraph", *CHAIN_KEYS):
            key = self.wording.key(code)
            others = {"scales": scales, "rates": rates, "base": about.base}
            value = others[code] if code in others else said.get(key)
            cell = cell_of(value, PLACES[WHOLE_CHAIN].get(code, Takes.TEXT)) if value else None
            if cell is not None or code == "name":
                told = cell if cell is not None else cell_of("", Takes.NAME)
                yield {"key": key, "value": told if told is not None else ""}

    def _part(self, part: Part) -> Row:
        implied = "status" if part.status_is_implied else ""
        row = self._row(part.kind, part, leave=implied, id=self._id(part))
        for column, field in _REFERS.get(part.kind, ()):
            value = getattr(part, field)
            told = [list(one) for one in value] if column == "routes" else value
            told = list(told) if isinstance(told, tuple) else told
            if told:
                cell = cell_of(told, PLACES[part.kind][column])
                row |= {column: cell} if cell is not None else {}
        if isinstance(part, Modality):
            circuit = self.wording.word("circuit", part.circuit)
            way = self.wording.key(part.way.value)
            row |= {"activity": part.activity, "way": way, "circuit": circuit}
        if isinstance(part, PrimaryActivity) and part.no_modality:
            row["no_modality"] = "; ".join(part.no_modality)
        for key in SHORT_FORMS.get(part.kind, ()):
            ends = self.short.get((part.id, key), [])
            told = self._supports(part, ends) if key == "supports" else "; ".join(ends)
            row |= {key: told} if told else {}
        return row

    def _supports(self, part: Part, ends: list[str]) -> str:
        """Return what a support serves; nothing where that is the whole chain and no more."""
        word = self.wording.word
        every = [link for link in self.chain.links if link.kind == "supports"
                 and link.start == part.id]  # fmt: skip
        if not every:
            return word("whole", "none")
        if ends == [WHOLE_CHAIN] and len(every) == 1:
            return ""
        return "; ".join(word("whole", "all") if end == WHOLE_CHAIN else end for end in ends)

    def _id(self, part: Part) -> str:
        return self.wording.word("circuit", part.id) if part.kind == "circuit" else part.id

    def _link(self, link: Link) -> Row:
        kind = self.wording.word("kind", link.kind)
        return self._row("link", link, id=link.id, start=link.start, end=link.end, kind=kind)

    def _row(self, place: str, item: Any, *, leave: str = "", **first: str) -> Row:
        said = said_by(self.wording, item, "item" if place == "link" else place)
        row: Row = {column: value for column, value in first.items() if value}
        for code, takes in PLACES[place].items():
            value = said.get(self.wording.key(code))
            if value is None or code in (leave, *first):
                continue
            if code == "amount" and has_unit(place):
                row |= _in_two(getattr(item, code), self.wording)
                continue
            cell = cell_of(value, takes)
            row |= {code: cell} if cell is not None else {}
        return row

    def _translations(self) -> Iterator[Row]:
        items: list[Any] = [self.chain.about, *self.chain.parts(), *self.chain.links]
        for item in items:
            place = "link" if isinstance(item, Link) else item.kind
            for language, texts in sorted(item.translations.items()):
                for code in PLACES[place]:
                    text = texts.get(field_of(place, code))
                    if text:
                        told = list(text) if isinstance(text, tuple) else text
                        listed = isinstance(text, tuple)
                        cell = cell_of(told, Takes.TEXTS if listed else Takes.TEXT)
                        yield {"language": language, "id": item.id,
                               "key": self.wording.key(code), "text": cell or ""}  # fmt: skip


def _shared_out(chain: ValueChain) -> tuple[dict[tuple[str, str], list[str]], list[Link]]:
    """Return the links that a cell of a part says, and all others: those of the sheet of links.

    A cell says a link that has nothing but its ends, and the id that reading gives it.
    """
    kinds = {part.id: part.kind for part in chain.parts()}
    short: dict[tuple[str, str], list[str]] = {}
    listed: list[Link] = []
    for link in chain.links:
        home = home_of(link, kinds)
        bare = link.id == "-".join(link.ends) and not said_by(Wording("en"), link, "item")
        if home and bare:
            other = link.end if home[0] == link.start else link.start
            short.setdefault(home, []).append(other)
        else:
            listed.append(link)
    return short, listed


def _in_two(quantity: Quantity, wording: Wording) -> Row:
    """Return an amount as a number and its unit."""
    number = amount(wording, Quantity(amount=quantity.amount))
    cell = cell_of(number, Takes.AMOUNT)
    row: Row = {"amount": cell} if cell is not None else {}
    unit = cell_of(quantity.unit, Takes.TEXT) if quantity.unit else None
    return row | ({"unit": unit} if unit is not None else {})
