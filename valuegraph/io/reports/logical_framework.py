"""The logical framework: objectives, outputs and activities, with how each is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from valuegraph.io.reports.measured import (
    dated,
    indicators_of,
    last_seen,
    rests_on_an_impact,
    shown,
)
from valuegraph.io.reports.table import ReportTable
from valuegraph.model.link import PART_KIND_WORDS
from valuegraph.problems import Bilingual, told_language

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.part import Part

_NAME = Bilingual("Cadre logique", "Logical framework")
_COLUMNS = {
    "level": Bilingual("Niveau", "Level"),
    "id": Bilingual("Identifiant", "Id"),
    "name": Bilingual("Logique d’intervention", "Intervention logic"),
    "indicator": Bilingual("Indicateur", "Indicator"),
    "baseline": Bilingual("Valeur initiale", "Baseline"),
    "target": Bilingual("Cible", "Target"),
    "value": Bilingual("Dernière valeur", "Latest value"),
    "source": Bilingual("Source de vérification", "Source of verification"),
    "means": Bilingual("Moyens", "Means"),
    "assumptions": Bilingual("Hypothèses", "Assumptions"),
    "status": Bilingual("Statut", "Status"),
}
_LEVELS = {
    "goal": Bilingual("Objectif général", "Overall objective"),
    "purpose": Bilingual("Objectif spécifique", "Specific objective"),
    "output": PART_KIND_WORDS["output"],
    "activity": PART_KIND_WORDS["activity"],
    "support": PART_KIND_WORDS["support"],
}


def logical_framework(chain: ValueChain, *, language: str | None = None) -> ReportTable:
    """Return the logical framework that a chain amounts to, one row an indicator.

    An impact that rests on another impact is an overall objective, any other a specific one;
    activities have means (what they use, with the amounts that are said) where objectives have
    indicators. Assumptions are those of the links that leave the part. What the chain does not
    say stays empty: nothing is filled in.

    Args:
        chain: the chain.
        language: ``"fr"`` or ``"en"``; by default that of the chain.

    Returns:
        The table, from the objectives down to the support activities.
    """
    told = told_language(language or chain.language)
    rows = [row for level, part in _levels(chain) for row in _rows(chain, level, part, told)]
    columns = {code: heading.text(told) for code, heading in _COLUMNS.items()}
    return ReportTable(_NAME.text(told), told, columns, tuple(rows))


def _levels(chain: ValueChain) -> Iterator[tuple[str, Part]]:
    goals = [one for one in chain.impacts if rests_on_an_impact(chain, one.id)]
    yield from (("goal", one) for one in goals)
    yield from (("purpose", one) for one in chain.impacts if one not in goals)
    yield from (("output", one) for one in chain.outputs)
    yield from (("activity", one) for one in chain.activities)
    yield from (("support", one) for one in chain.support)


def _rows(chain: ValueChain, level: str, part: Part, language: str) -> Iterator[dict[str, str]]:
    from valuegraph.model.words import word

    own = {
        "level": _LEVELS[level].text(language),
        "id": part.id,
        "name": part.label(language),
        "means": _means(chain, part, language),
        "assumptions": _lines(text for link in chain.outgoing(part) for text in link.assumptions),
        "status": word("status", part.status, language) if part.status else "",
    }
    indicators = indicators_of(chain, part.id)
    if not indicators:
        yield {**dict.fromkeys(_COLUMNS, ""), **own}
    for indicator in indicators:
        last = last_seen(chain, indicator)
        source = indicator.text("source", language) or (last.source if last else "")
        yield {
            **dict.fromkeys(_COLUMNS, ""),
            **own,
            "indicator": indicator.label(language),
            "baseline": dated(indicator.baseline, language, indicator.unit),
            "target": dated(indicator.target, language, indicator.unit),
            "value": dated({last.date: last.told}, language, indicator.unit) if last else "",
            "source": source,
        }


def _means(chain: ValueChain, part: Part, language: str) -> str:
    """Return what an activity uses, with the amounts that the links or the resources say."""
    told: list[str] = []
    for link in chain.incoming(part, "feeds"):
        resource = next(one for one in chain.resources if one.id == link.start)
        amount = link.amount or resource.amount
        named = resource.label(language)
        told.append(f"{named} ({shown(amount, language)})" if amount else named)
    return _lines(told)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(texts))
