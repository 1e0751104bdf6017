"""How well what routes pass by is known: from refuted to observed, link by link."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.evaluating.framework import Framework
from valuegraph.analysis.networks.columns import (
    CONFIDENCE,
    NONE,
    STATUS,
    Small,
)
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.problems import Bilingual

LEVELS = ("refuted", "disputed", "assumed", "plausible", "observed")
"""From the weakest to the best."""

LEVEL_WORDS = {
    "refuted": Bilingual("écarté", "refuted"),
    "disputed": Bilingual("contesté", "disputed"),
    "assumed": Bilingual("supposé", "assumed"),
    "plausible": Bilingual("plausible", "plausible"),
    "observed": Bilingual("observé", "observed"),
}

_REFUTED, _DISPUTED, _ASSUMED, _PLAUSIBLE, _OBSERVED = range(len(LEVELS))
_KNOWN = {STATUS["refuted"]: _REFUTED, STATUS["disputed"]: _DISPUTED}


def levels_of_links(asked: Network, framework: Framework) -> Small:
    """Return for each link how well it is known, as a place in :data:`LEVELS`.

    Refuted and disputed links are what their status says. A link said to be observed, or one
    without a status that an indicator with data measures, is observed, unless little confidence
    is put in it: then it is plausible. Any other is plausible where evidence is noted or where
    confidence is put in it, and else assumed.
    """
    links = asked.links
    supported = _with_evidence(asked)
    seen = _with_data(asked, framework)
    is_low = links.confidence == CONFIDENCE["low"]
    trusted = np.isin(links.confidence, [CONFIDENCE["medium"], CONFIDENCE["high"]])
    level: Small = np.full(len(links), _ASSUMED, dtype=np.int8)
    level[(supported & ~is_low) | trusted] = _PLAUSIBLE
    observed = (links.status == STATUS["observed"]) | (seen & (links.status == STATUS[""]))
    level[observed] = _OBSERVED
    level[observed & is_low] = _PLAUSIBLE
    for status, place in _KNOWN.items():
        level[links.status == status] = place
    return level


def levels_of_parts(asked: Network) -> Small:
    """Return for each part how far its own status lets what passes it be known.

    A part without a status is no claim: it weakens nothing.
    """
    level: Small = np.full(asked.count, _OBSERVED, dtype=np.int8)
    level[np.isin(asked.parts.status, [STATUS["planned"], STATUS["hypothesis"]])] = _ASSUMED
    for status, place in _KNOWN.items():
        level[asked.parts.status == status] = place
    return level


def levels_of_arcs(asked: Network, links: Small, parts: Small) -> Small:
    """Return for each forward arc the weakest of its link, its ends and the modality it crosses.

    What the chain's own rule joins, and no link, is assumed.
    """
    forward = asked.forward
    level: Small = np.minimum(parts[forward.start], parts[forward.end])
    crossed = forward.cell != NONE
    level[crossed] = np.minimum(level[crossed], parts[forward.cell[crossed]])
    told = forward.link != NONE
    level[told] = np.minimum(level[told], links[forward.link[told]])
    level[~told] = np.minimum(level[~told], _ASSUMED)
    return level


def _with_evidence(asked: Network) -> npt.NDArray[np.bool_]:
    """Return for each link whether evidence is noted; tables tell none."""
    found = np.zeros(len(asked.links), dtype=np.bool_)
    if asked.source.described() is not None:
        for code in range(len(found)):
            link: Any = asked.source.link(code)
            found[code] = link is not None and bool(link.evidence)
    return found


def _with_data(asked: Network, framework: Framework) -> npt.NDArray[np.bool_]:
    """Return for each link whether an indicator that has an observation measures it."""
    seen = {item for item, by in framework.measures.items() if framework.with_data(by)}
    if not seen:
        return np.zeros(len(asked.links), dtype=np.bool_)
    ids = [asked.link_id(code) in seen for code in range(len(asked.links))]
    return np.array(ids, dtype=np.bool_)
