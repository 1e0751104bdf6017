"""Random evaluation frameworks, added to a random chain."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from value_strategies import (
    DATES,
    UNITS,
    Draw,
    amounts,
    names,
    numbers,
    plain_data,
    some,
    translations,
    word,
)

from valuegraph.errors import ValueGraphError
from valuegraph.model.evaluation import Indicator
from valuegraph.model.part import Part

if TYPE_CHECKING:
    from strategies import Maker

    from valuegraph.model.chain import ValueChain


def add_evaluation(maker: Maker) -> None:
    """Add questions, criteria, indicators and observations, in any order of parents."""
    chain, draw, texts = maker.chain, maker.draw, maker.texts
    anything = [*chain.parts(), *chain.links]
    for _ in range(draw(st.integers(0, 2))):
        own = {"translations": translations(texts, ("name", "ask"))}
        maker.add("question", own, about=maker.ids_of(anything), routes=_routes(draw, chain))
    for _ in range(draw(st.integers(0, 3))):
        maker.add(
            "criterion",
            {"by": texts, "dimension": word("dimension")},
            question=_parent(draw, chain.questions),
        )
    for _ in range(draw(st.integers(0, 3))):
        measures, criterion = maker.ids_of(anything, 2), _parent(draw, chain.criteria)
        with suppress(ValueGraphError):  # words may read as an amount of another unit
            maker.add("indicator", _of_an_indicator(texts), **_values(draw, texts),
                      criterion=criterion, measures=measures)  # fmt: skip
    for indicator in chain.indicators:
        for _ in range(draw(st.integers(0, 2))):
            fields = {"source": texts, "viewpoint": texts, "quote": texts,
                      "people": st.integers(0, 5000), "breakdown": _breakdown(indicator),
                      "extra": st.dictionaries(names, plain_data, max_size=1)}  # fmt: skip
            with suppress(ValueGraphError):
                chain.add_observation(indicator, date=draw(st.sampled_from(DATES)),
                                      **_value(draw, indicator, texts),
                                      **some(draw, fields))  # fmt: skip
    for judged in maker.ids_of([*chain.parts(), *chain.links], 2):
        fields = {"by": texts, "viewpoint": texts, "why": texts,
                  "extra": st.dictionaries(names, plain_data, max_size=1)}  # fmt: skip
        chain.add_rating(judged, date=draw(st.sampled_from(DATES)),
                         value=draw(st.one_of(numbers, texts)), **some(draw, fields))  # fmt: skip


def _routes(draw: Draw, chain: ValueChain) -> list[list[str]]:
    """Draw routes of parts of the chain, whether links join them or not."""
    ids = [part.id for part in chain.parts()]
    route = st.lists(st.sampled_from(ids), min_size=2, max_size=4) if ids else st.nothing()
    return draw(st.lists(route, max_size=2)) if ids else []


def _value(draw: Draw, indicator: Indicator, texts: st.SearchStrategy[str]) -> dict[str, Any]:
    """Draw a value, or the two amounts of a ratio, or both."""
    words = st.sampled_from(indicator.scale) if indicator.scale else texts
    value = {"value": draw(st.one_of(numbers, amounts([indicator.unit]), words))}
    if not draw(st.booleans()):
        return value
    ratio = {"numerator": draw(amounts(UNITS)), "denominator": draw(amounts(UNITS))}
    return ratio | (value if draw(st.booleans()) else {})


def _breakdown(indicator: Indicator) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({}, optional={
        name: st.sampled_from(words) for name, words in indicator.breakdowns.items() if words
    })  # fmt: skip


def _of_an_indicator(texts: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Any]]:
    return {
        "indicator_kind": word("indicator_kind"),
        "scale": st.lists(texts.filter(str.strip), max_size=3, unique=True),
        "numerator": texts,
        "denominator": texts,
        "breakdowns": st.dictionaries(
            texts.filter(str.strip),
            st.lists(texts.filter(str.strip), max_size=3, unique=True),
            max_size=2,
        ),
        "direction": word("direction"),
        "source": texts,
        "method": texts,
        "every": st.one_of(word("rhythm"), texts),
        "by": texts,
    }


def _values(draw: Draw, texts: st.SearchStrategy[str]) -> dict[str, Any]:
    """Draw a unit, and a baseline and a target in it, or none of them."""
    unit = draw(st.sampled_from(UNITS))
    values = st.one_of(numbers, amounts([unit, ""]), texts)
    dated = st.dictionaries(st.sampled_from(DATES), values, max_size=2)
    given = {"unit": st.just(unit), "baseline": dated, "target": dated}
    return {name: draw(value) for name, value in given.items() if draw(st.booleans())}


def _parent(draw: Draw, parts: Sequence[Part]) -> str:
    return str(draw(st.sampled_from(["", *(part.id for part in parts)]))) if parts else ""
