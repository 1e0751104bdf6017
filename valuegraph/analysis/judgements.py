"""Judgements: what several people think of one thing, kept plural."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, ClassVar

from valuegraph.analysis.network import network
from valuegraph.analysis.result import Column, Result
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Rating
from valuegraph.model.link import LINK_KINDS, Link
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual, told_language

__all__ = ["Judgements", "Opinions", "judgements"]

_AGREE = Bilingual("{name} : {count} avis, tous « {value} ».",
                   "{name}: {count} opinions, all “{value}”.")  # fmt: skip
_ONE = Bilingual("{name} : un seul avis, « {value} ».", "{name}: a single opinion, “{value}”.")
_DIFFER = Bilingual("{name} : les {count} avis diffèrent : {counts}{spread}.",
                    "{name}: the {count} opinions differ: {counts}{spread}.")  # fmt: skip
_COUNTED = Bilingual("« {value} » {count} fois", "“{value}” {count} times")
_COUNTED_ONCE = Bilingual("« {value} » une fois", "“{value}” once")
_SPREAD = Bilingual(" (de {low} à {high}, la moitié des avis de {lower} à {upper})",
                    " (from {low} to {high}, half of them from {lower} to {upper})")  # fmt: skip
_VIEWPOINT = Bilingual("Comme {viewpoint} : {counts}.", "As {viewpoint}: {counts}.")
_NONE = Bilingual("Personne n’a encore donné d’avis.", "Nobody has given an opinion yet.")


@dataclass(frozen=True)
class Opinions:
    """What is thought of one thing, by all or from one viewpoint.

    Attributes:
        of: the id of the part, link, question or criterion.
        viewpoint: as whom; empty for all together.
        counts: each value as it was given -> how often, the most frequent first.
        numbers: the values that are numbers, sorted.
        by: who, each once, in the order in which it was noted.
    """

    of: str
    viewpoint: str
    counts: Mapping[str, int]
    numbers: tuple[float, ...]
    by: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many opinions there are."""
        return sum(self.counts.values())

    @property
    def agree(self) -> bool | None:
        """Whether all say the same; ``None`` for a single one."""
        return None if self.count < 2 else len(self.counts) == 1

    @property
    def spread(self) -> tuple[float, float, float, float, float] | None:
        """Least, lower quartile, median, upper quartile and most; ``None`` if not all are numbers.

        Quartiles are those of the inclusive method (Hyndman and Fan 1996, type 7).
        """
        if not self.numbers or len(self.numbers) < self.count:
            return None
        low, high = self.numbers[0], self.numbers[-1]
        if len(self.numbers) == 1:
            return low, low, low, low, low
        lower, _, upper = quantiles(self.numbers, n=4, method="inclusive")
        return low, lower, median(self.numbers), upper, high


@dataclass(frozen=True, eq=False)
class Judgements(Result):
    """All opinions on each thing: of all together first, then from each viewpoint.

    Attributes:
        opinions: one for each thing and viewpoint.
    """

    name: ClassVar[str] = "judgements"

    opinions: tuple[Opinions, ...]
    _names: Mapping[str, Bilingual]

    def __len__(self) -> int:
        return len(self.opinions)

    def __iter__(self) -> Iterator[Opinions]:
        return iter(self.opinions)

    def __getitem__(self, of: str) -> Opinions:
        return {each.of: each for each in self.opinions if not each.viewpoint}[of]

    def columns(self) -> dict[str, Column]:
        """Return thing, viewpoint, value and how often it was given."""
        rows = [
            (each.of, each.viewpoint, value, count)
            for each in self.opinions
            for value, count in each.counts.items()
        ]
        names = ("of", "viewpoint", "value", "count")
        return {name: [row[place] for row in rows] for place, name in enumerate(names)}

    def details(self) -> dict[str, Any]:
        """Return agreement, spread and who, for each thing and viewpoint."""
        return {
            "opinions": [
                {
                    "of": each.of,
                    "viewpoint": each.viewpoint,
                    "count": each.count,
                    "agree": each.agree,
                    "spread": None if each.spread is None else list(each.spread),
                    "by": list(each.by),
                }
                for each in self.opinions
            ]
        }

    def sentences(self, language: str) -> list[str]:
        """Return of each thing whether opinions agree, and what each viewpoint says if not."""
        if not self.opinions:
            return [_NONE.text(language)]
        told = []
        for each in self.opinions:
            if not each.viewpoint:
                told.append(self._told(each, language))
            elif self[each.of].agree is False:
                counts = _counted(each.counts, language)
                viewpoint = self._names.get(each.viewpoint)
                name = viewpoint.text(language) if viewpoint else each.viewpoint
                told.append(_VIEWPOINT.text(language).format(viewpoint=name, counts=counts))
        return told

    def _told(self, each: Opinions, language: str) -> str:
        name, value = self._names[each.of].text(language), next(iter(each.counts))
        if each.count == 1:
            return _ONE.text(language).format(name=name, value=value)
        if each.agree:
            return _AGREE.text(language).format(name=name, count=each.count, value=value)
        spread = ""
        if each.spread is not None:
            low, lower, _, upper, high = (_number(one, language) for one in each.spread)
            spread = _SPREAD.text(language).format(low=low, lower=lower, upper=upper, high=high)
        counts = _counted(each.counts, language)
        return _DIFFER.text(language).format(
            name=name, count=each.count, counts=counts, spread=spread
        )


