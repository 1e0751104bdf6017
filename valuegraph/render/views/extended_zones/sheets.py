"""Which parts of the extended view stand on which sheet, and at which scale all are set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from valuegraph.render.fit import SIZE_FLOOR, largest_scale
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.body import Zone, share
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.continuation import dealt, run_on, sheets_for
from valuegraph.render.views.blocks.house import House
from valuegraph.render.views.blocks.impact_arrow import most_slices
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.extended_zones.columns import columns_zone
from valuegraph.render.views.extended_zones.grid import most_columns
from valuegraph.render.views.extended_zones.resources import most_cards
from valuegraph.render.views.extended_zones.rows import RowsZone, plate_room
from valuegraph.render.views.extended_zones.support import SupportZone

LOWEST = SIZE_FLOOR / 15.5
"""The scale at which the text of a cell is as small as a text may be."""
LARGEST = 1.5

_MORE_SHEETS = 3
_FEW = 2  # columns, rows or bands: fewer are not put on a sheet of their own
_LEAST_ROW, _MOST_BANDS = 26.0, 14
_TOO_MUCH = 0.6  # of the height: so much text may be left to the annex

Deal = tuple[Content, ...]
"""What each sheet shows."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets of a poster: what each shows, and the scale they share."""

    sheets: Deal
    scale: float


def planned(content: Content, house: House, options: ViewOptions) -> Plan:
    """Return the fewest sheets on which every text can be read whole, as far as that is possible.

    A sheet holds no more columns, slices and cards than can be read. Where texts are too long,
    up to three more sheets are tried; if they are too long even so, most of each must be seen.
    """
    by_circuits = by_circuit(content, options)
    floor = Setting(options, LOWEST)
    chosen = _chosen(content, house, floor, by_circuits=by_circuits)
    scale = min(_scale(sheet, house, options) for sheet in chosen)
    return Plan(chosen, scale)


def by_circuit(content: Content, options: ViewOptions) -> bool:
    """Tell whether circuits stand as columns: when asked for, and when there are any."""
    return options.columns == "circuits" and bool(content.circuits and content.activities)


def zones_of(content: Content, house: House, options: ViewOptions) -> tuple[Zone, ...]:
    """Return the zones of the house, from its roof to its floor."""
    primary: Zone = columns_zone(content, house)
    if by_circuit(content, options):
        primary = RowsZone(content, house)
    return (SupportZone(content, house), primary) if content.support else (primary,)


def _scale(content: Content, house: House, options: ViewOptions) -> float:
    zones = zones_of(content, house, options)

    def build(scale: float) -> tuple[None, float]:
        return None, share(zones, house.edge, Setting(options, scale), rounds=2).overflow

    return largest_scale(build, low=LOWEST, high=LARGEST).scale


def _chosen(content: Content, house: House, floor: Setting, *, by_circuits: bool) -> Deal:
    room = house.edge.bottom - house.edge.top
    seen: list[tuple[float, Deal]] = []
    crowded: Deal = (content,)
    readable = 0
    fewest, most = _bounds(content, house, by_circuits=by_circuits)
    for sheets in range(fewest, most + 1):
        for deal in _deals(content, house, sheets, by_circuits=by_circuits):
            found = [
                share(zones_of(sheet, house, floor.options), house.edge, floor, rounds=2)
                for sheet in deal
            ]
            overflow = max(each.overflow for each in found)
            if overflow <= 0:
                return deal
            crowded = deal
            if not any(each.crowded for each in found):
                readable = readable or sheets
                seen.append((overflow, deal))
        if readable and sheets >= readable + _MORE_SHEETS:
            break
    enough = (deal for overflow, deal in seen if overflow <= _TOO_MUCH * room)
    return next(enough, seen[-1][1] if seen else crowded)


@dataclass(frozen=True, slots=True)
class _Table:
    """The table of activities and circuits: how many columns and rows, and least runs of each."""

    columns: int
    rows: int
    across: int
    down: int


