"""Rules on words that are meant to be one and are spelt in several ways: groups, units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from valuegraph.analysis.rules.findings import whole
from valuegraph.analysis.rules.survey import Survey
from valuegraph.analysis.wording import joined, quoted
from valuegraph.model.impact import Output
from valuegraph.model.quantity import Quantity
from valuegraph.model.resource import Resource
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual, Problem

_SHORTEST_UNIT = 3
_MOST_TOLD = 6


def group_spellings(survey: Survey) -> Iterator[Problem]:
    """VG365: groups of one kind of part that differ only by case, accents or spaces."""
    groups = (
        (f"{part.kind} {fold(part.group)}", part.group)
        for part in survey.living(survey.items.values())
        if part.group
    )
    yield from _told("VG365", groups)


def unit_spellings(survey: Survey) -> Iterator[Problem]:
    """VG366: units that differ only by case, accents, hyphens or a plural; not short symbols."""
    keys = ((_unit_key(unit), unit) for unit in _units(survey))
    yield from _told("VG366", ((key, unit) for key, unit in keys if len(key) >= _SHORTEST_UNIT))


def _told(code: str, words: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    spellings: dict[str, dict[str, None]] = {}
    for key, word in words:
        spellings.setdefault(key, {})[word] = None
    several = [list(ways) for ways in spellings.values() if len(ways) > 1]
    if several:
        told = [_ways(ways) for ways in several[:_MOST_TOLD]]
        yield from whole(code, parts=joined(told, len(several), sentences=True))


def _ways(ways: list[str]) -> Bilingual:
    names = [quoted(way, way) for way in ways[:_MOST_TOLD]]
    return Bilingual(" / ".join(name.fr for name in names), " / ".join(name.en for name in names))


def _unit_key(unit: str) -> str:
    words = fold(unit.replace("-", " ")).split()
    return " ".join(word.removesuffix("s") for word in words)


def _units(survey: Survey) -> Iterator[str]:
    """Yield every unit written anywhere in the chain, in a fixed order."""
    amounts: list[object] = []
    for part in survey.items.values():
        if isinstance(part, Resource | Output):
            amounts.append(part.amount)
    for cell in survey.cells:
        amounts += [cell.amount, cell.in_return.amount if cell.in_return else None]
    amounts += [link.amount for link in survey.links]
    for indicator in survey.indicators:
        yield indicator.unit
        amounts += [*indicator.baseline.values(), *indicator.target.values()]
    amounts += [seen.told for seen in survey.chain.observations]
    for rate in survey.chain.about.rates:
        yield rate.unit
        amounts.append(rate.equals)
    for amount in amounts:
        if isinstance(amount, Quantity):
            yield amount.unit


RULES = (group_spellings, unit_spellings)
