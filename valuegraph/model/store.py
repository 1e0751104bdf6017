"""The parts and links of a chain, kept by id, with what is needed to look them up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from valuegraph.errors import ChainError, UnknownPartError
from valuegraph.model.about import About
from valuegraph.model.evaluation import Observation, Rating
from valuegraph.model.ids import (
    RESERVED,
    SECTIONS,
    WHOLE_CHAIN,
    is_a_word_of_references,
    is_legal,
    is_numbered,
    slug,
)
from valuegraph.model.link import LINK_KINDS, PART_KIND_WORDS, Link, LinkKind, part_kinds_text
from valuegraph.model.part import Part
from valuegraph.model.validation import did_you_mean, words_text
from valuegraph.model.words import CIRCUIT_LABELS, fold, word, word_code
from valuegraph.problems import Bilingual, Problem, Where

Item = Part | Link | About

_MOST_COMPARED = 200


class Store:
    """Parts and links by id, in the order of listing; names and ends are indexed."""

    def __init__(self, about: About) -> None:
        self.about = about
        self.parts: dict[str, Part] = {}
        self.links: dict[str, Link] = {}
        self.observations: tuple[Observation, ...] = ()
        self.ratings: tuple[Rating, ...] = ()
        self.revision = 0
        self._names: dict[str, list[str]] = {}
        self._touching: dict[str, dict[str, None]] = {}

    def copy(self) -> Store:
        """Return an independent copy; parts and links are shared, as they never change."""
        twin = Store(self.about)
        twin.parts, twin.links = dict(self.parts), dict(self.links)
        twin.observations, twin.ratings = self.observations, self.ratings
        twin._names = {name: list(ids) for name, ids in self._names.items()}
        twin._touching = {end: dict(ids) for end, ids in self._touching.items()}
        return twin

    # ---- looking up

    def kind_of(self, item_id: str) -> str:
        """Return the kind of a part (``chain`` for the chain); empty if there is none."""
        if item_id == WHOLE_CHAIN:
            return WHOLE_CHAIN
        part = self.parts.get(item_id)
        return part.kind if part else ""

    def resolve(self, reference: object, kinds: frozenset[str] | None = None) -> str:
        """Return the id a reference means: a part, a link, an id, or a name that is unique.

        Args:
            reference: a part or link, an id, or an exact name (case, accents and spaces
                do not matter).
            kinds: the kinds of part allowed; any part or link if ``None``.

        Raises:
            UnknownPartError: nothing, or more than one part, answers to it.
            ChainError: it is of another kind.
        """
        text = reference.id if isinstance(reference, Part | Link | About) else reference
        if not isinstance(text, str):
            raise self.unknown(repr(text), kinds)
        found = self._resolve_text(text, kinds)
        if kinds is not None and self.kind_of(found) not in kinds:
            actual = PART_KIND_WORDS.get(self.kind_of(found), Bilingual("lien", "link"))
            allowed = part_kinds_text(kinds, PART_KIND_WORDS)
            values = {"ref": text, "actual": actual, "allowed": allowed}
            raise ChainError(Problem("VG215", Where(id=found), values), language=self.language)
        return found

    def _resolve_text(self, text: str, kinds: frozenset[str] | None) -> str:
        if text in self.parts or text in self.links or text == WHOLE_CHAIN:
            return text
        if word_code("chain", text) and fold(text) not in self._names:
            return WHOLE_CHAIN
        ids = self._names.get(fold(text), [])
        if kinds is not None and len(ids) > 1:
            ids = [item for item in ids if self.kind_of(item) in kinds] or ids
        if len(ids) > 1:
            values = {"ref": text, "candidates": ids}
            raise UnknownPartError(Problem("VG214", values=values), language=self.language)
        if not ids:
            raise self.unknown(text, kinds)
        return ids[0]

    def unknown(self, text: str, kinds: frozenset[str] | None) -> UnknownPartError:
        """Return the error for a reference that nothing answers to, with what is near."""
        fitting = (part for part in self.parts.values() if kinds is None or part.kind in kinds)
        parts = list(islice(fitting, _MOST_COMPARED))
        names = {part.name: part.id for part in parts if part.name}
        near = did_you_mean(text, [*(part.id for part in parts), *names])
        ids = list(dict.fromkeys(names.get(item, item) for item in near))
        if ids:
            hint = Bilingual(f"Vouliez-vous dire : {', '.join(ids)} ?",
                             f"Did you mean: {', '.join(ids)}?")  # fmt: skip
        else:
            known = ", ".join(part.id for part in parts[:12]) or "—"
            hint = Bilingual(f"Identifiants possibles : {known}.", f"Possible ids: {known}.")
        problem = Problem("VG213", values={"ref": text, "candidates": hint})
        return UnknownPartError(problem, language=self.language)

    def circuit(self, reference: object) -> str:
        """Return the code of a circuit given as a part, a word in either language, or an id."""
        text = reference.id if isinstance(reference, Part) else str(reference)
        known = word_code("circuit", text)
        if known:
            return known
        listed = {part.id: part for part in self.parts.values() if part.kind == "circuit"}
        if text in listed:
            return text
        named = [part.id for part in listed.values() if part.name and fold(part.name) == fold(text)]
        if len(named) == 1:
            return named[0]
        french = [label.fr for code, label in CIRCUIT_LABELS.items() if code not in listed]
        allowed = Bilingual(", ".join([*french, *listed]), ", ".join([*CIRCUIT_LABELS, *listed]))
        problem = Problem("VG219", values={"circuit": text, "allowed": allowed})
        raise ChainError(problem, language=self.language)

    def touching(self, item_id: str) -> Iterator[Link]:
        """Return the links that start or end at a part."""
        return (self.links[link_id] for link_id in self._touching.get(item_id, {}))

    @property
    def language(self) -> str:
        """The chain's language."""
        return self.about.language

    # ---- judging what is to be stored

    def id_problem(self, part_id: str, kind: str) -> Problem | None:
        """Return what keeps an id from being given to a new part of ``kind``, if anything."""
        where = Where(id=part_id)
        if part_id in self.parts or part_id in self.links:
            return Problem("VG210", where, {"id": part_id, "first": ""})
        if kind == "modality":
            return None
        if not is_legal(part_id):
            return Problem("VG211", where, {"id": part_id, "example": slug(part_id)})
        may_be_reserved = kind == "circuit" and part_id in CIRCUIT_LABELS
        hides_a_circuit = (
            kind == "circuit" and (word_code("circuit", part_id) or part_id) != part_id
        )
        reserved = part_id in RESERVED or is_a_word_of_references(part_id)
        if (reserved and not may_be_reserved) or hides_a_circuit:
            example = f"{part_id}_2" if part_id not in SECTIONS else f"{part_id}_1"
            return Problem("VG212", where, {"id": part_id, "example": example})
        return None

    def link_id_problem(self, link_id: object, base: str) -> Problem | None:
        """Return what keeps an id from being given to a new link, if anything.

        Args:
            link_id: the id; the caller has seen that it is not taken.
            base: the id that is made from its ends; itself and ``base-2`` are always legal.
        """
        if not isinstance(link_id, str):
            return Problem("VG211", values={"id": repr(link_id), "example": base})
        if is_numbered(link_id, base):
            return None
        return self.id_problem(link_id, "link")

    def link_kind(self, code: str) -> LinkKind:
        """Return a kind of link by its code or word in either language.

        Raises:
            ChainError: there is no such kind.
        """
        kind = LINK_KINDS.get(word_code("kind", code) or "")
        if kind is None:
            problem = Problem("VG217", values={"kind": code, "allowed": words_text("kind")})
            raise ChainError(problem, language=self.language)
        return kind

    def ends_problem(self, kind: LinkKind, start: str, end: str) -> Problem | None:
        """Return what keeps a kind of link from joining two kinds of part, if anything."""
        if start in kind.starts and end in kind.ends:
            return None
        nothing = Bilingual("—", "—")
        values = {
            "kind": Bilingual(word("kind", kind.code, "fr"), kind.code),
            "start": PART_KIND_WORDS.get(start, nothing),
            "end": PART_KIND_WORDS.get(end, nothing),
            "starts": part_kinds_text(kind.starts, PART_KIND_WORDS),
            "ends": part_kinds_text(kind.ends, PART_KIND_WORDS),
        }
        return Problem("VG216", values=values)

    def strength_problem(self, link: Link) -> Problem | None:
        """Return what is wrong with a strength given as a word, if it is."""
        words = self.about.scales.get("strength", {})
        if not isinstance(link.strength, str) or link.strength in words:
            return None
        values = {"field": "strength", "value": link.strength, "words": list(words) or "—"}
        return Problem("VG222", Where(id=link.id), values)

    # ---- storing: the only places where the dictionaries change

    def put(self, parts: Iterable[Part] = (), links: Iterable[Link] = ()) -> None:
        """Store parts and links that have been judged, new ones last."""
        for part in parts:
            old = self.parts.get(part.id)
            if old is not None:
                self._forget_name(old)
            self.parts[part.id] = part
            if part.name:
                self._names.setdefault(fold(part.name), []).append(part.id)
        for link in links:
            self.links[link.id] = link
            for end in (link.start, link.end):
                self._touching.setdefault(end, {})[link.id] = None
        self.revision += 1

    def drop(self, item_id: str) -> None:
        """Forget one part or one link."""
        part = self.parts.pop(item_id, None)
        if part is not None:
            self._forget_name(part)
        link = self.links.pop(item_id, None)
        if link is not None:
            for end in {link.start, link.end}:
                self._touching[end].pop(item_id)
        self.revision += 1

    def replace_all(self, parts: Iterable[Part], links: Iterable[Link]) -> None:
        """Store these parts and links in the place of all others."""
        self.parts, self.links, self._names, self._touching = {}, {}, {}, {}
        self.put(parts, links)

    def _forget_name(self, part: Part) -> None:
        ids = self._names.get(fold(part.name), []) if part.name else []
        if part.id in ids:
            ids.remove(part.id)

    # ---- comparing

    def content(self) -> tuple[Any, ...]:
        """Return what equality of chains compares.

        The order of the parts of one kind counts, and of the cells of one activity and
        circuit; the order of links, their derived ids and the order of building do not.
        """
        sections: dict[str, list[Part]] = {}
        for part in self.parts.values():
            if part.kind != "modality":
                sections.setdefault(part.kind, []).append(part)
        cells = {part.id: part for part in self.parts.values() if part.kind == "modality"}
        links: dict[Link, int] = {}
        for link in self.links.values():
            bare = link.model_copy(update={"id": "-"})
            links[bare] = links.get(bare, 0) + 1
        return (self.about, sections, cells, links, self.observations, self.ratings)
