"""Two tables, of parts and of links, read into columns: every complaint at once, no loops."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import NONE, Codes, Numbers, Small, constant
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.validation import did_you_mean, words_text
from valuegraph.model.words import VOCABULARY, word_code
from valuegraph.problems import Bilingual, Problem

if TYPE_CHECKING:
    import pandas as pd

Table: TypeAlias = "pd.DataFrame | Mapping[str, Any]"

_NAMED = 5
_SPAN = Bilingual("un nombre plus grand que 0 et au plus 1, ou rien",
                  "a number above 0 and at most 1, or nothing")  # fmt: skip
_FINITE = Bilingual("un nombre fini, ou rien", "a finite number, or nothing")
_TRUTH = Bilingual("oui ou non", "true or false")


class Reader:
    """One table, column by column; what is wrong is noted in ``problems``.

    Args:
        name: what the table is called, for complaints.
        table: a data frame, or a mapping of columns.
        problems: the list to which complaints are added.
    """

    def __init__(self, name: str, table: Table, problems: list[Problem]) -> None:
        import pandas as pd

        self.name = name
        self.problems = problems
        present = list(table)
        self._columns = {str(column): table[column] for column in present}
        lengths = {column: len(values) for column, values in self._columns.items()}
        self.length = max(lengths.values(), default=0)
        if len(set(lengths.values())) > 1:
            told = ", ".join(f"{column} {length}" for column, length in lengths.items())
            problems.append(Problem("VG571", values={"table": name, "lengths": told}))
            self.length = min(lengths.values())
        self._series = {
            column: pd.Series(values, copy=False).reset_index(drop=True)[: self.length]
            if isinstance(values, pd.Series)
            else pd.Series(list(values) if _is_plain(values) else values)[: self.length]
            for column, values in self._columns.items()
        }

        self._rows: npt.NDArray[np.intp] | None = None

    def __contains__(self, column: str) -> bool:
        return column in self._series

    def pass_over(self, column: str, words: Collection[str]) -> None:
        """Leave out the rows with one of some words; the others keep their numbers."""
        series = self._series.get(column)
        if series is None:
            return
        others = ~series.isin(list(words)).to_numpy(dtype=np.bool_)
        if not others.all():
            self._rows = np.flatnonzero(others)
            self._series = {
                name: values[others].reset_index(drop=True) for name, values in self._series.items()
            }
            self.length = len(self._rows)

    def rows(self, wrong: npt.NDArray[np.bool_]) -> str:
        """Return the numbers of some rows, counted from 1, the first few and how many more."""
        rows = np.flatnonzero(wrong)
        typed = rows if self._rows is None else self._rows[rows]
        told = ", ".join(str(row + 1) for row in typed[:_NAMED])
        return told + (f", … ({len(rows)})" if len(rows) > _NAMED else "")

    def values(self, column: str) -> pd.Series | None:
        """Return a required column, none of it missing; ``None`` after a complaint."""
        if column not in self._series:
            present = ", ".join(self._series) or "—"
            self.complain("VG570", column=column, present=present)
            return None
        series = self._series[column]
        missing = _missing(series)
        if missing is not None and missing.any():
            self.complain("VG572", column=column, rows=self.rows(missing))
            return None
        return series

    def series(self, column: str) -> pd.Series | None:
        """Return an optional column as it is; ``None`` if there is none."""
        return self._series.get(column)

    def words(self, column: str, vocabulary: str, table: Mapping[str, int]) -> Small | None:
        """Return an optional column of words of a vocabulary as codes; missing is 0."""
        return self._coded(column, 0, lambda word: table.get(word_code(vocabulary, word) or "?"),
                           words_text(vocabulary))  # fmt: skip

    def kinds(self, vocabulary: Mapping[str, int], other_words: str = "") -> Small | None:
        """Return the required column ``kind`` as codes."""
        if self.values("kind") is None:
            return None
        allowed = ", ".join(vocabulary)

        def code(text: str) -> int | None:
            known = word_code(other_words, text) if other_words else text
            return vocabulary.get(known or "?")

        return self._coded("kind", NONE, code, Bilingual(allowed, allowed))

    def open_words(self, column: str, known: dict[str, int]) -> Codes:
        """Return an optional column of any words as codes, new words last; missing is -1."""

        def code(text: str) -> int:
            word = word_code(column, text) if column in VOCABULARY else None
            return known.setdefault(word or text, len(known))

        found = self._coded(column, NONE, code, Bilingual("", ""), np.int32)
        return constant(NONE, self.length, np.int32) if found is None else found

    def numbers(self, column: str, *, strength: bool = False) -> Numbers:
        """Return an optional column of numbers; missing is NaN, which is unknown."""
        import pandas as pd

        if column not in self._series:
            return constant(np.nan, self.length, np.float64)
        series = self._series[column]
        read = pd.to_numeric(series, errors="coerce")
        found = read.to_numpy(dtype=np.float64, na_value=np.nan)
        wrong = (np.isnan(found) & ~series.isna().to_numpy()) | np.isinf(found)
        if strength:
            with np.errstate(invalid="ignore"):
                wrong |= (found <= 0) | (found > 1)
        if wrong.any():
            self._refuse(column, series, wrong, _SPAN if strength else _FINITE)
        return np.array(found)

    def flags(self, column: str) -> npt.NDArray[np.bool_]:
        """Return an optional column of yes and no; missing is no."""
        if column not in self._series:
            return constant(False, self.length, np.bool_)
        series = self._series[column]
        told = series.map(_truth, na_action="ignore")
        wrong = (told.isna() & ~series.isna()).to_numpy()
        if wrong.any():
            self._refuse(column, series, wrong, _TRUTH)
        return np.array(told.eq(True), dtype=np.bool_)

    def ends(self, column: str, index: pd.Index) -> Codes | None:
        """Return a required column of ids as codes of parts; the whole chain comes after them."""
        series = self.values(column)
        if series is None:
            return None
        found = codes_in(series, index)
        unknown = found < 0
        if unknown.any():
            strangers = series[unknown]
            whole = (strangers.astype(object) == WHOLE_CHAIN).to_numpy(dtype=np.bool_)
            found[np.flatnonzero(unknown)[whole]] = len(index)
            if not whole.all():
                self._stranger(column, strangers[~whole], index)
        return found

    def _stranger(self, column: str, values: pd.Series, index: pd.Index) -> None:
        names = [str(value) for value in values.unique()[:_NAMED]]
        near = ", ".join(did_you_mean(names[0], [str(part) for part in index[:1000]]))
        hint = Bilingual(f"Vouliez-vous dire : {near} ?", f"Did you mean: {near}?")
        nothing = Bilingual("", "")
        self.complain("VG574", column=column, ids=names, suggestion=hint if near else nothing)

    def _coded(
        self,
        column: str,
        missing: int,
        code: Callable[[str], int | None],
        allowed: Bilingual,
        size: type[np.signedinteger[Any]] = np.int8,
    ) -> npt.NDArray[Any] | None:
        import pandas as pd

        if column not in self._series:
            return None
        series = self._series[column]
        if isinstance(series.dtype, pd.CategoricalDtype):
            places, words = series.cat.codes.to_numpy(), series.cat.categories
        else:
            places, words = pd.factorize(series)
        meant = [code(str(word)) for word in words]
        table = np.array([NONE if item is None else item for item in meant] + [missing], size)
        if None in meant:
            wrong = np.array([item is None for item in meant] + [False])[places]
            if wrong.any():
                self._refuse(column, series, wrong, allowed)
        return np.asarray(table[places])

    def _refuse(
        self, column: str, series: pd.Series, wrong: npt.NDArray[np.bool_], allowed: Bilingual
    ) -> None:
        told = [repr(value) for value in series[wrong].unique()[:_NAMED]]
        self.complain("VG575", column=column, values=told, rows=self.rows(wrong), allowed=allowed)

    def complain(self, code: str, **values: Any) -> None:
        """Note what is wrong with this table."""
        self.problems.append(Problem(code, values={"table": self.name, **values}))


def code_in(value: object, index: pd.Index) -> int | None:
    """Return the place of one value in an index; ``None`` if it is not in it."""
    import pandas as pd

    if _is_count(index):
        whole = isinstance(value, int | np.integer) and 0 <= value < len(index)
        return int(value) if whole else None  # type: ignore[call-overload]  # a whole number
    try:
        return int(index.get_loc(value))
    except (KeyError, TypeError, pd.errors.InvalidIndexError):  # nothing an index could hold
        return None


def codes_in(series: pd.Series, index: pd.Index) -> Codes:
    """Return the place of each value in an index; -1 for what is not in it."""
    import pandas as pd

    if isinstance(series.dtype, pd.CategoricalDtype):
        words = series.cat.categories
        same = len(words) == len(index) and words.equals(index)
        places = np.arange(len(words)) if same else index.get_indexer(words)
        return np.array(np.append(places, NONE)[series.cat.codes.to_numpy()], dtype=np.int32)
    if _is_count(index) and pd.api.types.is_integer_dtype(series.dtype):
        numbers = series.to_numpy()
        if len(numbers) and numbers.min() >= 0 and numbers.max() < len(index):
            return np.asarray(numbers.astype(np.int32))
        inside = (numbers >= 0) & (numbers < len(index))
        return np.where(inside, numbers, NONE).astype(np.int32)
    if getattr(series.dtype, "storage", "") == "pyarrow" and index.inferred_type == "string":
        return _arrow_codes(series, index)
    return np.array(index.get_indexer(pd.Index(series)), dtype=np.int32)


def _arrow_codes(series: pd.Series, index: pd.Index) -> Codes:
    """Return the same for texts kept as Arrow keeps them: no Python object a row."""
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = pa.array(series)
    known = pa.array(index, type=texts.type)
    places = pc.index_in(texts, value_set=known, skip_nulls=True)
    return np.array(places.fill_null(NONE), dtype=np.int32)


def index_of(ids: pd.Series) -> pd.Index:
    """Return an index to look ids up; of 0, 1, 2 and so on, one that needs no looking up."""
    import pandas as pd

    if not pd.api.types.is_integer_dtype(ids.dtype):
        return pd.Index(ids.astype(object))
    values = ids.to_numpy()
    if (values == np.arange(len(values))).all():
        return pd.RangeIndex(len(values))
    return pd.Index(values)


def _is_count(index: pd.Index) -> bool:
    """Tell whether an index is 0, 1, 2 and so on."""
    import pandas as pd

    return isinstance(index, pd.RangeIndex)


def _missing(series: pd.Series) -> npt.NDArray[np.bool_] | None:
    """Return which values are missing; ``None`` for a column that cannot miss any."""
    import pandas as pd

    if isinstance(series.dtype, pd.CategoricalDtype):
        return np.asarray(series.cat.codes.to_numpy() < 0)
    if isinstance(series.dtype, np.dtype) and series.dtype.kind in "iub":
        return None
    return np.asarray(series.isna(), dtype=np.bool_)


def _is_plain(values: object) -> bool:
    return isinstance(values, Sequence) and not hasattr(values, "dtype")


def _truth(value: object) -> bool | None:
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | float) and value in (0, 1):
        return bool(value)
    code = word_code("truth", str(value))
    return None if code is None else code == "true"