def judgements(chain: ValueChain) -> Judgements:
    """Return what people think of each thing that was judged: agreement and dissent.

    Never an average alone: each value with how often it was given, the spread of numbers, and the
    same from each viewpoint.

    Example:
        >>> chain = ValueChain("Jardin", language="en")
        >>> bonds = chain.add_impact("Bonds")
        >>> for who, value in (("Awa", "4"), ("Paul", "2")):
        ...     _ = chain.add_rating(bonds, date="2024", value=value, by=who)
        >>> opinions = judgements(chain)["bonds"]
        >>> dict(opinions.counts), opinions.agree
        ({'4': 1, '2': 1}, False)
    """
    found: list[Opinions] = []
    for of in dict.fromkeys(rating.of for rating in chain.ratings):
        mine = [rating for rating in chain.ratings if rating.of == of]
        found.append(_opinions(of, "", mine))
        viewpoints = dict.fromkeys(rating.viewpoint for rating in mine if rating.viewpoint)
        found += [
            _opinions(of, viewpoint, [each for each in mine if each.viewpoint == viewpoint])
            for viewpoint in viewpoints
        ]
    named = dict.fromkeys(text for each in found for text in (each.of, each.viewpoint))
    names = {text: _name(chain, text) for text in named if text in chain}
    return Judgements(network(chain), "", tuple(found), names)


def _opinions(of: str, viewpoint: str, ratings: Sequence[Rating]) -> Opinions:
    values = [
        str(rating.value) if isinstance(rating.value, Quantity) else rating.value
        for rating in ratings
    ]
    numbers = sorted(
        float(rating.value.amount) for rating in ratings if isinstance(rating.value, Quantity)
    )
    by = tuple(dict.fromkeys(rating.by for rating in ratings if rating.by))
    return Opinions(of, viewpoint, dict(Counter(values).most_common()), tuple(numbers), by)


def _name(chain: ValueChain, of: str) -> Bilingual:
    """Return how a thing is called; a link in words."""
    found = chain.find(of)
    if not isinstance(found, Link):
        return Bilingual(found.label("fr"), found.label("en"))
    verb = LINK_KINDS[found.kind].verb
    ends = [chain.find(end) if end in chain else chain.about for end in (found.start, found.end)]
    french, english = (
        f"{ends[0].label(language)} {verb.text(language)} {ends[1].label(language)}"  # type: ignore[operator]
        for language in ("fr", "en")
    )
    return Bilingual(french, english)


def _counted(counts: Mapping[str, int], language: str) -> str:
    pieces = (
        (_COUNTED_ONCE if count == 1 else _COUNTED).text(language).format(value=value, count=count)
        for value, count in counts.items()
    )
    return ", ".join(pieces)


def _number(value: float, language: str) -> str:
    text = f"{value:.6g}"
    return text.replace(".", ",") if told_language(language) == "fr" else text
