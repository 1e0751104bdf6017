"""Progress: how each indicator stands beside what was before and what is hoped for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from valuegraph.analysis.evaluating.followed import Dated, Followed
from valuegraph.analysis.evaluating.framework import framework_of, name_of
from valuegraph.analysis.evaluating.periods import asked_day, last_day
from valuegraph.analysis.evaluating.standing_now import standing_on
from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.result import Result
from valuegraph.analysis.telling.figures import percent, some
from valuegraph.model.evaluation import Direction
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual, Problem

__all__ = ["Followed", "Progress", "progress"]


@dataclass(frozen=True, eq=False)
class Progress(Result):
    """How each indicator stands on a day: a value beside others, no proof of what caused it.

    Attributes:
        on: the day; ``None`` where no day was asked for and nothing was observed.
        rows: one for each indicator, as listed.
    """

    name: ClassVar[str] = "progress"

    on: date | None
    rows: tuple[Followed, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Followed]:
        return iter(self.rows)

    def __getitem__(self, indicator: str) -> Followed:
        return {row.indicator: row for row in self.rows}[indicator]

    def columns(self) -> dict[str, Sequence[Any]]:
        """Return one row an indicator."""
        rows = [_flat(row.to_dict()) for row in self.rows]
        return {name: [row[name] for row in rows] for name in _COLUMNS}

    def details(self) -> dict[str, Any]:
        """Return the day, and for each indicator what was seen, by whom and when."""
        told = {row.indicator: row.to_dict() for row in self.rows}
        return {
            "on": self.on.isoformat() if self.on is not None else None,
            "viewpoints": {id: one["viewpoints"] for id, one in told.items()},
            "series": {id: one["series"] for id, one in told.items()},
        }

    def own_limits(self) -> Iterable[Problem]:
        """Return what is not known, on what observers differ, and what came later."""
        for code, rows in (
            ("VG589", [row for row in self.rows if not row.observations]),
            ("VG595", [row for row in self.rows if row.observers_differ]),
            ("VG596", [row for row in self.rows if row.value is None and row.observations
                       and not row.observers_differ]),
            ("VG597", [row for row in self.rows if row.later]),
        ):  # fmt: skip
            if rows:
                names = some([name_of(self.network, row.indicator) for row in rows])
                ids = [row.indicator for row in rows]
                yield Problem(code, values={"names": names, "ids": ids})

    def sentences(self, language: str) -> list[str]:
        """Return how each indicator stands, in one sentence each."""
        if not self.rows:
            return [_NOTHING.text(language)]
        return [self._told(row, language) for row in self.rows]

    def _told(self, row: Followed, language: str) -> str:
        pieces = [_value(row, language)]
        for template, dated in ((_BEFORE, row.baseline), (_HOPED, row.target)):
            if dated is not None and dated.value is not None:
                pieces.append(_filled(template, language, dated))
        if row.attainment is not None:
            share = percent(row.attainment, language)
            kept = row.direction == Direction.STABLE
            pieces.append((_KEPT if kept else _MADE).text(language).format(share=share))
        if row.is_met is not None:
            pieces.append((_MET if row.is_met else _NOT_MET).text(language))
        if row.is_fresh is False:
            pieces.append(_LATE.text(language))
        colon = " : " if language == "fr" else ": "
        apart = " ; " if language == "fr" else "; "
        return f"{name_of(self.network, row.indicator).text(language)}{colon}{apart.join(pieces)}."


def _value(row: Followed, language: str) -> str:
    if row.value is not None:
        return _filled(_SEEN, language, row.value)
    if row.observers_differ:
        return _DIFFER.text(language).format(date=row.last_date)
    return (_UNKNOWN if row.observations else _UNSEEN).text(language)


def _filled(template: Bilingual, language: str, dated: Dated) -> str:
    told = dated.value
    value = told.to_text(language) if isinstance(told, Quantity) else f"{told}"
    return template.text(language).format(value=value, date=dated.date)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of single cells: each dated value as its amount, its words and its date."""
    flat: dict[str, Any] = {}
    for name, told in row.items():
        if name in ("value", "baseline", "target", "previous"):
            flat[name] = told["amount"] if told is not None else None
            flat[f"{name}_words"] = told["words"] if told is not None else ""
            flat[f"{name}_date"] = told["date"] if told is not None else ""
        elif name not in ("viewpoints", "series"):
            flat[name] = told
    return flat


_COLUMNS = tuple(_flat(Followed("", "", "", "", None, None, None, None, None, None, "", None, None,
                                None, "", False, (), (), 0, 0).to_dict()))  # fmt: skip
_NOTHING = Bilingual("Aucun indicateur n’est suivi.", "No indicator is followed.")
_SEEN = Bilingual("{value} ({date})", "{value} ({date})")
_BEFORE = Bilingual("au départ {value} ({date})", "{value} at first ({date})")
_HOPED = Bilingual("cible {value} ({date})", "target {value} ({date})")
_MADE = Bilingual("{share} du chemin vers la cible", "{share} of the way to the target")
_KEPT = Bilingual("proche à {share} du niveau à garder", "{share} close to the level to keep")
_MET = Bilingual("cible atteinte", "target met")
_NOT_MET = Bilingual("cible pas encore atteinte", "target not met yet")
_LATE = Bilingual("valeur plus ancienne que son rythme", "value older than its rhythm")
_DIFFER = Bilingual("les observations diffèrent ({date})", "the observations differ ({date})")
_UNKNOWN = Bilingual("valeur inconnue", "value unknown")
_UNSEEN = Bilingual("aucune donnée", "no data")


def progress(
    chain: Asked, *, on: date | str | None = None, status: str | Iterable[str] | None = None
) -> Progress:
    """Return how each indicator stands beside its baseline and its target.

    Args:
        chain: a chain or a network.
        on: the day asked for, or a year or a month (its last day); later observations are left
            out. The day of the last observation of the chain by default.
        status: the statuses to keep; all but refuted by default.

    Returns:
        A row for each indicator. What is not known is ``None``, never 0; where observers
        differ, what each saw is kept and no mean is taken.

    Raises:
        OptionError: ``on`` is no date.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> people = chain.add_indicator(
        ...     "Volunteers", indicator_kind="count", baseline={"2017": 0}, target={"2020": 30}
        ... )
        >>> seen = chain.add_observation(people, date="2018", value=15)
        >>> progress(chain)[people.id].attainment
        0.5
    """
    asked = network(chain, status=status)
    day = asked_day(on)
    framework = framework_of(asked)
    if day is None:
        dates = (last_day(one.date) for seen in framework.seen.values() for one in seen)
        day = max(dates, default=None)
    rows = tuple(standing_on(one, framework.seen[one.id], day) for one in framework.indicators)
    return Progress(asked, "", day, rows)
