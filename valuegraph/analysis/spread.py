"""Spread: the mirror of shares, from each origin along the arrows to what nothing follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Literal

from valuegraph.analysis.network import Asked
from valuegraph.analysis.networks.columns import Numbers
from valuegraph.analysis.shares import Basis
from valuegraph.analysis.sharing.asked import Question, asked, circular_note, hypothesis_notes
from valuegraph.analysis.sharing.portions import (
    Portions,
    named_circular,
    special_names,
    with_circular,
)
from valuegraph.analysis.sharing.share_result import ShareResult
from valuegraph.analysis.sharing.shared_walk import above_nothing
from valuegraph.problems import Bilingual, Problem

_SENTENCE = Bilingual("En suivant les flèches depuis {whole}, on arrive à : {shares}.",
                      "Following the arrows from {whole}, we come to: {shares}.")  # fmt: skip
_MORE = Bilingual("autres points de départ sont dans la table", "more beginnings are in the table")


@dataclass(frozen=True, eq=False)
class Spread(ShareResult):
    """For each origin, where it leads to in the end, and how much; each origin adds up to 1.

    Attributes:
        top: how many ends of each origin are told apart; ``None`` for all.
    """

    name: ClassVar[str] = "spread"
    whole_column: ClassVar[str] = "origin"

    top: int | None
    _circular: Numbers = field(repr=False)
    _question: Question = field(repr=False)

    @cached_property
    def portions(self) -> Portions:
        """The shares above 0, the largest first, and what is circular."""
        return with_circular(self._held.rows, self._circular, top=self.top)

    @property
    def circular(self) -> Mapping[str, float]:
        """For each origin, what ends in closed loops that lead nowhere, if anything does."""
        return named_circular(self.keys(), self._circular)

    def details(self) -> dict[str, Any]:
        """Return what JSON tells beside the rows."""
        return {"top": self.top, "circular": dict(self.circular)}

    def sentences(self, language: str) -> list[str]:
        """Return where each origin leads to."""
        special = special_names()

        def sentence(row: int) -> str:
            whole = self.network.name(self.wholes[row]).text(language)
            told = self.told(row, special, language)
            return _SENTENCE.text(language).format(whole=whole, shares=told)

        return self.each(sentence, _MORE, language)

    def own_limits(self) -> Iterable[Problem]:
        """Return what the answer supposes and leaves out."""
        yield from self.notes
        yield from circular_note(self.network, self.wholes, self.circular)
        yield from hypothesis_notes(self._question)
        if self.top is not None:
            yield Problem("VG509", values={"top": self.top})


def spread(
    chain: Asked,
    *,
    of: object = None,
    basis: Basis = "equal",
    unknown: Literal["error", "equal"] = "error",
    status: str | Iterable[str] | None = None,
    top: int | None = None,
) -> Spread:
    """Return where each origin leads to: follow the arrows and share out at each step.

    Args:
        chain: a chain, or its network.
        of: the resources asked about, or activities, supports and outputs; all origins by
            default.
        basis: how a part is cut: ``"equal"`` between families (what comes after an activity,
            what it gives), then what follows, then modalities; ``"links"``, ``"strength"`` or
            ``"amount"`` as in :func:`valuegraph.analysis.shares.shares`.
        unknown: whether an unknown strength or amount is refused, or the part cut equally.
        status: statuses to keep; all but refuted by default.
        top: tell so many ends of each origin apart, and the others as one row, ``rest``.

    Returns:
        Shares above 0 of the parts that nothing follows; each origin adds up to 1 with
        ``circular``. An origin that nothing follows has no row. Links that hinder are left
        out. It is a reading of the diagram, not a measurement of the impact.

    Raises:
        UnknownPartError: ``of`` names nothing.
        ChainError: a strength or an amount is unknown, or ``of`` is of another kind.
        UnitError: amounts are in units that do not compare.
        OptionError: an option has a value that does not exist.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> garden = chain.add_activity("Gardening", uses=[chain.add_resource("Soil")])
        >>> bonds, food = (chain.add_impact(name, of=[garden]) for name in ("Bonds", "Food"))
        >>> dict(spread(chain)["soil"])
        {'bonds': 0.5, 'food': 0.5}
    """
    above_nothing("top", top)
    question = asked(chain, of=of, basis=basis, unknown=unknown, supports="accompany",
                     status=status, downstream=True)  # fmt: skip
    held, circular = question.ends()
    return Spread(question.network, basis, question.of, "end", question.notes, held, top, circular,
                  question)  # fmt: skip
