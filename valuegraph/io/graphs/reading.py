"""Graphs of other people read as chains: a mapping says what is what, nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from valuegraph.errors import FileFormatError, OptionError
from valuegraph.io import loading
from valuegraph.io.formats import ENDINGS, FORMATS, by_ending
from valuegraph.io.graphs.assembling import document_of_rows
from valuegraph.io.graphs.edge_list import read_edge_list
from valuegraph.io.graphs.graphml import read_graphml
from valuegraph.io.graphs.kinds import link_kind, part_kind
from valuegraph.io.graphs.kumu import read_kumu
from valuegraph.io.graphs.node_link import read_node_link
from valuegraph.io.graphs.rows import GraphRows, Meaning
from valuegraph.io.loading import Source
from valuegraph.problems import Bilingual, Problem, Problems

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain

_READERS = {"graphml": read_graphml, "node-link": read_node_link, "kumu": read_kumu}
_TABLE = "edge-list"
_KNOWN = [*_READERS, _TABLE]
_TABLE_ENDINGS = (".csv", ".tsv", ".tab")
_OF_FORMAT = Bilingual("le format", "the format")


def read_graph(
    source: Source,
    *,
    parts_table: Source | None = None,
    format: str | None = None,
    columns: Mapping[str, str] | None = None,
    kinds: Mapping[str, str] | None = None,
    parts: Mapping[str, str] | None = None,
    language: str = "fr",
) -> ValueChain:
    """Read a graph that another program made, or a table of links, as a chain.

    What is what is said by words of ours in the file, or by these mappings; what neither says
    is asked in the complaint, all of it at once. Only where the kinds of the links leave one
    kind of part possible it is taken. Columns that are no key of the text form are kept in
    ``extra``; ids that cannot be ids here are changed, and kept as names.

    Args:
        source: GraphML, node-link JSON, a Kumu blueprint, or a table of links (CSV, or columns
            parted by tabs or semicolons): a path, a text, bytes or an open file.
        parts_table: beside a table of links, the table of the parts.
        format: ``"graphml"``, ``"node-link"``, ``"kumu"`` or ``"edge-list"``, where neither the
            ending nor the content says so.
        columns: a column or attribute -> what it is: ``id``, ``name``, ``kind``, ``source``,
            ``target`` or a key of the text form; an empty text leaves it out.
        kinds: a word -> the kind of part or link it means: ``{"Ingredient": "resource"}``.
        parts: the id of a part -> its kind: ``{"tran": "activity"}``.
        language: the language in which problems are told.

    Returns:
        The chain.

    Raises:
        FileFormatError: something is not said, or cannot be accepted; all of it is told.
        FileAccessError: the file cannot be opened.
        OptionError: the format, or a kind in a mapping, is not known.
    """
    from valuegraph.io.documents.document import read_document

    meaning = Meaning(columns or {}, kinds or {}, parts or {})
    _judge(meaning, language)
    file, text, problems = _text_of(source, language)
    rows: GraphRows | None = None
    if text is not None:
        chosen = _format_of(file, text, format, language)
        if chosen == _TABLE:
            table = _text_of(parts_table, language)[1] if parts_table is not None else None
            rows, found = read_edge_list(text, table, meaning.columns)
        else:
            rows, found = _READERS[chosen](text)
        problems = problems + found
    chain = None
    if rows is not None and not Problems(problems).errors:
        tree, found = document_of_rows(rows, meaning)
        problems = problems + found
        if tree is not None:
            chain, found = read_document(tree, file=file)
            problems = problems + found
    every = Problems([problem.at(file=file) for problem in problems], language=language)
    if chain is None or every.errors:
        raise FileFormatError(every, language=language)
    return chain


def _text_of(source: Any, language: str) -> tuple[str, str | None, list[Problem]]:
    is_xml = isinstance(source, str) and source.lstrip().startswith("<")
    is_path = not is_xml and loading.is_path(source, (*ENDINGS, *_TABLE_ENDINGS))
    file = loading.name_of(source, is_path=is_path)
    content, problems = loading.content_of(source, is_path=is_path)
    if content is None:
        return file, None, problems
    text, problems = loading.text_of(content, endings=ENDINGS, language=language)
    return file, text, problems


def _format_of(file: str, text: str, asked: str | None, language: str) -> str:
    if asked is not None:
        if asked not in _KNOWN:
            values = {"option": _OF_FORMAT, "value": asked, "allowed": _KNOWN}
            raise OptionError(Problem("VG450", values=values), language=language)
        return asked
    said = by_ending([FORMATS[code] for code in _READERS], file)
    if said is not None:
        return next(code for code in _READERS if FORMATS[code] is said)
    start = text.lstrip("\ufeff \t\n")[:1]
    if start == "<":
        return "graphml"
    if start == "{":
        return "kumu" if '"elements"' in text and '"connections"' in text else "node-link"
    return _TABLE


def _judge(meaning: Meaning, language: str) -> None:
    """Refuse a mapping to a kind that there is not.

    Raises:
        OptionError: with one problem a kind.
    """
    unknown = [("kinds", kind) for kind in meaning.kinds.values()
               if part_kind(kind) is None and link_kind(kind) is None]  # fmt: skip
    unknown += [("parts", kind) for kind in meaning.parts.values() if part_kind(kind) is None]
    if unknown:
        from valuegraph.io.graphs.flat import NODE_SECTIONS
        from valuegraph.model.link import LINK_KINDS

        allowed = {"kinds": [*NODE_SECTIONS.values(), *LINK_KINDS],
                   "parts": [*NODE_SECTIONS.values()]}  # fmt: skip
        problems = [
            Problem("VG450", values={"option": option, "value": kind, "allowed": allowed[option]})
            for option, kind in unknown
        ]
        raise OptionError(problems, language=language)
