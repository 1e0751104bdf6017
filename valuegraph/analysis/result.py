"""What all answers share: frozen, with their basis, their limits and their caption."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt

from valuegraph.analysis.networks.columns import PART_KIND
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.telling.figures import some
from valuegraph.model.words import word
from valuegraph.problems import Bilingual, Problem, Problems

if TYPE_CHECKING:
    import pandas as pd

BASES: Mapping[str, Bilingual] = {
    "equal": Bilingual("à parts égales", "in equal parts"),
    "links": Bilingual("chaque lien comptant autant", "every link counting the same"),
    "strength": Bilingual("selon les forces données aux liens", "by the strengths of the links"),
    "amount": Bilingual("selon les quantités", "by the amounts"),
}
"""Each basis of sharing, and how a caption tells it."""

Column: TypeAlias = Sequence[Any] | npt.NDArray[Any]

_ROWS_SHOWN = 40


class Answer:
    """What every answer can do, whatever it was put to: a network, or observations.

    Attributes:
        basis: how shares are cut (a key of :data:`BASES`); empty where nothing is shared.
    """

    name: ClassVar[str] = ""
    """What the function that gives it is called."""

    basis: str

    # ---- what each kind of answer says itself

    @property
    def language(self) -> str:
        """The language in which the answer prints itself."""
        raise NotImplementedError

    @property
    def digest(self) -> str:
        """What tells the content it was put to from any other."""
        raise NotImplementedError

    @property
    def statuses(self) -> Iterable[str]:
        """The statuses that were kept; none where all but refuted are."""
        return ()

    def columns(self) -> Mapping[str, Column]:
        """Return the answer as columns of one length, long and sparse: its rows are facts."""
        raise NotImplementedError

    def sentences(self, language: str) -> list[str]:
        """Return the answer in sentences, without caption and limits."""
        raise NotImplementedError

    def own_limits(self) -> Iterable[Problem]:
        """Return what this kind of answer leaves out, beside what all do."""
        return ()

    def details(self) -> dict[str, Any]:
        """Return what JSON tells beside the rows."""
        return {}

    # ---- what they share

    @cached_property
    def limits(self) -> Problems:
        """What was left out or supposed, as notes."""
        return Problems(self.own_limits(), language=self.language)

    @property
    def caption(self) -> Bilingual:
        """What stands under every table and picture of shares; empty where nothing is shared."""
        if not self.basis:
            return Bilingual("", "")
        how = BASES[self.basis]
        return Bilingual(
            f"Lecture du schéma ({how.fr}), ce n’est pas une mesure de l’impact.",
            f"A reading of the diagram ({how.en}), not a measurement of the impact.",
        )

    def to_frame(self) -> pd.DataFrame:
        """Return a table, one row a fact; ids and codes, not labels."""
        import pandas as pd

        return pd.DataFrame(dict(self.columns()))

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready data: the rows, the basis, the limits and the chain's digest."""
        caption = self.caption
        columns = {name: _plain(values) for name, values in self.columns().items()}
        return {
            "result": self.name,
            "version": 1,
            "digest": self.digest,
            "basis": self.basis,
            "caption": {"fr": caption.fr, "en": caption.en} if self.basis else {},
            "statuses": sorted(self.statuses),
            "limits": self.limits.to_dict(),
            **self.details(),
            "rows": [
                dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)
            ],
        }

    def to_text(self, language: str | None = None) -> str:
        """Return one paragraph to read aloud, with the caption and the limits."""
        told = language or self.language
        said = [*self.sentences(told), self.caption.text(told)]
        said += [_sentence(problem.message(told)) for problem in self.limits]
        return " ".join(text for text in said if text)

    def __str__(self) -> str:
        return self.to_text()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer):
            return NotImplemented
        return type(self) is type(other) and self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.digest, self.basis))

    def _repr_html_(self) -> str:
        columns = {name: _plain(values[:_ROWS_SHOWN]) for name, values in self.columns().items()}
        head = "".join(f"<th>{escape(name)}</th>" for name in columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_shown(value))}</td>" for value in row) + "</tr>"
            for row in zip(*columns.values(), strict=True)
        )
        text = escape(self.to_text())
        return f"<p>{text}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


@dataclass(frozen=True, eq=False)
class Result(Answer):
    """An answer put to a network: frozen data that says its basis and what it left out.

    Attributes:
        network: what the question was put to.
        basis: how shares are cut (a key of :data:`BASES`); empty where nothing is shared.
    """

    network: Network = field(repr=False)
    basis: str

    @cached_property
    def limits(self) -> Problems:
        """What was left out or supposed, as notes."""
        return Problems((*left_out(self.network), *self.own_limits()), language=self.language)

    @property
    def language(self) -> str:
        """The language in which the answer prints itself: the chain's."""
        return self.network.language

    @property
    def digest(self) -> str:
        """What tells the content of the chain from any other."""
        return self.network.digest

    @property
    def statuses(self) -> Iterable[str]:
        """The statuses that were kept; none where all but refuted are."""
        return self.network.statuses or ()


def left_out(network: Network) -> list[Problem]:
    """Return what every answer says it left out: refuted parts and links, other statuses."""
    gone = np.flatnonzero(~network.living)
    links = np.flatnonzero(~network.kept)
    if not len(gone) + len(links):
        return []
    if network.statuses is not None:
        codes = sorted(network.statuses)
        told = {
            language: ", ".join(word("status", code, language) for code in codes)
            for language in ("fr", "en")
        }
        values = {"statuses": Bilingual(**told), "count": len(gone) + len(links)}
        return [Problem("VG505", values=values)]
    whole = network.parts.kind[gone] != PART_KIND["modality"]
    names = [network.name(part) for part in [*gone[whole], *gone[~whole]][:11]]
    names += [network.sentence(link) for link in links[: 11 - len(names)]]
    shown = some([*names, *[Bilingual("", "")] * (len(gone) + len(links) - len(names))])
    return [Problem("VG504", values={"parts": shown})]


def _plain(values: Column) -> list[Any]:
    """Return a column as plain Python values; NaN, which JSON does not know, as ``None``."""
    plain = values.tolist() if isinstance(values, np.ndarray) else list(values)
    return [None if value != value else value for value in plain]  # noqa: PLR0124  # NaN


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
