"""The formats of a chain: one table says what each reads, writes, holds and loses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from valuegraph.io.cids.on_demand import LINKED_FORMATS
from valuegraph.io.graphs.on_demand import GRAPH_FORMATS
from valuegraph.io.json_text import read_json
from valuegraph.io.tree import Node
from valuegraph.io.valueflows.on_demand import VALUEFLOWS_FORMATS
from valuegraph.io.yaml.text import read_yaml
from valuegraph.io.yaml.writing import yaml_of
from valuegraph.problems import Bilingual, Problem

if TYPE_CHECKING:
    from valuegraph.io.folders import Folder
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
        is_letters: it is read from bytes, and these are letters in an encoding of their own.
        is_folder: it is several files in a folder.
        inside: the endings of the files that make such a folder.
        carries: it is a drawing that carries the chain along, which :mod:`loading` finds in it.
        recognises: tells such a file by its bytes, where its ending does not.
        recognises_text: tells such a text by what stands in it, whatever its ending.
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
    is_letters: bool = False
    is_folder: bool = False
    inside: tuple[str, ...] = ()
    carries: bool = False
    recognises: Callable[[bytes], bool] = lambda content: False
    recognises_text: Callable[[str], bool] = lambda text: False


def _json(chain: ValueChain, options: ChainWriteOptions) -> str:
    from valuegraph.io.documents.writing import document_of

    data = document_of(chain)
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _yaml(chain: ValueChain, options: ChainWriteOptions) -> str:
    from valuegraph.io.documents.writing import document_of

    return yaml_of(document_of(chain, keys=options.keys))


def _xlsx(chain: ValueChain, options: ChainWriteOptions) -> bytes:
    from valuegraph.io.sheets.writing import sheets_of
    from valuegraph.io.sheets.xlsx_writing import xlsx_of

    sheets = sheets_of(chain, keys=options.keys)
    return xlsx_of(sheets, keys=options.keys, language=chain.language)


def _read_xlsx(content: bytes, options: ReadOptions) -> Tree:
    from valuegraph.io.sheets.xlsx_reading import read_xlsx

    return read_xlsx(content, options)


def _is_xlsx(content: bytes) -> bool:
    from valuegraph.io.sheets.xlsx_reading import is_xlsx

    return is_xlsx(content)


def _ods(chain: ValueChain, options: ChainWriteOptions) -> bytes:
    from valuegraph.io.sheets.ods_writing import ods_of
    from valuegraph.io.sheets.writing import sheets_of

    return ods_of(sheets_of(chain, keys=options.keys), keys=options.keys)


def _read_ods(content: bytes, options: ReadOptions) -> Tree:
    from valuegraph.io.sheets.ods_reading import read_ods

    return read_ods(content, options)


def _is_ods(content: bytes) -> bool:
    from valuegraph.io.sheets.ods_reading import is_ods

    return is_ods(content)


def _csv(chain: ValueChain, options: ChainWriteOptions) -> Mapping[str, bytes]:
    from valuegraph.io.sheets.csv_folder import csv_folder_of
    from valuegraph.io.sheets.writing import sheets_of

    return csv_folder_of(sheets_of(chain, for_programs=True), title=chain.name)


def _read_csv(folder: Folder, options: ReadOptions) -> Tree:
    from valuegraph.io.sheets.csv_folder import read_csv_folder

    return read_csv_folder(folder, options)


def _parquet(chain: ValueChain, options: ChainWriteOptions) -> Mapping[str, bytes]:
    from valuegraph.io.sheets.parquet import parquet_of
    from valuegraph.io.sheets.writing import sheets_of

    sheets = sheets_of(chain, for_programs=True)
    return parquet_of(sheets, title=chain.name, language=chain.language)


def _read_parquet(folder: Folder, options: ReadOptions) -> Tree:
    from valuegraph.io.sheets.parquet import read_parquet

    return read_parquet(folder, options)


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
    "xlsx": Format(
        Bilingual("classeur Excel", "Excel workbook"),
        (".xlsx",),
        _read_xlsx,
        _xlsx,
        keys=("en", "fr"),
        extra="xlsx",
        is_text=False,
        recognises=_is_xlsx,
    ),
    "ods": Format(
        Bilingual("classeur LibreOffice (OpenDocument)", "LibreOffice workbook (OpenDocument)"),
        (".ods",),
        _read_ods,
        _ods,
        keys=("en", "fr"),
        is_text=False,
        recognises=_is_ods,
    ),
    "csv": Format(
        Bilingual(
            "dossier de tableaux CSV et datapackage.json",
            "folder of CSV tables and datapackage.json",
        ),
        (),
        _read_csv,
        _csv,
        is_text=False,
        is_folder=True,
        inside=(".csv",),
    ),
    "parquet": Format(
        Bilingual("dossier de tables Parquet", "folder of Parquet tables"),
        (),
        _read_parquet,
        _parquet,
        extra="parquet",
        is_text=False,
        is_folder=True,
        inside=(".parquet",),
    ),
    **{
        code: Format(
            one.name,
            one.endings,
            one.read,
            one.write,
            lost=one.lost,
            losses=one.losses,
            is_folder=one.is_folder,
            recognises_text=one.recognises_text,
        )
        for code, one in {**GRAPH_FORMATS, **VALUEFLOWS_FORMATS}.items()
    },
    **{
        code: Format(
            one.name,
            one.endings,
            one.read,
            one.write,
            extra=one.extra,
            is_text=False,
            is_letters=True,
            recognises=one.recognises,
        )
        for code, one in LINKED_FORMATS.items()
    },
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
told by ``vg.formats`` and by the documentation."""

ENDINGS = tuple(ending for one in FORMATS.values() for ending in one.endings)
"""The ending of every file that a chain is read from or written to."""


def by_ending(formats: Iterable[Format], file: str) -> Format | None:
    """Return the format that a file's name ends like; the longer of two such endings counts."""
    name = file.lower()
    endings = {ending: one for one in formats for ending in one.endings if name.endswith(ending)}
    return endings[max(endings, key=len)] if endings else None


def told_losses(chain: ValueChain, format: Format) -> list[Problem]:
    """Return what of a chain a format cannot hold, each loss told with the format's name."""
    return [
        replace(problem, values={**problem.values, "format": format.name})
        for problem in format.losses(chain)
    ]
