"""The tests that rules of packs are made of: each holds of a thing, or does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from valuegraph.analysis.packs.pack import Test
from valuegraph.analysis.rules.survey import Survey
from valuegraph.model.about import About
from valuegraph.model.activity import Modality, PrimaryActivity, SupportActivity, Way
from valuegraph.model.actor import Actor
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.impact import Impact, Margin, Output
from valuegraph.model.link import LINK_KINDS, Link
from valuegraph.model.part import Told
from valuegraph.model.resource import Resource

Thing = Any
"""A part, a link, or what is said of the whole chain."""

SCOPES: Mapping[str, type[Told]] = {
    "chain": About, "actor": Actor, "resource": Resource, "support": SupportActivity,
    "activity": PrimaryActivity, "modality": Modality, "output": Output, "impact": Impact,
    "margin": Margin, "link": Link, "question": Question, "criterion": Criterion,
    "indicator": Indicator,
}  # fmt: skip
"""What a rule can look at -> its class, whose fields it can ask for."""

_PARTS = tuple(scope for scope in SCOPES if scope not in ("chain", "link"))
_MEASURED = tuple(scope for scope in _PARTS if scope not in ("question", "criterion", "indicator"))


class Grounds:
    """What tests look up in a chain, gathered once.

    Args:
        survey: the chain as rules read it.
    """

    def __init__(self, survey: Survey) -> None:
        self.survey = survey

    def things(self, scope: str) -> tuple[Thing, ...]:
        """Return what a rule of this scope looks at, refuted parts and links left out."""
        if scope == "chain":
            return (self.survey.chain.about,)
        if scope == "link":
            return self.survey.links
        parts = [part for part in self.survey.chain.parts() if part.kind == scope]
        return self.survey.living(parts)

    @cached_property
    def about(self) -> dict[str, frozenset[str]]:
        """Question -> the ids it is about, those on its routes among them."""
        return {
            each.id: frozenset((*each.about, *(part for route in each.routes for part in route)))
            for each in self.things("question")
        }

    @cached_property
    def asked(self) -> frozenset[str]:
        """What some question is about."""
        return frozenset().union(*self.about.values())

    @cached_property
    def measuring(self) -> dict[str, list[Indicator]]:
        """Id -> the indicators that measure it, themselves or by their question."""
        criteria = {each.id: each.question for each in self.things("criterion")}
        found: dict[str, list[Indicator]] = {}
        for indicator in self.survey.indicators:
            asked = self.about.get(criteria.get(indicator.criterion, ""), frozenset())
            for measured in asked.union(indicator.measures):
                found.setdefault(measured, []).append(indicator)
        return found

    @cached_property
    def followed(self) -> frozenset[str]:
        """Questions that have a criterion, and criteria that have an indicator."""
        questions = {each.question for each in self.things("criterion")}
        return frozenset(questions | {each.criterion for each in self.survey.indicators})

    def holds(self, tests: tuple[Test, ...], thing: Thing) -> bool:
        """Tell whether all these tests hold of a thing."""
        return all(self._holds(test, thing) for test in tests)

    def _holds(self, test: Test, thing: Thing) -> bool:
        if test.name == "any":
            return any(self.holds(group, thing) for group in test.choices)
        return TESTS[test.name].holds(self, thing, test)


@dataclass(frozen=True, slots=True)
class TestKind:
    """One kind of test.

    Attributes:
        french: its name in a French pack.
        takes: what is written after it: ``fields``, ``links``, ``ways``, ``count`` (a kind of part
            and a number), ``yes``, or ``yes or indicator fields``.
        scopes: of what it may be asked.
        holds: tells whether it holds.
    """

    french: str
    takes: str
    scopes: tuple[str, ...]
    holds: Callable[[Grounds, Thing, Test], bool]


def _has(grounds: Grounds, thing: Thing, test: Test) -> bool:
    del grounds
    return all(_is_told(getattr(thing, name)) for name in test.words)


def _is_told(value: Any) -> bool:
    return value is not None and value not in ("", (), {}) and value is not False


def _enters(grounds: Grounds, thing: Thing, test: Test) -> bool:
    return thing.id in grounds.survey.ends(*test.words)


def _leaves(grounds: Grounds, thing: Thing, test: Test) -> bool:
    return thing.id in grounds.survey.starts(*test.words)


def _linked(grounds: Grounds, thing: Thing, test: Test) -> bool:
    return _enters(grounds, thing, test) or _leaves(grounds, thing, test)


def _cells(grounds: Grounds, thing: Thing, test: Test) -> bool:
    return any(thing.id in grounds.survey.activities_with_cells(Way(way)) for way in test.words)


def _measured(grounds: Grounds, thing: Thing, test: Test) -> bool:
    found = grounds.measuring.get(thing.id, [])
    return any(_has(grounds, indicator, test) for indicator in found)


def _observed(grounds: Grounds, thing: Thing, test: Test) -> bool:
    del test
    own = [thing] if isinstance(thing, Indicator) else grounds.measuring.get(thing.id, [])
    return any(each.id in grounds.survey.observations for each in own)


def _asked(grounds: Grounds, thing: Thing, test: Test) -> bool:
    del test
    return thing.id in grounds.asked


def _followed(grounds: Grounds, thing: Thing, test: Test) -> bool:
    del test
    return thing.id in grounds.followed


def _least(grounds: Grounds, thing: Thing, test: Test) -> bool:
    del thing
    return sum(len(grounds.things(scope)) for scope in test.words) >= test.number


def _most(grounds: Grounds, thing: Thing, test: Test) -> bool:
    del thing
    return sum(len(grounds.things(scope)) for scope in test.words) <= test.number


def _same_actor(grounds: Grounds, thing: Thing, test: Test) -> bool:
    """Tell whether one stakeholder is on a link of each of these kinds."""
    del thing
    survey = grounds.survey
    sides = [survey.starts(kind) | survey.ends(kind) for kind in test.words]
    actors = {actor.id for actor in survey.actors}
    return bool(actors.intersection(*sides))


TESTS: Mapping[str, TestKind] = {
    "has": TestKind("dit", "fields", tuple(SCOPES), _has),
    "linked": TestKind("relié", "links", _PARTS, _linked),
    "enters": TestKind("entre", "links", ("chain", *_PARTS), _enters),
    "leaves": TestKind("sort", "links", _PARTS, _leaves),
    "cells": TestKind("modalités", "ways", ("activity",), _cells),
    "measured": TestKind("mesuré", "yes or indicator fields", ("link", *_MEASURED), _measured),
    "observed": TestKind("observé", "yes", ("link", "indicator", *_MEASURED), _observed),
    "asked": TestKind("questionné", "yes", ("link", *_MEASURED), _asked),
    "followed": TestKind("suivi", "yes", ("question", "criterion"), _followed),
    "at_least": TestKind("au_moins", "count", ("chain",), _least),
    "at_most": TestKind("au_plus", "count", ("chain",), _most),
    "same_actor": TestKind("même_acteur", "links", ("chain",), _same_actor),
}
"""Every test by its name."""

LINK_WORDS = tuple(LINK_KINDS)
"""The kinds of link a test may name."""
