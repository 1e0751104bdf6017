"""The words of ValueFlows 1.0 that are written and read, and the marks that stand beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from valuegraph.io.marks import InlineTable
from valuegraph.model.ids import slug

VOCABULARY = "https://w3id.org/valueflows/ont/vf#"
"""The name space of the ontology; its examples write it with ``http``."""

UNITS = "http://www.ontology-of-units-of-measure.org/resource/om-2/"

MARK = "urn:valuegraph:"
"""How a classification begins that says, in words of ours, what ValueFlows has no word for."""

HERE = "here"
"""The prefix of the ids of one chain."""

EVENT, COMMITMENT, INTENT = "EconomicEvent", "Commitment", "Intent"
AGREEMENT, PROPOSAL, PLAN = "Agreement", "Proposal", "Plan"
PROCESS, SPECIFICATION, STOCK = "Process", "ResourceSpecification", "EconomicResource"

LAYERS = (EVENT, COMMITMENT, INTENT)
"""The layers of a flow, the surest first."""

STATUS_OF_LAYER: Mapping[str, str] = {
    EVENT: "observed", COMMITMENT: "planned", INTENT: "hypothesis",
}  # fmt: skip
LAYER_OF_STATUS = {status: layer for layer, status in STATUS_OF_LAYER.items()}

AGENT_TYPES: Mapping[str, str] = {
    "person": "Person", "organisation": "Organization", "ecological": "EcologicalAgent",
}  # fmt: skip
"""Type of an actor -> its class; any other type is that of an organisation, none an agent."""

AGENTS = frozenset({"Agent", *AGENT_TYPES.values()})

CLAUSES: Mapping[str, tuple[str, str, str, str]] = {
    EVENT: ("realizes", "realizesReciprocal", "realizationOf", "reciprocalRealizationOf"),
    COMMITMENT: ("stipulates", "stipulatesReciprocal", "clauseOf", "reciprocalClauseOf"),
    INTENT: ("publishes", "reciprocal", "", ""),
}
"""Layer -> how an agreement (or a proposal) names its flows and what comes back, and how these
name it."""

ACTIONS: Mapping[str, str] = {
    "human": "work", "knowledge": "cite", "food": "consume", "natural": "consume",
    "material": "consume", "financial": "consume",
}  # fmt: skip
"""Type of a resource -> how it enters a process; any other is used."""

PAID_BACK = frozenset({"local_exchange", "market"})
"""The circuits where something comes back, whether the chain says what or not."""

_REFERENCES = (
    "provider", "receiver", "inputOf", "outputOf", "resourceConformsTo", "conformsTo",
    "hasUnit", "inScopeOf", "plannedWithin", "publishes", "reciprocal",
    "stipulates", "stipulatesReciprocal", "clauseOf", "reciprocalClauseOf",
    "realizes", "realizesReciprocal", "realizationOf", "reciprocalRealizationOf",
)  # fmt: skip
_WORDS = ("action", "purpose")
_TEXTS = ("name", "note", "label", "symbol", "classifiedAs", "resourceClassifiedAs")


def context_of(name: str, language: str) -> dict[str, Any]:
    """Return a context of our own: what each word means, with nothing to fetch.

    It says the language of the file, but texts stay plain: the ontology wants no others.

    Args:
        name: the name of the chain: the ids of two chains are not the same.
        language: the language of the chain.
    """
    context: dict[str, Any] = {
        "@vocab": VOCABULARY,
        "@language": language,
        "vf": VOCABULARY,
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        HERE: f"{MARK}{slug(name)}:",
    }
    for key in _TEXTS:
        context[key] = InlineTable({"@id": f"vf:{key}", "@language": None})
    for key in _REFERENCES:
        context[key] = InlineTable({"@id": f"vf:{key}", "@type": "@id"})
    for key in _WORDS:
        context[key] = InlineTable({"@id": f"vf:{key}", "@type": "@vocab"})
    context["omUnitIdentifier"] = InlineTable({"@id": "vf:omUnitIdentifier", "@type": "xsd:anyURI"})
    return context


def here(path: str) -> str:
    """Return the id of something of this chain."""
    return f"{HERE}:{path}"


def classified(type_: str = "", marks: Iterable[str] = ()) -> list[str]:
    """Return classifications: a type as its own word, and marks of ours."""
    own = [f"{MARK}type/{type_}" if type_.startswith(MARK) else type_] if type_ else []
    return [*own, *(f"{MARK}{mark}" for mark in marks if mark)]


@dataclass(frozen=True)
class Marks:
    """What classifications say.

    Attributes:
        type: the type, a word of its own.
        pieces: what the marks of ours say: first piece and the rest.
    """

    type: str
    pieces: tuple[tuple[str, str], ...]

    def __contains__(self, head: str) -> bool:
        return any(head == found for found, _ in self.pieces)

    def all(self, head: str) -> list[str]:
        """Return what stands behind a first piece."""
        return [rest for found, rest in self.pieces if found == head]

    def get(self, head: str) -> str:
        """Return what stands behind a first piece; empty where it is not there."""
        return next(iter(self.all(head)), "")


def marks_in(classes: Iterable[str]) -> Marks:
    """Return what classifications say."""
    types, pieces = [], []
    for text in classes:
        own = text.removeprefix(MARK)
        head, _, rest = own.partition("/")
        if own == text or head == "type":
            types.append(text if own == text else rest)
        else:
            pieces.append((head, rest))
    return Marks(types[0] if types else "", tuple(pieces))


def status_mark(status: str | None, layer: str = "") -> str:
    """Return the mark of a status that the layer of a flow does not say; may be empty."""
    if layer:
        said = STATUS_OF_LAYER[layer] == status
        return "" if said else f"status/{status or 'unsaid'}"
    return f"status/{status}" if status else ""
