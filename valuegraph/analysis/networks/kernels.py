"""What scipy has compiled for sparse tables: loops that write into columns of ours.

scipy keeps these loops to itself: its tables call them after checks and copies that take longer
than they do. Where a later scipy keeps them elsewhere, its tables are used.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import Codes, Ints

_NAMES = ("coo_tocsr", "csr_tocsc", "csr_matvec", "csr_matvecs")

Turned = tuple[Codes, Codes, npt.NDArray[Any]]
"""The first entry of each group, and for each entry two columns, group after group."""


def by_row(rows: Ints, columns: Ints, values: npt.NDArray[Any], count: int) -> Turned:
    """Return entries group by group, by counting: those of one row keep their order.

    Args:
        rows: for each entry its row, from 0 to ``count - 1``.
        columns: for each entry a code.
        values: for each entry a number.
        count: how many rows there are.

    Returns:
        The first entry of each row and the number of entries at the end, codes and numbers.
    """
    compiled = _compiled()
    if compiled is None:
        one_a_row = np.arange(len(rows) + 1, dtype=np.int32)
        first, entry, carried = by_column(one_a_row, rows, values, count)
        return first, columns[entry].astype(np.int32, copy=False), carried
    first, codes, carried = _room(count, len(rows), values)
    compiled.coo_tocsr(count, count, len(rows), _codes(rows), _codes(columns), values,
                       first, codes, carried)  # fmt: skip
    return first, codes, carried


def by_column(first: Codes, columns: Ints, values: npt.NDArray[Any], count: int) -> Turned:
    """Return a table kept by rows as it is kept by columns, by counting.

    Args:
        first: for each row its first entry, and the number of entries at the end.
        columns: for each entry its column, from 0 to ``count - 1``.
        values: for each entry a number.
        count: how many columns there are.

    Returns:
        The first entry of each column and the number of entries at the end, rows and numbers;
        the entries of a column stand in the order of their rows.
    """
    compiled = _compiled()
    if compiled is None:
        from scipy.sparse import csr_array

        table = csr_array((values, columns, first), shape=(len(first) - 1, count)).tocsc()
        return _codes(table.indptr), _codes(table.indices), table.data
    turned, rows, carried = _room(count, len(columns), values)
    compiled.csr_tocsc(len(first) - 1, count, _codes(first), _codes(columns), values,
                       turned, rows, carried)  # fmt: skip
    return turned, rows, carried


def add_product(
    table: tuple[Codes, Codes, npt.NDArray[Any]],
    rows: tuple[int, int],
    values: npt.NDArray[Any],
    target: npt.NDArray[Any],
) -> None:
    """Add some rows of a sparse table times numbers, or rows of numbers, to a target.

    Weights, numbers and target are floats, or whole numbers of 64 bits.

    Args:
        table: for each row its first entry, and the number of entries at the end; for each
            entry its column and its weight.
        rows: the first row, and the one behind the last.
        values: a number, or a row of numbers, for each column.
        target: as much for each of the rows; it is written to.
    """
    first, column, weight = table
    start, end = rows
    compiled = _compiled()
    if compiled is None:
        from scipy.sparse import csr_array

        low, high = first[start], first[end]
        entries = weight[low:high], column[low:high], first[start : end + 1] - low
        target += csr_array(entries, shape=(end - start, len(values))) @ values
    elif values.ndim == 1:
        compiled.csr_matvec(
            end - start, len(values), first[start : end + 1], column, weight, values, target
        )
    else:
        compiled.csr_matvecs(
            end - start, len(values), values.shape[1], first[start : end + 1], column, weight,
            values.ravel(), target.ravel(),
        )  # fmt: skip


def _codes(column: Ints) -> Codes:
    return np.ascontiguousarray(column, dtype=np.int32)


def _room(count: int, entries: int, values: npt.NDArray[Any]) -> Turned:
    codes = np.empty(entries, dtype=np.int32)
    return np.empty(count + 1, dtype=np.int32), codes, np.empty(entries, dtype=values.dtype)


@cache
def _compiled() -> Any:
    """Return scipy's compiled loops; ``None`` if this scipy keeps them elsewhere."""
    try:
        from scipy.sparse import _sparsetools
    except ImportError:
        return None
    return _sparsetools if all(hasattr(_sparsetools, name) for name in _NAMES) else None
