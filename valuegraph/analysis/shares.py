"""Shares: back up the arrows from an impact, shared out at each step, to the resources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Literal

import numpy as np

from valuegraph.analysis.actors.providers import providers
from valuegraph.analysis.network import Asked
from valuegraph.analysis.networks.columns import PART_KIND, Ints, Numbers
from valuegraph.analysis.networks.order import spans
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.result import Column
from valuegraph.analysis.sharing.accompanied import Accompanied, accompanied
from valuegraph.analysis.sharing.asked import Question, asked, circular_note, hypothesis_notes
from valuegraph.analysis.sharing.portions import (
    NOBODY,
    Portions,
    ShareRows,
    named_circular,
    special_names,
    with_circular,
)
from valuegraph.analysis.sharing.share_result import ShareResult
from valuegraph.analysis.sharing.shared_walk import above_nothing, hindering, one_of
from valuegraph.analysis.telling.figures import some
from valuegraph.problems import Bilingual, Problem

Basis = Literal["equal", "links", "strength", "amount"]

_BEGINNING = Bilingual("En remontant les flèches depuis {whole}, on arrive à : {shares}.",
                       "Going back up the arrows from {whole}, we come to: {shares}.")  # fmt: skip
_ACTORS = Bilingual("Derrière {whole}, ceux qui fournissent : {shares}.",
                    "Behind {whole}, those who provide: {shares}.")  # fmt: skip
_MORE = Bilingual("autres impacts sont dans la table", "more impacts are in the table")


@dataclass(frozen=True, eq=False)
class Shares(ShareResult):
    """For each impact, what it starts from, and how much; each impact adds up to 1.

    Attributes:
        top: how many holders of each impact are told apart; ``None`` for all.
    """

    name: ClassVar[str] = "shares"

    top: int | None
    _circular: Numbers = field(repr=False)
    _question: Question = field(repr=False)

    @cached_property
    def portions(self) -> Portions:
        """The shares above 0, the largest first, and what is circular."""
        rows = self._held.rows
        if self.held_by == "actor":
            rows = _handed_on(self.network, *rows)
        return with_circular(rows, self._circular, top=self.top)

    @property
    def circular(self) -> Mapping[str, float]:
        """For each impact, what ends in closed loops without origin, if anything does."""
        return named_circular(self.keys(), self._circular)

    @property
    def by(self) -> str:
        """``origins`` or ``actors``."""
        return f"{self.held_by}s"

    @cached_property
    def accompanied(self) -> Accompanied:
        """For each impact and support, the share that passes through what it supports."""
        return accompanied(self._question)

    @cached_property
    def hindered_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each impact, the ids of the links upstream of it that hinder, if any."""
        network = self.network
        negative = hindering(network)
        found = {}
        for impact in self._question.every if negative.any() else ():
            met = negative & network.upstream(np.array([impact]))[network.forward.end]
            links = dict.fromkeys(network.forward.link[met].tolist())
            if links:
                found[network.id(impact)] = tuple(network.link_id(link) for link in links)
        return found

    def columns(self) -> dict[str, Column]:
        """Return impact, holder, its kind, and share; of an origin, whether it is described."""
        columns = super().columns()
        if self.held_by == "origin":
            held = self.portions.holder
            unfed = ~self.network.origin & (self.network.parts.kind != PART_KIND["support"])
            columns["undescribed"] = (held >= 0) & (self.network.undescribed | unfed)[held]
        return columns

    def details(self) -> dict[str, Any]:
        """Return what JSON tells beside the rows."""
        return {
            "by": self.by,
            "top": self.top,
            "circular": dict(self.circular),
            "accompanied": {
                support: dict(impacts) for support, impacts in self.accompanied.by_support().items()
            },
            "hindered_by": {impact: list(links) for impact, links in self.hindered_by.items()},
        }

    def sentences(self, language: str) -> list[str]:
        """Return the largest shares of each impact, and what supports accompany."""
        template = (_ACTORS if self.held_by == "actor" else _BEGINNING).text(language)
        special = special_names()

        def sentence(row: int) -> str:
            whole = self.network.name(self.wholes[row]).text(language)
            return template.format(whole=whole, shares=self.told(row, special, language))

        return [*self.each(sentence, _MORE, language), *self.accompanied.sentences(language)]

    def own_limits(self) -> Iterable[Problem]:
        """Return what the answer supposes and leaves out."""
        network = self.network
        yield from self.notes
        origins = np.unique(self._held.rows[1])
        yield from _undescribed(network, origins)
        if self.held_by == "actor":
            yield from _provider_notes(network, origins)
        yield from circular_note(network, self.wholes, self.circular)
        if self.hindered_by:
            links = dict.fromkeys(link for ids in self.hindered_by.values() for link in ids)
            codes = dict.fromkeys(network.forward.link[hindering(network)].tolist())
            named = [network.sentence(link) for link in codes if network.link_id(link) in links]
            yield Problem("VG508", values={"links": some(named), "ids": list(links)})
        yield from hypothesis_notes(self._question)
        if self.top is not None:
            yield Problem("VG509", values={"top": self.top})


