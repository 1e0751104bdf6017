"""The vocabularies that are written, and the IRIs of a chain and its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from valuegraph.model.ids import WHOLE_CHAIN, slug

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.evaluation import Observation
    from valuegraph.model.link import Link
    from valuegraph.model.part import Part

PREFIXES: Mapping[str, str] = {
    "act": "http://ontology.eil.utoronto.ca/tove/activity#",
    "cids": "https://ontology.commonapproach.org/cids#",
    "i72": "http://ontology.eil.utoronto.ca/ISO21972/iso21972#",
    "oep": "http://www.w3.org/2001/sw/BestPractices/OEP/SimplePartWhole/part.owl#",
    "org": "http://ontology.eil.utoronto.ca/tove/organization#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sch": "http://schema.org/",
    "vg": "urn:valuegraph:terms:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes of what is written: all of its context, so that nothing is ever fetched."""


def full(name: str) -> str:
    """Return the IRI of a prefixed name such as ``cids:Outcome``."""
    prefix, _, rest = name.partition(":")
    return PREFIXES[prefix] + rest


def short(iri: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return the prefixed name of an IRI, or the IRI where there is no prefix for it."""
    for prefix, space in prefixes.items():
        rest = iri[len(space) :]
        if iri.startswith(space) and _PLAIN.fullmatch(rest):
            return f"{prefix}:{rest}"
    return iri


RDF_TYPE = full("rdf:type")
RDF_LANG = full("rdf:langString")
RDF_JSON = full("rdf:JSON")
XSD_STRING = full("xsd:string")

BLANK = "urn:valuegraph:blank:"
"""What the name begins with that a thing gets here if its file gives it none."""

NAME_OF_IRI = "iri"
"""The key of ``extra`` that says by which IRI a chain, a part or a link is known elsewhere."""

INNER_IRIS = "iris"
"""The key of ``extra`` that says by which IRIs what belongs to a part is known elsewhere."""

_PLAIN = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
_UNNAMED = "chain"


def is_iri(text: object) -> bool:
    """Tell whether a text is a whole IRI."""
    return isinstance(text, str) and _IRI.fullmatch(text) is not None


def own_iri(chain: ValueChain) -> str:
    """Return the IRI of a chain: the one its ``extra`` says, or one made from its name."""
    said = chain.about.extra.get(NAME_OF_IRI)
    return str(said) if is_iri(said) else default_iri(chain.name)


def default_iri(name: str) -> str:
    """Return the IRI that a chain of that name has if it says none."""
    made = _quoted(slug(name)) if name.strip() else _UNNAMED
    return f"urn:valuegraph:chain:{made}"


class Iris:
    """The IRIs of what a chain holds: same chain, same IRIs.

    A part, link or observation whose ``extra`` says its IRI keeps it, and so does what belongs
    to it (``iris``); every other has that of the chain, a sign and its id.
    """

    def __init__(self, chain: ValueChain) -> None:
        self.chain = own_iri(chain)
        self._sign = ":" if self.chain.startswith("urn:") else "#"
        if self._sign == "#" and ("#" in self.chain or self.chain.endswith("/")):
            self._sign = "" if self.chain.endswith(("/", "#")) else "/"
        self._said: dict[str, str] = {}
        self._inner: dict[str, Mapping[str, Any]] = {}
        self._circuits = {circuit.id for circuit in chain.listed_circuits}
        ours = (self.chain + self._sign, PREFIXES["vg"])
        taken = {self.chain}
        items: list[Part | Link] = [*chain.parts(), *chain.links]
        for item in items:
            said = item.extra.get(NAME_OF_IRI)
            if is_iri(said) and said not in taken and not str(said).startswith(ours):
                taken.add(str(said))
                self._said[item.id] = str(said)
            self._inner[item.id] = _inner(item.extra)

    def of(self, id: str, *inner: str | int) -> str:
        """Return the IRI of a part or link, or of something that belongs to it."""
        if id == WHOLE_CHAIN:
            return self.chain
        own = self._said.get(id) or f"{self.chain}{self._sign}{_quoted(id)}"
        return _within(own, inner, self._inner.get(id, {}))

    def observation(self, seen: Observation, rank: int, *inner: str) -> str:
        """Return the IRI of an observation, which has no id, or of something that belongs to it."""
        said = seen.extra.get(NAME_OF_IRI)
        own = str(said) if is_iri(said) else self.of(seen.indicator, "observation", rank)
        return _within(own, inner, _inner(seen.extra))

    def circuit(self, code: str) -> str:
        """Return the IRI of a circuit: a term of ours if the chain does not list it itself."""
        return self.of(code) if code in self._circuits else full(f"vg:{code}")

    def beside(self, *inner: str | int) -> str:
        """Return the IRI of something of the chain that is no part; ids never begin with it."""
        return f"{self.chain}{self._sign}." + "/".join(map(_quoted, inner))


def _inner(extra: Mapping[str, Any]) -> Mapping[str, Any]:
    said = extra.get(INNER_IRIS)
    return said if isinstance(said, Mapping) else {}


def _within(own: str, inner: tuple[str | int, ...], known: Mapping[str, Any]) -> str:
    said = known.get("/".join(map(str, inner)))
    return str(said) if inner and is_iri(said) else "/".join((own, *map(_quoted, inner)))


def _quoted(piece: str | int) -> str:
    # Halves of characters pass here: what is written as a whole is judged where it is saved.
    return quote(str(piece), safe="", errors="surrogatepass")
