"""The columns of a network read from a table of parts and a table of links."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import (
    CONFIDENCE,
    LINK_KIND,
    LINK_KIND_CODES,
    NONE,
    PART_KIND,
    PART_KINDS,
    SIGN,
    STATUS,
    WAY,
    Codes,
    Ints,
    Links,
    Parts,
    Small,
    constant,
)
from valuegraph.analysis.networks.table_reading import (
    Reader,
    Table,
    codes_in,
    index_of,
)
from valuegraph.analysis.networks.table_routing import Naming
from valuegraph.errors import ChainError, OptionError
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, PART_KIND_WORDS
from valuegraph.model.words import CIRCUIT_LABELS
from valuegraph.problems import Problem

if TYPE_CHECKING:
    import pandas as pd

_KINDS = {kind: code for kind, code in PART_KIND.items() if kind != WHOLE_CHAIN}
_BESIDE = frozenset({WHOLE_CHAIN, "circuit", "question", "criterion", "indicator"})
"""The kinds of row that the tables of a chain hold too, and that no flow runs through."""


class TableColumns(NamedTuple):
    """What two tables say.

    Attributes:
        index: the ids of parts, to look codes up.
        parts, links: the columns; the last part is the whole chain.
        naming: the parts that modalities name.
        names, groups, link_ids: texts of parts and links; ``None`` where a table has none.
        circuits, units: the words that codes stand for.
    """

    index: pd.Index
    parts: Parts
    links: Links
    naming: Naming
    names: npt.NDArray[Any] | None
    groups: npt.NDArray[Any] | None
    link_ids: npt.NDArray[Any] | None
    circuits: tuple[str, ...]
    units: tuple[str, ...]


def read_tables(parts: Table | None, links: Table | None, *, language: str) -> TableColumns:
    """Return the columns of two tables.

    Raises:
        OptionError: a table is missing.
        ChainError: with all that is wrong with the tables.
    """
    if parts is None or links is None:
        raise OptionError(Problem("VG577"), language=language)
    problems: list[Problem] = []
    of_parts = Reader("parts", parts, problems)
    of_links = Reader("links", links, problems)
    circuits = {circuit: code for code, circuit in enumerate(CIRCUIT_LABELS)}
    units: dict[str, int] = {}
    of_parts.pass_over("kind", _BESIDE)
    ids = of_parts.values("id")
    part_kind = of_parts.kinds(_KINDS)
    if ids is None or part_kind is None or problems:
        raise ChainError(problems, language=language)
    index = _index(of_parts, ids)
    if problems:
        raise ChainError(problems, language=language)
    told = _parts(of_parts, ids, part_kind, index, circuits, units)
    naming = _naming(of_parts, index)
    found = _links(of_links, index, told, circuits, units)
    if problems or found is None:
        raise ChainError(problems, language=language)
    return TableColumns(
        index,
        told,
        found,
        naming,
        _texts(of_parts, "name"),
        _texts(of_parts, "group"),
        _texts(of_links, "id"),
        tuple(circuits),
        tuple(units),
    )


def _index(reader: Reader, ids: pd.Series) -> pd.Index:
    index = index_of(ids)
    if not index.is_unique:
        repeated = index[index.duplicated()].unique()[:5]
        reader.complain("VG573", ids=[str(value) for value in repeated])
    return index


def _parts(
    reader: Reader,
    ids: pd.Series,
    kind: Small,
    index: pd.Index,
    circuits: dict[str, int],
    units: dict[str, int],
) -> Parts:
    count = reader.length
    status = reader.words("status", "status", STATUS)
    way = reader.words("way", "way", WAY)
    activity = np.full(count, NONE, dtype=np.int32)
    circuit = np.full(count, NONE, dtype=np.int32)
    is_cell = kind == PART_KIND["modality"]
    if is_cell.any():
        activity, circuit = _cells(reader, index, kind, is_cell, circuits)
        if way is None or (way[is_cell] == 0).any():
            reader.complain("VG572", column="way", rows=reader.rows(is_cell))
    amount = reader.numbers("amount")
    unit = _units(reader, amount, units)
    zeros = np.zeros(count, dtype=np.int8)
    return Parts(
        id=np.append(index.to_numpy().astype(object), WHOLE_CHAIN),
        kind=np.append(kind, PART_KIND[WHOLE_CHAIN]).astype(np.int8),
        status=np.append(zeros if status is None else status, 0).astype(np.int8),
        activity=np.append(activity, NONE).astype(np.int32),
        circuit=np.append(circuit, NONE).astype(np.int32),
        way=np.append(zeros if way is None else np.where(is_cell, way, 0), 0).astype(np.int8),
        amount=np.append(amount, np.nan),
        unit=np.append(unit, NONE).astype(np.int32),
    )


def _cells(
    reader: Reader,
    index: pd.Index,
    kind: Small,
    is_cell: npt.NDArray[np.bool_],
    circuits: dict[str, int],
) -> tuple[Codes, Codes]:
    nothing = np.full(reader.length, NONE, dtype=np.int32)
    owner = reader.series("activity")
    activity = nothing if owner is None else np.where(is_cell, codes_in(owner, index), NONE)
    lacking = is_cell & (activity == NONE)
    lacking |= is_cell & (kind[activity] != PART_KIND["activity"])
    if lacking.any():
        reader.complain("VG572", column="activity", rows=reader.rows(lacking))
    circuit = np.where(is_cell, reader.open_words("circuit", circuits), NONE)
    if (is_cell & (circuit == NONE)).any():
        reader.complain("VG572", column="circuit", rows=reader.rows(is_cell & (circuit == NONE)))
    return activity.astype(np.int32), circuit.astype(np.int32)


def _naming(reader: Reader, index: pd.Index) -> Naming:
    """Return the parts that modalities name in the columns ``resources`` and ``to``."""
    import pandas as pd

    modality: list[int] = []
    named: list[object] = []
    for column in ("resources", "to"):
        series = reader.series(column)
        for row, value in enumerate(series if series is not None else ()):
            if isinstance(value, str) or not hasattr(value, "__iter__"):
                listed = [value] if isinstance(value, str) and value else []
            else:
                listed = list(value)
            modality += [row] * len(listed)
            named += listed
    codes = np.array(index.get_indexer(pd.Index(named, dtype=object)), dtype=np.int32)
    if (codes < 0).any():
        unknown = [str(name) for name, code in zip(named, codes, strict=True) if code < 0]
        reader.complain("VG574", column="resources", ids=unknown[:5], suggestion="")
    return Naming(np.array(modality, dtype=np.int32), codes)


def _links(
    reader: Reader,
    index: pd.Index,
    parts: Parts,
    circuits: dict[str, int],
    units: dict[str, int],
) -> Links | None:
    start, end = reader.ends("start", index), reader.ends("end", index)
    kind = reader.kinds(LINK_KIND, "kind")
    status = reader.words("status", "status", STATUS)
    sign = reader.words("sign", "sign", SIGN)
    confidence = reader.words("confidence", "confidence", CONFIDENCE)
    strength = reader.numbers("strength", strength=True)
    amount = reader.numbers("amount")
    unit = _units(reader, amount, units)
    circuit = reader.open_words("circuit", circuits)
    essential = reader.flags("essential")
    if reader.problems or start is None or end is None or kind is None:
        return None
    _joins(reader, kind, parts.kind[start], parts.kind[end])
    zeros = constant(0, reader.length, np.int8)
    return Links(
        start=start,
        end=end,
        kind=kind,
        status=zeros if status is None else status,
        sign=zeros if sign is None else sign,
        confidence=zeros if confidence is None else confidence,
        strength=strength,
        amount=amount,
        unit=unit,
        circuit=circuit,
        essential=essential,
    )


def _units(reader: Reader, amount: npt.NDArray[np.float64], units: dict[str, int]) -> Codes:
    """Return the codes of units; an amount without one is counted in the unit ``""``."""
    found = reader.open_words("unit", units)
    if reader.series("amount") is None:
        return found
    bare = ~np.isnan(amount) & (found == NONE)
    if bare.any():
        found = np.where(bare, units.setdefault("", len(units)), found).astype(np.int32)
    return found


def _joins(reader: Reader, kind: Ints, starts: Ints, ends: Ints) -> None:
    """Complain of kinds of link between kinds of part that they cannot join."""
    places = kind.astype(np.int16)
    for column in (starts, ends):
        places *= len(PART_KINDS)
        places += column
    wrong = ~_may_join().ravel()[places]
    if not wrong.any():
        return
    rows = np.flatnonzero(wrong)
    seen = np.unique(np.stack((kind[rows], starts[rows], ends[rows])), axis=1).T
    for link_kind, start, end in seen.tolist():
        mine = wrong & (kind == link_kind) & (starts == start) & (ends == end)
        reader.complain(
            "VG576",
            kind=LINK_KIND_CODES[link_kind],
            start=PART_KIND_WORDS[PART_KINDS[start]],
            end=PART_KIND_WORDS[PART_KINDS[end]],
            rows=reader.rows(mine),
        )


@cache
def _may_join() -> npt.NDArray[np.bool_]:
    """Return, for a kind of link and two kinds of part, whether it may join them."""
    table = np.zeros((len(LINK_KINDS), len(PART_KINDS), len(PART_KINDS)), dtype=np.bool_)
    for code, kind in enumerate(LINK_KINDS.values()):
        for start in kind.starts:
            for end in kind.ends:
                table[code, PART_KIND[start], PART_KIND[end]] = True
    return table


def _texts(reader: Reader, column: str) -> npt.NDArray[Any] | None:
    series = reader.series(column)
    return None if series is None else series.to_numpy(dtype=object, na_value="")
