"""Routes given as words: ``routes:start>end`` for all of them, ``route:start>end`` for one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from valuegraph.analysis.network import network as network_of
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.route_finding.route import Route
from valuegraph.analysis.routes import routes
from valuegraph.errors import ChainError
from valuegraph.model.chain import ValueChain
from valuegraph.model.words import fold
from valuegraph.problems import Problem

_WORDS = {"route": True, "chemin": True, "routes": False, "chemins": False}
_ARROW = re.compile(r"\s*(?:->|→|>)\s*")


@dataclass(frozen=True, slots=True)
class AskedRoutes:
    """Routes that were asked for in words; ``how`` names the sentence that tells a single one."""

    routes: tuple[Route, ...]
    is_complete: bool
    how: str = ""


def asked_routes(chain: ValueChain, reference: object) -> AskedRoutes | None:
    """Return the routes that a reference asks for, folded; nothing if it asks for none.

    ``route:`` gives the strongest where all strengths are known, else the shortest. An empty
    start means all origins, an empty end all impacts.

    Raises:
        UnknownPartError: an end is not known.
        ChainError: no route leads from the one to the other, or an end is missing.
    """
    word, colon, ends = str(reference).partition(":") if isinstance(reference, str) else ("",) * 3
    if not colon or fold(word) not in _WORDS:
        return None
    start, *end = _ARROW.split(ends.strip(), maxsplit=1)
    if not end:
        problem = Problem("VG461", values={"value": str(reference)})
        raise ChainError(problem, language=chain.language)
    first, last = start or None, end[0] or None
    network = network_of(chain)
    listed = routes(network, start=first, end=last)
    if not listed.at_least:
        raise ChainError(Problem("VG460"), language=chain.language)
    if not _WORDS[fold(word)]:
        folded = listed.folded()
        return AskedRoutes(folded.routes, folded.is_complete)
    try:
        strongest = routes(network, start=first, end=last, top=1).folded()
        return AskedRoutes(strongest.routes[:1], True, "in focus: the strongest")
    except ChainError:  # a strength is unknown: the question itself was fine
        return AskedRoutes((_shortest(network, first, last),), True, "in focus: the shortest")


def _shortest(network: Network, start: str | None, end: str | None) -> Route:
    """Return the first of the routes with the fewest links; there is at least one."""
    most = 1
    while True:
        found = routes(network, start=start, end=end, max_links=most, limit=1).folded()
        if found.routes:
            return found.routes[0]
        most += 1
