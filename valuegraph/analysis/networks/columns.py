"""The columns a network is made of: parts, links and arcs as arrays of codes and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, Confidence, Flow
from valuegraph.model.part import Sign, Status

Codes = npt.NDArray[np.int32]
Small = npt.NDArray[np.int8]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]
Ints = npt.NDArray[np.signedinteger[Any]]
"""Whole numbers of any size."""

NONE = -1
"""The code that stands for no part, no link, no circuit, no unit."""

PART_KINDS = ("resource", "support", "activity", "output", "impact", "margin", "actor",
              "modality", WHOLE_CHAIN)  # fmt: skip
"""Kinds of part in a network, in the order in which their parts are numbered."""

PART_KIND = {kind: code for code, kind in enumerate(PART_KINDS)}
LINK_KIND_CODES = tuple(LINK_KINDS)
LINK_KIND = {kind: code for code, kind in enumerate(LINK_KIND_CODES)}
FLOWS = (Flow.FORWARD, Flow.RETURN, Flow.ACCOMPANIES, Flow.NONE)
FLOW_OF_KIND = np.array([FLOWS.index(kind.flow) for kind in LINK_KINDS.values()], dtype=np.int8)

STATUSES: tuple[str, ...] = ("", *(status.value for status in Status))
STATUS = {status: code for code, status in enumerate(STATUSES)}
CONFIDENCES: tuple[str, ...] = ("", *(level.value for level in Confidence))
CONFIDENCE = {level: code for code, level in enumerate(CONFIDENCES)}
SIGNS: tuple[str, ...] = ("", *(sign.value for sign in Sign))
SIGN = {sign: code for code, sign in enumerate(SIGNS)}
WAYS = ("", "receives", "gives")
WAY = {way: code for code, way in enumerate(WAYS)}

_WAY_OF_KIND = {"feeds": "receives", "precedes": "receives", "contributes": "gives",
                "produces": "gives"}  # fmt: skip
WAY_OF_KIND = np.array([WAY[_WAY_OF_KIND.get(kind, "")] for kind in LINK_KINDS], dtype=np.int8)
"""Which way an anonymous modality stands: a circuit written on a link makes one."""


@dataclass(frozen=True, eq=False)
class Columns:
    """Arrays of one length, never written to once they are here."""

    def __post_init__(self) -> None:
        for field in fields(self):
            values = getattr(self, field.name)
            if isinstance(values, np.ndarray):
                values.setflags(write=False)

    def __len__(self) -> int:
        return len(getattr(self, next(iter(self.__dataclass_fields__))))

    def taken(self, rows: Any) -> Any:
        """Return the same columns with some of their rows only."""
        return replace(self, **{name.name: getattr(self, name.name)[rows] for name in fields(self)})


@dataclass(frozen=True, eq=False)
class Parts(Columns):
    """The parts, refuted ones included; a part's code is its row.

    Attributes:
        id: ids, as the chain or the table gives them.
        kind: index in :data:`PART_KINDS`.
        status: index in :data:`STATUSES`.
        activity: of a modality, the code of its activity.
        circuit: of a modality, the code of its circuit.
        way: of a modality, index in :data:`WAYS`.
        amount, unit: how much, and the code of the unit; NaN where unknown.
    """

    id: npt.NDArray[Any]
    kind: Small
    status: Small
    activity: Codes
    circuit: Codes
    way: Small
    amount: Numbers
    unit: Codes


@dataclass(frozen=True, eq=False)
class Links(Columns):
    """The links, refuted ones included; a link's code is its row.

    Attributes:
        start, end: codes of parts.
        kind: index in :data:`LINK_KIND_CODES`.
        status, sign, confidence: indices in :data:`STATUSES`, :data:`SIGNS` and
            :data:`CONFIDENCES`.
        strength: in (0, 1]; of a range, the likely one; NaN where unknown.
        amount, unit: how much, and the code of the unit; NaN where unknown.
        circuit: the code of the circuit written on it.
        essential: without it the end part stops.
    """

    start: Codes
    end: Codes
    kind: Small
    status: Small
    sign: Small
    confidence: Small
    strength: Numbers
    amount: Numbers
    unit: Codes
    circuit: Codes
    essential: Flags


@dataclass(frozen=True, eq=False)
class Arcs(Columns):
    """The ways links run once modalities are routed: only what is not left out.

    Attributes:
        start, end: codes of parts.
        link: the code of its link; -1 for the chain's own rule (a margin that names nothing).
        kind: index in :data:`LINK_KIND_CODES`.
        cell: the code of the modality it crosses, if that has an id.
        circuit: the code of the circuit it crosses, by a modality or written on the link.
        way: whether it crosses receiving or giving; index in :data:`WAYS`.
    """

    start: Codes
    end: Codes
    link: Codes
    kind: Small
    cell: Codes
    circuit: Codes
    way: Small


class Found(NamedTuple):
    """What a reference means: a part, a link or a circuit, and its code."""

    what: Literal["part", "link", "circuit"]
    code: int


def codes(values: Sequence[int]) -> Codes:
    """Return a column of codes."""
    return np.array(values, dtype=np.int32)


def small(values: Sequence[int]) -> Small:
    """Return a column of small codes."""
    return np.array(values, dtype=np.int8)


def constant(value: object, length: int, kind: type[np.generic]) -> npt.NDArray[Any]:
    """Return a column of one value, which takes no room."""
    return np.broadcast_to(np.array(value, dtype=kind), length)
