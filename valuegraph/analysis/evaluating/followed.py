"""What is told of one indicator: dated values, and who saw what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from valuegraph.model.evaluation import Value
from valuegraph.model.quantity import Quantity


@dataclass(frozen=True)
class Dated:
    """A value and its date, as they were typed."""

    date: str
    value: Value | None
    unit: str

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data: an amount and its unit, or words."""
        told = self.value
        is_amount = isinstance(told, Quantity)
        return {
            "date": self.date,
            "amount": float(told.amount) if isinstance(told, Quantity) else None,
            "unit": told.unit if isinstance(told, Quantity) else self.unit,
            "words": "" if is_amount or told is None else str(told),
        }


@dataclass(frozen=True)
class Viewed:
    """What somebody saw at the last date: observers may differ."""

    viewpoint: str
    source: str
    group: str
    value: Value

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        told = Dated("", self.value, "").to_dict()
        del told["date"]
        return {"viewpoint": self.viewpoint, "source": self.source, "group": self.group, **told}


@dataclass(frozen=True)
class Followed:
    """How one indicator stands; ``None`` is what is not known, and never 0.

    Attributes:
        indicator, kind, unit, direction: what it is; ``direction`` empty where it is not said.
        value: what was seen last, on the day asked for or before; ``None`` where nothing was,
            where observers differ, or where only groups were seen that do not add up.
        baseline: what was before.
        target: what is hoped for on the day asked for or next; the last one if all are past.
        attainment: the way from the baseline to the target that is made, 1 for all of it; it
            may be below 0 or above 1. To keep a level: 1 on it, less the farther away.
        is_met: whether the value is at the target or beyond.
        previous: what was seen before the last value.
        trend: ``up``, ``down`` or ``stable`` since then; empty where it is not known.
        is_hoped: whether that is the way hoped for.
        due: the day the next value is due; ``None`` without a rhythm.
        is_fresh: whether that day has not passed.
        every: the rhythm, as it was typed.
        from_groups: whether the value was put together from those of groups.
        viewpoints: what each observer saw at the last date.
        series: the value at each date up to then.
        observations: how many there are up to then.
        later: how many are dated after the day asked for, and left out.
    """

    indicator: str
    kind: str
    unit: str
    direction: str
    value: Dated | None
    baseline: Dated | None
    target: Dated | None
    attainment: float | None
    is_met: bool | None
    previous: Dated | None
    trend: str
    is_hoped: bool | None
    due: date | None
    is_fresh: bool | None
    every: str
    from_groups: bool
    viewpoints: tuple[Viewed, ...]
    series: tuple[Dated, ...]
    observations: int
    later: int

    @property
    def last_date(self) -> str:
        """When it was seen last; empty if it never was."""
        return self.series[-1].date if self.series else ""

    @property
    def observers_differ(self) -> bool:
        """Whether several values of the whole were seen at the last date."""
        wholes = [one for one in self.viewpoints if not one.group]
        return self.value is None and len(wholes) > 1

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data."""
        told = {name: one.to_dict() if one is not None else None for name, one in (
            ("value", self.value), ("baseline", self.baseline), ("target", self.target),
            ("previous", self.previous))}  # fmt: skip
        return {
            "indicator": self.indicator,
            "kind": self.kind,
            "unit": self.unit,
            "direction": self.direction,
            "last_date": self.last_date,
            **{name: told[name] for name in ("value", "baseline", "target")},
            "attainment": self.attainment,
            "is_met": self.is_met,
            "previous": told["previous"],
            "trend": self.trend,
            "is_hoped": self.is_hoped,
            "every": self.every,
            "due": self.due.isoformat() if self.due is not None else None,
            "is_fresh": self.is_fresh,
            "from_groups": self.from_groups,
            "observations": self.observations,
            "later": self.later,
            "viewpoints": [one.to_dict() for one in self.viewpoints],
            "series": [one.to_dict() for one in self.series],
        }
