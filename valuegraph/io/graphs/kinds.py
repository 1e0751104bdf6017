"""Which kind of part each node is, and of link each edge: said, never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from valuegraph.io.documents.keys import SECTION_KINDS
from valuegraph.io.graphs.rows import Meaning, Row
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, PART_KIND_WORDS
from valuegraph.model.words import KEYS, fold, word, word_code
from valuegraph.problems import Bilingual, Problem, Where

Kinds = dict[str, str]

_NODES = Bilingual("élément", "element")
_EDGES = Bilingual("lien", "link")
_MOST_SHOWN = 12


def part_kinds(
    rows: Sequence[Row], ends: Mapping[str, frozenset[str]], meaning: Meaning
) -> tuple[Kinds, list[Problem]]:
    """Return the kind of each node by its id, and what has to be asked.

    Args:
        rows: the nodes.
        ends: id -> the kinds of part that the links there leave possible; where only one is
            left, it is that one.
        meaning: what the person says.
    """
    found: Kinds = {}
    asked: dict[str, list[Row]] = {}
    silent: list[Row] = []
    for row in rows:
        id_, typed = row.text("id"), row.text("kind")
        said = meaning.parts.get(id_) or meaning.kinds.get(typed, typed)
        kind = part_kind(said) if said else None
        possible = ends.get(id_, frozenset())
        if kind is None and not said and len(possible) == 1:
            kind = next(iter(possible))
        if kind:
            found[id_] = kind
        elif said:
            asked.setdefault(said, []).append(row)
        else:
            silent.append(row)
    allowed = [PART_KIND_WORDS[kind] for kind in _PARTS]
    problems = list(_unknown(asked, _NODES, "resource", allowed))
    if silent and not found and any(row.values for row in rows) and _columns(rows) - {"id"}:
        return found, [*problems, _no_column(rows, _NODES)]
    problems += [_not_said(row, ends.get(row.text("id"), frozenset())) for row in silent]
    return found, problems


def link_kinds(rows: Sequence[Row], meaning: Meaning) -> tuple[list[str | None], list[Problem]]:
    """Return the kind of each edge in their order, and what has to be asked."""
    found: list[str | None] = []
    asked: dict[str, list[Row]] = {}
    silent: list[Row] = []
    for row in rows:
        typed = row.text("kind")
        said = meaning.kinds.get(typed, typed)
        kind = link_kind(said) if said else None
        found.append(kind)
        if kind is None and said:
            asked.setdefault(said, []).append(row)
        elif kind is None:
            silent.append(row)
    words = [Bilingual(word("kind", code, "fr"), code) for code in LINK_KINDS]
    problems = list(_unknown(asked, _EDGES, "feeds", words))
    if silent and len(silent) == len(rows):
        return found, [*problems, _no_column(rows, _EDGES)]
    problems += [Problem("VG656", _where(row), {"what": _EDGES, "key": "kind"}) for row in silent]
    return found, problems


def ends_left(rows: Sequence[Row], kinds: Sequence[str | None]) -> dict[str, frozenset[str]]:
    """Return id -> the kinds of part that all the links there allow."""
    left: dict[str, frozenset[str]] = {}
    for row, code in zip(rows, kinds, strict=True):
        if code is None:
            continue
        kind = LINK_KINDS[code]
        for end, allowed in ((row.text("source"), kind.starts), (row.text("target"), kind.ends)):
            left[end] = left.get(end, allowed) & allowed
    return left


def part_kind(text: str) -> str | None:
    """Return the kind of part that a word of ours means, in either language."""
    return _part_words().get(fold(text))


def link_kind(text: str) -> str | None:
    """Return the kind of link that a word or a verb of ours means, in either language."""
    return word_code("kind", text) or _verbs().get(fold(text))


_PARTS = tuple(kind for kind in SECTION_KINDS.values() if kind != "circuit")


@cache
def _part_words() -> dict[str, str]:
    words = {fold(WHOLE_CHAIN): WHOLE_CHAIN}
    for section, kind in SECTION_KINDS.items():
        said = PART_KIND_WORDS[kind]
        for spelling in (kind, section, *KEYS[section], said.fr, said.en):
            words.setdefault(fold(spelling), kind)
    whole = PART_KIND_WORDS[WHOLE_CHAIN]
    return {**words, fold(whole.fr): WHOLE_CHAIN, fold(whole.en): WHOLE_CHAIN}


@cache
def _verbs() -> dict[str, str]:
    said = ((verb, kind.code) for kind in LINK_KINDS.values()
            for verb in (kind.verb.fr, kind.verb.en))  # fmt: skip
    return {fold(verb): code for verb, code in said}


def _unknown(
    asked: Mapping[str, list[Row]],
    what: Bilingual,
    example: str,
    allowed: Sequence[str | Bilingual],
) -> Iterator[Problem]:
    for typed, rows in asked.items():
        values = {"word": typed[:60], "count": len(rows), "what": what, "example": example,
                  "allowed": allowed}  # fmt: skip
        yield Problem("VG654", _where(rows[0]), values)


def _no_column(rows: Sequence[Row], what: Bilingual) -> Problem:
    columns = sorted(_columns(rows) - {"id", "source", "target"})
    shown: list[str | Bilingual] = [*columns[:_MOST_SHOWN]] or [Bilingual("aucune", "none")]
    values = {"what": what, "columns": shown, "example": columns[0] if columns else "type"}
    return Problem("VG653", _where(rows[0]), values)


def _not_said(row: Row, possible: frozenset[str]) -> Problem:
    kinds = [kind for kind in _PARTS if kind in (possible or frozenset(_PARTS))]
    values = {"id": row.text("id")[:60], "allowed": [PART_KIND_WORDS[kind] for kind in kinds],
              "example": kinds[0] if kinds else "activity"}  # fmt: skip
    return Problem("VG655", _where(row), values)


def _columns(rows: Sequence[Row]) -> set[str]:
    return {name for row in rows for name in row.values}


def _where(row: Row) -> Where:
    return Where(line=row.place.line, column=row.place.column)
