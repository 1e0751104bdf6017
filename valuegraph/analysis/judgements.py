"""Judgements: who agrees and who does not about a part, a link, a question or a criterion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from valuegraph.analysis.evaluating.framework import framework_of
from valuegraph.analysis.evaluating.spread_of_ratings import Opinions, latest, spread_of
from valuegraph.analysis.network import Asked, network
from valuegraph.analysis.result import Result
from valuegraph.analysis.wording import Wording, quoted
from valuegraph.model.evaluation import Rating
from valuegraph.model.part import Part
from valuegraph.problems import Bilingual, Problem

__all__ = ["Judged", "Judgements", "judgements"]


@dataclass(frozen=True)
class Judged:
    """What is thought of one thing.

    Attributes:
        of: its id.
        all: how all judgements are spread.
        by_viewpoint: the same for each viewpoint, the one that is not said as ``""``.
        ratings: the judgements themselves, the oldest first.
        earlier: how many judgements their own judges have replaced since.
    """

    of: str
    all: Opinions
    by_viewpoint: dict[str, Opinions]
    ratings: tuple[Rating, ...]
    earlier: int

    @property
    def agree(self) -> bool | None:
        """Whether all judge the same; ``None`` where there is one judgement only."""
        return len(self.all.values) == 1 if self.all.count > 1 else None

    def to_rows(self) -> Iterator[dict[str, Any]]:
        """Yield JSON-ready rows: all judgements, then each viewpoint if there are several."""
        yield {"of": self.of, "viewpoint": None, "earlier": self.earlier, **self.all.to_dict()}
        for viewpoint, opinions in self.by_viewpoint.items():
            yield {"of": self.of, "viewpoint": viewpoint, "earlier": 0, **opinions.to_dict()}


@dataclass(frozen=True, eq=False)
class Judgements(Result):
    """What people think, kept plural: counts and spread, viewpoint by viewpoint.

    Attributes:
        judged: one for each thing that is judged, in the order of its first judgement's listing.
    """

    name: ClassVar[str] = "judgements"

    judged: tuple[Judged, ...]

    def __len__(self) -> int:
        return len(self.judged)

    def __iter__(self) -> Iterator[Judged]:
        return iter(self.judged)

    def __getitem__(self, of: str) -> Judged:
        return {one.of: one for one in self.judged}[of]

    def columns(self) -> dict[str, Sequence[Any]]:
        """Return a row a thing, ``viewpoint`` being ``None``, and a row for each viewpoint."""
        rows = [row for one in self.judged for row in one.to_rows()]
        return {name: [row[name] for row in rows] for name in _COLUMNS}

    def details(self) -> dict[str, Any]:
        """Return every judgement with who, when and why."""
        return {"judgements": [
            {"of": one.of, "date": rating.date, "value": _written(rating), "by": rating.by,
             "viewpoint": rating.viewpoint, "why": rating.why}
            for one in self.judged for rating in one.ratings]}  # fmt: skip

    def own_limits(self) -> Iterable[Problem]:
        """Return how many judgements their judges replaced."""
        earlier = sum(one.earlier for one in self.judged)
        if earlier:
            yield Problem("VG598", values={"count": earlier})

    def sentences(self, language: str) -> list[str]:
        """Return for each thing how many judge it, and how far they agree."""
        if not self.judged:
            return [_NOTHING.text(language)]
        return [self._told(one, language) for one in self.judged]

    def _told(self, one: Judged, language: str) -> str:
        colon = " : " if language == "fr" else ": "
        apart = " ; " if language == "fr" else "; "
        whole = _ONE if one.all.count == 1 else _MANY
        pieces = [whole.text(language).format(count=one.all.count)]
        if one.agree is not None:
            pieces[0] += (_AGREE if one.agree else _DIFFER).text(language)
        pieces.append(one.all.to_text(language))
        if len(one.by_viewpoint) > 1:
            for viewpoint, opinions in one.by_viewpoint.items():
                who = self._who(viewpoint, language)
                pieces.append(f"{who}{colon}{opinions.to_text(language)}")
        return f"{self._name(one.of).text(language)}{colon}{apart.join(pieces)}."

    def _who(self, viewpoint: str, language: str) -> str:
        """Return the name of an actor told by its id, any other viewpoint as it is."""
        chain = self.network.source.described()
        part = chain.find(viewpoint) if chain is not None and viewpoint in chain else None
        if isinstance(part, Part):
            return part.label(language)
        return viewpoint or _UNSAID.text(language)

    def _name(self, judged: str) -> Bilingual:
        chain = self.network.source.described()
        item = chain.find(judged) if chain is not None and judged != "chain" else None
        if chain is None or item is None:
            return quoted(judged, judged)
        return Wording(chain).of(item)


def _written(rating: Rating) -> str:
    return str(rating.value)


_COLUMNS = ("of", "viewpoint", "count", "unit", "least", "lower", "median", "upper", "most",
            "agreement", "values", "earlier")  # fmt: skip
_NOTHING = Bilingual("Aucune appréciation n’est notée.", "No judgement is noted.")
_ONE = Bilingual("une appréciation", "one judgement")
_MANY = Bilingual("{count} appréciations", "{count} judgements")
_AGREE = Bilingual(", toutes les mêmes", ", all the same")
_DIFFER = Bilingual(", qui diffèrent", ", which differ")
_UNSAID = Bilingual("point de vue non dit", "viewpoint not said")


def judgements(
    chain: Asked, *, of: str | None = None, status: str | Iterable[str] | None = None
) -> Judgements:
    """Return how people judge the parts, links, questions and criteria of a chain.

    Args:
        chain: a chain or a network.
        of: the id of one thing judged; all by default.
        status: the statuses to keep; all but refuted by default.

    Returns:
        Of each thing, how the judgements are spread, all together and for each viewpoint; of a
        judge who is named, as one viewpoint, the last judgement counts.

    Example:
        >>> from valuegraph.model.chain import ValueChain
        >>> chain = ValueChain("Jardin", language="en")
        >>> ties = chain.add_impact("Ties")
        >>> for value in (2, 4, 5):
        ...     rating = chain.add_rating(ties, date="2020", value=value)
        >>> judgements(chain)[ties.id].all.median
        4.0
    """
    asked = network(chain, status=status)
    grouped: dict[str, list[Rating]] = {}
    for rating in framework_of(asked).ratings:
        if of is None or rating.of == of:
            grouped.setdefault(rating.of, []).append(rating)
    found = []
    for judged, ratings in grouped.items():
        kept, earlier = latest(ratings)
        views = sorted({one.viewpoint for one in kept})
        by = {view: spread_of([one for one in kept if one.viewpoint == view]) for view in views}
        found.append(Judged(judged, spread_of(kept), by, kept, earlier))
    return Judgements(asked, "", tuple(found))
