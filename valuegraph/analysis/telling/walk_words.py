"""A walk in words: *« A » alimente « B », qui renouvelle « A »*, in French and English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from valuegraph.analysis.networks.columns import LINK_KIND_CODES
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.model.link import LINK_KINDS
from valuegraph.problems import Bilingual

_MOST_STEPS = 8


class Move(NamedTuple):
    """One step of a walk: the kind of its link and the part it leads to, as codes."""

    kind: int
    end: int


def in_words(network: Network, start: int, moves: Sequence[Move]) -> Bilingual:
    """Return a walk as one sentence; of a long one, the first steps and the last.

    Args:
        network: what the walk belongs to.
        start: the code of the part it begins at.
        moves: its steps.
    """
    skips = len(moves) > _MOST_STEPS
    told = [*moves[: _MOST_STEPS - 1], moves[-1]] if skips else list(moves)
    french, english = network.name(start)
    for number, move in enumerate(told):
        verb, end = LINK_KINDS[LINK_KIND_CODES[move.kind]].verb, network.name(move.end)
        leaps = skips and number == len(told) - 1
        french += (", … qui" if leaps else ", qui" if number else "") + f" {verb.fr} {end.fr}"
        english += ", … which" if leaps else ", which" if number else ""
        english += f" {verb.en} {end.en}"
    return Bilingual(french, english)
