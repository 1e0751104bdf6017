"""Shares in long form: who holds how much of what, with what no part holds in rows apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import Columns, Flags, Ints, Numbers
from valuegraph.problems import Bilingual

CIRCULAR, NOBODY, REST = -2, -3, -4
"""Holders that are no part: closed loops, nobody or no circuit, and what ``top`` left out."""

Names = npt.NDArray[Any]
"""A name for each code."""

ShareRows: TypeAlias = tuple[Ints, Ints, Numbers]
"""Wholes, holders and shares, in any order."""

SPECIAL = {CIRCULAR: "circular", NOBODY: "none", REST: "rest"}

_SAME = 12
"""Shares that agree in so many digits are equal when rows are put in order."""


@dataclass(frozen=True, eq=False)
class Portions(Columns):
    """Shares above 0, by whole, the largest first.

    Attributes:
        whole: for each row, which of the wholes it is a share of.
        holder: the code of a part, or one of :data:`SPECIAL`.
        share: above 0.
    """

    whole: Ints
    holder: Ints
    share: Numbers

    def of(self, whole: int) -> Portions:
        """Return the rows of one whole."""
        first, last = np.searchsorted(self.whole, (whole, whole + 1))
        rows: Portions = self.taken(slice(first, last))
        return rows

    def largest(self, top: int, wholes: int) -> Portions:
        """Return the first rows of each whole only."""
        rows: Portions = self.taken(self._rank(wholes) < top)
        return rows

    def cut(self, top: int, wholes: int) -> Portions:
        """Return the first parts of each whole, and the others as one row, ``rest``."""
        cut: Flags = (self._rank(wholes) >= top) & (self.holder >= 0)
        rest = np.bincount(self.whole[cut], weights=self.share[cut], minlength=wholes)
        left = np.flatnonzero(rest > 0)
        kept = self.taken(~cut)
        return portions(
            np.append(kept.whole, left),
            np.append(kept.holder, np.full(len(left), REST)),
            np.append(kept.share, rest[left]),
        )

    def _rank(self, wholes: int) -> Ints:
        first = np.searchsorted(self.whole, np.arange(wholes))
        return np.arange(len(self)) - first[self.whole]

    def named(self, names: Names) -> Names:
        """Return the holders' names, those of special rows included."""
        if not len(names):
            names = np.array([""], dtype=object)
        found = names[np.maximum(self.holder, 0)]
        for code, word in SPECIAL.items():
            found[self.holder == code] = word
        return found

    def mapping(self, names: Names) -> dict[str, float]:
        """Return holder -> share, in the order of the rows."""
        found = map(str, self.named(names))
        return dict(zip(found, self.share.tolist(), strict=True))


class Block(NamedTuple):
    """Shares as holders x wholes.

    Attributes:
        numbers: the shares.
        holders: the code of each holder.
        first: the number of the first whole.
    """

    numbers: Numbers
    holders: Ints
    first: int


@dataclass(frozen=True, eq=False)
class Held:
    """Shares found piece by piece; what a big answer needs in long form is made when asked for.

    Attributes:
        pieces: blocks, or shares in long form.
    """

    pieces: Sequence[Block | ShareRows]

    @cached_property
    def rows(self) -> ShareRows:
        """The shares above 0."""
        return together(
            [above_zero(*piece) if isinstance(piece, Block) else piece for piece in self.pieces]
        )


def kept(block: Numbers, holders: Ints, first: int) -> Block | ShareRows:
    """Return a block that will be written over in the form that takes the least room.

    Args:
        block, holders, first: as of a :class:`Block`.
    """
    if np.count_nonzero(block) * 2 > block.size:
        return Block(block.copy(), holders, first)
    return above_zero(block, holders, first)


def above_zero(block: Numbers, holders: Ints, first: int = 0) -> ShareRows:
    """Return a block of holders x wholes in long form: wholes, holders and shares above 0.

    Args:
        block: holders x wholes.
        holders: the code of each holder.
        first: the number of the first whole.
    """
    wholes = np.arange(first, first + block.shape[1], dtype=np.int32)
    flat = block.ravel()
    held = flat != 0
    many = np.count_nonzero(held)
    if many * 2 > len(flat):  # where most is held, to write all and strike out some is quicker
        every = np.tile(wholes, len(block)), np.repeat(holders, len(wholes))
        return every[0][held], every[1][held], flat[held]
    found = np.flatnonzero(held)
    times = np.count_nonzero(held.reshape(block.shape), axis=1)
    before = np.repeat(np.arange(len(block)) * len(wholes), times)
    return wholes[found - before], np.repeat(holders, times), flat[found]


def portions(whole: Ints, holder: Ints, share: Numbers) -> Portions:
    """Return shares in order: by whole, the largest first, special rows last."""
    rows = np.lexsort((holder, -np.round(share, _SAME), holder < 0, whole))
    return Portions(whole[rows], holder[rows], share[rows])


def with_circular(rows: ShareRows, circular: Numbers, *, top: int | None) -> Portions:
    """Return shares in order, with a row for what ends in closed loops.

    Args:
        rows: wholes, holders and shares, in any order.
        circular: for each whole, what ends in closed loops.
        top: keep so many holders of each whole.
    """
    rounds = np.flatnonzero(circular)
    made = portions(
        np.append(rows[0], rounds),
        np.append(rows[1], np.full(len(rounds), CIRCULAR)),
        np.append(rows[2], circular[rounds]),
    )
    return made if top is None else made.cut(top, len(circular))


def named_circular(ids: Sequence[str], circular: Numbers) -> dict[str, float]:
    """Return whole -> what ends in closed loops, where something does."""
    rounds = np.flatnonzero(circular).tolist()
    return {ids[row]: float(circular[row]) for row in rounds}


def together(pieces: Sequence[tuple[Any, ...]]) -> ShareRows:
    """Return wholes, holders and shares that were found piece by piece."""
    if not pieces:
        nothing = np.zeros(0, dtype=np.int32)
        return nothing, nothing, np.zeros(0)
    if len(pieces) == 1:
        return pieces[0][0], pieces[0][1], pieces[0][2]
    wholes, holders, shares = zip(*pieces, strict=True)
    return np.concatenate(wholes), np.concatenate(holders), np.concatenate(shares)


def special_names(name: Bilingual | None = None) -> dict[int, Bilingual]:
    """Return how special rows are told; ``name`` is what nobody holds."""
    return {
        CIRCULAR: Bilingual("ce qui tourne en rond, sans point de départ",
                            "what goes in circles, without a beginning"),
        NOBODY: name or Bilingual("personne de nommé", "nobody named"),
        REST: Bilingual("le reste", "the rest"),
    }  # fmt: skip
