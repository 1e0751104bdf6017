"""How the evaluation framework of a chain is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from valuegraph.io.documents.wording import Wording, said_by
from valuegraph.io.marks import InlineList, InlineTable
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.part import Part


def evaluation_of(chain: ValueChain, wording: Wording) -> dict[str, Any]:
    """Return the evaluation as plain data; empty if there is none.

    Criteria stand in their question and indicators in their criterion, unless that would
    change their order: then all stand beside each other and name what they are ``of``.
    """
    tops = _tops(chain)
    told: dict[str, Any] = {"base": chain.about.base} if chain.about.base else {}
    for key, kind in (("questions", "question"), ("criteria", "criterion"),
                      ("indicators", "indicator")):  # fmt: skip
        parts = [part for part in chain.parts(kind) if part.id in tops]
        if parts:
            told[key] = {part.id: _written(chain, wording, part, tops) for part in parts}
    if chain.observations:
        told["observations"] = [
            InlineTable(
                {wording.key("indicator"): seen.indicator} | said_by(wording, seen, "observation")
            )
            for seen in chain.observations
        ]
    if chain.ratings:
        told["ratings"] = [
            InlineTable({wording.key("of"): rating.of} | said_by(wording, rating, "rating"))
            for rating in chain.ratings
        ]
    return {wording.key(key): value for key, value in told.items()}


def _tops(chain: ValueChain) -> set[str]:
    """Return the ids of the parts that do not stand inside another."""
    tops = {question.id for question in chain.questions}
    criteria = {part.id: part.question for part in chain.criteria}
    indicators = {part.id: part.criterion for part in chain.indicators}
    tops |= _beside([part.id for part in chain.questions], criteria)
    return tops | _beside(list(criteria), indicators)


def _beside(parents: Sequence[str], parent_of: Mapping[str, str]) -> set[str]:
    """Return the parts that stand beside their parents: those without, or all of them."""
    inside = [part for parent in parents for part in parent_of if parent_of[part] == parent]
    alone = [part for part in parent_of if not parent_of[part]]
    return set(alone) if [*inside, *alone] == list(parent_of) else set(parent_of)


def _written(chain: ValueChain, wording: Wording, part: Part, tops: set[str]) -> Any:
    key = wording.key
    said = said_by(wording, part, part.kind)
    lone = key("ask") if isinstance(part, Question) else key("name")
    others: dict[str, Any] = {}
    of = part.question if isinstance(part, Criterion) else getattr(part, "criterion", "")
    if of and part.id in tops:
        others["of"] = of
    if isinstance(part, Question):
        others |= {"about": wording.references("about", part.about)} if part.about else {}
        others["routes"] = [InlineList(route) for route in part.routes]
        others["criteria"] = _inside(chain, wording, part, tops, "criterion", "question")
    elif isinstance(part, Criterion):
        others["indicators"] = _inside(chain, wording, part, tops, "indicator", "criterion")
    elif isinstance(part, Indicator) and part.measures:
        others["measures"] = wording.references("measures", part.measures)
    said |= {key(name): value for name, value in others.items() if value}
    if list(said) == [lone]:
        return said[lone]
    return InlineTable(said) if isinstance(part, Indicator) or not said else said


def _inside(
    chain: ValueChain, wording: Wording, parent: Part, tops: set[str], kind: str, field: str
) -> dict[str, Any]:
    return {
        part.id: _written(chain, wording, part, tops)
        for part in chain.parts(kind)
        if getattr(part, field) == parent.id and part.id not in tops
    }
