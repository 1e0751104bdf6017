"""Sets of parts: given by part, id, name, kind or selector, such as ``circuit:gift``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import (
    PART_KIND,
    PART_KINDS,
    STATUS,
    STATUSES,
    Arcs,
    Codes,
    Flags,
)
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.errors import ChainError, OptionError, UnknownPartError
from valuegraph.model.link import PART_KIND_WORDS
from valuegraph.model.part import Told
from valuegraph.model.words import fold, key_code, word_code
from valuegraph.problems import Bilingual, Problem

_SECTION_KINDS = {
    "actors": "actor",
    "resources": "resource",
    "support": "support",
    "activities": "activity",
    "outputs": "output",
    "impacts": "impact",
}


_NOTHING = np.zeros(0, dtype=np.int32)
_LINK = Bilingual("lien", "link")


@dataclass(frozen=True, eq=False)
class Selection:
    """A set of parts of a network, of links, of circuits and of actors.

    Attributes:
        parts: codes of parts that walks meet, sorted.
        actors: codes of actors: not on any way themselves, they provide and carry.
        cells: codes of modalities.
        links: codes of links.
        circuits: codes of circuits.
        text: how it is called.
    """

    parts: Codes
    actors: Codes
    cells: Codes
    links: Codes
    circuits: Codes
    text: Bilingual

    def arcs(self, network: Network) -> Flags:
        """Return for each forward arc whether it is in the set."""
        return self.among(network.forward)

    def among(self, arcs: Arcs) -> Flags:
        """Return for each arc whether it is in the set: its link, cell or circuit is."""
        found = np.isin(arcs.link, self.links)
        found |= np.isin(arcs.cell, self.cells)
        found |= np.isin(arcs.circuit, self.circuits)
        return found

    def left_out(self, network: Network) -> tuple[Bilingual, ...]:
        """Return the names of what is in the set and left out of the network."""
        parts = np.concatenate((self.parts, self.actors, self.cells))
        gone = [network.name(part) for part in parts[~network.living[parts]]]
        return (*gone, *(network.sentence(link) for link in self.links[~network.kept[self.links]]))


class _Meant(NamedTuple):
    """Codes of what one reference means."""

    parts: Codes = _NOTHING
    links: Codes = _NOTHING
    circuits: Codes = _NOTHING


def selected(network: Network, reference: object, *, option: str) -> Selection:
    """Return the set that a reference, or a list of references, means.

    Args:
        network: the network.
        reference: a part or link, its id or unique name, a kind (``activity``), a circuit, or
            one of ``part:``, ``link:``, ``kind:``, ``circuit:``, ``actor:``, ``group:`` and
            ``status:`` with a word behind it; or several of these.
        option: the name of the option, for complaints.

    Raises:
        UnknownPartError: nothing answers to a reference; near ids are named.
        ChainError: the set is empty, or a reference is of a kind no walk knows.
    """
    several = isinstance(reference, Iterable) and not isinstance(reference, str | Mapping | Told)
    references = list(reference) if several else [reference]  # type: ignore[call-overload]
    meant = [_meant(network, item) for item in references]
    parts, links, circuits = (
        np.unique(np.concatenate([_NOTHING, *(item[at] for item in meant)])) for at in range(3)
    )
    if not len(parts) + len(links) + len(circuits):
        told = ", ".join(str(item) for item in references) or "—"
        problem = Problem("VG550", values={"option": option, "value": told})
        raise ChainError(problem, language=network.language)
    kind = network.parts.kind[parts]
    is_actor, is_cell = kind == PART_KIND["actor"], kind == PART_KIND["modality"]
    walked = parts[~(is_actor | is_cell)]
    text = _text(network, parts, links, circuits)
    return Selection(walked, parts[is_actor], parts[is_cell], links, circuits, text)


def selected_parts(
    network: Network, reference: object, *, option: str, kinds: Iterable[str]
) -> Codes:
    """Return the codes of the parts that a reference means, as listed; only of some kinds.

    Args:
        network: the network.
        reference: as for :func:`selected`.
        option: the name of the option, for complaints.
        kinds: the kinds of part allowed.

    Raises:
        UnknownPartError: nothing answers to a reference.
        ChainError: the set is empty, or holds something of another kind.
    """
    chosen = selected(network, reference, option=option)
    allowed = tuple(kinds)
    every = np.concatenate((chosen.parts, chosen.actors, chosen.cells))
    wrong = [part for part in every if network.kind(part) not in allowed]
    if wrong or len(chosen.links) or len(chosen.circuits):
        words = [PART_KIND_WORDS[kind] for kind in allowed]
        values = {
            "option": option,
            "value": network.name(wrong[0]) if wrong else chosen.text,
            "allowed": Bilingual(", ".join(word.fr for word in words),
                                 ", ".join(word.en for word in words)),
        }  # fmt: skip
        raise ChainError(Problem("VG551", values=values), language=network.language)
    return np.sort(every)


def _meant(network: Network, reference: object) -> _Meant:
    if not isinstance(reference, str):
        return _of_item(network, reference)
    selector, colon, word = reference.partition(":")
    if colon and selector.strip() in _SELECTORS:
        return _SELECTORS[selector.strip()](network, word.strip())
    try:
        return _of_item(network, reference)
    except UnknownPartError:
        if _kind_code(reference):
            return _of_kind(network, reference)
        if word_code("circuit", reference):
            return _of_circuit(network, reference)
        raise


def _of_item(network: Network, reference: object) -> _Meant:
    what, code = network.source.find(reference)
    one = np.array([code], dtype=np.int32)
    if what == "part":
        return _Meant(parts=one)
    return _Meant(links=one) if what == "link" else _Meant(circuits=one)


def _kind_code(word: str) -> str:
    """Return the code of a kind of part: its code, its label, or the name of its section."""
    for kind in PART_KINDS[:-1]:
        if fold(word) in (kind, fold(PART_KIND_WORDS[kind].fr), fold(PART_KIND_WORDS[kind].en)):
            return kind
    return _SECTION_KINDS.get(key_code(word) or "", "")


def _of_kind(network: Network, word: str) -> _Meant:
    kind = _kind_code(word)
    if not kind:
        raise _no_such("kind", word, list(PART_KINDS[:-1]))
    return _Meant(parts=network.of_kind(kind))


def _of_circuit(network: Network, word: str) -> _Meant:
    return _Meant(circuits=np.array([network.source.circuit(word)], dtype=np.int32))


def _of_actor(network: Network, word: str) -> _Meant:
    meant = _of_item(network, word)
    if not len(meant.parts) or network.kind(meant.parts[0]) != "actor":
        raise _of_another_kind(network, word, meant, PART_KIND_WORDS["actor"])
    return meant


def _of_link(network: Network, word: str) -> _Meant:
    meant = _of_item(network, word)
    if not len(meant.links):
        raise _of_another_kind(network, word, meant, _LINK)
    return meant


def _of_group(network: Network, word: str) -> _Meant:
    wanted = fold(word)
    living = np.flatnonzero(network.living).tolist()
    named = [part for part in living if wanted and fold(network.source.group(part)) == wanted]
    return _Meant(parts=np.array(named, dtype=np.int32))


def _of_status(network: Network, word: str) -> _Meant:
    code = word_code("status", word)
    if code is None:
        raise _no_such("status", word, list(STATUSES[1:]))
    parts = np.flatnonzero((network.parts.status == STATUS[code]) & network.living)
    links = np.flatnonzero((network.links.status == STATUS[code]) & network.kept)
    return _Meant(parts=parts.astype(np.int32), links=links.astype(np.int32))


def _of_another_kind(network: Network, word: str, meant: _Meant, allowed: Bilingual) -> ChainError:
    kinds = [PART_KIND_WORDS[network.kind(part)] for part in meant.parts]
    kinds += [_LINK for _ in meant.links] + [PART_KIND_WORDS["circuit"] for _ in meant.circuits]
    values = {"ref": word, "actual": kinds[0], "allowed": allowed}
    return ChainError(Problem("VG215", values=values), language=network.language)


_SELECTORS: Mapping[str, Callable[[Network, str], _Meant]] = {
    "part": _of_item,
    "link": _of_link,
    "kind": _of_kind,
    "circuit": _of_circuit,
    "actor": _of_actor,
    "group": _of_group,
    "status": _of_status,
}


def _no_such(option: str, word: str, allowed: list[Any]) -> OptionError:
    return OptionError(
        Problem("VG450", values={"value": word, "option": option, "allowed": allowed})
    )


def _text(network: Network, parts: Codes, links: Codes, circuits: Codes) -> Bilingual:
    """Return how a set is called; three names at most."""
    names = [network.name(part) for part in parts[:4]]
    names += [network.sentence(link) for link in links[:4]]
    names += [network.circuit_label(circuit) for circuit in circuits]
    count = len(parts) + len(links) + len(circuits)
    shown = names[:3]
    more = count - len(shown)
    french = ", ".join(name.fr for name in shown) + (f" et {more} de plus" if more else "")
    english = ", ".join(name.en for name in shown) + (f" and {more} more" if more else "")
    return Bilingual(french, english)
