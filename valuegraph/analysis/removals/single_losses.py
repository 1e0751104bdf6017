"""Every single loss at once: for each impact, each thing alone that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

import numpy as np

from valuegraph.analysis.networks.columns import Codes, Columns, Flags, Ints, Numbers
from valuegraph.analysis.removals.cut_off import cut_off_by_each
from valuegraph.analysis.removals.one_by_one import Passed, Things, passed_by_each
from valuegraph.analysis.result import Column, Result
from valuegraph.analysis.sharing.asked import Question
from valuegraph.analysis.telling.figures import listed, percent, some
from valuegraph.analysis.wording import quoted
from valuegraph.problems import Bilingual, Problem

_SAME = 12
_TOLD, _ENDS_TOLD = 4, 5


class SingleLoss(NamedTuple):
    """What one thing alone means for one part.

    Attributes:
        through: how much of it passed by the thing, from 0 to 1: not a forecast.
        accompanied: how much of it passed by what the thing supports.
        unreachable: whether no route leads to it any more without the thing.
    """

    through: float
    accompanied: float
    unreachable: bool


@dataclass(frozen=True, eq=False)
class _Rows(Columns):
    """What is told, a row for each impact and thing."""

    whole: Ints
    thing: Ints
    through: Numbers
    accompanied: Numbers
    unreachable: Flags


@dataclass(frozen=True, eq=False)
class LossEach(Result):
    """What follows when each thing is taken away by itself; the shares overlap.

    ``answer[impact]`` is a mapping of what to ask for by ``without=`` to :class:`SingleLoss`:
    first what cuts the impact off, then the largest. What changes nothing has no row.

    Attributes:
        of: codes of the parts asked about, as listed.
        top: how many things are told of each; ``None`` for all.
    """

    name: ClassVar[str] = "loss"

    of: Codes
    top: int | None
    _passed: Passed = field(repr=False)
    _notes: tuple[Problem, ...] = field(repr=False)

    def keys(self) -> tuple[str, ...]:
        """Return the ids of the parts asked about."""
        return tuple(self.network.ids(self.of))

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.of)

    def __getitem__(self, end: object) -> Mapping[str, SingleLoss]:
        """Return what each thing alone means for one part.

        Raises:
            KeyError: the part has no row here.
        """
        wanted = str(getattr(end, "id", end))
        if wanted not in self.keys():
            raise KeyError(wanted)
        rows, things = self._of(self.keys().index(wanted)), self._things
        return {
            things.called(thing)[0]: SingleLoss(through, accompanied, unreachable)
            for thing, through, accompanied, unreachable in zip(
                rows.thing.tolist(),
                rows.through.tolist(),
                rows.accompanied.tolist(),
                rows.unreachable.tolist(),
                strict=True,
            )
        }

    @property
    def truncated(self) -> bool:
        """Whether some parts of a tangled loop are not told; the limits say how many."""
        return any(note.code == "VG585" for note in self._passed.notes)

    @cached_property
    def unreachable(self) -> Mapping[str, tuple[str, ...]]:
        """For each thing that alone cuts something off, the ids of what it cuts off."""
        found: dict[str, list[str]] = {}
        for whole, thing in self._cuts:
            name, _ = self._things.called(thing)
            found.setdefault(name, []).append(self.network.id(self.of[whole]))
        return {thing: tuple(ends) for thing, ends in found.items()}

    @cached_property
    def _cuts(self) -> list[tuple[int, int]]:
        """What is asked about, and a thing that alone cuts it off, in the order of numbers."""
        row = {end: number for number, end in enumerate(self.of.tolist())}
        return sorted((row[end], thing) for end, thing in cut_off_by_each(self.network, self.of))

    @cached_property
    def _things(self) -> Things:
        return Things(self.network)

    @cached_property
    def _rows(self) -> _Rows:
        width = self._things.count
        cut_keys = np.array([whole * width + thing for whole, thing in self._cuts], dtype=np.int64)
        keys = [
            np.asarray(rows[0], dtype=np.int64) * width + rows[1]
            for rows in (self._passed.through, self._passed.accompanied)
        ]
        every = np.sort(np.concatenate((*keys, cut_keys)))
        every = every[np.diff(every, prepend=-1) > 0]
        through, accompanied = np.zeros(len(every)), np.zeros(len(every))
        through[np.searchsorted(every, keys[0])] = self._passed.through[2]
        accompanied[np.searchsorted(every, keys[1])] = self._passed.accompanied[2]
        unreachable = np.isin(every, cut_keys)
        whole, thing = every // width, every % width
        order = np.lexsort((
            thing, -np.round(accompanied, _SAME), -np.round(through, _SAME), ~unreachable, whole
        ))  # fmt: skip
        rows: _Rows = _Rows(whole, thing, through, accompanied, unreachable).taken(order)
        if self.top is None:
            return rows
        first = np.searchsorted(rows.whole, np.arange(len(self.of)))
        kept: _Rows = rows.taken(np.arange(len(rows)) - first[rows.whole] < self.top)
        return kept

    def _of(self, whole: int) -> _Rows:
        first, last = np.searchsorted(self._rows.whole, (whole, whole + 1))
        mine: _Rows = self._rows.taken(slice(first, last))
        return mine

    def columns(self) -> dict[str, Column]:
        """Return impact, what is taken away, its kind, and what follows."""
        rows, things = self._rows, self._things
        every = rows.thing.tolist()
        called = {thing: things.called(thing) for thing in set(every)}
        return {
            "impact": self.network.parts.id[self.of[rows.whole]],
            "without": [called[thing][0] for thing in every],
            "kind": [called[thing][1] for thing in every],
            "through": rows.through,
            "accompanied": rows.accompanied,
            "unreachable": rows.unreachable,
        }

    def details(self) -> dict[str, Any]:
        """Return how many rows were asked for."""
        return {"top": self.top, "truncated": self.truncated}

    def own_limits(self) -> Iterable[Problem]:
        """Return what was supposed and is not told."""
        yield from self._notes
        yield from self._passed.notes

    def sentences(self, language: str) -> list[str]:
        """Return for each impact what alone cuts it off, then by what most of it passed."""
        said = []
        for row in range(min(len(self.of), _ENDS_TOLD)):
            rows = self._of(row)
            end = self.network.name(self.of[row]).text(language)
            names = [self._name(thing) for thing in rows.thing[rows.unreachable].tolist()]
            if names:
                told = some(names).text(language)
                said.append(_CUTS.text(language).format(end=end, things=told))
            others = np.flatnonzero(~rows.unreachable & (rows.through > 0))[:_TOLD]
            pieces = [
                f"{self._name(int(rows.thing[at])).text(language)} "
                f"{percent(float(rows.through[at]), language)}"
                for at in others
            ]
            if pieces:
                told = listed(pieces, language)
                said.append(_PASSED.text(language).format(end=end, things=told))
        more = len(self.of) - _ENDS_TOLD
        return [*said, _MORE.text(language).format(count=more)] if more > 0 else said

    def _name(self, thing: int) -> Bilingual:
        what, code = self._things.what(thing)
        if what == "part":
            return self.network.name(code)
        if what == "link":
            return self.network.sentence(code)
        return quoted(*self.network.circuit_label(code))


_CUTS = Bilingual("Sans l’un de ceux-ci, plus rien ne mène à {end} : {things}.",
                  "Without any one of these, nothing leads to {end}: {things}.")  # fmt: skip
_PASSED = Bilingual("Ce par quoi passait le plus de {end}, sans la couper : {things}.",
                    "What most of {end} passed by, without cutting it off: {things}.")  # fmt: skip
_MORE = Bilingual("{count} autres impacts sont dans la table.",
                  "{count} more impacts are in the table.")  # fmt: skip


def single_losses(question: Question, basis: str, top: int | None) -> LossEach:
    """Return what follows when each thing is taken away by itself.

    Args:
        question: the impacts asked about.
        basis: how shares are cut.
        top: how many things to tell of each impact; ``None`` for all.
    """
    passed = passed_by_each(question)
    return LossEach(question.network, basis, question.of, top, passed, question.notes)
