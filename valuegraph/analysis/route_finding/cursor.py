"""Where the next page of routes begins: a text that goes on from one question only."""

from __future__ import annotations

import hashlib

import numpy as np

from valuegraph.analysis.route_finding.search import Walk
from valuegraph.analysis.route_finding.ways import Ways
from valuegraph.errors import OptionError
from valuegraph.problems import Problem


def _question(ways: Ways, most: int | None) -> str:
    asked = ways.network
    ends = np.flatnonzero(ways.ends).tolist()
    statuses = sorted(asked.statuses) if asked.statuses is not None else None
    told_question = repr((asked.digest, statuses, ways.starts.tolist(), ends, most, ways.folded))
    return hashlib.sha256(told_question.encode()).hexdigest()[:12]


def cursor_of(ways: Ways, most: int | None, walk: Walk) -> str:
    """Return what goes on behind a route."""
    return ".".join([_question(ways, most), *(f"{code:x}" for code in (walk.start, *walk.steps))])


def place_of(ways: Ways, most: int | None, cursor: str) -> Walk:
    """Return the route behind which a cursor goes on.

    Raises:
        OptionError: it is that of another question, or none at all.
    """
    question, *codes = cursor.split(".")
    digits = set("0123456789abcdef")
    if question != _question(ways, most) or len(codes) < 2 or any(
        not code or len(code) > 8 or set(code) - digits for code in codes
    ):  # fmt: skip
        raise OptionError(Problem("VG561", values={"value": cursor[:40]}))
    start, *steps = (int(code, 16) for code in codes)
    return Walk(start, tuple(steps))
