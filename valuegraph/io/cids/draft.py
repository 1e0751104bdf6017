"""A document of the text form in the making, while linked data is being understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from valuegraph.io.cids.names import INNER_IRIS, NAME_OF_IRI
from valuegraph.io.documents.keys import EVALUATION_KINDS, SECTION_KINDS, VERSION
from valuegraph.model.ids import WHOLE_CHAIN, free_slug

Fields = dict[str, Any]


@dataclass
class Draft:
    """What is understood so far.

    Attributes:
        about: what the chain says of itself.
        parts: kind of part -> id -> what it says.
        modalities: id -> what it says; it stands in the cells of its activity.
        links, observations, ratings: what each says.
        translations: language -> id -> key -> text.
        ids: IRI -> id of the part, the link or the chain that it means.
        kinds: id -> kind of part.
    """

    about: Fields = field(default_factory=dict)
    parts: dict[str, dict[str, Fields]] = field(default_factory=dict)
    modalities: dict[str, Fields] = field(default_factory=dict)
    links: list[Fields] = field(default_factory=list)
    observations: list[Fields] = field(default_factory=list)
    ratings: list[Fields] = field(default_factory=list)
    translations: dict[str, dict[str, Any]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, iri: str, wanted: str, fields: Fields) -> str:
        """Add a part of others, known by its IRI, and return the id it gets."""
        id_ = free_slug(
            wanted, {*self.kinds, *self.modalities, *(link.get("id", "") for link in self.links)}
        )
        self.put(kind, iri, id_, {**fields, "extra": {NAME_OF_IRI: iri}})
        return id_

    def put(self, kind: str, iri: str, id_: str, fields: Fields) -> None:
        """Add a part whose id is known."""
        self.parts.setdefault(kind, {})[id_] = fields
        self.ids[iri] = id_
        self.kinds[id_] = kind

    def fields(self, id_: str) -> Fields:
        """Return what a part, a link or the chain says."""
        if id_ == WHOLE_CHAIN:
            return self.about
        if id_ in self.kinds:
            return self.parts[self.kinds[id_]][id_]
        if id_ in self.modalities:
            return self.modalities[id_]
        return next(link for link in self.links if link.get("id") == id_)

    def kind(self, iri: str) -> str:
        """Return the kind of part that an IRI means; empty if it means none."""
        return self.kinds.get(self.ids.get(iri, ""), "")

    def document(self) -> Fields:
        """Return the document as it is so far."""
        about = {key: value for key, value in self.about.items() if key != "base"}
        evaluation: Fields = {"base": self.about.get("base", "")}
        for key, kind in EVALUATION_KINDS.items():
            evaluation[key] = self.parts.get(kind, {})
        evaluation |= {"observations": self.observations, "ratings": self.ratings}
        told = {key: value for key, value in evaluation.items() if value}
        sections = {name: self.parts.get(kind, {}) for name, kind in SECTION_KINDS.items()}
        others = {"links": self.links, "translations": self.translations, "evaluation": told}
        said = {**about, **sections, **others}
        return {"valuegraph": VERSION} | {key: value for key, value in said.items() if value}


def known_as(fields: Fields, iri: str, *inner: str) -> None:
    """Note by which IRI a part is known, or something that belongs to it."""
    extra = fields.setdefault("extra", {})
    if inner:
        extra.setdefault(INNER_IRIS, {})["/".join(inner)] = iri
    else:
        extra[NAME_OF_IRI] = iri