def _table(content: Content, house: House, *, by_circuits: bool) -> _Table:
    activities = len(content.activities)
    circuits = len(content.circuits) if activities else 0
    columns, rows = (circuits, activities) if by_circuits else (activities, circuits)
    widest = most_columns(house, taken=plate_room(house) if by_circuits else 0)
    highest = int((house.edge.bottom - house.edge.top) / _LEAST_ROW)
    return _Table(columns, rows, sheets_for(columns, widest), sheets_for(rows, highest))


def _bounds(content: Content, house: House, *, by_circuits: bool) -> tuple[int, int]:
    """Return the fewest sheets that can be read, and the most that are of any use."""
    table = _table(content, house, by_circuits=by_circuits)
    fewest = max(
        table.across * table.down,
        sheets_for(len(content.results), most_slices(house.edge.bottom - house.edge.top)),
        sheets_for(len(content.resources), most_cards(house)),
        sheets_for(len(content.support), _MOST_BANDS),
    )
    across, down = max(table.across, table.columns // _FEW), max(table.down, table.rows // _FEW)
    return fewest, max(fewest, across * down, len(content.support) // _FEW)


def _deals(content: Content, house: House, sheets: int, *, by_circuits: bool) -> Iterator[Deal]:
    """Yield the ways to deal the parts over so many sheets, the best one first.

    Columns are dealt before rows, and support activities last: they serve every sheet.
    """
    table = _table(content, house, by_circuits=by_circuits)
    grids = [
        (across, sheets // across)
        for across in range(sheets // table.down, table.across - 1, -1)
        if sheets % across == 0
        and (across == table.across or table.columns >= _FEW * across)
        and (sheets // across == table.down or table.rows >= _FEW * (sheets // across))
    ]
    if (table.across, table.down) not in grids:
        grids.append((table.across, table.down))
    for across, down in grids:
        runs = (down, across) if by_circuits else (across, down)
        for bands in (1, sheets) if len(content.support) > sheets > 1 else (1,):
            deal = _dealt(content, house, sheets, runs, bands=bands, by_circuits=by_circuits)
            if _all_differ(deal):
                yield deal


def _all_differ(deal: Deal) -> bool:
    shown = [
        (sheet.activities, sheet.circuits, sheet.support, sheet.results, sheet.resources)
        for sheet in deal
    ]
    return all(each not in shown[:place] for place, each in enumerate(shown))


def _dealt(
    content: Content,
    house: House,
    sheets: int,
    runs: tuple[int, int],
    *,
    bands: int,
    by_circuits: bool,
) -> Deal:
    """Return the sheets: activities and circuits in so many ``runs``, the rest on each of them."""
    activity_runs, circuit_runs = runs
    acts = dealt(content.activities, activity_runs)
    looks = dealt(content.circuits, circuit_runs)
    support = dealt(content.support, bands)
    slices = most_slices(house.edge.bottom - house.edge.top)
    cards = most_cards(house)
    found = []
    for sheet in range(sheets):
        across, down = divmod(sheet, activity_runs if by_circuits else circuit_runs)
        act, look = (down, across) if by_circuits else (across, down)
        found.append(
            replace(
                content,
                activities=acts[act % activity_runs],
                circuits=looks[look % circuit_runs],
                support=support[sheet % bands],
                results=run_on(sheet, sheets, content.results, slices),
                resources=run_on(sheet, sheets, content.resources, cards),
            )
        )
    if activity_runs > 1:
        near = [_near(content, each, first=not place) for place, each in enumerate(found)]
        if all(len(each.resources) <= cards for each in near):
            return tuple(near)
    return tuple(found)


def _near(content: Content, sheet: Content, *, first: bool) -> Content:
    """Return a sheet with the resources of its own activities; the first has the unused ones."""
    used = {part.id for each in content.activities for part in content.invested[each.id]}
    own = {part.id for each in sheet.activities for part in content.invested[each.id]}
    kept = tuple(
        part for part in content.resources if part.id in own or (first and part.id not in used)
    )
    return replace(sheet, resources=kept)
