"""A chain as a graph that any program can hold: nodes and edges with flat attributes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from valuegraph.io.documents.keys import PLACES, SECTION_KINDS, Takes
from valuegraph.io.documents.wording import Wording, said_by
from valuegraph.io.documents.writing import document_of
from valuegraph.io.losses import Kept, losses_of, lost_keys
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.problems import Problem

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

Attributes = dict[str, Any]

NODE_SECTIONS = {section: kind for section, kind in SECTION_KINDS.items() if kind != "circuit"}
"""The sections whose parts links can join: section -> kind."""

REST = "valuegraph"
"""The attribute of a graph that holds, as JSON, what is neither a node nor an edge."""

MORE = "more"
"""The attribute that holds, as JSON, texts with signs that the format has no way to write."""

_AS_TYPED = frozenset({Takes.NAME, Takes.TEXT, Takes.WORD, Takes.CIRCUIT, Takes.PART, Takes.TRUTH})
_LIKE_JSON = re.compile(r"[\[{\"]")


@dataclass(frozen=True)
class FlatGraph:
    """A chain as nodes and edges.

    Attributes:
        name: the chain's name.
        description: what it says of itself.
        nodes: the parts that links join: ``id``, ``label``, ``kind``, then the keys of the text
            form that say something, links aside.
        edges: the links: ``id``, ``source``, ``target``, ``kind``, then their keys.
        rest: the document of the text form without these: what the chain says of itself, its
            circuits, its evaluation, its translations.
    """

    name: str
    description: str
    nodes: tuple[Attributes, ...]
    edges: tuple[Attributes, ...]
    rest: Attributes


def flat_graph(chain: ValueChain) -> FlatGraph:
    """Return a chain as nodes and edges whose attributes are plain data."""
    document = document_of(chain)
    parts = {part.id: part for part in chain.parts()}
    nodes = [
        _node(id_, parts[id_].label(chain.language), kind, said)
        for section, kind in NODE_SECTIONS.items()
        for id_, said in document.pop(section, {}).items()
    ]
    document.pop("links", None)
    if any(WHOLE_CHAIN in (link.start, link.end) for link in chain.links):
        nodes.append({"id": WHOLE_CHAIN, "label": chain.name, "kind": WHOLE_CHAIN})
    wording = Wording("en")
    edges = [
        {"id": link.id, "source": link.start, "target": link.end, "kind": link.kind,
         **said_by(wording, link, "item")}
        for link in chain.links
    ]  # fmt: skip
    about = chain.about
    return FlatGraph(about.name, about.description, tuple(nodes), tuple(edges), document)


def as_text(place: str, key: str, value: Any) -> str:
    """Return a value as the text of an attribute; :func:`is_json` tells how it is read back."""
    if isinstance(value, str):
        takes = PLACES[place].get(key, Takes.TEXT)
        return as_json(value) if takes not in _AS_TYPED and _LIKE_JSON.match(value) else value
    return as_json(value)


def is_json(place: str, key: str, text: str) -> bool:
    """Tell whether the text of an attribute is a list, a mapping or a text written as JSON."""
    takes = PLACES[place].get(key, Takes.TEXT)
    return takes not in _AS_TYPED and _LIKE_JSON.match(text) is not None


def as_json(value: Any) -> str:
    """Return plain data as JSON on one line, in letters that every format can hold."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False)


def keys_of(items: Iterable[Mapping[str, Any]], without: Iterable[str] = ()) -> list[str]:
    """Return the names of the attributes of several nodes or edges, in a fixed order."""
    left_out = frozenset(without)
    found = {key for item in items for key in item} - left_out
    order = {key: place for place, key in enumerate(_ORDER)}
    return sorted(found, key=lambda key: (order.get(key, len(order)), key))


def losses_beside_graph(chain: ValueChain) -> Iterator[Problem]:
    """Yield what is lost where only nodes and edges are held, with all that they say."""
    kept: Kept = {
        **{kind: tuple(PLACES[kind]) for kind in NODE_SECTIONS.values()},
        "modality": tuple(PLACES["modality"]),
        "link": tuple(PLACES["item"]),
        WHOLE_CHAIN: ("name", "description", "language"),
    }
    yield from losses_of(chain, kept)
    about = chain.about
    told = {"scales": about.scales, "rates": about.rates, "base": about.base}
    if keys := [key for key, value in told.items() if value]:
        yield lost_keys(WHOLE_CHAIN, keys)


def _node(id_: str, label: str, kind: str, said: Any) -> Attributes:
    """Return a part with what it says beyond its links.

    Its name stands apart only where it is not what other programs show, the label: so that a
    label changed there is the new name.
    """
    own = {"name": said} if isinstance(said, str) else said
    takes = PLACES[kind]
    told = {key: value for key, value in own.items() if takes[key] is not Takes.LINKS}
    name = told.pop("name", "")
    named = {} if name == label else {"name": name}
    return {"id": id_, "label": label, "kind": kind, **named, **told}


_ORDER = (
    "id", "label", "source", "target", "kind", "name",
    *dict.fromkeys(key for place in PLACES.values() for key in place),
)  # fmt: skip
