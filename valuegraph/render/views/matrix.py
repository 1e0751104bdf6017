"""The view ``matrix``: the table of the modalities, circuits as rows and activities as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Part, is_blank
from valuegraph.render.geometry import SlantedEdge
from valuegraph.render.page import Page
from valuegraph.render.scene import Node, Scene
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.blocks.annex import with_annex
from valuegraph.render.views.blocks.badges import CircuitLook, Mark, circuit_looks, status_marks
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.cell_texts import cell_entries
from valuegraph.render.views.blocks.continuation import continued, dealt, run_on, sheets_for
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.impact_arrow import ArrowHead, impact_arrow, most_slices
from valuegraph.render.views.blocks.lettering import visible
from valuegraph.render.views.blocks.reason import reason
from valuegraph.render.views.blocks.results import Results, results_heading, results_of
from valuegraph.render.views.matrix_zones.drawing import blank_mark, draw_table
from valuegraph.render.views.matrix_zones.plan import GAP, Area, Table
from valuegraph.render.views.matrix_zones.table import measured
from valuegraph.render.views.matrix_zones.telling import told
from valuegraph.render.words import say

_HEADING_GAP = 27.0
_GROUPS_GAP = 10.0
_FOOTING_GAP = 15.0
_CAPTION_ABOVE = 20.0
_ARROW_GAP = 14.0
_ARROW_INSET = 6.0  # the points of the headers reach into the arrow's gap
_LEAST_COLUMN = 112.0
_LEAST_ROW = 58.0


@dataclass(frozen=True, slots=True)
class _Measures:
    """The widths of a sheet: the rows' headers, the arrow and its point."""

    rows_head: float
    arrow: float
    point: float

    def columns_width(self, page: Page) -> float:
        """Return what is left for the columns, gaps included."""
        taken = self.rows_head + GAP + (self.arrow + self.point + _ARROW_GAP + _ARROW_INSET)
        return page.width - 2 * MARGIN - taken

    def column(self, page: Page, count: int) -> float:
        """Return how wide each of ``count`` columns is."""
        return (self.columns_width(page) - GAP * (count - 1)) / count

    def most_columns(self, page: Page) -> int:
        """Return how many columns can be read."""
        return max(1, int((self.columns_width(page) + GAP) / (_LEAST_COLUMN + GAP)))


