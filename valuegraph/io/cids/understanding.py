"""What linked data of others means in a chain: parts, links, values; the rest is left aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from valuegraph.io.cids.draft import Draft, Fields, known_as
from valuegraph.io.cids.names import PREFIXES, RDF_TYPE, full
from valuegraph.io.cids.official_terms import UNKNOWN
from valuegraph.io.cids.periods import END, START, date_of
from valuegraph.io.cids.standard_links import LINKS_SAID
from valuegraph.io.cids.statements import Literal, Ref, Thing, Things
from valuegraph.io.cids.values_of_others import value_of
from valuegraph.model.ids import WHOLE_CHAIN

_ORGANISATIONS = ("Organization", "SocialPurposeOrganization", "FinancialOrganization",
                  "StandardsOrganization")  # fmt: skip
_KINDS: Mapping[str, str] = {
    **dict.fromkeys(_ORGANISATIONS, "actor"),
    **dict.fromkeys(("Stakeholder", "BeneficialStakeholder", "ContributingStakeholder"), "actor"),
    **dict.fromkeys(("Input", "FinancialInput", "PhysicalInput", "SkillInput"), "resource"),
    **dict.fromkeys(("Activity", "Program", "Service"), "activity"),
    **dict.fromkeys(("ImpactModel", "ImpactPathway", "OutcomeChain"), WHOLE_CHAIN),
    "Output": "output",
    "Outcome": "impact",
    "Theme": "criterion",
    "Indicator": "indicator",
    "IndicatorReport": "observation",
    "StakeholderOutcome": "stakeholder outcome",
}
_SPACES = (*(PREFIXES[prefix] for prefix in ("cids", "org", "act")), UNKNOWN)
_TYPES = {"FinancialInput": "financial", "PhysicalInput": "material", "SkillInput": "human"}
_NAMES = tuple(map(full, ("org:hasName", "org:hasLegalName", "rdfs:label", "sch:name")))
_ORGANISATION = full("cids:forOrganization")
_SAME = {
    full("cids:hasOutcome"): ("contributes", True, frozenset({"activity"}), frozenset({"impact"})),
    full("act:forActivity"): ("produces", False, frozenset({"activity"}), frozenset({"output"})),
}
"""Other properties that say one of our links: kind, from its start, kinds of part at both ends."""


def understand(things: Things, draft: Draft) -> None:
    """Add to a draft what things of others mean.

    Nothing is guessed: where a class, a date or a value does not say what it is, it is left.

    Args:
        things: what is said, without what the draft says already.
        draft: what is understood so far.
    """
    _Understanding(things, draft).run()


class _Understanding:
    def __init__(self, things: Things, draft: Draft) -> None:
        self._things, self._draft = things, draft
        self._known = {(link["kind"], link["start"], link["end"]) for link in draft.links}
        self._organisations: list[str] = []
        self._new: set[str] = set()

    def run(self) -> None:
        """Understand parts first, then what joins them."""
        found: dict[str, list[Thing]] = {}
        for thing in self._things:
            found.setdefault(_kind(thing), []).append(thing)
        for thing in found.get(WHOLE_CHAIN, ())[:1]:
            self._chain(thing)
        for kind in ("actor", "resource", "activity", "output", "impact", "criterion"):
            for thing in found.get(kind, ()):
                self._part(kind, thing)
        for thing in found.get("indicator", ()):
            self._part("indicator", thing)
        for thing in self._things:
            self._links(thing)
        for thing in found.get("stakeholder outcome", ()):
            self._stakeholder_outcome(thing)
        for thing in found.get("indicator", ()):
            if thing.iri in self._new:
                self._indicator(thing)
        for thing in found.get("observation", ()):
            self._observation(thing)
        self._carrier(found)
        self._language()

    def _chain(self, thing: Thing) -> None:
        if WHOLE_CHAIN in self._draft.ids.values():
            return
        self._draft.ids[thing.iri] = WHOLE_CHAIN
        known_as(self._draft.about, thing.iri)
        self._draft.about |= _named(thing)

    def _part(self, kind: str, thing: Thing) -> None:
        if thing.iri in self._draft.ids:
            return
        fields = _named(thing)
        wanted = fields.get("name") or thing.iri.rstrip("/#").replace("#", "/").rpartition("/")[2]
        codes = sorted(thing.refs(full("cids:hasCode")))
        if codes:
            fields["codes"] = codes
        names = _class_names(thing)
        if kind == "resource" and (types := [_TYPES[one] for one in names if one in _TYPES]):
            fields["type"] = types[0]
        self._draft.add(kind, thing.iri, wanted, fields)
        self._new.add(thing.iri)
        own = self._draft.fields(self._draft.ids[thing.iri])
        if kind == "resource":
            self._amount(thing, full("cids:hasActualAmount"), own)
        elif kind == "output":
            self._amount(thing, full("i72:value"), own)
        elif kind == "actor" and any(one in _ORGANISATIONS for one in names):
            self._organisations.append(thing.iri)

    def _amount(self, thing: Thing, predicate: str, own: Fields) -> None:
        found = value_of(self._things, thing, predicate, "")
        if found is not None and not isinstance(found.value, str):
            own["amount"] = found.value
            known_as(own, found.iri, "amount")

    def _links(self, thing: Thing) -> None:
        for kind, predicate, from_start, starts, ends in _SAYINGS:
            for other in thing.refs(predicate):
                start, end = (thing.iri, other) if from_start else (other, thing.iri)
                if self._draft.kind(start) in starts and self._draft.kind(end) in ends:
                    self._link(kind, self._draft.ids[start], self._draft.ids[end])

    def _link(self, kind: str, start: str, end: str) -> None:
        if (kind, start, end) not in self._known:
            self._known.add((kind, start, end))
            self._draft.links.append({"start": start, "end": end, "kind": kind})

    def _stakeholder_outcome(self, thing: Thing) -> None:
        good = {"positive": "benefits", "negative": "costs"}
        kinds = {good[one] for one in thing.texts(full("cids:intendedImpact")) if one in good}
        outcomes = thing.refs(full("cids:forOutcome"))
        actors = thing.refs(full("cids:forStakeholder"))
        if len(kinds) != 1 or len(outcomes) != 1 or len(actors) != 1:
            return
        ends = (self._draft.kind(outcomes[0]), self._draft.kind(actors[0]))
        if ends != ("impact", "actor"):
            return
        kind, start, end = kinds.pop(), self._draft.ids[outcomes[0]], self._draft.ids[actors[0]]
        self._link(kind, start, end)
        link = next(one for one in self._draft.links
                    if (one["kind"], one["start"], one["end"]) == (kind, start, end))  # fmt: skip
        if "extra" not in link:
            known_as(link, thing.iri, "stakeholder-outcome")

    def _indicator(self, thing: Thing) -> None:
        own = self._draft.fields(self._draft.ids[thing.iri])
        if unit := next(iter(thing.texts(full("cids:unitDescription"))), ""):
            own["unit"] = unit
        themes = [one for one in thing.refs(full("cids:forTheme"))
                  if self._draft.kind(one) == "criterion"]  # fmt: skip
        if themes:
            own["of"] = self._draft.ids[themes[0]]
        measured = [*thing.refs(full("cids:forOutcome")), *thing.refs(full("cids:usesOutput"))]
        for other in self._things:
            if thing.iri in (*other.refs(full("cids:hasIndicator")),
                             *other.refs(full("cids:usedByIndicator"))):  # fmt: skip
                measured.append(other.iri)
        ids = [self._draft.ids[one] for one in dict.fromkeys(measured)
               if self._draft.kind(one) in ("impact", "output")]  # fmt: skip
        if ids:
            own["measures"] = ids
        for iri in thing.refs(full("cids:hasTarget")):
            self._target(iri, own)

    def _target(self, iri: str, own: Fields) -> None:
        target = self._things.get(iri)
        date = _date(target) if target else ""
        if target is None or not date or date in own.get("target", {}):
            return
        found = value_of(self._things, target, full("i72:value"), own.get("unit", ""))
        if found is not None:
            own.setdefault("target", {})[date] = found.value
            known_as(own, iri, "target", date)
            known_as(own, found.iri, "target", date, "value")

    def _observation(self, thing: Thing) -> None:
        owners = thing.refs(full("cids:forIndicator"))
        owners += [one.iri for one in self._things
                   if thing.iri in one.refs(full("cids:hasIndicatorReport"))]  # fmt: skip
        owner = next((one for one in owners if self._draft.kind(one) == "indicator"), "")
        date = _date(thing)
        if not owner or not date:
            return
        indicator = self._draft.ids[owner]
        unit = str(self._draft.fields(indicator).get("unit", ""))
        found = value_of(self._things, thing, full("i72:value"), unit)
        if found is None:
            return
        fields: Fields = {"indicator": indicator, "date": date, "value": found.value}
        comments = thing.texts(full("cids:hasComment"))
        comments += thing.texts("https://ontology.commonapproach.org/sff#hasComment")
        if comments and comments[0]:
            fields["quote"] = comments[0]
        known_as(fields, thing.iri)
        known_as(fields, found.iri, "value")
        self._draft.observations.append(fields)
        self._draft.ids[thing.iri] = ""

    def _carrier(self, found: Mapping[str, Sequence[Thing]]) -> None:
        """Take as carrier of the chain the one organisation that all the rest is said to be for."""
        kinds = ("impact", "indicator", "observation", "actor", WHOLE_CHAIN)
        meant = {iri for kind in kinds for thing in found.get(kind, ())
                 for iri in thing.refs(_ORGANISATION)}  # fmt: skip
        if len(meant) == 1 and (iri := meant.pop()) in self._organisations:
            self._link("carries", self._draft.ids[iri], WHOLE_CHAIN)

    def _language(self) -> None:
        """Take as language of the chain the one that most of its texts are said to be in."""
        if "language" in self._draft.about:
            return
        tags = Counter(
            value.language.partition("-")[0]
            for thing in self._things for values in thing.said.values() for value in values
            if isinstance(value, Literal) and value.language
        )  # fmt: skip
        if tags:
            self._draft.about["language"] = max(sorted(tags), key=tags.__getitem__)


def _sayings() -> Iterator[tuple[str, str, bool, frozenset[str], frozenset[str]]]:
    for kind, several in LINKS_SAID.items():
        for said in several:
            yield kind, full(said.predicate), said.from_start, said.starts, said.ends
    for predicate, (kind, from_start, starts, ends) in _SAME.items():
        yield kind, predicate, from_start, starts, ends


_SAYINGS = tuple(_sayings())


def _class_names(thing: Thing) -> list[str]:
    return [
        iri[len(space) :]
        for value in thing.said.get(RDF_TYPE, ()) if isinstance(value, Ref)
        for iri in (value.iri,) for space in _SPACES if iri.startswith(space)
    ]  # fmt: skip


def _kind(thing: Thing) -> str:
    """Return what a thing is by its classes; of several the first of our table, in any order."""
    names = set(_class_names(thing))
    return next((kind for name, kind in _KINDS.items() if name in names), "")


def _named(thing: Thing) -> Fields:
    names = [name for one in _NAMES for name in sorted(thing.texts(one)) if name.strip()]
    told = sorted(one for one in thing.texts(full("cids:hasDescription")) if one.strip())
    fields: Fields = {"name": names[0]} if names else {}
    return fields | ({"description": told[0]} if told else {})


def _date(thing: Thing) -> str:
    starts, ends = thing.texts(START), thing.texts(END)
    return date_of(starts[0] if starts else "", ends[0]) if ends else ""
