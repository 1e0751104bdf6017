"""The evaluation framework of a network: which indicator follows what, and what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.wording import quoted
from valuegraph.model.evaluation import Criterion, Indicator, Observation, Question, Rating
from valuegraph.model.part import Part, Status
from valuegraph.problems import Bilingual

Kept = TypeVar("Kept", bound=Part)


@dataclass(frozen=True)
class Framework:
    """What is asked, judged and followed, in the order of listing; what was left out is not here.

    Attributes:
        questions, criteria, indicators: those that are kept.
        seen: for each indicator its observations, in the order of listing.
        ratings: the judgements.
        measures: for each part or link the ids of the indicators that measure it.
        on_routes: for each route a question is about, the ids of the indicators that follow it.
        of_question, of_criterion: the ids of the indicators of each.
    """

    questions: tuple[Question, ...]
    criteria: tuple[Criterion, ...]
    indicators: tuple[Indicator, ...]
    seen: Mapping[str, tuple[Observation, ...]]
    ratings: tuple[Rating, ...]
    measures: Mapping[str, tuple[str, ...]]
    on_routes: Mapping[tuple[str, ...], tuple[str, ...]]
    of_question: Mapping[str, tuple[str, ...]]
    of_criterion: Mapping[str, tuple[str, ...]]

    def count(self, indicators: Iterable[str]) -> int:
        """Return how many observations some indicators have."""
        return sum(len(self.seen.get(one, ())) for one in indicators)

    def with_data(self, indicators: Iterable[str]) -> tuple[str, ...]:
        """Return those indicators that have an observation."""
        return tuple(one for one in indicators if self.seen.get(one))


def framework_of(asked: Network) -> Framework:
    """Return the evaluation framework of a network; an empty one where tables tell none.

    An indicator that says what it measures measures nothing else; one that does not follows
    what its question is about.
    """
    chain = asked.source.described()
    if chain is None:
        return Framework((), (), (), {}, (), {}, {}, {}, {})
    questions = _kept(asked, chain.questions)
    criteria = _kept(asked, chain.criteria)
    indicators = _kept(asked, chain.indicators)
    by_id = {one.id: one for one in questions}
    question_of = {one.id: by_id.get(one.question) for one in criteria}
    measures: dict[str, list[str]] = {}
    on_routes: dict[tuple[str, ...], list[str]] = {
        route: [] for one in questions for route in one.routes
    }
    of_question: dict[str, list[str]] = {one.id: [] for one in questions}
    of_criterion: dict[str, list[str]] = {one.id: [] for one in criteria}
    for one in indicators:
        if one.criterion in of_criterion:
            of_criterion[one.criterion].append(one.id)
        question = question_of.get(one.criterion)
        if question is not None:
            of_question[question.id].append(one.id)
        follows = one.measures or (question.about if question is not None else ())
        for item in dict.fromkeys(follows):
            measures.setdefault(item, []).append(one.id)
        for route in dict.fromkeys(question.routes if question is not None else ()):
            on_routes[route].append(one.id)
    seen: dict[str, list[Observation]] = {one.id: [] for one in indicators}
    for observation in chain.observations:
        if observation.indicator in seen:
            seen[observation.indicator].append(observation)
    return Framework(
        questions,
        criteria,
        indicators,
        _frozen(seen),
        chain.ratings,
        _frozen(measures),
        _frozen(on_routes),
        _frozen(of_question),
        _frozen(of_criterion),
    )


Key = TypeVar("Key")
Item = TypeVar("Item")


def _frozen(lists: Mapping[Key, list[Item]]) -> dict[Key, tuple[Item, ...]]:
    return {key: tuple(items) for key, items in lists.items()}


def _kept(asked: Network, parts: Iterable[Kept]) -> tuple[Kept, ...]:
    """Return the parts whose status is kept, by the rule for the parts of the chain itself."""
    statuses = asked.statuses
    if statuses is None:
        return tuple(part for part in parts if part.status is not Status.REFUTED)
    return tuple(part for part in parts if part.status is None or part.status in statuses)


def name_of(asked: Network, part_id: str) -> Bilingual:
    """Return the quoted name of what a chain describes, a part of its evaluation among them."""
    chain = asked.source.described()
    found = chain.find(part_id) if chain is not None else None
    if not isinstance(found, Part):
        return quoted(part_id, part_id)
    return quoted(found.label("fr"), found.label("en"))
