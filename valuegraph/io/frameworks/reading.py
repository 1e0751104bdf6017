"""A common base read from a file: all that is wrong with it is told at once, line and column."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from valuegraph.errors import FileFormatError
from valuegraph.io import loading
from valuegraph.io.documents.about import tell_about
from valuegraph.io.documents.drafts import Draft, drafts_of, section_drafts
from valuegraph.io.documents.keys import EVALUATION_KINDS
from valuegraph.io.documents.parts import add_parts
from valuegraph.io.documents.reading import (
    ACTUAL,
    Reading,
    TooManyProblemsError,
    language_of_keys,
    typed_text,
)
from valuegraph.io.documents.spelled import Spellings, spelled_fields
from valuegraph.io.documents.translations import add_translations
from valuegraph.io.frameworks.drafting import HEADER, VERSION, FrameworkDraft
from valuegraph.io.packaged import PackagedFiles
from valuegraph.io.sources import TEXT_ENDINGS, tree_of_text
from valuegraph.io.tree import Entry, Node, Scalar, Table
from valuegraph.model.framework import Framework
from valuegraph.model.words import KEYS, word_code
from valuegraph.problems import Bilingual, Problems, told_language

KEYS_OF_A_FRAMEWORK: Spellings = {
    HEADER: (),
    **{key: KEYS[key] for key in ("name", "description", "language")},
    "dimensions": ("dimensions",),
    **{key: KEYS[key] for key in ("criteria", "indicators", "translations", "extra")},
}
"""The keys of a common base, in the order in which they are written."""

_ABOUT = ("name", "description", "language", "extra")
_OF_CHAINS = {"criterion": ("of",), "indicator": ("measures",)}
_A_FRAMEWORK = Bilingual("un socle commun", "a common base")
_FRAMEWORKS = PackagedFiles(Path(__file__).parent / "files", _A_FRAMEWORK, joins="_-")


def framework_names() -> tuple[str, ...]:
    """Return the names of the common bases that come with the package."""
    return _FRAMEWORKS.names()


def framework_text(name: str) -> str:
    """Return the file of a common base that comes with the package, to begin one's own from.

    Raises:
        OptionError: there is no such base.
    """
    return _FRAMEWORKS.text(name)


def read_framework(source: Any, *, language: str | None = None) -> Framework:
    """Read a common base (*socle commun*).

    Args:
        source: the name of one that comes with the package (``"drome"``), the path of a YAML or
            JSON file, the text itself, bytes, an open file, or the same as a mapping.
        language: the language in which problems are told: that of the file by default.

    Returns:
        The framework, frozen.

    Raises:
        FileFormatError: something in the file cannot be accepted; all of it is told at once.
        FileAccessError: the file cannot be opened.
        OptionError: a simple name that no base and no file bears.

    Example:
        >>> [dimension.id for dimension in read_framework("drome").dimensions][:2]
        ['cohesion_sociale', 'epanouissement']
    """
    file = _name_of(source)
    named = isinstance(source, str) and source == file and _FRAMEWORKS.means_one(source)
    tree, problems = tree_of_text(framework_text(source) if named else source)
    told = language or (language_of_keys(tree) if tree is not None else "fr")
    framework: Framework | None = None
    if tree is not None:
        reading = Reading(file, told_language(language_of_keys(tree)), FrameworkDraft())
        with suppress(TooManyProblemsError):
            framework = _framework(reading, tree)
        if language is None and reading.chain.about.name:
            told = reading.chain.language
        problems = problems + sorted(
            reading.problems, key=lambda one: (one.where.line, one.where.column)
        )
    told = told_language(told)
    every = Problems([problem.at(file=file) for problem in problems], language=told)
    if framework is None or every.errors:
        raise FileFormatError(every, language=told)
    return framework


def _name_of(source: Any) -> str:
    if isinstance(source, Mapping):
        return ""
    return loading.name_of(source, is_path=loading.is_path(source, TEXT_ENDINGS))


def _framework(reading: Reading, tree: Node) -> Framework | None:
    if not isinstance(tree, Table):
        reading.complain("VG114", tree, what=ACTUAL[type(tree)])
        return None
    fields = spelled_fields(reading, _with_header(tree), _A_FRAMEWORK, KEYS_OF_A_FRAMEWORK)
    if not _is_known(reading, tree, fields.pop(HEADER, None)):
        return None
    tell_about(reading, {key: fields[key] for key in _ABOUT if key in fields}, None)
    listed = fields.get("dimensions")
    dimensions = list(section_drafts(reading, "dimension", listed)) if listed else []
    evaluation = {key: fields[key] for key in EVALUATION_KINDS if key in fields}
    drafts = drafts_of(reading, {}, evaluation)
    for draft in drafts:
        _refuse_what_is_of_chains(reading, draft)
    named = {id(draft): draft.fields.pop("dimension", None) for draft in drafts
             if draft.kind == "criterion"}  # fmt: skip
    add_parts(reading, [*dimensions, *drafts])
    if "translations" in fields:
        add_translations(reading, fields["translations"])
    told = {draft.id: _dimension(reading.within(draft.shown), named.get(id(draft)))
            for draft in drafts}  # fmt: skip
    if any(problem.severity == "error" for problem in reading.problems):
        return None
    draft_of_all = reading.chain
    assert isinstance(draft_of_all, FrameworkDraft)  # noqa: S101 - we made it
    return draft_of_all.framework(told)


def _with_header(tree: Table) -> Table:
    """Return a file without the header of a chain, which its own complaint is about."""
    entries = tuple(entry for entry in tree if entry.key.text.strip() != "valuegraph")
    return Table(entries, tree.place)


def _is_known(reading: Reading, tree: Table, entry: Entry | None) -> bool:
    """Tell whether a file says that it is a common base, of a version that can be read."""
    if entry is None:
        reading.complain("VG724", tree, header=f"{HEADER}: {VERSION}")
        return False
    text = typed_text(entry.value)
    if text == str(VERSION):
        return True
    newer = text.isascii() and text.isdigit() and int(text[:9]) > VERSION
    reading.complain("VG208" if newer else "VG207", entry.value, version=text, known=[VERSION])
    return False


def _refuse_what_is_of_chains(reading: Reading, draft: Draft) -> None:
    """Note the keys that name parts of a chain, which a common base does not have."""
    for key in _OF_CHAINS.get(draft.kind, ()):
        entry = draft.fields.pop(key, None)
        if entry is not None:
            reading.within(draft.shown).complain("VG723", entry.key, key=entry.key.text)


def _dimension(reading: Reading, entry: Entry | None) -> str:
    """Return the id of the dimension that a criterion names; what is wrong with it is noted."""
    if entry is None:
        return ""
    node = entry.value
    if isinstance(node, Scalar) and node.text not in reading.chain:
        code = word_code("dimension", node.text)
        if code is not None and code in reading.chain:
            return code
    return reading.id_of(node, {"dimension"}) or ""
