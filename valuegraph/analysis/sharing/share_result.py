"""What answers in shares have in common: who holds how much of what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

import numpy as np

from valuegraph.analysis.networks.columns import PART_KINDS, Codes
from valuegraph.analysis.result import Column, Result
from valuegraph.analysis.sharing.portions import Held, Names, Portions, portions
from valuegraph.analysis.telling.figures import listed, percent
from valuegraph.problems import Bilingual, Problem

_WHOLES_TOLD = 5
_HOLDERS_TOLD = 4


@dataclass(frozen=True, eq=False)
class ShareResult(Result):
    """An answer in shares; ``answer[whole]`` is a mapping of holders to shares.

    Attributes:
        wholes: codes of the parts that shares are shares of, as listed.
        held_by: what holders are called: ``origin``, ``actor``, ``part``...
        notes: what the answer supposes and leaves out.
    """

    whole_column: ClassVar[str] = "impact"

    wholes: Codes
    held_by: str
    notes: tuple[Problem, ...]
    _held: Held = field(repr=False)

    @cached_property
    def portions(self) -> Portions:
        """The shares above 0, the largest first."""
        return portions(*self._held.rows)

    def keys(self) -> tuple[str, ...]:
        """Return the ids of what has a row, as listed."""
        return tuple(self._places)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {part_id: row for row, part_id in enumerate(self.network.ids(self.wholes))}

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.wholes)

    def __getitem__(self, whole: object) -> Mapping[str, float]:
        """Return who holds how much of one part, the largest share first.

        Raises:
            KeyError: the part has no row here.
        """
        row = self._places[str(getattr(whole, "id", whole))]
        return self.portions.of(row).mapping(self.holder_ids())

    def holder_ids(self) -> Names:
        """Return the ids of what can hold a share, by code."""
        return self.network.parts.id

    def holder_kinds(self) -> Names | None:
        """Return the kinds of what can hold a share, by code, if it has one."""
        return np.array(PART_KINDS, dtype=object)[self.network.parts.kind]

    def holder_name(self, code: int) -> Bilingual:
        """Return how a holder is called."""
        return self.network.name(code)

    def columns(self) -> dict[str, Column]:
        """Return whole, holder, the holder's kind, and share."""
        rows, kinds = self.portions, self.holder_kinds()
        return {
            self.whole_column: self.network.parts.id[self.wholes[rows.whole]],
            self.held_by: rows.named(self.holder_ids()),
            **({} if kinds is None else {"kind": rows.named(kinds)}),
            "share": rows.share,
        }

    def own_limits(self) -> Iterable[Problem]:
        """Return what the answer supposes and leaves out."""
        return self.notes

    def told(self, row: int, special: Mapping[int, Bilingual], language: str) -> str:
        """Return the largest shares of one whole in words."""
        mine = self.portions.of(row)
        pieces = []
        for holder, share in zip(mine.holder.tolist(), mine.share.tolist(), strict=True):
            name = special[holder] if holder < 0 else self.holder_name(holder)
            pieces.append(f"{name.text(language)} {percent(share, language)}")
        more = len(pieces) - _HOLDERS_TOLD
        if more > 1:
            rest = float(mine.share[_HOLDERS_TOLD:].sum())
            words = Bilingual(f"{more} autres {percent(rest, 'fr')}",
                              f"{more} others {percent(rest, 'en')}")  # fmt: skip
            pieces = [*pieces[:_HOLDERS_TOLD], words.text(language)]
        return listed(pieces, language)

    def each(self, sentence: Callable[[int], str], more: Bilingual, language: str) -> list[str]:
        """Return a sentence for each of the first wholes, and how many more there are."""
        rows = range(min(len(self.wholes), _WHOLES_TOLD))
        left = len(self.wholes) - len(rows)
        told = [sentence(row) for row in rows]
        return [*told, f"{left} {more.text(language)}."] if left else told