_WIDE = _Measures(196, 232, 70)
_NARROW = _Measures(164, 176, 48)
_COMFORTABLE_COLUMN = 160.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one sheet shows."""

    activities: tuple[PrimaryActivity, ...]
    looks: tuple[CircuitLook, ...]
    results: Results
    opens: bool

    @property
    def counts(self) -> dict[str, int]:
        """How many of each there are."""
        return {
            "activities": len(self.activities),
            "circuits": len(self.looks),
            "results": len(self.results),
        }


def matrix(chain: ValueChain, options: ViewOptions) -> Sheets:
    """Draw the table of the modalities: what each activity receives and gives in each circuit.

    Hypotheses are dashed; a cell that was discussed and found empty says so, one that was not
    discussed is blank and pale. More activities, circuits or impacts than can be read go on
    further sheets, and shortened texts are whole in the annex.
    """
    looks = tuple(circuit_looks(chain, options).values())
    marks = _marks(chain, looks, options)
    top = _heading_bottom(chain, options) + _HEADING_GAP
    if any(not is_blank(activity.group) for activity in chain.activities):
        top += _GROUPS_GAP
    bottom = footing(chain, options, marks=marks).top - _FOOTING_GAP
    measures = _measures(options.page, len(chain.activities))
    sheets = _dealt(chain, looks, measures, bottom - top, options)
    scenes, left_out = [], []
    for number, sheet in enumerate(sheets, 1):
        area = _area(sheet, measures, top, bottom, options)
        table = measured(chain, sheet.activities, sheet.looks, area, options)
        left_out += [part for ref in table.left_out if isinstance(part := chain.find(ref), Part)]
        nodes: list[Node] = [
            *heading(chain, options, subtitle=say("matrix subtitle", options.language),
                     legend=False).nodes,
            *draw_table(table, area, sheet.activities, sheet.looks, options),
            _arrow(chain, sheet, measures, area, options, table),
            *footing(chain, options, marks=marks, sheet=number, sheets=len(sheets)).nodes,
        ]  # fmt: skip
        scenes.append(_scene(chain, sheet, nodes, options))
    whole = _Sheet(chain.activities, looks, results_of(chain), opens=True)
    why = reason(whole.counts, [sheet.counts for sheet in sheets])
    problems = continued(len(sheets), why)
    return with_annex(scenes, chain, options, problems=problems, left_out=left_out)


def _measures(page: Page, activities: int) -> _Measures:
    roomy = _WIDE.column(page, max(1, activities)) >= _COMFORTABLE_COLUMN
    return _WIDE if roomy else _NARROW


def _dealt(
    chain: ValueChain,
    looks: tuple[CircuitLook, ...],
    measures: _Measures,
    height: float,
    options: ViewOptions,
) -> tuple[_Sheet, ...]:
    """Return the sheets: the activities dealt over them first, then the circuits."""
    results = results_of(chain)
    activities = chain.activities
    most_rows = max(1, int((height * 0.7 + GAP) / (_LEAST_ROW + GAP)))
    columns = dealt(activities, sheets_for(len(activities), measures.most_columns(options.page)))
    rows = dealt(looks, sheets_for(len(looks), most_rows))
    tables = [(run, circuits) for circuits in rows for run in columns]
    slices = most_slices(height)
    count = max(len(tables), sheets_for(len(results), slices))
    sheets = []
    for number in range(count):
        run, circuits = tables[number * len(tables) // count]
        sheets.append(
            _Sheet(run, circuits, run_on(number, count, results, slices), run[:1] == activities[:1])
        )
    return tuple(sheets)


def _area(
    sheet: _Sheet, measures: _Measures, top: float, bottom: float, options: ViewOptions
) -> Area:
    left = MARGIN
    right = left + measures.columns_width(options.page) + measures.rows_head + GAP
    return Area(left, top, right, bottom, measures.rows_head, max(1, len(sheet.activities)),
                opens=sheet.opens)  # fmt: skip


def _arrow(
    chain: ValueChain,
    sheet: _Sheet,
    measures: _Measures,
    area: Area,
    options: ViewOptions,
    table: Table,
) -> Node:
    edge = SlantedEdge(area.right + _ARROW_INSET, area.top, area.bottom, measures.point)
    head = ArrowHead(edge, gap=_ARROW_GAP, thickness=measures.arrow, straight=True)
    return impact_arrow(
        chain,
        sheet.results,
        head,
        options,
        heading=results_heading(sheet.results, options.language),
        above=area.top - _CAPTION_ABOVE,
        largest=max(0.75, table.scale),
    )


def _marks(
    chain: ValueChain, looks: Sequence[CircuitLook], options: ViewOptions
) -> tuple[Mark, ...]:
    """Return the legend of what occurs: statuses, and cells that were not discussed."""
    used = {link.start for link in chain.links if link.kind == "feeds"}
    shown = [
        *chain.activities,
        *chain.modalities,
        *chain.impacts,
        *chain.margin,
        *(look.circuit for look in looks),
        *(resource for resource in chain.resources if resource.id in used),
    ]
    marks = status_marks(shown, options)
    if any(
        not cell_entries(chain, activity, look.circuit, options)
        for activity in chain.activities
        for look in looks
    ):
        return (*marks, blank_mark(options))
    return marks


def _heading_bottom(chain: ValueChain, options: ViewOptions) -> float:
    return heading(chain, options, subtitle=say("matrix subtitle", options.language),
                   legend=False).bottom  # fmt: skip


def _scene(chain: ValueChain, sheet: _Sheet, nodes: Sequence[Node], options: ViewOptions) -> Scene:
    page, language = options.page, options.language
    name = chain.about.label(language) or say("untitled", language)
    return Scene(
        f"{name} — {say('matrix', language)}",
        told(chain, sheet.activities, sheet.looks, sheet.results, options),
        visible(nodes),
        language=language,
        width=page.width,
        height=page.height,
        background=options.theme.paper,
        page=page,
        font=options.theme.font,
    )
