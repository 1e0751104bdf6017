"""What a chain says, in our own terms: all of it, so that it can be read back whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from valuegraph.io.cids import terms
from valuegraph.io.cids.kept import without_kept
from valuegraph.io.cids.names import RDF_JSON, Iris, full
from valuegraph.io.cids.statements import Literal, Ref, Thing, Things, in_language, text
from valuegraph.io.documents.keys import EVALUATION_KINDS, SECTION_KINDS, TEXT_FIELDS, field_of
from valuegraph.io.documents.wording import Wording, said_by
from valuegraph.model.activity import Modality, PrimaryActivity
from valuegraph.model.evaluation import Criterion, Indicator, Observation, Question, Rating
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import Link
from valuegraph.model.part import Part, Told

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

_ENGLISH = Wording("en")
_NAME, _DESCRIPTION = full("org:hasName"), full("cids:hasDescription")
_LABEL = full("rdfs:label")
_DESCRIBED = frozenset({"impact", "indicator", "question", "criterion"})


def tell_own(things: Things, chain: ValueChain, iris: Iris) -> None:
    """Tell all of a chain in our own terms."""
    writer = _OwnWriter(things, chain, iris)
    writer.about()
    ranks: dict[str, int] = {}
    for part in in_order(chain):
        among = f"{part.activity} {part.cell}" if isinstance(part, Modality) else part.kind
        ranks[among] = ranks.get(among, 0) + 1
        writer.part(part, ranks[among])
    for rank, link in enumerate(chain.links, 1):
        writer.link(link, rank)
    for rank, seen in enumerate(chain.observations, 1):
        writer.observation(seen, rank)
    for rank, rating in enumerate(chain.ratings, 1):
        writer.rating(rating, rank)


def in_order(chain: ValueChain) -> Iterator[Part]:
    """Yield the parts kind by kind and cell by cell: however a chain was built, as it is read."""
    for kind in (*SECTION_KINDS.values(), *EVALUATION_KINDS.values()):
        for part in chain.parts(kind):
            yield part
            if isinstance(part, PrimaryActivity):
                yield from sorted(chain.cells(part), key=lambda one: (one.way.value, one.circuit))


def literal(value: Any) -> Literal:
    """Return plain data as a literal: a text, a number, true or false; else as JSON."""
    if isinstance(value, bool):
        return Literal("true" if value else "false", full("xsd:boolean"))
    if isinstance(value, int):
        return Literal(str(value), full("xsd:integer"))
    if isinstance(value, float):  # never xsd:double, which programs round as they like
        return Literal(f"{Decimal(repr(value)):f}", full("xsd:decimal"))
    if isinstance(value, str):
        return text(str(value))
    return Literal(json.dumps(value, ensure_ascii=False, allow_nan=False), RDF_JSON)


class _OwnWriter:
    def __init__(self, things: Things, chain: ValueChain, iris: Iris) -> None:
        self._things, self._chain, self._iris = things, chain, iris
        self._language = chain.language

    def about(self) -> None:
        """Tell what the chain says of itself."""
        about = self._chain.about
        thing = self._thing(self._iris.chain, WHOLE_CHAIN)
        said = _with_kept(said_by(_ENGLISH, about, WHOLE_CHAIN), thing, self._things)
        said |= {"language": about.language}
        said |= {"scales": about.scales and {k: dict(v) for k, v in about.scales.items()}}
        said |= {"rates": [dict(said_by(_ENGLISH, rate, "rate")) for rate in about.rates]}
        said |= {"base": about.base}
        label = about.label(self._language)
        self._named(thing, said, label, "")
        self._say(thing, WHOLE_CHAIN, {key: value for key, value in said.items() if value})
        self._translated(thing, about, WHOLE_CHAIN)

    def part(self, part: Part, rank: int) -> None:
        """Tell a part."""
        thing = self._thing(self._iris.of(part.id), part.kind, rank)
        thing.say(terms.ID, text(part.id))
        said = _with_kept(said_by(_ENGLISH, part, part.kind), thing)
        if part.status_is_implied:
            del said["status"]
        label = part.label(self._language)
        self._named(thing, said, label, label if part.kind in _DESCRIBED else "")
        self._say(thing, part.kind, said)
        if isinstance(part, PrimaryActivity):
            thing.say(terms.NO_MODALITY, *map(text, part.no_modality))
        self._refer(thing, part.kind, self._references(part))
        if isinstance(part, Modality):
            thing.say(terms.ACTIVITY, Ref(self._iris.of(part.activity)))
            thing.say(terms.WAY, text(part.way.value))
            thing.say(full("vg:circuit"), self._circuit(part.circuit))
        if isinstance(part, Question) and part.routes:
            thing.say(full("vg:routes"), literal([list(route) for route in part.routes]))
        self._translated(thing, part, part.kind)

    def link(self, link: Link, rank: int) -> None:
        """Tell a link, as a thing of its own."""
        thing = self._thing(self._iris.of(link.id), "link", rank)
        thing.say(terms.ID, text(link.id))
        thing.say(full("vg:linkKind"), text(link.kind))
        said = _with_kept(said_by(_ENGLISH, link, "item"), thing)
        circuit = said.pop("circuit", "")
        self._say(thing, "link", said)
        self._refer(thing, "link", {"start": (link.start,), "end": (link.end,)})
        if circuit:
            thing.say(full("vg:circuit"), self._circuit(link.circuit))
        self._translated(thing, link, "link")

    def observation(self, seen: Observation, rank: int) -> None:
        """Tell an observation."""
        thing = self._thing(self._iris.observation(seen, rank), "observation", rank)
        self._say(thing, "observation", _with_kept(said_by(_ENGLISH, seen, "observation"), thing))
        self._refer(thing, "observation", {"indicator": (seen.indicator,)})

    def rating(self, rating: Rating, rank: int) -> None:
        """Tell a rating."""
        thing = self._thing(self._iris.beside("rating", rank), "rating", rank)
        self._say(thing, "rating", _with_kept(said_by(_ENGLISH, rating, "rating"), thing))
        self._refer(thing, "rating", {"of": (rating.of,)})

    def _thing(self, iri: str, place: str, rank: int = 0) -> Thing:
        thing = self._things.of(iri)
        if place in terms.STANDARD_CLASSES and place != "actor":
            thing.type(full(terms.STANDARD_CLASSES[place]))
        thing.type(full(terms.CLASSES[place]))
        if rank:
            thing.say(terms.POSITION, literal(rank))
        return thing

    def _named(self, thing: Thing, said: dict[str, Any], label: str, description: str) -> None:
        """Tell name and description in the standard's terms, and in ours where those differ.

        So what another program changes there is the new name, and a name that the standard
        demands and the chain has not is known to be none.
        """
        for key, predicate, own, other in (
            ("name", _NAME, terms.NAME, label),
            ("description", _DESCRIPTION, terms.DESCRIPTION, description),
        ):
            value = said.pop(key, "")
            told = (other if key == "name" else value or other) or value
            is_told = thing.once(predicate, text(told)) if told else False
            if told != value or (told and not is_told):
                thing.say(own, text(value))

    def _say(self, thing: Thing, place: str, said: Mapping[str, Any]) -> None:
        predicates = terms.keys_of(place)
        for key, value in said.items():
            thing.say(predicates[key], literal(_lone(value)))

    def _references(self, part: Part) -> dict[str, tuple[str, ...]]:
        if isinstance(part, Modality):
            other = (part.with_,) if part.with_ else ()
            return {"with": other, "resources": part.resources, "to": part.to}
        if isinstance(part, Question):
            return {"about": part.about}
        if isinstance(part, Criterion):
            return {"of": (part.question,) if part.question else ()}
        if isinstance(part, Indicator):
            return {"of": (part.criterion,) if part.criterion else (), "measures": part.measures}
        return {}

    def _refer(self, thing: Thing, place: str, ids: Mapping[str, Iterable[str]]) -> None:
        predicates = terms.keys_of(place)
        order: dict[str, list[str]] = {}
        for key, several in ids.items():
            told = list(several)
            thing.say(predicates[key], *(Ref(self._iris.of(one)) for one in told))
            if len(told) > 1:
                order[key] = told
        if order:
            thing.say(terms.ORDER, literal(order))

    def _circuit(self, code: str) -> Ref:
        iri = self._iris.circuit(code)
        if iri not in self._things and iri != self._iris.of(code):
            thing = self._things.of(iri)
            thing.type(full("vg:Circuit"))
            circuit = self._chain.circuit(code)
            names = {self._language: circuit.name}
            names |= {key: str(told["name"]) for key, told in circuit.translations.items()}
            thing.say(_LABEL, *(in_language(name, key) for key, name in sorted(names.items())))
        return Ref(iri)

    def _translated(self, thing: Thing, item: Told, place: str) -> None:
        told: dict[str, dict[str, Any]] = {}
        for language, texts in item.translations.items():
            for name in TEXT_FIELDS[place]:
                value = texts.get(field_of(place, name))
                if value:
                    several = isinstance(value, tuple)
                    told.setdefault(language, {})[name] = list(value) if several else value
            if texts.get("name"):
                thing.say(_LABEL, in_language(str(texts["name"]), language))
        if told:
            thing.say(terms.TRANSLATIONS, literal(dict(sorted(told.items()))))


def _with_kept(said: dict[str, Any], thing: Thing, things: Things | None = None) -> dict[str, Any]:
    """Say what ``extra`` keeps of statements first, so that it stands; return the rest."""
    rest = without_kept(said.pop("extra", {}), thing, things)
    return said | ({"extra": rest} if rest else {})


def _lone(value: Any) -> Any:
    """Return the text of a list of one: a key that takes several takes one as well."""
    is_lone = isinstance(value, list) and len(value) == 1 and isinstance(value[0], str)
    return value[0] if is_lone else value
