"""The formats of a chain: one table says what each reads, writes, holds and loses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from valuegraph.io.json_text import read_json
from valuegraph.io.tree import Node
from valuegraph.io.yaml.text import read_yaml
from valuegraph.io.yaml.writing import yaml_of
from valuegraph.problems import Bilingual, Problem

if TYPE_CHECKING:
    import pandas as pd

    from valuegraph.model.chain import ValueChain

Tree = tuple[Node | None, list[Problem]]
"""What a reader gives: a document with the place of each text, and what is wrong so far."""

Content = str | bytes | Mapping[str, bytes]
"""What a writer gives: a text, bytes, or the files of a folder by their names."""

_NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How something is to be read.

    Attributes:
        language: the language of an error about a package that is missing.
    """

    language: str = "fr"


@dataclass(frozen=True, slots=True)
class ChainWriteOptions:
    """How a chain is to be written.

    Attributes:
        keys: the language of keys, words and headings; one of the format's own.
    """

    keys: str = "en"


Reader = Callable[[Any, ReadOptions], Tree]
"""From a text (bytes if not ``is_text``, a ``Folder`` if ``is_folder``) to a tree."""

ChainWriter = Callable[["ValueChain", ChainWriteOptions], Content]
Losses = Callable[["ValueChain"], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to keep a chain.

    Attributes:
        name: what it is called.
        endings: the file endings, the usual one first; a folder has none.
        read: makes a tree of what is there; ``None`` if it is written only.
        write: makes what is written; ``None`` if it is read only.
        keys: the languages in which its keys can be written.
        lost: what it cannot hold; empty if what is written is read back as an equal chain.
        losses: what of one chain it cannot hold, part by part.
        extra: the extra of this package that it needs, if it needs one.
        is_text: it is read from a text, not from bytes.
        is_folder: it is several files in a folder.
        inside: the endings of the files that make such a folder.
        carries: it is a drawing that carries the chain along, which :mod:`loading` finds in it.
        recognises: tells such a file by its bytes, where its ending does not.
    """

    name: Bilingual
    endings: tuple[str, ...]
    read: Reader | None = None
    write: ChainWriter | None = None
    keys: tuple[str, ...] = ("en",)
    lost: Bilingual = _NOTHING
    losses: Losses = lambda chain: ()
    extra: str = ""
    is_text: bool = True
    is_folder: bool = False
    inside: tuple[str, ...] = ()
    carries: bool = False
    recognises: Callable[[bytes], bool] = lambda content: False


def _json(chain: ValueChain, options: ChainWriteOptions) -> str:
    from valuegraph.io.documents.writing import document_of

    data = document_of(chain)
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _yaml(chain: ValueChain, options: ChainWriteOptions) -> str:
    from valuegraph.io.documents.writing import document_of

    return yaml_of(document_of(chain, keys=options.keys))


FORMATS: Mapping[str, Format] = {
    "yaml": Format(
        Bilingual("texte YAML", "YAML text"),
        (".yaml", ".yml"),
        lambda text, options: read_yaml(text),
        _yaml,
        keys=("en", "fr"),
    ),
    "json": Format(
        Bilingual("texte JSON", "JSON text"),
        (".json",),
        lambda text, options: read_json(text),
        _json,
    ),
    "pdf": Format(
        Bilingual("dessin PDF (la chaîne y est jointe)", "PDF drawing (the chain is attached)"),
        (".pdf",),
        extra="pdf",
        carries=True,
    ),
    "html": Format(
        Bilingual("page web (elle porte la chaîne)", "web page (it carries the chain)"),
        (".html", ".htm"),
        carries=True,
    ),
}
"""Each format by its name; a new one is one more entry, and is then read, written, converted to,
told by :func:`formats` and by the documentation."""

ENDINGS = tuple(ending for one in FORMATS.values() for ending in one.endings)
"""The ending of every file that a chain is read from or written to."""


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


def told_losses(chain: ValueChain, code: str, format: Format) -> list[Problem]:
    """Return what of a chain a format cannot hold, each loss told with the format's name."""
    return [
        replace(problem, values={**problem.values, "format": format.name})
        for problem in format.losses(chain)
    ]


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
