"""What supports accompany: the share of an impact that passes through what they support."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from valuegraph.analysis.sharing.asked import Question
from valuegraph.analysis.sharing.portions import Held
from valuegraph.analysis.sharing.share_result import ShareResult
from valuegraph.analysis.telling.figures import listed, percent
from valuegraph.problems import Bilingual


@dataclass(frozen=True, eq=False)
class Accompanied(ShareResult):
    """For each impact and each support, the share that passes through what it supports.

    These shares overlap: two supports of one activity both accompany all that it carries.
    """

    name: ClassVar[str] = "accompanied"

    def by_support(self) -> Mapping[str, Mapping[str, float]]:
        """Return support -> impact -> share."""
        found: dict[str, dict[str, float]] = {}
        for impact in self:
            for support, share in self[impact].items():
                found.setdefault(support, {})[impact] = share
        return found

    def sentences(self, language: str) -> list[str]:
        """Return which support accompanies how much of which impact."""
        verb = Bilingual("accompagne", "accompanies").text(language)
        of = Bilingual("de", "of").text(language)
        ids = {part_id: code for code, part_id in enumerate(self.network.parts.id.tolist())}
        told = []
        for support, impacts in self.by_support().items():
            pieces = [
                f"{percent(share, language)} {of} {self.network.name(ids[impact]).text(language)}"
                for impact, share in impacts.items()
            ]
            name = self.network.name(ids[support]).text(language)
            told.append(f"{name} {verb} {listed(pieces, language)}.")
        return told


def accompanied(question: Question) -> Accompanied:
    """Return what each support accompanies of what is asked about.

    A support that accompanies nothing of it has no row.
    """
    network, arcs = question.network, question.network.accompanying
    no_step = np.zeros(len(question.cone.arcs), dtype=np.bool_)
    pieces = []
    for support in np.unique(arcs.start):
        activities = network.flag(arcs.end[arcs.start == support])
        met = question.meets(activities.astype(np.float64), no_step)
        rows = np.flatnonzero(met > 0)
        pieces.append((rows, np.full(len(rows), support), met[rows]))
    basis, notes = question.sharing.basis, question.notes
    return Accompanied(network, basis, question.of, "support", notes, Held(pieces))
