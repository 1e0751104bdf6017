"""The linked data of the table of formats: readers and writers, imported when they are used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from valuegraph.problems import Bilingual

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain


class LinkedFormat(NamedTuple):
    """Linked data as a row of the table of formats, whose words these are."""

    name: Bilingual
    endings: tuple[str, ...]
    read: Callable[[Any, Any], Any] | None = None
    write: Callable[[ValueChain, Any], Any] | None = None
    recognises: Callable[[bytes], bool] = lambda content: False
    extra: str = ""


def _write_graph(chain: ValueChain, options: Any) -> str:
    from valuegraph.io.cids.writing import cids_of

    return cids_of(chain)


def _write_array(chain: ValueChain, options: Any) -> str:
    from valuegraph.io.cids.writing import cids_array_of

    return cids_array_of(chain)


def _read_json_ld(content: bytes, options: Any) -> Any:
    from valuegraph.io.cids.reading import read_linked

    return read_linked(content, options.language, is_turtle=False)


def _read_turtle(content: bytes, options: Any) -> Any:
    from valuegraph.io.cids.reading import read_linked

    return read_linked(content, options.language, is_turtle=True)


def _is_json_ld(content: bytes) -> bool:
    from valuegraph.io.cids.letters import is_json_ld

    return is_json_ld(content)


LINKED_FORMATS: Mapping[str, LinkedFormat] = {
    "cids": LinkedFormat(
        Bilingual(
            "Common Impact Data Standard 3.2.1, en JSON-LD",
            "Common Impact Data Standard 3.2.1, as JSON-LD",
        ),
        (".jsonld",),
        _read_json_ld,
        _write_graph,
        _is_json_ld,
        extra="rdf",
    ),
    "cids-array": LinkedFormat(
        Bilingual(
            "Common Impact Data Standard 3.2.1, liste JSON de ses compléments pour tableurs",
            "Common Impact Data Standard 3.2.1, JSON list of its spreadsheet add-ins",
        ),
        (".cids.json",),
        _read_json_ld,
        _write_array,
        extra="rdf",
    ),
    "turtle": LinkedFormat(
        Bilingual("données liées, en Turtle", "linked data, as Turtle"),
        (".ttl",),
        _read_turtle,
        extra="rdf",
    ),
}
"""Each by its name."""
