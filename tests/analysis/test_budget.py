"""A search stops when its time is up, and says what it found by then."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from chain_builders import golden

from valuegraph.analysis.budget import TimeBudget, budget_of
from valuegraph.analysis.cycles import cycles
from valuegraph.analysis.decomposition import decomposition
from valuegraph.analysis.routes import routes
from valuegraph.analysis.threads import threads
from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain


def ticking() -> Callable[[], float]:
    """Return a clock that goes on by a second each time somebody looks at it."""
    ticks = count()
    return lambda: float(next(ticks))


def after(looks: int) -> TimeBudget:
    """Return a budget that is spent when the clock was looked at so often after the first."""
    return TimeBudget(looks, clock=ticking())


def strong() -> ValueChain:
    """Return the golden example with a strength on every link."""
    chain = golden()
    for number, link in enumerate(chain.links):
        chain.change(link, strength=1 / (2 + number))
    return chain


def test_routes_that_were_found_go_on_from_where_they_stopped() -> None:
    """Three of 26 in the time there was; the cursor leads to the others."""
    whole = routes(golden())
    found = routes(golden(), time_budget=after(2))
    assert (len(found), found.truncated, found.total) == (3, True, 26)
    assert "VG586" in found.limits.codes()
    assert "Recherche arrêtée après 2 secondes" in found.to_text("fr")
    rest = routes(golden(), cursor=found.cursor)
    assert [*found, *rest] == list(whole)
    assert found.to_dict()["truncated"] is True


def test_the_strongest_found_are_the_strongest() -> None:
    """A search that was stopped has the first of the whole list, in order."""
    whole = routes(strong(), top=26)
    some = routes(strong(), top=26, time_budget=after(12))
    assert 0 < len(some) < len(whole)
    assert list(some) == list(whole)[: len(some)]
    assert some.truncated
    assert some.cursor is None
    enough = routes(strong(), top=26, time_budget=after(10_000))
    assert (list(enough), enough.truncated) == (list(whole), False)


def test_loops_found_in_the_time_are_told() -> None:
    """The total is unknown then, and the limits say that there may be others."""
    whole = cycles(golden())
    some = cycles(golden(), time_budget=after(4))
    assert 0 < len(some) < len(whole)
    assert set(some) <= set(whole)
    assert (some.total, some.truncated) == (None, True)
    assert some.limits.codes() == ("VG586",)
    assert not cycles(golden(), time_budget=after(10_000)).truncated


@pytest.mark.parametrize("looks", [1, 2, 3])
def test_a_tree_that_stopped_growing_still_adds_up(looks: int) -> None:
    """Each generation takes a look; what does not grow any more is the remainder."""
    whole = decomposition(golden(), of="cohesion", cutoff=0.001)
    some = decomposition(golden(), of="cohesion", cutoff=0.001, time_budget=after(looks))
    assert max(branch.depth for branch in some) == looks
    assert some.truncated
    assert some.coverage + some.remainder == pytest.approx(1)
    assert some.coverage < whole.coverage
    assert "VG586" in some.limits.codes()


def test_routes_of_a_thread_take_a_budget() -> None:
    """One informant on every link: the routes it holds on are searched like any."""
    chain = golden()
    for link in chain.links:
        chain.change(link, evidence=[{"who": "Ana"}])
    held = threads(chain)
    assert len(held.routes("Ana", time_budget=after(1))) == 2
    assert held.routes("Ana").total == 26


def test_a_budget_begins_with_the_first_look_and_serves_again() -> None:
    """Seconds count from the first look; the same budget given twice starts anew."""
    given = TimeBudget(5, clock=iter([100.0, 104.0, 105.0, 106.0]).__next__)
    assert [given.runs_out() for _ in range(4)] == [False, False, True, True]
    assert not budget_of(given).is_spent
    assert not budget_of(None).runs_out()


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), True])
def test_seconds_are_above_nothing(seconds: float) -> None:
    """Anything else is refused, in words."""
    with pytest.raises(OptionError, match=r"VG450(.|\n)*time_budget"):
        routes(golden(), time_budget=seconds)
