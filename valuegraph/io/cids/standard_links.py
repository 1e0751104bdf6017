"""Which properties of the standard say which of our links, in both directions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Said(NamedTuple):
    """One property that says a link.

    Attributes:
        predicate: its prefixed name.
        from_start: whether it stands at the start of our link, and not at its end.
        starts, ends: the kinds of part at the start and at the end of our link.
    """

    predicate: str
    from_start: bool
    starts: frozenset[str]
    ends: frozenset[str]


def _said(predicate: str, direction: str, starts: str, ends: str) -> Said:
    return Said(predicate, direction == ">", frozenset(starts.split()), frozenset(ends.split()))


LINKS_SAID: Mapping[str, tuple[Said, ...]] = {
    "feeds": (
        _said("cids:inputFor", ">", "resource", "activity"),
        _said("cids:hasInput", "<", "resource", "activity"),
    ),
    "produces": (
        _said("cids:hasOutput", ">", "activity", "output"),
        _said("org:forActivity", "<", "activity", "output"),
    ),
    "contributes": (_said("cids:canProduce", ">", "activity support output impact", "impact"),),
    "reinforces": (_said("cids:canEnable", ">", "impact", "activity support"),),
    "provides": (
        _said("cids:contributes", ">", "actor", "resource"),
        _said("cids:hasContributingStakeholder", "<", "actor", "resource"),
    ),
    "carries": (_said("cids:performs", ">", "actor", "activity support"),),
    "takes_part": (_said("cids:hasContributingStakeholder", "<", "actor", "activity support"),),
    "benefits": (
        _said("cids:benefitsFrom", "<", "impact", "actor"),
        _said("cids:hasBeneficialStakeholder", ">", "activity support", "actor"),
    ),
}
"""Kind of link -> the properties that say it."""

ALSO_CONTRIBUTES = frozenset({"funds", "governs"})
"""Kinds of link of an actor that make it a contributing stakeholder, with those above."""
