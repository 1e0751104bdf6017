"""The table of formats, as it is told to people and programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from valuegraph.io.formats import FORMATS
from valuegraph.problems import Bilingual

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Formats:
    """The formats that a chain is read from and written to.

    Attributes:
        rows: one format a row: ``format``, ``name``, ``endings``, ``reads``, ``writes``,
            ``lossless`` (``None`` where nothing is written), ``lost``, ``extra``; names and
            losses in ``fr`` and ``en``.
    """

    rows: tuple[Mapping[str, Any], ...]

    def to_dict(self) -> list[dict[str, Any]]:
        """Return JSON-ready data, one entry a format."""
        return [
            {name: _both(value) if isinstance(value, Bilingual) else value
             for name, value in row.items()}
            for row in self.rows
        ]  # fmt: skip

    def to_frame(self, language: str = "fr") -> pd.DataFrame:
        """Return a table, one row a format, its texts in ``language``."""
        import pandas as pd

        rows = [
            {name: value.text(language) if isinstance(value, Bilingual) else value
             for name, value in row.items()}
            for row in self.rows
        ]  # fmt: skip
        return pd.DataFrame(rows)

    def to_text(self, language: str = "fr") -> str:
        """Return two lines a format: its name and endings, then what it does."""
        return "\n".join(_told(row, language) for row in self.rows)

    def __str__(self) -> str:
        return self.to_text()


def formats() -> Formats:
    """Return which formats a chain can be read from and written to, and what each loses.

    Returns:
        The formats, as a frozen table; those of pictures are told by the documentation.
    """
    return Formats(
        tuple(
            {
                "format": code,
                "name": one.name,
                "endings": list(one.endings),
                "reads": one.read is not None or one.carries,
                "writes": one.write is not None,
                "lossless": not one.lost.en if one.write else None,
                "lost": one.lost,
                "extra": one.extra,
            }
            for code, one in FORMATS.items()
        )
    )


_READS = Bilingual("se lit", "read")
_WRITES = Bilingual("s’écrit", "written")
_LOSSLESS = Bilingual("sans rien perdre", "nothing is lost")
_LOSES = Bilingual("perd : {lost}", "loses: {lost}")
_DRAWN = Bilingual("s’écrit par draw", "written by draw")
_NEEDS = Bilingual("demande valuegraph[{extra}]", "needs valuegraph[{extra}]")
_FOLDER = Bilingual("un dossier", "a folder")


def _told(row: Mapping[str, Any], language: str) -> str:
    endings = " ".join(row["endings"]) or _FOLDER.text(language)
    facts = [_READS.text(language)] if row["reads"] else []
    if row["writes"]:
        facts.append(_WRITES.text(language))
        loses = _LOSES.text(language).format(lost=row["lost"].text(language))
        facts.append(_LOSSLESS.text(language) if row["lossless"] else loses)
    else:
        facts.append(_DRAWN.text(language))
    facts += [_NEEDS.text(language).format(extra=row["extra"])] if row["extra"] else []
    head = f"{row['format']:12}{row['name'].text(language)}, {endings}"
    return f"{head}\n{'':12}{' ; '.join(facts) if language == 'fr' else '; '.join(facts)}"


def _both(text: Bilingual) -> dict[str, str]:
    return {"fr": text.fr, "en": text.en}
