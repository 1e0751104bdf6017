"""Values, targets and reports in the terms of the standard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valuegraph.io.cids.names import Iris, full
from valuegraph.io.cids.periods import say_period
from valuegraph.io.cids.statements import Ref, Thing, Things, text
from valuegraph.model.quantity import Quantity

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.evaluation import Indicator, Observation, Value

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_NAME, _VALUE = full("org:hasName"), full("i72:value")

NUMBER = full("i72:hasNumericalValue")


def number_text(told: str) -> str:
    """Return a number without the zeros that say nothing; any other text as it is."""
    if _NUMBER.fullmatch(told) is None:
        return told
    bare = told.rstrip("0").rstrip(".") if "." in told else told
    return "0" if bare == "-0" else bare


class MeasureWriter:
    """Tells values, which the standard wants as texts of things of their own."""

    def __init__(self, things: Things, iris: Iris) -> None:
        self._things, self._iris = things, iris

    def measure(self, owner: Thing, predicate: str, value: Value, iri: str) -> None:
        """Say a value of a thing, unless the thing has another one already."""
        if not owner.once(predicate, Ref(iri)):
            return
        measure = self._things.of(iri)
        measure.type(full("i72:Measure"))
        told = number_text(f"{value.amount:f}") if isinstance(value, Quantity) else value
        measure.once(NUMBER, text(told))
        if isinstance(value, Quantity) and value.unit:
            unit = self._things.of(self._iris.beside("unit", value.unit))
            if measure.once(full("i72:unit_of_measure"), Ref(unit.iri)):
                unit.type(full("i72:Unit_of_measure"))
                unit.say(full("rdfs:label"), text(value.unit))

    def before_and_hoped(self, indicator: Indicator, thing: Thing, label: str) -> None:
        """Say the last value before, of which the standard has one, and every target."""
        if indicator.baseline:
            value = indicator.baseline[max(indicator.baseline)]
            iri = self._iris.of(indicator.id, "baseline")
            self.measure(thing, full("cids:hasBaseline"), value, iri)
        for when, value in sorted(indicator.target.items()):
            target = self._things.of(self._iris.of(indicator.id, "target", when))
            target.type(full("cids:Target"))
            target.once(_NAME, text(f"{label}, {when}"))
            say_period(target, when)
            self.measure(
                target, _VALUE, value, self._iris.of(indicator.id, "target", when, "value")
            )
            thing.say(full("cids:hasTarget"), Ref(target.iri))

    def report(self, chain: ValueChain, seen: Observation, rank: int) -> Thing:
        """Say an observation as a report of its indicator, and return it."""
        report = self._things.of(self._iris.observation(seen, rank))
        indicator = next(one for one in chain.indicators if one.id == seen.indicator)
        subject = self._things.of(self._iris.of(indicator.id))
        label = indicator.label(chain.language)
        groups = ", ".join(seen.breakdown.values())
        report.once(_NAME, text(", ".join(filter(None, (label, seen.date, groups)))))
        report.once(full("cids:forIndicator"), Ref(subject.iri))
        say_period(report, seen.date)
        self.measure(report, _VALUE, _told(seen), self._iris.observation(seen, rank, "value"))
        if seen.quote:
            report.say(full("cids:hasComment"), text(seen.quote))
        subject.say(full("cids:hasIndicatorReport"), Ref(report.iri))
        return report


def _told(seen: Observation) -> Value:
    """Return the value of an observation; a ratio too large for an amount in its two terms."""
    try:
        return seen.told
    except ValueError:
        return f"{seen.numerator} / {seen.denominator}"
