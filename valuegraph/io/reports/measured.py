"""What is measured of a part: its indicators, before, hoped for, and seen last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from valuegraph.model.evaluation import Indicator, Observation, Value
from valuegraph.model.quantity import Quantity

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain


def indicators_of(chain: ValueChain, part_id: str) -> tuple[Indicator, ...]:
    """Return the indicators of a part: those that measure it, else those of its questions.

    An indicator that says what it measures measures nothing else, whatever its question is about.
    """
    own = tuple(one for one in chain.indicators if part_id in one.measures)
    if own:
        return own
    questions = {one.id for one in chain.questions if part_id in one.about}
    criteria = {one.id for one in chain.criteria if one.question in questions}
    return tuple(one for one in chain.indicators if one.criterion in criteria and not one.measures)


def observations_of(chain: ValueChain, indicator: Indicator) -> tuple[Observation, ...]:
    """Return the observations of an indicator, the oldest first."""
    seen = (one for one in chain.observations if one.indicator == indicator.id)
    return tuple(sorted(seen, key=lambda one: one.date))


def last_seen(chain: ValueChain, indicator: Indicator) -> Observation | None:
    """Return the last value seen of the whole, not of one group."""
    seen = [one for one in observations_of(chain, indicator) if not one.breakdown]
    return seen[-1] if seen else None


def rests_on_an_impact(chain: ValueChain, impact_id: str) -> bool:
    """Tell whether an impact rests on another impact: the method's long-term ones do."""
    impacts = {impact.id for impact in chain.impacts}
    return any(link.start in impacts for link in chain.incoming(impact_id, "contributes"))


def shown(value: Value, language: str, unit: str = "") -> str:
    """Return a value as people write it, in its own unit or in that of its indicator."""
    if not isinstance(value, Quantity):
        return value
    return Quantity(amount=value.amount, unit=value.unit or unit).to_text(language)


def dated(values: Mapping[str, Value], language: str, unit: str) -> str:
    """Return dated values on one line."""
    colon = "\u00a0: " if language == "fr" else ": "
    return "; ".join(
        f"{when}{colon}{shown(value, language, unit)}" for when, value in values.items()
    )
