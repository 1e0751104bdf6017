"""Linked data read as a chain: what is understood, what is set aside, and nothing lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from valuegraph.io.cids.draft import Draft, known_as
from valuegraph.io.cids.json_ld import read_json_ld
from valuegraph.io.cids.kept import KEPT, OF_OTHERS, UNREAD, is_ours, kept_of
from valuegraph.io.cids.letters import text_in
from valuegraph.io.cids.measures import NUMBER, number_text
from valuegraph.io.cids.names import RDF_TYPE, Iris, default_iri, full, short
from valuegraph.io.cids.own_reading import canonical, own_draft
from valuegraph.io.cids.statements import Literal, Ref, Statement, Things, things_of
from valuegraph.io.cids.turtle import read_turtle
from valuegraph.io.cids.understanding import understand
from valuegraph.io.cids.writing import things_of_chain
from valuegraph.io.python_tree import tree_of
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.problems import Problem, Where

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

_ONE_ONLY = frozenset(
    map(full, (
        "cids:forOrganization", "org:hasName", "org:hasLegalName", "cids:hasDescription",
        "cids:unitDescription", "i72:value", "i72:hasNumericalValue", "i72:unit_of_measure",
        "prov:startedAtTime", "prov:endedAtTime", "sch:codeValue", "cids:forIndicator",
        "cids:hasBaseline", "cids:intendedImpact", "cids:hasActualAmount",
        "cids:hasPlannedAmount",
    ))
)  # fmt: skip
"""Properties of which a thing has one: one that was kept stands in the place of ours."""

_MOST_TOLD = 100


@dataclass(frozen=True)
class Understood:
    """Linked data as it was understood.

    Attributes:
        document: a document of the text form.
        understood: how many statements it says in its own way.
        aside: how many it only keeps.
        problems: what is to be told of them.
    """

    document: dict[str, Any]
    understood: int
    aside: int
    problems: list[Problem]


def read_linked(content: bytes, language: str, *, is_turtle: bool) -> tuple[Any, list[Problem]]:
    """Return the tree of linked data, and what is to be told of it.

    Args:
        content: JSON-LD in either dialect, or Turtle.
        language: the language of an error about what is not installed.
        is_turtle: whether it is Turtle.
    """
    statements, problems = statements_of(content, language, is_turtle=is_turtle)
    if statements is None:
        return None, problems
    if not statements:
        return None, [*problems, Problem("VG667")]
    found = understood(statements)
    tree, told = tree_of(found.document)
    return tree, [*problems, *found.problems, *told]


def statements_of(
    content: bytes, language: str, *, is_turtle: bool, strict: bool = False
) -> tuple[list[Statement] | None, list[Problem]]:
    """Return the statements in some bytes, or ``None``, and what is to be told of them."""
    text, problems = text_in(content)
    if text is None:
        return None, problems
    if is_turtle:
        statements, found = read_turtle(text, language)
    else:
        statements, found = read_json_ld(text, language, strict=strict)
    return statements, problems + found


def understood(statements: Iterable[Statement]) -> Understood:
    """Return what statements mean as a chain, and how many of them are only kept.

    What is understood is what the chain would say again in the same words: so whatever is set
    aside is exactly what writing it would lose, and that is kept in ``extra``.
    """
    told = list(statements)
    draft = own_draft(things_of(told))
    own = _with_its_iris(draft)
    if own is None:
        return Understood(draft.document(), 0, len(told), [])
    known = _said(things_of_chain(own))
    left = [one for one in told if _as_compared(one) not in known]
    if not left:
        return Understood(draft.document(), len(told), 0, [])
    understand(things_of(left), draft)
    chain = _chain_of(draft)
    if chain is None:
        return Understood(draft.document(), 0, len(told), [])
    again = _said(things_of_chain(chain))
    aside = [one for one in told if _as_compared(one) not in again]
    kept = [one for one in _with_their_like(aside, told) if not is_ours(one)]
    _keep(draft, chain, kept)
    aside = _without_ours_said(aside, draft)
    counts = {"understood": len(told) - len(aside), "total": len(told), "aside": len(aside)}
    problems = [Problem("VG670", values=counts)] if aside else []
    problems += _told(draft, chain, aside)
    return Understood(draft.document(), len(told) - len(aside), len(aside), problems)


def _with_its_iris(draft: Draft) -> ValueChain | None:
    """Return the chain that our own things are, with their IRIs where it would give them others."""
    iri = next((iri for iri, id_ in draft.ids.items() if id_ == WHOLE_CHAIN), "")
    if iri and iri != default_iri(str(draft.about.get("name", ""))):
        known_as(draft.about, iri)
    chain = _chain_of(draft)
    if chain is None:
        return None
    iris = Iris(chain)
    others = {iri: id_ for iri, id_ in draft.ids.items()
              if id_ != WHOLE_CHAIN and iris.of(id_) != iri}  # fmt: skip
    for iri, id_ in others.items():
        known_as(draft.fields(id_), iri)
    return _chain_of(draft) if others else chain


def _chain_of(draft: Draft) -> ValueChain | None:
    from valuegraph.io.documents.document import read_document

    tree, _ = tree_of(draft.document())
    return None if tree is None else read_document(tree)[0]


def _said(things: Things) -> set[Statement]:
    return {_as_compared(one) for one in things.statements()}


def _as_compared(one: Statement) -> Statement:
    value = canonical(one.value)
    if one.predicate == NUMBER and isinstance(value, Literal):
        value = value._replace(text=number_text(value.text))
    return Statement(one.subject, one.predicate, value)


def _with_their_like(aside: list[Statement], told: list[Statement]) -> list[Statement]:
    """Return what is set aside, with all values of a property that has one and is among them."""
    spoilt = {(one.subject, one.predicate) for one in aside if one.predicate in _ONE_ONLY}
    lost = set(aside)
    return [one for one in told if one in lost or (one.subject, one.predicate) in spoilt]


def _homes(draft: Draft, chain: ValueChain) -> dict[str, dict[str, Any]]:
    """Return IRI -> what is said of the part, link or observation of that IRI."""
    iris = Iris(chain)
    homes: dict[str, dict[str, Any]] = {iris.chain: draft.about}
    for seen, fields in zip(enumerate(chain.observations, 1), draft.observations, strict=True):
        homes[iris.observation(seen[1], seen[0])] = fields
    for rank, fields in enumerate(draft.ratings, 1):
        homes[iris.beside("rating", rank)] = fields
    for id_ in draft.ids.values():
        if id_ and id_ != WHOLE_CHAIN:
            homes[iris.of(id_)] = draft.fields(id_)
    return homes


def _keep(draft: Draft, chain: ValueChain, aside: list[Statement]) -> None:
    homes = _homes(draft, chain)
    by_subject: dict[str, list[Statement]] = {}
    for one in aside:
        by_subject.setdefault(one.subject, []).append(one)
    others: dict[str, Any] = {}
    for subject, several in sorted(by_subject.items()):
        home = homes.get(subject)
        if home is not None and KEPT not in home.get("extra", {}):
            home.setdefault("extra", {})[KEPT] = kept_of(several)
        else:
            others[subject] = kept_of(several)
    if others:
        draft.about.setdefault("extra", {}).setdefault(OF_OTHERS, {}).update(others)


def _without_ours_said(aside: list[Statement], draft: Draft) -> list[Statement]:
    """Keep terms of ours that still say nothing, as data; leave out those that now do.

    What was kept of others may stand where the standard has one value: ours then says another.
    """
    ours = [one for one in aside if is_ours(one)]
    chain = _chain_of(draft) if ours else None
    if chain is None:
        return aside
    again = _said(things_of_chain(chain))
    unread: dict[str, list[Statement]] = {}
    for one in ours:
        if _as_compared(one) not in again:
            unread.setdefault(one.subject, []).append(one)
    if unread:
        told = {subject: kept_of(several) for subject, several in sorted(unread.items())}
        draft.about.setdefault("extra", {}).setdefault(UNREAD, {}).update(told)
    return [one for one in aside if not is_ours(one) or _as_compared(one) not in again]


def _told(draft: Draft, chain: ValueChain, aside: list[Statement]) -> list[Problem]:
    """Return what is set aside: of a part its properties, of other things how many of a class."""
    homes = {iri: id_ for iri, id_ in draft.ids.items() if id_}
    iris = Iris(chain)
    homes |= {
        iris.observation(seen, rank): seen.indicator
        for rank, seen in enumerate(chain.observations, 1)
    }
    of_parts: dict[str, Counter[str]] = {}
    subjects = dict.fromkeys(one.subject for one in aside)
    classes = {
        one.subject: one.value.iri
        for one in aside
        if one.predicate == RDF_TYPE and isinstance(one.value, Ref)
    }
    for one in aside:
        if one.subject in homes:
            said = of_parts.setdefault(homes[one.subject], Counter())
            said[short(one.predicate)] += 1
    problems = [
        Problem("VG671", Where(id=id_), {"what": ", ".join(sorted(said))[:300]})
        for id_, said in of_parts.items()
    ]
    others = Counter(short(classes.get(one, "?")) for one in subjects if one not in homes)
    problems += [
        Problem("VG672", values={"what": name, "count": count})
        for name, count in sorted(others.items())
    ]
    return problems[:_MOST_TOLD]