def shares(
    chain: Asked,
    *,
    of: object = None,
    by: Literal["origins", "actors"] = "origins",
    basis: Basis = "equal",
    unknown: Literal["error", "equal"] = "error",
    supports: Literal["accompany", "share"] = "accompany",
    status: str | Iterable[str] | None = None,
    top: int | None = None,
) -> Shares:
    """Return what each impact starts from: go back up the arrows and share out at each step.

    Args:
        chain: a chain, or its network.
        of: the impacts asked about, or activities and outputs; all impacts and the margin by
            default.
        by: ``"origins"`` for resources (and parts whose beginning is not described), or
            ``"actors"`` for those who provide them.
        basis: how a part is cut: ``"equal"`` between families, contributors and modalities,
            so that describing in more detail moves no share; ``"links"`` for every link and
            modality the same; ``"strength"`` or ``"amount"`` in proportion.
        unknown: for the last two, whether an unknown value is refused, or the part concerned
            cut equally.
        supports: ``"share"`` to put support activities in the pot.
        status: statuses to keep; all but refuted by default.
        top: tell so many holders of each impact apart, and the others as one row, ``rest``.

    Returns:
        Shares above 0; each impact adds up to 1 with ``circular``, what ends in closed loops.
        An impact nothing leads to has no row. Links that hinder are in ``hindered_by`` and
        never in a share. It is a reading of the diagram, not a measurement of the impact.

    Raises:
        UnknownPartError: ``of`` names nothing.
        ChainError: a strength or an amount is unknown, or ``of`` is no impact.
        UnitError: amounts are in units that do not compare.
        OptionError: an option has a value that does not exist.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> soil, time = chain.add_resource("Soil"), chain.add_resource("Time")
        >>> garden = chain.add_activity("Gardening", uses=[soil, time])
        >>> bonds = chain.add_impact("Bonds", of=[garden])
        >>> dict(shares(chain)["bonds"])
        {'soil': 0.5, 'time': 0.5}
    """
    one_of("by", by, ("origins", "actors"))
    above_nothing("top", top)
    question = asked(chain, of=of, basis=basis, unknown=unknown, supports=supports, status=status)
    held, circular = question.ends()
    return Shares(question.network, basis, question.of, by[:-1], question.notes, held, top,
                  circular, question)  # fmt: skip


def _handed_on(network: Network, whole: Ints, origin: Ints, share: Numbers) -> ShareRows:
    """Hand the share of each origin to those who provide it; the rest is nobody's."""
    known = providers(network)
    many = known.rows.first[origin + 1] - known.rows.first[origin]
    entry = spans(known.rows, origin)
    parts = np.repeat(share, many) * known.part[entry]
    key = np.repeat(whole, many) * network.count + known.actor[entry]
    keys, which = np.unique(key, return_inverse=True)
    held = np.bincount(which, weights=parts, minlength=len(keys))
    alone = many == 0
    left = np.bincount(whole[alone], weights=share[alone])
    nobody = np.flatnonzero(left)
    return (
        np.append(keys // network.count, nobody),
        np.append(keys % network.count, np.full(len(nobody), NOBODY)),
        np.append(held, left[nobody]),
    )


def _undescribed(network: Network, origins: Ints) -> list[Problem]:
    """Return the origins that are neither resources nor supports put in the pot."""
    kind = network.parts.kind[origins]
    unsaid = origins[(kind != PART_KIND["resource"]) & (kind != PART_KIND["support"])]
    if not len(unsaid):
        return []
    names = some([network.name(part) for part in unsaid])
    return [Problem("VG502", values={"parts": names, "ids": network.ids(unsaid)})]


def _provider_notes(network: Network, origins: Ints) -> list[Problem]:
    known = providers(network)
    alone = origins[known.rows.first[origins + 1] == known.rows.first[origins]]
    uneven = origins[known.uneven[origins]]
    return [
        Problem(code, values={"parts": some([network.name(part) for part in parts]),
                              "ids": network.ids(parts)})
        for code, parts in (("VG510", alone), ("VG511", uneven))
        if len(parts)
    ]  # fmt: skip
