"""The steps that a decomposition follows: by shares, or by strengths as they are."""

from __future__ import annotations

import numpy as np

from valuegraph.analysis.decomposing.raw_strengths import raw_strengths
from valuegraph.analysis.decomposing.tree import Grown, Steps, Tree
from valuegraph.analysis.networks.columns import Arcs, Flags
from valuegraph.analysis.networks.order import grouped
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.sharing.asked import Question
from valuegraph.problems import Problem


def steps_of_shares(question: Question) -> tuple[Steps, Arcs, Flags]:
    """Return the steps of shares, the arc of each, and the parts of closed loops."""
    net, walk = question.network, question.sharing.walk
    rows, whole = grouped(walk.tail, net.count), np.ones(net.count)
    circular = np.zeros(net.count, dtype=np.bool_)
    if walk.order.is_looped:
        circular = walk.in_closed[walk.order.position]
    ends = circular | (np.diff(rows.first) == 0)
    steps = Steps(rows, walk.head, walk.chance, whole, whole, ends)
    return steps, question.sharing.arcs, circular


def steps_of_strengths(net: Network, whole: int) -> tuple[Steps, Arcs, Flags, tuple[Problem, ...]]:
    """Return the steps of strengths to one part, as for shares, and what is supposed."""
    raw = raw_strengths(net, whole)
    rows = grouped(raw.arcs.end, net.count)
    steps = Steps(rows, raw.arcs.start, raw.weight, raw.worth, raw.bound, net.origin)
    notes = raw.notes
    if not len(raw.arcs):
        values = {"parts": net.name(whole), "ids": [net.id(whole)]}
        notes = (*notes, Problem("VG501", values=values))
    return steps, raw.arcs, np.zeros(net.count, dtype=np.bool_), notes


def no_tree() -> Grown:
    """Return the tree of a part that nothing leads to."""
    codes, numbers = np.zeros(0, dtype=np.intp), np.zeros(0)
    return Grown(Tree(codes, codes, codes, codes, numbers, numbers, codes > 0), False)
