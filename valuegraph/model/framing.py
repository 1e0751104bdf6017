"""How the evaluation framework of a chain is added: questions, criteria, indicators, data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from valuegraph.errors import ChainError
from valuegraph.model.building import Builder
from valuegraph.model.evaluation import Criterion, Indicator, Observation, Question
from valuegraph.model.linking import References
from valuegraph.model.validation import build
from valuegraph.problems import Problem, Where


class FrameworkBuilder(Builder):
    """The part of a chain that adds to its evaluation framework."""

    def add_question(
        self, ask: str, *, id: str | None = None, about: References = (), **fields: Any
    ) -> Question:
        """Add an evaluation question ``about`` parts and links."""
        values = {**fields, "ask": ask, "about": self._ids(about)}
        return self._add(Question, str(values.pop("name", "")), id, values, {}, named=ask)

    def add_criterion(
        self, name: str = "", *, id: str | None = None, question: object = "", **fields: Any
    ) -> Criterion:
        """Add a criterion of a question."""
        if question:
            fields["question"] = self._store.resolve(question, frozenset({"question"}))
        return self._add(Criterion, name, id, fields, {})

    def add_indicator(
        self,
        name: str = "",
        *,
        id: str | None = None,
        criterion: object = "",
        measures: References = (),
        **fields: Any,
    ) -> Indicator:
        """Add an indicator of a criterion, that ``measures`` parts and links."""
        if criterion:
            fields["criterion"] = self._store.resolve(criterion, frozenset({"criterion"}))
        fields["measures"] = self._ids(measures)
        return self._add(Indicator, name, id, fields, {}, check=unit_problems)

    def add_observation(
        self, indicator: object, *, date: str, value: Any, **fields: Any
    ) -> Observation:
        """Note one dated value of an indicator."""
        store = self._store
        found = store.resolve(indicator, frozenset({"indicator"}))
        observation = build(
            Observation, {**fields, "indicator": found, "date": date, "value": value}
        )
        part = store.parts[found]
        if isinstance(part, Indicator):
            problem = unit_problem(part, observation.value)
            if problem:
                raise ChainError(problem, language=store.language)
        store.observations = (*store.observations, observation)
        store.revision += 1
        return observation


def unit_problem(indicator: Indicator, value: Any) -> Problem | None:
    """Return the problem of a value whose unit is not the indicator's, if it has one."""
    unit = getattr(value, "unit", "")
    if not unit or not indicator.unit or unit == indicator.unit:
        return None
    values = {"value": str(value), "unit": unit, "indicator": indicator.id,
              "expected": indicator.unit}  # fmt: skip
    return Problem("VG233", Where(id=indicator.id), values)


def unit_problems(indicator: Indicator, observed: Iterable[Any] = ()) -> list[Problem]:
    """Return the problems of all values of an indicator whose unit is not its own."""
    values = (*indicator.baseline.values(), *indicator.target.values(), *observed)
    found = (unit_problem(indicator, value) for value in values)
    return [problem for problem in found if problem]
