"""The kinds of part by their names."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.errors import ChainError
from valuegraph.model.activity import Circuit, Modality, PrimaryActivity, SupportActivity
from valuegraph.model.actor import Actor
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.impact import Impact, Margin, Output
from valuegraph.model.part import Part
from valuegraph.model.resource import Resource
from valuegraph.problems import Problem

PART_KINDS: Mapping[str, type[Part]] = {
    model.kind: model
    for model in (
        Actor, Resource, Circuit, SupportActivity, PrimaryActivity, Modality, Output, Impact,
        Margin, Question, Criterion, Indicator,
    )
}  # fmt: skip
"""Kind -> class."""


def part_class(kind: str) -> type[Part]:
    """Return the class of a kind of part.

    Raises:
        ChainError: there is no such kind.
    """
    if kind not in PART_KINDS:
        values = {"field": "kind", "value": kind, "allowed": list(PART_KINDS)}
        raise ChainError(Problem("VG221", values=values))
    return PART_KINDS[kind]
