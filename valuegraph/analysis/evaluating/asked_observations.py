"""What is asked of a roll-up: the indicators of all chains, their observations, the dimensions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from valuegraph.analysis.evaluating.cells import PERIOD, in_periods
from valuegraph.analysis.evaluating.framework import framework_of
from valuegraph.analysis.evaluating.seen_table import (
    GROUP,
    categories,
    complete,
    several,
    table_from,
    table_of,
)
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.errors import OptionError
from valuegraph.model.evaluation import Indicator
from valuegraph.model.words import word_code
from valuegraph.problems import Problem

if TYPE_CHECKING:
    import pandas as pd

_PERIODS = ("year", "quarter", "month")
_OWN = ("chain", "viewpoint")


def indicators_of(networks: Sequence[Network]) -> tuple[dict[str, Indicator], set[str]]:
    """Return the indicators by id, and those whose kind differs from chain to chain."""
    known: dict[str, Indicator] = {}
    clashing: set[str] = set()
    for one in networks:
        for indicator in framework_of(one).indicators:
            first = known.setdefault(indicator.id, indicator)
            if first.indicator_kind is not indicator.indicator_kind:
                clashing.add(indicator.id)
    return known, clashing


def observations_of(
    networks: Sequence[Network], frame: pd.DataFrame | None, dimensions: Sequence[str]
) -> pd.DataFrame:
    """Return the observations of all chains and of a frame as one table."""
    import pandas as pd

    described = [one.source.described() for one in networks]
    names = several([chain.name if chain is not None else "" for chain in described])
    seen = [
        (name, one)
        for name, asked in zip(names, networks, strict=True)
        for group in framework_of(asked).seen.values()
        for one in group
    ]
    tables = [table_of(seen)] if seen or frame is None else []
    if frame is not None:
        tables.append(table_from(frame, names[0] if len(names) == 1 else "", dimensions))
    if len(tables) == 1:
        return tables[0]
    table = pd.concat([one.astype(dict.fromkeys(one.select_dtypes("category"), object))
                       for one in tables], ignore_index=True)  # fmt: skip
    return complete(table)


def with_dimensions(
    table: pd.DataFrame,
    dimensions: Sequence[str],
    period: str | None,
    known: Mapping[str, Indicator],
) -> tuple[pd.DataFrame, list[str], list[Problem]]:
    """Return the table with a column for each dimension, their names, and what to know."""
    told = {name.removeprefix(GROUP) for name in table.columns if name.startswith(GROUP)}
    told |= {name for one in known.values() for name in one.breakdowns}
    dims = []
    for name in dimensions:
        if name not in told and name not in _OWN:
            raise refused("by", name, [*_OWN, *sorted(told)])
        dims.append(name if name in _OWN else f"{GROUP}{name}")
        if dims[-1] not in table:
            table = table.assign(**{dims[-1]: ""})
    notes = []
    if period is not None:
        table = table.assign(**{PERIOD: categories(in_periods(table["date"], period))})
        dims = [PERIOD, *dims]
        coarse = int((table[PERIOD] == "").sum())
        if coarse:
            notes.append(Problem("VG599", values={"count": coarse}))
    return table, dims, notes


def period_of(every: str | None) -> str | None:
    """Return ``year``, ``quarter`` or ``month`` for a word in either language."""
    if every is None or every in _PERIODS:
        return every
    code = word_code("rhythm", every)
    if code not in _PERIODS:
        raise refused("every", every, list(_PERIODS))
    return code


def refused(option: str, value: object, allowed: object) -> OptionError:
    """Return the complaint that an option has no such value."""
    return OptionError(
        Problem("VG450", values={"option": option, "value": value, "allowed": allowed})
    )
