"""What a list of routes says of itself: what it leaves out, what it supposes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from valuegraph.analysis.networks.columns import SIGN
from valuegraph.analysis.route_finding.ways import Ways, undescribed_starts
from valuegraph.analysis.telling.figures import some
from valuegraph.problems import Bilingual, Problem


def limits_of(ways: Ways, shown: int, total: int | None, top: int | None) -> Iterable[Problem]:
    """Yield the notes that belong to a list of routes.

    Args:
        ways: the steps of all routes.
        shown: how many routes are listed.
        total: how many there are, if that is known.
        top: how many of the strongest were asked for, if that was.
    """
    network = ways.network
    ends = np.flatnonzero(ways.ends & network.living).tolist()
    reached = np.zeros(network.count, dtype=np.bool_)
    reached[ways.head] = True
    without = [network.name(end) for end in ends if not reached[end]]
    if without:
        yield Problem("VG521", values={"parts": some(without)})
    undescribed = undescribed_starts(ways)
    if len(undescribed):
        yield Problem("VG502", values={"parts": some([network.name(at) for at in undescribed])})
    if total is None or total > shown:
        unknown = Bilingual("un nombre inconnu", "an unknown number")
        yield Problem("VG520", values={"count": shown, "total": total or unknown})
    if ways.is_looped:
        yield Problem("VG522")
    links = np.unique(network.forward.link[ways.arc])
    links = links[links >= 0]
    hindering = links[network.links.sign[links] == SIGN["-"]]
    if len(hindering):
        names = [network.sentence(link) for link in hindering]
        yield Problem("VG523", values={"links": some(names)})
    if top is not None:
        yield Problem("VG524")


def how_many(number: int | None, least: int) -> Bilingual:
    """Return how many routes there are in words, or at least how many."""
    if number is None:
        return Bilingual(f"Il y a au moins {least} chemins.", f"There are at least {least} routes.")
    if not number:
        return Bilingual("Il n’y a aucun chemin.", "There is no route.")
    if number == 1:
        return Bilingual("Il y a un seul chemin.", "There is one route only.")
    return Bilingual(f"Il y a {number} chemins.", f"There are {number} routes.")
