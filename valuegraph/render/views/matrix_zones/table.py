"""The matrix measured: circuits as rows, activities as columns, at the largest scale that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.chain import ValueChain
from valuegraph.render.colour import contrast, mix
from valuegraph.render.fit import SIZE_FLOOR, TextStyle, largest_scale, shorten, text_block
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import TEXT_CONTRAST
from valuegraph.render.views.blocks.badges import MARK_ROOM, CircuitLook, has_sign
from valuegraph.render.views.blocks.cell_texts import (
    CELL_SIZE,
    Entry,
    cell_entries,
    entry_text,
    kept_entries,
    shortened_entry_text,
)
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.blocks.sharing import levelled
from valuegraph.render.views.matrix_zones.labels import (
    LABEL_SIZE,
    label_height,
    name_width,
    stacked_height,
)
from valuegraph.render.views.matrix_zones.plan import BAR, GAP, STACK_GAP, Area, Cell, Table
from valuegraph.render.views.matrix_zones.resources import (
    fitted_investment,
    investment,
    resources_of,
    usual_room,
)
from valuegraph.render.wrap import line_width

_WORD_ENDS = re.compile(r"[\s\u200b-]+|[\u2e80-\U0003ffff]")

_HEADER_SIZE = 20.0
_SMALLEST_SCALE = 0.53
_LARGEST_SCALE = 1.1
_SMALLEST_UNBROKEN = 0.7  # text shrinks down to this scale rather than break a word
_LONGEST_WORD = 18  # a longer word may be broken
_PAD, _STACKED_PAD = 15.0, 7.0
_TIGHT_PAD = 3.5
_ENTRY_LEAST = 19.5  # a modality that has less is named in the annex
_HEADER_SHARE = 0.12  # of the height, when room is short
_RESOURCES_SHARE = 0.17
_PROMPT_ROOM = 60.0  # what asks for the circuits stands in place of the rows


def measured(
    chain: ValueChain,
    activities: Sequence[PrimaryActivity],
    looks: Sequence[CircuitLook],
    area: Area,
    options: ViewOptions,
) -> Table:
    """Return the table that fits in ``area``: at the largest scale, then with texts shortened."""
    work = _Measuring(chain, activities, looks, area, options)
    fitted = largest_scale(work.at, low=_SMALLEST_SCALE, high=work.unbroken_scale())
    return work.squeezed(fitted.layout) if fitted.overflow else work.spread(fitted.layout)


class _Measuring:
    """The measuring of one table; entries are found once for all scales."""

    def __init__(
        self,
        chain: ValueChain,
        activities: Sequence[PrimaryActivity],
        looks: Sequence[CircuitLook],
        area: Area,
        options: ViewOptions,
    ) -> None:
        self.activities, self.looks = activities, looks
        self.area, self.options = area, options
        self.names = [activity.label(options.language) for activity in activities]
        self.entries = [
            [cell_entries(chain, activity, look.circuit, options) for activity in activities]
            for look in looks
        ]
        self.resources = [resources_of(chain, activity) for activity in activities]

    def unbroken_scale(self) -> float:
        """Return the largest scale at which no usual word needs to be broken, within reason."""
        column = self.area.column_width
        places = [
            (name, self._header_width(place), _HEADER_SIZE, True)
            for place, name in enumerate(self.names)
        ]
        row = self.area.height * 0.75 / max(1, len(self.looks))
        head = self.area.rows_head
        places += [
            (look.label, name_width(look, head, row), LABEL_SIZE, True) for look in self.looks
        ]
        for cells in self.entries:
            for entries in cells:
                places += [(e.name, self._text_width(e), CELL_SIZE, False) for e in entries]
        for resources in self.resources:
            room, size = usual_room(len(resources), column)
            places += [(r.label(self.options.language), room, size, True) for r in resources]
        scales = [self._unbroken(*place) for place in places]
        return max(_SMALLEST_UNBROKEN, min([_LARGEST_SCALE, *scales]))

    def at(self, scale: float) -> tuple[Table, float]:
        """Return the table at one scale, and by how much it is too high."""
        area, options = self.area, self.options
        headers = tuple(
            text_block(name, 0, 0, self._header_width(place), max(SIZE_FLOOR, _HEADER_SIZE * scale),
                       **self._header_style())
            for place, name in enumerate(self.names)
        )  # fmt: skip
        header = max([66 * scale, *(text.h + 24 * scale for text in headers)])
        stacks = tuple(
            investment(each, area.column_width, scale, options) for each in self.resources
        )
        strip = max([64 * scale, *(stack.height + 24 * scale for stack in stacks)])
        cells = tuple(
            tuple(self._cell(entries, look, scale) for entries in row)
            for row, look in zip(self.entries, self.looks, strict=True)
        )
        rows = tuple(
            max(
                72 * scale,
                label_height(look, area.rows_head, scale, options) + 2 * _PAD * scale,
                *(self._need(cell, scale) for cell in row),
            )
            for row, look in zip(cells, self.looks, strict=True)
        )
        table = Table(
            scale, headers, header, stacks, strip if any(self.resources) else 0, rows, cells
        )
        return table, self._lacking(table)

    def spread(self, table: Table) -> Table:
        """Return a table that fits with its spare height shared between the rows."""
        rows = levelled(table.rows, self._room(table))
        return self._with_rows(table, rows, table.cells)

    def squeezed(self, table: Table) -> Table:
        """Return a table that is too high with its texts shortened."""
        area, options, scale = self.area, self.options, table.scale
        lacking = self._lacking(table)
        header = min(table.header, max(_HEADER_SHARE * area.height, table.header - lacking))
        lacking -= table.header - header
        size = max(SIZE_FLOOR, _HEADER_SIZE * scale)
        headers = tuple(
            shorten(name, 0, 0, self._header_width(place), size, h=header - 12,
                    **self._header_style())
            for place, name in enumerate(self.names)
        )  # fmt: skip
        least = _RESOURCES_SHARE * area.height
        strip = min(table.resources, max(least, table.resources - max(0, lacking)))
        stacks = tuple(
            fitted_investment(each, area.column_width, strip - 14, scale, options)
            for each in self.resources
        )
        table = Table(scale, headers, header, stacks, strip, table.rows, table.cells)
        rows = levelled(table.rows, self._room(table))
        cells = tuple(
            tuple(self._shortened(entries, look, height, scale) for entries in row)
            for row, look, height in zip(self.entries, self.looks, rows, strict=True)
        )
        return self._with_rows(table, rows, cells)

    def _lacking(self, table: Table) -> float:
        """Return by how much a table is too high."""
        rows = sum(table.rows) if self.looks else _PROMPT_ROOM
        return rows - self._room(table)

    def _cell(self, entries: Sequence[Entry], look: CircuitLook, scale: float) -> Cell:
        texts = tuple(
            entry_text(entry, self._text_width(entry), scale, self._way_colour(look), self.options)
            for entry in entries
        )
        return Cell(tuple(entries), texts)

    def _shortened(
        self, entries: tuple[Entry, ...], look: CircuitLook, row: float, scale: float
    ) -> Cell:
        most = max(1, int((row + STACK_GAP) / (_ENTRY_LEAST + STACK_GAP)))
        kept, left_out = kept_entries(entries, most, self.options)
        whole = self._cell(kept, look, scale)
        heights = levelled(self._needs(whole, scale), row - STACK_GAP * (len(kept) - 1))
        texts = tuple(
            shortened_entry_text(
                entry,
                self._text_width(entry),
                height - 2 * _TIGHT_PAD,
                scale,
                self._way_colour(look),
                self.options,
            )
            for entry, height in zip(kept, heights, strict=True)
        )
        return Cell(kept, texts, left_out=left_out)

    def _with_rows(
        self, table: Table, rows: Sequence[float], cells: Sequence[Sequence[Cell]]
    ) -> Table:
        """Return the table with its rows' heights, and those of the entries in each cell."""
        placed = tuple(
            tuple(
                replace(
                    cell,
                    heights=levelled(
                        self._needs(cell, table.scale),
                        height - STACK_GAP * (len(cell.entries) - 1),
                    ),
                )
                for cell in row
            )
            for row, height in zip(cells, rows, strict=True)
        )
        head, scale = self.area.rows_head, table.scale
        stacked = all(
            stacked_height(look, head, scale, self.options) <= height
            for look, height in zip(self.looks, rows, strict=True)
        )
        return replace(table, rows=tuple(rows), cells=placed, stacked=stacked)

    def _needs(self, cell: Cell, scale: float) -> tuple[float, ...]:
        pad = _PAD if len(cell.texts) == 1 else _STACKED_PAD
        return tuple(text.text_height + 2 * pad * scale for text in cell.texts)

    def _need(self, cell: Cell, scale: float) -> float:
        return sum(self._needs(cell, scale)) + STACK_GAP * max(0, len(cell.texts) - 1)

    def _room(self, table: Table) -> float:
        """Return what the rows can have."""
        return self.area.height - table.header - table.resources - GAP * max(1, len(self.looks))

    def _text_width(self, entry: Entry) -> float:
        mark = MARK_ROOM if has_sign(entry.status) else 0
        return self.area.column_width - 2 * self.area.pad - BAR - mark

    def _header_width(self, place: int) -> float:
        mark = MARK_ROOM if has_sign(self.activities[place].status) else 0
        return self.area.column_width - self.area.header_pad(place) - 8 - mark

    def _way_colour(self, look: CircuitLook) -> str:
        # The circuit's own colour is made for badges: a text on its tint must be darker.
        ink, tint = self.options.theme.ink, look.colours.tint
        darker = (mix(look.colours.full, ink, share / 10) for share in range(3, 11))
        return next((each for each in darker if contrast(each, tint) >= TEXT_CONTRAST), ink)

    def _header_style(self) -> TextStyle:
        return written(self.options, bold=True, line_height=1.12)

    def _unbroken(self, text: str, room: float, size: float, bold: bool) -> float:
        """Return the scale at which the longest usual word of a text is as wide as its room."""
        font = self.options.theme.font
        words = [word for word in _WORD_ENDS.split(text) if 0 < len(word) <= _LONGEST_WORD]
        widest = max((line_width(word, size, font=font, bold=bold) for word in words), default=0)
        return room / widest if widest else _LARGEST_SCALE
