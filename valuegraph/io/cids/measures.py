"""Values, targets and reports in the terms of the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valuegraph.io.cids.names import Iris, full
from valuegraph.io.cids.own_writing import observation_iri
from valuegraph.io.cids.periods import say_period
from valuegraph.io.cids.statements import Ref, Thing, Things, text
from valuegraph.model.quantity import Quantity

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.evaluation import Indicator, Observation, Value

_NAME, _VALUE = full("org:hasName"), full("i72:value")


class MeasureWriter:
    """Tells values, which the standard wants as texts of things of their own."""

    def __init__(self, things: Things, iris: Iris) -> None:
        self._things, self._iris = things, iris

    def measure(self, owner: Thing, predicate: str, value: Value, *inner: str) -> None:
        """Say a value of a thing."""
        measure = self._things.of("/".join((owner.iri, *inner)))
        measure.type(full("i72:Measure"))
        told = f"{value.amount:f}" if isinstance(value, Quantity) else value
        measure.say(full("i72:hasNumericalValue"), text(told))
        if isinstance(value, Quantity) and value.unit:
            unit = self._things.of(self._iris.beside("unit", value.unit))
            unit.type(full("i72:Unit_of_measure"))
            unit.say(full("rdfs:label"), text(value.unit))
            measure.say(full("i72:unit_of_measure"), Ref(unit.iri))
        owner.say(predicate, Ref(measure.iri))

    def before_and_hoped(self, indicator: Indicator, thing: Thing, label: str) -> None:
        """Say the last value before, of which the standard has one, and every target."""
        if indicator.baseline:
            last = max(indicator.baseline)
            value = indicator.baseline[last]
            self.measure(thing, full("cids:hasBaseline"), value, "baseline")
        for when, value in sorted(indicator.target.items()):
            target = self._things.of(f"{thing.iri}/target/{when}")
            target.type(full("cids:Target"))
            target.say(_NAME, text(f"{label}, {when}"))
            say_period(target, when)
            self.measure(target, _VALUE, value, "value")
            thing.say(full("cids:hasTarget"), Ref(target.iri))

    def report(self, chain: ValueChain, seen: Observation, rank: int) -> Thing:
        """Say an observation as a report of its indicator, and return it."""
        report = self._things.of(observation_iri(self._iris, seen, rank))
        indicator = next(one for one in chain.indicators if one.id == seen.indicator)
        subject = self._things.of(self._iris.of(indicator.id))
        label = indicator.label(chain.language)
        groups = ", ".join(seen.breakdown.values())
        report.say(_NAME, text(", ".join(filter(None, (label, seen.date, groups)))))
        report.say(full("cids:forIndicator"), Ref(subject.iri))
        say_period(report, seen.date)
        self.measure(report, _VALUE, seen.told, "value")
        if seen.quote:
            report.say(full("cids:hasComment"), text(seen.quote))
        subject.say(full("cids:hasIndicatorReport"), Ref(report.iri))
        return report
