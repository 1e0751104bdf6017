"""The way in: a chain, or two tables, compiled once into a network."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from valuegraph.analysis.networks.chain_source import ChainSource
from valuegraph.analysis.networks.columns import PART_KIND, STATUS, Flags
from valuegraph.analysis.networks.snapshot import Network, leads_on
from valuegraph.analysis.networks.source import Source
from valuegraph.analysis.networks.statuses import living_parts, statuses_of
from valuegraph.analysis.networks.table_columns import read_tables
from valuegraph.analysis.networks.table_reading import Table
from valuegraph.analysis.networks.table_source import TableSource
from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow
from valuegraph.problems import Problem

__all__ = ["Asked", "Network", "network"]

Asked = ValueChain | Network
"""What an analysis is put to."""

_LOCK = threading.Lock()
_NETWORKS: dict[int, tuple[weakref.ref[ValueChain], int, Network]] = {}
"""For each chain that is alive, its revision and the network of that revision."""


def network(
    chain: Asked | None = None,
    *,
    parts: Table | None = None,
    links: Table | None = None,
    language: str = "fr",
    status: str | Iterable[str] | None = None,
) -> Network:
    """Return a chain, or two tables, as the network that every analysis works on.

    A chain is compiled once for each of its revisions; the network never changes and may be
    used by several threads.

    Args:
        chain: a chain; a network is given back (with the statuses asked for).
        parts: instead of a chain, a table with a row a part: ``id``, ``kind``, and if wanted
            ``name``, ``status``; a modality also has ``activity``, ``circuit``, ``way`` and,
            as lists, ``resources`` or ``to``; an ``amount`` has a ``unit``. What else the tables
            of :func:`valuegraph.to_frames` hold (the chain, circuits, the evaluation)
            is passed over. Columns coded as categories are read as they are coded.
        links: with ``parts``, a table with a row a link: ``start``, ``end``, ``kind``, and if
            wanted ``id``, ``strength`` in (0, 1], ``amount`` and ``unit``, ``circuit``,
            ``status``, ``sign``, ``confidence``, ``essential``. Missing values are unknown.
        language: of the names in the tables.
        status: the statuses to keep; parts and links without one are kept. All but refuted by
            default.

    Returns:
        What is left out has a code and no arcs. Origins are those of the whole chain.

    Raises:
        ChainError: the tables hold something that cannot be part of a chain; every kind of
            complaint comes at once.
        OptionError: there is no such status, neither a chain nor both tables are given, or
            something was taken away from the network before the statuses were asked for.
    """
    statuses = statuses_of(status)
    if isinstance(chain, Network):
        whole = chain
    elif chain is not None:
        whole = _of_chain(chain)
    else:
        told = read_tables(parts, links, language=language)
        whole = compiled(TableSource(told, language=language), None)
    if status is None or statuses == whole.statuses:
        return whole
    if whole.is_cut:
        raise OptionError(Problem("VG578"), language=whole.language)
    return whole.remember(("statuses", statuses), lambda: compiled(whole.source, statuses))


def _of_chain(chain: ValueChain) -> Network:
    key = id(chain)
    with _LOCK:
        known = _NETWORKS.get(key)
    if known is not None and known[0]() is chain and known[1] == chain.revision:
        return known[2]
    revision = chain.revision
    made = compiled(ChainSource(chain.copy()), None)
    with _LOCK:
        _NETWORKS[key] = (weakref.ref(chain, lambda _: _NETWORKS.pop(key, None)), revision, made)
    return made


def compiled(source: Source, statuses: frozenset[str] | None) -> Network:
    """Return the network of a source, keeping parts and links of some statuses only.

    Args:
        source: a chain or two tables, as columns.
        statuses: what to keep beside parts and links without a status; ``None`` for all but
            refuted.
    """
    whole = _whole(source, refuted=statuses is not None and "refuted" in statuses)
    if statuses is None:
        return whole
    part_ok, link_ok = _kept(source, statuses)
    flows = source.arcs(part_ok, link_ok)
    forward = flows[Flow.FORWARD]
    alive = leads_on(forward, whole.origin & part_ok, whole.rootless & part_ok)
    return replace(
        whole,
        living=part_ok,
        kept=link_ok,
        forward=forward.taken(alive[forward.start]),
        returning=flows[Flow.RETURN],
        accompanying=flows[Flow.ACCOMPANIES],
        origin=whole.origin & part_ok,
        statuses=statuses,
        whole=whole,
        _memory={},
    )


def _whole(source: Source, *, refuted: bool) -> Network:
    every = frozenset(STATUS) - {""}
    part_ok, link_ok = _kept(source, every if refuted else every - {"refuted"})
    flows = source.arcs(part_ok, link_ok)
    forward = flows[Flow.FORWARD]
    count = len(source.parts)
    leaves, enters = np.zeros(count, dtype=np.bool_), np.zeros(count, dtype=np.bool_)
    leaves[forward.start] = True
    enters[forward.end] = True
    resource = source.parts.kind == PART_KIND["resource"]
    origin = part_ok & (resource | (leaves & ~enters))
    return Network(
        source,
        source.parts,
        source.links,
        part_ok,
        link_ok,
        forward,
        flows[Flow.RETURN],
        flows[Flow.ACCOMPANIES],
        origin,
        None,
    )


def _kept(source: Source, statuses: frozenset[str]) -> tuple[Flags, Flags]:
    return living_parts(source.parts, source.links, statuses)
