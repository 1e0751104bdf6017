"""How long a search may go on: a budget of seconds, beside those of numbers."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem

Found = TypeVar("Found")


@dataclass
class TimeBudget:
    """So many seconds for one search, from its first step on.

    Args:
        seconds: above 0.
        clock: what tells the time in seconds.

    Attributes:
        is_spent: whether the search was stopped by it.
    """

    seconds: float
    clock: Callable[[], float] = time.monotonic
    is_spent: bool = field(default=False, init=False)
    _since: float | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        if isinstance(self.seconds, bool) or not self.seconds > 0:
            allowed = Bilingual("un nombre de secondes, au-dessus de 0",
                                "a number of seconds, above 0")  # fmt: skip
            values = {"value": self.seconds, "option": "time_budget", "allowed": allowed}
            raise OptionError(Problem("VG450", values=values))

    def runs_out(self) -> bool:
        """Look at the clock; once there is no time left, there never is."""
        if self.seconds == math.inf:
            return False
        now = self.clock()
        if self._since is None:
            self._since = now
        self.is_spent = self.is_spent or now - self._since >= self.seconds
        return self.is_spent

    def while_it_lasts(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield what is found until there is no time left."""
        for one in found:
            yield one
            if self.runs_out():
                return

    def note(self, count: int) -> Problem:
        """Return what tells that a search was stopped.

        Args:
            count: how much was found.
        """
        return Problem("VG586", values={"seconds": self.seconds, "count": count})


def budget_of(time_budget: float | TimeBudget | None) -> TimeBudget:
    """Return a budget that was not begun; one without end if none is given.

    Raises:
        OptionError: the seconds are not above 0.
    """
    if isinstance(time_budget, TimeBudget):
        return replace(time_budget)
    return TimeBudget(math.inf if time_budget is None else time_budget)
