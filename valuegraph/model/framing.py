"""How the evaluation framework of a chain is added: questions, criteria, indicators, data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from valuegraph.errors import ChainError
from valuegraph.model.adopting import adopted_parts
from valuegraph.model.building import Builder
from valuegraph.model.evaluation import Criterion, Indicator, Observation, Question, Rating
from valuegraph.model.framework import Framework
from valuegraph.model.linking import References
from valuegraph.model.part import Part
from valuegraph.model.validation import build, did_you_mean
from valuegraph.problems import Bilingual, Problem, Where


class FrameworkBuilder(Builder):
    """The part of a chain that holds its evaluation framework and adds to it."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """The evaluation questions."""
        return self._all(Question)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria."""
        return self._all(Criterion)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators."""
        return self._all(Indicator)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The observations, in the order in which they were noted."""
        return self._store.observations

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """The judgements, in the order in which they were noted."""
        return self._store.ratings

    def add_question(
        self,
        ask: str,
        *,
        id: str | None = None,
        about: References = (),
        routes: Iterable[Iterable[object]] = (),
        **fields: Any,
    ) -> Question:
        """Add an evaluation question ``about`` parts and links, and about whole routes."""
        ways = tuple(tuple(self._store.resolve(part) for part in route) for route in routes)
        values = {**fields, "ask": ask, "about": self._ids(about), "routes": ways}
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

    def observation(
        self, indicator: object, *, date: str, value: Any = None, **fields: Any
    ) -> Observation:
        """Return an observation as :meth:`add_observation` would note it, without noting it."""
        found = self._store.resolve(indicator, frozenset({"indicator"}))
        told = {} if value is None else {"value": value}
        made = build(Observation, {**fields, **told, "indicator": found, "date": date})
        self._require_fitting((made,))
        return made

    def add_observation(
        self, indicator: object, *, date: str, value: Any = None, **fields: Any
    ) -> Observation:
        """Note one dated value of an indicator; a ratio may tell its two amounts instead."""
        made = self.observation(indicator, date=date, value=value, **fields)
        self._note((made,))
        return made

    def add_observations(self, observations: Iterable[Observation]) -> tuple[Observation, ...]:
        """Note observations that were collected elsewhere, all of them or none.

        Args:
            observations: as :func:`valuegraph.observations_from` gives them, or those of another
                chain; each names its indicator by its id.

        Raises:
            ChainError: an indicator is not there, or refuses a value; all of it is told at once.
        """
        several = tuple(observations)
        self._require_fitting(several)
        self._note(several)
        return several

    def adopt(self, framework: Framework) -> tuple[Part, ...]:
        """Take over a common base: its criteria and indicators that are missing here.

        They keep their ids, and take the chain's language where they are told in it. What is
        there under the same id stays as it is, and so does all that is local;
        :func:`valuegraph.check` with ``base`` tells how the two differ.

        Returns:
            The parts that were added: none if the base was adopted before.

        Raises:
            ChainError: ids of the base are taken by something else; nothing is added then.
        """
        added = adopted_parts(self._store, framework)
        if added:
            self._store.put(added)
        return tuple(added)

    def _note(self, observations: tuple[Observation, ...]) -> None:
        if observations:
            self._store.observations = (*self._store.observations, *observations)
            self._store.revision += 1

    def _require_fitting(self, observations: Iterable[Observation]) -> None:
        """Refuse observations whose indicator is not there, or refuses them."""
        problems: list[Problem] = []
        for seen in observations:
            part = self._store.parts.get(seen.indicator)
            if isinstance(part, Indicator):
                problems += observation_problems(part, seen)
            else:
                problems += self._store.unknown(seen.indicator, frozenset({"indicator"})).problems
        if problems:
            raise ChainError(problems, language=self._store.language)

    def add_rating(self, of: object, *, date: str, value: Any, **fields: Any) -> Rating:
        """Note what somebody thinks of a part, a link, a question or a criterion."""
        store = self._store
        found = store.resolve(of)
        rating = build(Rating, {**fields, "of": found, "date": date, "value": value})
        store.ratings = (*store.ratings, rating)
        store.revision += 1
        return rating


def observation_problems(indicator: Indicator, seen: Observation) -> list[Problem]:
    """Return what an indicator has against an observation: its unit, its words, its groups."""
    found = [unit_problem(indicator, seen.value), word_problem(indicator, seen.value)]
    found += [_group_problem(indicator, name, word) for name, word in seen.breakdown.items()]
    return [problem for problem in found if problem]


def word_problem(indicator: Indicator, value: Any) -> Problem | None:
    """Return the problem of a word that is not on the indicator's scale, if it has one."""
    if not indicator.scale or not isinstance(value, str) or value in indicator.scale:
        return None
    return _not_among("VG234", indicator, value, indicator.scale, value)


def _group_problem(indicator: Indicator, name: str, word: str) -> Problem | None:
    """Return the problem of a group that the indicator does not tell apart."""
    known = indicator.breakdowns
    if name not in known:
        return _not_among("VG235", indicator, name, known, name)
    if known[name] and word not in known[name]:
        return _not_among("VG235", indicator, word, known[name], f"{name} : {word}")
    return None


def _not_among(
    code: str, indicator: Indicator, word: str, known: Iterable[str], shown: str
) -> Problem:
    near = ", ".join(did_you_mean(word, known))
    meant = Bilingual(f" Vouliez-vous dire : {near} ?" if near else "",
                      f" Did you mean: {near}?" if near else "")  # fmt: skip
    allowed: list[str | Bilingual] = [*known] or [Bilingual("aucune", "none")]
    values = {"value": shown, "indicator": indicator.id, "allowed": allowed, "near": meant}
    return Problem(code, Where(id=indicator.id), values)


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
