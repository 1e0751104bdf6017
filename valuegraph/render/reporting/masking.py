"""Observations behind which there are few people, hidden before anything is told of them."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.analysis.evaluating.one_line import hidden
from valuegraph.model.evaluation import Observation
from valuegraph.problems import Bilingual

HIDDEN = Bilingual("masqué", "hidden")


def masked(seen: Sequence[Observation], least: int, language: str) -> tuple[Observation, ...]:
    """Return observations with the values hidden behind which there are fewer people.

    Those of one indicator and day that are told by the same breakdown are parts of one whole: as
    many are hidden as it takes for none to be found by taking the others from the whole, which is
    hidden too if need be. What does not say how many people it is of stays as it is.

    Args:
        seen: the observations.
        least: the fewest people of whom something is told.
        language: the language of the word that stands for what is hidden.
    """
    lines: dict[tuple[str, str, str, tuple[str, ...]], list[int]] = {}
    for place, each in enumerate(seen):
        line = (each.indicator, each.date, each.viewpoint, tuple(sorted(each.breakdown)))
        lines.setdefault(line, []).append(place)
    gone: set[int] = set()
    for (indicator, date, viewpoint, _), places in lines.items():
        people = [seen[place].people for place in places]
        if all(count is None for count in people):
            continue
        *masks, whole = hidden(people, least, total_is_shown=True)
        gone |= {place for place, mask in zip(places, masks, strict=True) if mask}
        if whole:
            gone |= set(lines.get((indicator, date, viewpoint, ()), ()))
    return tuple(
        _hide(each, language) if place in gone else each for place, each in enumerate(seen)
    )


def _hide(seen: Observation, language: str) -> Observation:
    told = {**dict(seen), "value": HIDDEN.text(language), "people": None}
    return Observation(**{**told, "numerator": None, "denominator": None})
