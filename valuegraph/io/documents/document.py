"""From a tree to a chain: parts first, then what refers to them; all complaints at once."""

from __future__ import annotations

from contextlib import suppress

from valuegraph.io.documents.about import is_of_a_known_version, tell_about
from valuegraph.io.documents.cells import add_cells
from valuegraph.io.documents.drafts import drafts_of
from valuegraph.io.documents.evaluation import (
    add_observations,
    add_ratings,
    follow_routes,
    point_at_parts,
)
from valuegraph.io.documents.links import add_listed, add_short_forms
from valuegraph.io.documents.parts import add_parts
from valuegraph.io.documents.reading import (
    ACTUAL,
    Reading,
    TooManyProblemsError,
    language_of_keys,
)
from valuegraph.io.documents.tables import Fields, fields_of
from valuegraph.io.documents.translations import add_translations
from valuegraph.io.tree import Node, Table
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.problems import Bilingual, Problem, Severity


def read_document(tree: Node, *, file: str = "") -> tuple[ValueChain | None, list[Problem]]:
    """Return the chain that a tree describes, and all that is to be said about the tree.

    Args:
        tree: a document of the text form, as typed.
        file: its name, told with every problem.

    Returns:
        The chain, or ``None`` if a problem is an error; the problems in the order of the
        document.
    """
    reading = Reading(file=file, keys=language_of_keys(tree))
    with suppress(TooManyProblemsError):
        _read(reading, tree)
    problems = sorted(reading.problems, key=lambda item: (item.where.line, item.where.column))
    refused = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if refused else reading.chain), problems


def _read(reading: Reading, tree: Node) -> None:
    if not isinstance(tree, Table):
        reading.complain("VG114", tree, what=ACTUAL[type(tree)])
        return
    if not is_of_a_known_version(reading, tree):
        return
    fields = fields_of(reading, tree, WHOLE_CHAIN)
    evaluation = _evaluation(reading, fields)
    tell_about(reading, fields, evaluation.get("base"))
    drafts = drafts_of(reading, fields, evaluation)
    add_parts(reading, drafts)
    short = add_short_forms(reading, drafts, fields.get("activities"))
    if "links" in fields:
        add_listed(reading, fields["links"], short)
    add_cells(reading, drafts)
    point_at_parts(reading, drafts)
    follow_routes(reading, drafts)
    if "observations" in evaluation:
        add_observations(reading, evaluation["observations"])
    if "ratings" in evaluation:
        add_ratings(reading, evaluation["ratings"])
    if "translations" in fields:
        add_translations(reading, fields["translations"])


def _evaluation(reading: Reading, fields: Fields) -> Fields:
    entry = fields.get("evaluation")
    if entry is None:
        return {}
    if isinstance(entry.value, Table):
        return fields_of(reading, entry.value, "evaluation")
    expected = Bilingual("une table clé : valeur", "a key: value mapping")
    reading.wrong_shape(entry.value, expected)
    return {}
