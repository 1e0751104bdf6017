"""Contenders in turn, their answers held to be equal, medians and ratios printed.

A machine is never quiet: contenders take turns, so that noise falls on all of them, and what is
compared are medians of several rounds of one run. A contest is judged by the time the processor
spends on each, not by the time it makes each wait for others: a machine with more tasks than
processors would punish a short task most. The first call of each is not timed; its answer
has to equal that of the first contender, or the benchmark fails.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_ASKED = {"rounds": 1000, "goals": 1}
"""How a benchmark is run: the most rounds, and whether goals are told (1) or not (0)."""

_TURN = 0.02
"""How many seconds a turn lasts at least. After a peer's turn of seconds a task of a tenth of a
millisecond would be timed while the processor fetches it again from memory."""

Work = Callable[[], Any]
Same = Callable[[Any, Any], None]
Clock = Callable[[], float]


@dataclass(frozen=True)
class Goal:
    """How many times faster than a peer the first contender is meant to be, or how much slower.

    Attributes:
        peer: the contender it is compared with.
        ratio: the peer's time over that of the first contender, at least.
    """

    peer: str
    ratio: float


def seconds(work: Work, clock: Clock, least: float) -> float:
    """Return how long a call takes: the mean of as many in a row as fill a time, at least one."""
    start, calls = clock(), 0
    while True:
        work()
        calls += 1
        took = clock() - start
        if took >= least:
            return took / calls


def take_turns(
    contenders: Mapping[str, Work], rounds: int = 15, clock: Clock = time.perf_counter
) -> dict[str, float]:
    """Return the median time of each contender, run in turn after one warm-up."""
    for work in contenders.values():
        work()
    times = timed(contenders, rounds, clock)
    return {name: statistics.median(found) for name, found in times.items()}


def timed(
    contenders: Mapping[str, Work],
    rounds: int,
    clock: Clock = time.process_time,
    least: float = 0.0,
) -> dict[str, list[float]]:
    """Return the times of each contender, run in turn, the garbage collector paused.

    Args:
        contenders: what each does.
        rounds: how often each has its turn.
        clock: the processor's time, or, where other programs do the work, time as it passes.
        least: how many seconds a turn lasts at least: a shorter task is done several times.
    """
    times: dict[str, list[float]] = {name: [] for name in contenders}
    gc.collect()
    gc.disable()
    try:
        for _ in range(min(rounds, _ASKED["rounds"])):
            for name, work in contenders.items():
                times[name].append(seconds(work, clock, least))
    finally:
        gc.enable()
    return times


def contest(
    title: str,
    contenders: Mapping[str, Work],
    *,
    rounds: int,
    same: Same | Mapping[str, Same],
    goals: tuple[Goal, ...] = (),
) -> dict[str, float]:
    """Hold a contest and print it; ratios are over the time of the first contender.

    Args:
        title: what is asked of the contenders.
        contenders: what each does; the first one is ours.
        rounds: how often each has its turn.
        same: raises an error unless our answer and another's are equal; one for all peers, or
            one for each, where a peer without one gives no answer (a bare operation).
        goals: ratios to reach.

    Returns:
        The medians of processor time, in seconds.
    """
    names = list(contenders)
    ours, *peers = names
    answer = contenders[ours]()
    for peer in peers:
        check = same if callable(same) else same.get(peer)
        theirs = contenders[peer]()
        if check is not None:
            check(answer, theirs)
        del theirs
    del answer
    times = timed(contenders, rounds, least=_TURN)
    medians = {name: statistics.median(found) for name, found in times.items()}
    meant = {goal.peer: goal.ratio for goal in goals}
    print(
        f"\n{title} (processor time: median of {len(times[ours])}, fastest to slowest in brackets)"
    )
    for name in names:
        found = [value * 1000 for value in times[name]]
        spread = f"({min(found):,.2f} to {max(found):,.2f})"
        line = f"  {name:44} {medians[name] * 1000:10,.2f} ms  {spread:24}"
        if name != ours:
            ratio, best = medians[name] / medians[ours], min(times[name]) / min(times[ours])
            line += f" {ratio:10,.2f} x (fastest {best:,.2f} x)"
            line += told_goal(ratio, meant.get(name))
        print(line.rstrip(), flush=True)
    return medians


def told_goal(value: float, least: float | None) -> str:
    """Return how a ratio stands to its goal, in words."""
    if least is None or not _ASKED["goals"]:
        return ""
    return f"  goal {least:,.3g} x: {'reached' if value >= least else 'NOT reached'}"


def told(what: str, value: float, most: float | None = None, unit: str = "") -> None:
    """Print a number that is no time: how many passes, pops or sweeps, and its limit."""
    line = f"  {what:44} {value:10,.2f} {unit}".rstrip()
    if most is not None:
        line += f"  at most {most:,g}: {'held' if value <= most else 'NOT held'}"
    print(line, flush=True)


def absent(package: str) -> None:
    """Say that a peer is not installed."""
    print(f"  {package} is not installed: nothing to compare with", flush=True)


def run(main: Callable[[bool], None]) -> None:
    """Run a benchmark as a command; ``--small`` proves quickly that it works."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--small", action="store_true", help="a small network, one round")
    parser.add_argument("--rounds", type=int, default=1000, help="at most so many rounds")
    options = parser.parse_args()
    _ASKED["rounds"], _ASKED["goals"] = max(1, options.rounds), int(not options.small)
    small = options.small
    if small:
        print("a small network, one round: this proves that it works, not how fast")
    main(small)


def machine() -> str:
    """Return what the numbers were measured on."""
    from importlib.metadata import PackageNotFoundError, version

    found = [f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
             f"Python {platform.python_version()}"]  # fmt: skip
    for package in ("numpy", "scipy", "pandas", "networkx", "igraph", "bw_graph_tools"):
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            found.append(f"{package} absent")
    return ", ".join(found)
