"""Decomposition: the tree of what leads to one impact, down to a cut-off, with an exact rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Literal

import numpy as np

from valuegraph.analysis.budget import TimeBudget, budget_of
from valuegraph.analysis.decomposing.steps import no_tree, steps_of_shares, steps_of_strengths
from valuegraph.analysis.decomposing.tree import Tree, grown
from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.networks.columns import NONE, Arcs, Flags
from valuegraph.analysis.result import BASES, Column, Result
from valuegraph.analysis.selection import selected_parts
from valuegraph.analysis.sharing.asked import OF_KINDS, Question, asked, hypothesis_notes
from valuegraph.analysis.sharing.shared_walk import above_nothing, one_of
from valuegraph.analysis.telling.figures import percent
from valuegraph.analysis.telling.walk_words import Move, in_words
from valuegraph.errors import ChainError, OptionError
from valuegraph.problems import Bilingual, Problem

__all__ = ["Branch", "Decomposition", "decomposition"]

TreeBasis = Literal["equal", "links", "strength", "amount", "raw"]

RAW = "raw"
_RAW_CAPTION = Bilingual(
    "Produit des forces le long des chemins : ce n’est ni une part, ni une mesure de l’impact.",
    "The product of the strengths along the ways: neither a share nor a measurement of the impact.",
)
_COVERED = Bilingual(
    "Vers {whole}, {count} façons d’y arriver sont dites jusqu’au bout : {covered}.",
    "Towards {whole}, {count} ways are told to their end: {covered}.",
)
_REST = Bilingual("Le reste, {rest}, n’est pas détaillé.", "The rest, {rest}, is not detailed.")
_NOTHING = Bilingual("Rien ne mène à {whole}.", "Nothing leads to {whole}.")
_LARGEST = Bilingual("Les plus grandes : {branches}.", "The largest: {branches}.")
_BRANCHES_TOLD = 3


@dataclass(frozen=True)
class Branch:
    """One node of a tree: a walk back from the whole.

    Attributes:
        node, parent: its row, and that of the node before; -1 for the root.
        depth: how many links it has.
        part: the id of the part it has come to.
        link: the id of the last link; empty for the root and for the chain's own rule.
        modality: the id of the modality that this link crosses, if any.
        circuit: the code of the circuit it crosses, if any.
        share: what all walks that begin like this hold.
        cut: what of it lies in branches that are not in the tree.
        ends: ``origin`` or ``circular`` where the walk ends; else empty.
    """

    node: int
    parent: int
    depth: int
    part: str
    link: str
    modality: str
    circuit: str
    share: float
    cut: float
    ends: str


@dataclass(frozen=True, eq=False)
class Decomposition(Result):
    """The tree of what leads to one impact, as columns; the largest branches first.

    Attributes:
        whole: the code of the impact.
        tree: a row a node.
        total: what all walks hold: 1 for shares.
        coverage: what those hold that are told to their end.
        remainder: what is cut; ``coverage`` and ``remainder`` add up to ``total``.
        cutoff: the part of the whole below which a branch is cut.
        limit: the most nodes.
        truncated: whether ``limit`` or the time cut branches above the cut-off.
        notes: what the answer supposes and leaves out.
    """

    name: ClassVar[str] = "decomposition"

    whole: int
    tree: Tree = field(repr=False)
    total: float
    coverage: float
    remainder: float
    cutoff: float
    limit: int
    truncated: bool
    notes: tuple[Problem, ...]
    _arcs: Arcs = field(repr=False)
    _circular: Flags = field(repr=False)
    _question: Question | None = field(repr=False)
    _time: TimeBudget = field(repr=False)

    @property
    def caption(self) -> Bilingual:
        """What stands under the tree: what its numbers are not."""
        return _RAW_CAPTION if self.basis == RAW else super().caption

    def __len__(self) -> int:
        return len(self.tree)

    def __iter__(self) -> Iterator[Branch]:
        return (self[node] for node in range(len(self)))

    def __getitem__(self, node: int) -> Branch:
        """Return one node; the root is the first.

        Raises:
            IndexError: there is no such node.
        """
        at = range(len(self))[node]
        tree, arcs, step = self.tree, self._arcs, int(self.tree.step[at])
        crossed = [int(column[step]) if step != NONE else NONE
                   for column in (arcs.link, arcs.cell, arcs.circuit)]  # fmt: skip
        return Branch(
            at,
            int(tree.parent[at]),
            int(tree.depth[at]),
            self.network.id(tree.part[at]),
            self.network.link_id(crossed[0]),
            self.network.id(crossed[1]) if crossed[1] != NONE else "",
            self.network.circuits[crossed[2]] if crossed[2] != NONE else "",
            float(tree.value[at]),
            float(tree.cut[at]),
            self._end(at),
        )

    def children(self, node: int) -> tuple[int, ...]:
        """Return the nodes that grow from a node, the largest first."""
        return tuple(np.flatnonzero(self.tree.parent == range(len(self))[node]).tolist())

    def words(self, node: int) -> Bilingual:
        """Return the way from a node to the whole in words."""
        tree, kind = self.tree, self._arcs.kind
        start = int(tree.part[range(len(self))[node]])
        moves = [Move(int(kind[tree.step[at]]), int(tree.part[tree.parent[at]]))
                 for at in self._steps_up(node)]  # fmt: skip
        return in_words(self.network, start, moves) if moves else self.network.name(start)

    def _end(self, node: int) -> str:
        if not self.tree.ends[node]:
            return ""
        return "circular" if self._circular[self.tree.part[node]] else "origin"

    def columns(self) -> dict[str, Column]:
        """Return one row a node."""
        rows = list(self)
        return {name.name: [getattr(row, name.name) for row in rows] for name in fields(Branch)}

    def details(self) -> dict[str, Any]:
        """Return what the tree covers."""
        names = ("total", "coverage", "remainder", "cutoff", "limit", "truncated")
        return {"of": self.network.id(self.whole)} | {name: getattr(self, name) for name in names}

    def own_limits(self) -> Iterable[Problem]:
        """Return what the answer supposes and leaves out."""
        yield from self.notes
        if self._time.is_spent and self.truncated:
            yield self._time.note(len(self))
        elif self.truncated:
            yield Problem("VG582", values={"limit": self.limit})
        if self._question is not None:
            yield from hypothesis_notes(self._question)

    def sentences(self, language: str) -> list[str]:
        """Return how much is told to the end, and the largest ways."""
        whole = self.network.name(self.whole).text(language)
        if not len(self):
            return [_NOTHING.text(language).format(whole=whole)]
        ended = np.flatnonzero(self.tree.ends)
        covered = self._told(self.coverage, language)
        told = [_COVERED.text(language).format(whole=whole, count=len(ended), covered=covered)]
        if self.tree.cut.any():
            told.append(_REST.text(language).format(rest=self._told(self.remainder, language)))
        branches = [self._way(node, language) for node in ended[:_BRANCHES_TOLD].tolist()]
        if branches:
            apart = " ; " if language == "fr" else "; "
            told.append(_LARGEST.text(language).format(branches=apart.join(branches)))
        return told

    def _way(self, node: int, language: str) -> str:
        """Return a way in words, with the modalities it crosses and what it holds."""
        crossed = [self._arcs.cell[self.tree.step[at]] for at in self._steps_up(node)]
        words = [self.network.name(cell).text(language) for cell in crossed if cell != NONE]
        words.append(self._told(self.tree.value[node], language))
        return f"{self.words(node).text(language)} ({', '.join(words)})"

    def _steps_up(self, node: int) -> Iterator[int]:
        """Yield the nodes from one up to the root, which is left out."""
        at = range(len(self))[node]
        while self.tree.parent[at] != NONE:
            yield at
            at = int(self.tree.parent[at])

    def _told(self, value: float, language: str) -> str:
        if self.basis != RAW:
            return percent(value, language)
        text = f"{value:.4g}"
        return text.replace(".", ",") if language == "fr" else text


def decomposition(
    chain: Asked,
    *,
    of: object,
    basis: TreeBasis = "equal",
    cutoff: float = 0.01,
    limit: int = 10000,
    time_budget: float | TimeBudget | None = None,
    unknown: Literal["error", "equal"] = "error",
    supports: Literal["accompany", "share"] = "accompany",
    status: str | Iterable[str] | None = None,
) -> Decomposition:
    """Return the tree of what leads to one impact: every way back, down to a cut-off.

    Args:
        chain: a chain, or its network.
        of: the impact, or a margin, an output or an activity.
        basis: as in :func:`valuegraph.analysis.shares.shares`; or ``"raw"`` to multiply the
            strengths along each way, below 0 where a link hinders, and share nothing.
        cutoff: the part of the whole, above 0 and at most 1, below which a branch is cut.
        limit: the most nodes, at least 1; the largest are kept.
        time_budget: seconds after which the tree stops growing; what is left is cut.
        unknown, supports, status: as in :func:`valuegraph.analysis.shares.shares`; with
            ``"raw"`` only ``status`` counts.

    Returns:
        What is told to the end (``coverage``) and what is cut (``remainder``) add up to the
        whole. No branch above the cut-off is left out unless it says ``truncated``.

    Raises:
        UnknownPartError: ``of`` names nothing.
        ChainError: ``of`` is not one impact, a value is unknown, or strengths add up without
            end along a loop.
        UnitError: amounts are in units that do not compare.
        OptionError: an option has a value that does not exist.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> soil, time = chain.add_resource("Soil"), chain.add_resource("Time")
        >>> garden = chain.add_activity("Gardening", uses=[soil, time])
        >>> bonds = chain.add_impact("Bonds", of=[garden])
        >>> found = decomposition(chain, of=bonds)
        >>> [(branch.depth, branch.part, branch.share) for branch in found]
        [(0, 'bonds', 1.0), (1, 'gardening', 1.0), (2, 'soil', 0.5), (2, 'time', 0.5)]
    """
    one_of("basis", basis, (*BASES, RAW))
    above_nothing("limit", limit)
    if not 0 < cutoff <= 1:
        raise OptionError(Problem("VG591", values={"value": cutoff}))
    net = network(chain, status=status)
    chosen = selected_parts(net, of, option="of", kinds=OF_KINDS)
    if len(chosen) != 1:
        problem = Problem("VG590", values={"count": len(chosen)})
        raise ChainError(problem, language=net.language)
    whole = int(chosen[0])
    question = None
    if basis == RAW:
        steps, arcs, circular, notes = steps_of_strengths(net, whole)
    else:
        question = asked(net, of=of, basis=basis, unknown=unknown, supports=supports, status=None)
        steps, arcs, circular = steps_of_shares(question)
        notes = question.notes
    leads = steps.rows.first[whole + 1] > steps.rows.first[whole]
    time = budget_of(time_budget)
    found = no_tree()
    if leads:
        found = grown(steps, whole, cutoff=cutoff, limit=limit, time=time)
    tree = found.tree
    return Decomposition(
        net, basis, whole, tree,
        float(steps.worth[whole]) if leads else 0.0,
        float(tree.value[tree.ends].sum()), float(tree.cut.sum()),
        cutoff, limit, found.truncated, notes, arcs, circular, question, time,
    )  # fmt: skip
