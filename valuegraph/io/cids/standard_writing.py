"""What a chain says, in the terms of the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valuegraph.io.cids.measures import MeasureWriter
from valuegraph.io.cids.names import Iris, full, is_iri
from valuegraph.io.cids.own_writing import in_order
from valuegraph.io.cids.standard_links import ALSO_CONTRIBUTES, LINKS_SAID
from valuegraph.io.cids.statements import Ref, Thing, Things, text
from valuegraph.io.reports.measured import indicators_of
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.part import Sign, Status
from valuegraph.model.quantity import standard_unit
from valuegraph.problems import Bilingual

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.evaluation import Indicator
    from valuegraph.model.link import Link
    from valuegraph.model.part import Part

_INPUTS = {
    "financial": "cids:FinancialInput",
    "human": "cids:SkillInput",
    "knowledge": "cids:SkillInput",
    "food": "cids:PhysicalInput",
    "material": "cids:PhysicalInput",
    "logistic": "cids:PhysicalInput",
    "natural": "cids:PhysicalInput",
}
_OF_THE_PATHWAY = {
    "activity": "cids:hasActivity",
    "support": "cids:hasActivity",
    "resource": "cids:hasInput",
    "output": "cids:hasOutput",
    "impact": "cids:hasOutcome",
    "indicator": "cids:hasIndicator",
}
_NOT_YET = frozenset({Status.PLANNED, Status.HYPOTHESIS})
_NO_UNIT = Bilingual("sans unité", "no unit")
_NAME, _DESCRIPTION = full("org:hasName"), full("cids:hasDescription")
_UNIT = full("cids:unitDescription")


def tell_standard(things: Things, chain: ValueChain, iris: Iris) -> None:
    """Tell what the standard has terms for; refuted links and those that hinder are left out."""
    _StandardWriter(things, chain, iris).tell()


class _StandardWriter:
    def __init__(self, things: Things, chain: ValueChain, iris: Iris) -> None:
        self._things, self._chain, self._iris = things, chain, iris
        self._kinds = {part.id: part.kind for part in chain.parts()}
        self._kinds[WHOLE_CHAIN] = WHOLE_CHAIN
        self._holds = [link for link in chain.links if _holds(link)]
        carriers = (
            link.start for link in self._holds if (link.kind, link.end) == ("carries", WHOLE_CHAIN)
        )
        self._carrier = next(carriers, "")
        own = iris.of(self._carrier) if self._carrier else iris.beside("organisation")
        self._organisation = things.of(own)
        self._measures = MeasureWriter(things, iris)

    def tell(self) -> None:
        """Tell all of it."""
        self._tell_organisation()
        pathway = self._things.of(self._iris.chain)
        self._belong(pathway)
        self._organisation.say(full("cids:hasImpactModel"), Ref(pathway.iri))
        for part in in_order(self._chain):
            if predicate := _OF_THE_PATHWAY.get(part.kind):
                pathway.say(full(predicate), Ref(self._iris.of(part.id)))
            self._tell(part, self._things.of(self._iris.of(part.id)))
        for link in self._holds:
            self._link(link)
        for indicator in self._chain.indicators:
            self._indicator(indicator)
        for rank, seen in enumerate(self._chain.observations, 1):
            report = self._measures.report(self._chain, seen, rank)
            self._belong(report)
            pathway.say(full("cids:hasIndicatorReport"), Ref(report.iri))

    def _tell_organisation(self) -> None:
        about = self._chain.about
        name = about.label(about.language) or self._iris.chain
        for actor in self._chain.actors:
            if actor.id == self._carrier:
                name = actor.label(about.language)
        self._organisation.type(full("cids:Organization"))
        self._organisation.once(full("org:hasLegalName"), text(name))

    def _tell(self, part: Part, thing: Thing) -> None:
        match part.kind:
            case "actor":
                self._actor(part, thing)
            case "resource":
                self._resource(part, thing)
            case "activity" | "support":
                thing.say(full("oep:partOf"), Ref(self._iris.chain))
            case "output":
                if amount := getattr(part, "amount", None):
                    iri = self._iris.of(part.id, "amount")
                    self._measures.measure(thing, full("i72:value"), amount, iri)
            case "impact":
                self._belong(thing)
                self._organisation.say(full("cids:hasOutcome"), Ref(thing.iri))
                self._theme(part, thing)
            case "question":
                for id_ in getattr(part, "about", ()):
                    if self._kinds.get(id_) == "impact":
                        impact = self._things.of(self._iris.of(id_))
                        impact.say(full("cids:forTheme"), Ref(thing.iri))
            case "criterion":
                if question := getattr(part, "question", ""):
                    thing.say(full("cids:relatesTo"), Ref(self._iris.of(question)))
        for code in part.codes:
            thing.say(full("cids:hasCode"), self._code(code))

    def _actor(self, part: Part, thing: Thing) -> None:
        if part.id == self._carrier:
            return
        ends = {link.kind for link in self._holds if link.end == part.id}
        starts = {link.kind for link in self._holds if link.start == part.id}
        gives = {"provides", "carries", "takes_part", *ALSO_CONTRIBUTES}
        thing.type(full("cids:Stakeholder"))
        if "benefits" in ends:
            thing.type(full("cids:BeneficialStakeholder"))
        if starts & gives:
            thing.type(full("cids:ContributingStakeholder"))
        self._belong(thing)
        self._organisation.say(full("cids:hasStakeholder"), Ref(thing.iri))

    def _resource(self, part: Part, thing: Thing) -> None:
        if kind := _INPUTS.get(str(getattr(part, "type", ""))):
            thing.type(full(kind))
        if amount := getattr(part, "amount", None):
            name = "cids:hasPlannedAmount" if part.status in _NOT_YET else "cids:hasActualAmount"
            self._measures.measure(thing, full(name), amount, self._iris.of(part.id, "amount"))

    def _indicator(self, indicator: Indicator) -> None:
        thing = self._things.of(self._iris.of(indicator.id))
        self._belong(thing)
        self._organisation.say(full("cids:hasIndicator"), Ref(thing.iri))
        said = thing.texts(_UNIT)
        if said and standard_unit(said[0]) != indicator.unit:
            del thing.said[_UNIT]
        unit = indicator.unit or " / ".join(indicator.scale)
        thing.once(_UNIT, text(unit or _NO_UNIT.text(self._chain.language)))
        if indicator.criterion:
            thing.say(full("cids:forTheme"), Ref(self._iris.of(indicator.criterion)))
        self._theme(indicator, thing)
        for impact in self._chain.impacts:
            if indicator in indicators_of(self._chain, impact.id):
                outcome = self._things.of(self._iris.of(impact.id))
                thing.say(full("cids:forOutcome"), Ref(outcome.iri))
                outcome.say(full("cids:hasIndicator"), Ref(thing.iri))
        for id_ in indicator.measures:
            if self._kinds.get(id_) == "output":
                output = self._things.of(self._iris.of(id_))
                thing.say(full("cids:usesOutput"), Ref(output.iri))
                output.say(full("cids:usedByIndicator"), Ref(thing.iri))
        self._measures.before_and_hoped(indicator, thing, indicator.label(self._chain.language))

    def _link(self, link: Link) -> None:
        start = self._things.of(self._iris.of(link.start))
        end = self._things.of(self._iris.of(link.end))
        kinds = self._kinds.get(link.start), self._kinds.get(link.end)
        for said in LINKS_SAID.get(link.kind, ()):
            if kinds[0] in said.starts and kinds[1] in said.ends:
                subject, other = (start, end) if said.from_start else (end, start)
                subject.say(full(said.predicate), Ref(other.iri))
        if link.kind in ("benefits", "costs") and kinds == ("impact", "actor"):
            self._stakeholder_outcome(link, start, end)

    def _stakeholder_outcome(self, link: Link, outcome: Thing, actor: Thing) -> None:
        thing = self._things.of(self._iris.of(link.id, "stakeholder-outcome"))
        thing.type(full("cids:StakeholderOutcome"))
        thing.say(full("cids:forOutcome"), Ref(outcome.iri))
        thing.say(full("cids:forStakeholder"), Ref(actor.iri))
        good = "positive" if link.kind == "benefits" else "negative"
        thing.once(full("cids:intendedImpact"), text(good))
        outcome.say(full("cids:hasStakeholderOutcome"), Ref(thing.iri))
        pathway = self._things.of(self._iris.chain)
        pathway.say(full("cids:hasStakeholderOutcome"), Ref(thing.iri))

    def _theme(self, part: Part, thing: Thing) -> None:
        """Say the group of a part as a theme."""
        if part.group:
            theme = self._things.of(self._iris.beside("theme", part.group))
            theme.type(full("cids:Theme"))
            theme.say(_NAME, text(part.group))
            theme.say(_DESCRIPTION, text(part.group))
            thing.say(full("cids:forTheme"), Ref(theme.iri))

    def _code(self, code: str) -> Ref:
        thing = self._things.of(code if is_iri(code) else self._iris.beside("code", code))
        thing.type(full("cids:Code"))
        thing.once(full("sch:codeValue"), text(code))
        return Ref(thing.iri)

    def _belong(self, thing: Thing) -> None:
        thing.once(full("cids:forOrganization"), Ref(self._organisation.iri))


def _holds(link: Link) -> bool:
    return link.status is not Status.REFUTED and link.sign is not Sign.MINUS
