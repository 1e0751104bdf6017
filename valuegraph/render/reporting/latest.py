"""Where each indicator stands, as the analysis says, ready to be drawn and told."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from valuegraph.analysis.evaluating.followed import Dated
from valuegraph.analysis.evaluating.periods import asked_day, last_day
from valuegraph.analysis.evaluating.standing_now import standing_on
from valuegraph.model.evaluation import Indicator, Observation, Value
from valuegraph.model.quantity import Quantity
from valuegraph.render.reporting.masking import HIDDEN
from valuegraph.render.reporting.telling import Telling

_DatedValue = tuple[str, Value]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an indicator stands.

    Attributes:
        indicator: the indicator.
        seen: the observations of the last date; empty where there are none.
        value: the one value they give; ``None`` if they give none, or several.
        baseline, target: a date and a value; ``None`` where none is said.
        reached: whether the target is reached; ``None`` where that cannot be said.
    """

    indicator: Indicator
    seen: tuple[Observation, ...]
    value: Value | None
    baseline: _DatedValue | None
    target: _DatedValue | None
    reached: bool | None

    @property
    def date(self) -> str:
        """The date of the last observations, or nothing."""
        return self.seen[0].date if self.seen else ""

    def amounts(self) -> dict[str, Decimal] | None:
        """Return the amounts to be drawn side by side; ``None`` if they cannot be."""
        dated = {
            "value": self.value,
            "target": self.target[1] if self.target else None,
            "baseline": self.baseline[1] if self.baseline else None,
        }
        known = {name: each for name, each in dated.items() if isinstance(each, Quantity)}
        units = {each.unit for each in known.values()}
        if not {"value", "target"} <= known.keys() or len(units) > 1:
            return None
        amounts = {name: each.amount for name, each in known.items()}
        return None if min(amounts.values()) < 0 else amounts


def standings(telling: Telling) -> list[Standing]:
    """Return where each indicator stands, in the order of listing.

    The analysis is asked with what the report may tell: values of few people are not in it.
    """
    dates = [last_day(each.date) for each in telling.observations]
    day = asked_day(telling.on or None) or max(dates, default=None)
    found = []
    for indicator in telling.chain.indicators:
        seen = telling.seen(indicator)
        now = standing_on(indicator, seen, day)
        there = tuple(each for each in seen if each.date == now.last_date)
        value = now.value.value if now.value else None
        hides = HIDDEN.text(telling.language) in [each.value for each in there]
        met = None if hides else now.is_met
        found.append(Standing(indicator, there, value, _pair(now.baseline), _pair(now.target), met))
    return found


def _pair(dated: Dated | None) -> _DatedValue | None:
    return None if dated is None or dated.value is None else (dated.date, dated.value)
