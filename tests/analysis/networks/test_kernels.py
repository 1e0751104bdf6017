"""What scipy has compiled is used in place where it can be, and gives what its tables give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.analysis.networks import kernels

COUNT = 5
ENTRIES = st.lists(
    st.tuples(
        st.integers(0, COUNT - 1), st.integers(0, COUNT - 1), st.sampled_from([0.25, 0.5, 2.0])
    ),
    max_size=20,
)


def _columns(entries: list[tuple[int, int, float]]) -> tuple[Any, Any, Any]:
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return (np.array(rows, np.int32), np.array(columns, np.int32), np.array(values, np.float64))


def _both_ways(work: Callable[[], Any]) -> list[Any]:
    """Do some work with the compiled loops, and by scipy's public tables."""
    found = [work()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernels, "_compiled", lambda: None)
        found.append(work())
    return found


@given(ENTRIES)
def test_entries_are_grouped_by_row_in_their_own_order(
    entries: list[tuple[int, int, float]],
) -> None:
    """A row has the entries that name it, parallel ones all kept, as they were listed."""
    rows, columns, values = _columns(entries)
    for first, codes, carried in _both_ways(lambda: kernels.by_row(rows, columns, values, COUNT)):
        for row in range(COUNT):
            mine = slice(first[row], first[row + 1])
            listed = [(column, value) for each, column, value in entries if each == row]
            assert list(zip(codes[mine], carried[mine], strict=True)) == listed


@given(ENTRIES)
def test_a_table_by_rows_is_turned_to_columns(entries: list[tuple[int, int, float]]) -> None:
    """A column has its entries in the order of their rows, parallel ones all kept."""
    table = kernels.by_row(*_columns(entries), COUNT)
    for first, rows, carried in _both_ways(lambda: kernels.by_column(*table, COUNT)):
        for column in range(COUNT):
            mine = slice(first[column], first[column + 1])
            listed = [(row, value) for row, each, value in entries if each == column]
            found = list(zip(rows[mine], carried[mine], strict=True))
            assert found == sorted(listed, key=lambda entry: entry[0])


@given(ENTRIES, st.sampled_from([(COUNT,), (COUNT, 3)]), st.integers(0, COUNT))
def test_a_product_is_added_to_some_rows(
    entries: list[tuple[int, int, float]], shape: tuple[int, ...], start: int
) -> None:
    """The rows asked for take up their entries times the numbers; the target is not cleared."""
    rows, columns, values = _columns(entries)
    table = kernels.by_row(rows, columns, values, COUNT)
    dense = np.zeros((COUNT, COUNT))
    np.add.at(dense, (rows, columns), values)
    numbers = np.arange(1.0, np.prod(shape) + 1).reshape(shape)

    def work() -> Any:
        target = np.ones((COUNT - start, *shape[1:]))
        kernels.add_product(table, (start, COUNT), numbers, target)
        return target

    for found in _both_ways(work):
        assert found == pytest.approx(1.0 + dense[start:] @ numbers)
