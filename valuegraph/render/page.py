"""The sheets a scene is laid out on: design units for the layout, millimetres for print."""

from __future__ import annotations

from dataclasses import dataclass

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: ``width`` and ``height`` in design units, and the paper's size in millimetres."""

    name: str
    width: float
    height: float
    width_mm: float
    height_mm: float

    @property
    def points_per_unit(self) -> float:
        """How many typographic points one design unit is on this sheet (0.601 on A4)."""
        return self.width_mm / MM_PER_INCH * POINTS_PER_INCH / self.width


def _iso(name: str, short: float, long: float) -> tuple[Page, Page]:
    # Every A size has the ratio of 1400 x 990, so one layout serves them all.
    return (
        Page(name, 1400, 990, long, short),
        Page(f"{name}-portrait", 990, 1400, short, long),
    )


PAGES: dict[str, Page] = {
    page.name: page
    for page in (
        *_iso("A4", 210, 297),
        *_iso("A3", 297, 420),
        *_iso("A2", 420, 594),
        *_iso("A1", 594, 841),
        *_iso("A0", 841, 1189),
        Page("slide", 1400, 787.5, 338.667, 190.5),
    )
}

A4 = PAGES["A4"]


def printed_size(page: Page, width: float, height: float) -> tuple[float, float]:
    """Return in millimetres what ``width`` x ``height`` du measure on that sheet."""
    return page.width_mm * width / page.width, page.height_mm * height / page.height
