"""Names and texts, in one language or in several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard, TypeVar

from valuegraph.io.documents.reading import ACTUAL, Reading, cut, flow_text, is_nothing, listed
from valuegraph.io.tree import Node, Scalar, Table
from valuegraph.io.yaml.quoting import quoted
from valuegraph.model.languages import is_surely_a_language
from valuegraph.model.words import key_code
from valuegraph.problems import Bilingual

T = TypeVar("T")

NEVER_A_LANGUAGE = frozenset({"to", "by", "of"})
_ALSO_KEYS = frozenset({"de", "id"})
_A_TEXT = Bilingual("un texte", "a text")


def text_of(reading: Reading, node: Node, key: str) -> str | None:
    """Return a text as it was typed, whatever it looks like."""
    if isinstance(node, Scalar):
        return node.text
    meant = flow_text(node)
    if meant is None:
        reading.wrong_shape(node, _A_TEXT)
    else:
        reading.complain("VG204", node, shown=cut(meant), actual=ACTUAL[type(node)],
                         typed=cut(quoted(meant)))  # fmt: skip
    return None


def name_of(reading: Reading, node: Node, key: str) -> str | None:
    """Return a name: a text that no other tool would take for something else."""
    if isinstance(node, Scalar):
        reading.warn_of_guess(node)
    return text_of(reading, node, key)


def texts_of(reading: Reading, node: Node, key: str) -> tuple[str, ...] | None:
    """Return a list of texts; a lone text is a list of one."""
    if isinstance(node, Table):
        text_of(reading, node, key)
        return None
    told = (text_of(reading, item, key) for item in listed(node))
    return tuple(text for text in told if text is not None)


def is_by_language(node: Node, *, texts_only: bool = True) -> TypeGuard[Table]:
    """Tell whether a node is a mapping that gives a text in several languages.

    Its keys are all language codes, never ``to``, ``by`` or ``of``; ``de`` and ``id`` alone
    are keys, and languages beside another language. A key that is neither a language nor a
    key of ours is taken for a mistyped language where all values are texts.

    Args:
        node: what was typed.
        texts_only: whether every value must be a text.
    """
    if not isinstance(node, Table):
        return False
    only_texts = all(isinstance(entry.value, Scalar) for entry in node)
    others = [entry.key.text for entry in node if not _is_a_language(entry.key.text)]
    if len(others) == len(node.entries) or (texts_only and not only_texts):
        return False
    if all(entry.key.text in _ALSO_KEYS for entry in node):
        return False
    return not others or (only_texts and all(key_code(key) is None for key in others))


def by_language(reading: Reading, table: Table) -> dict[str, Node]:
    """Return language -> text; a key that is no language is noted."""
    told: dict[str, Node] = {}
    for entry in table:
        if not _is_a_language(entry.key.text):
            reading.complain("VG224", entry.key, language=cut(entry.key.text))
        elif not is_nothing(entry.value):
            told[entry.key.text] = entry.value
    return told


def _is_a_language(key: str) -> bool:
    return is_surely_a_language(key) and key not in NEVER_A_LANGUAGE


def in_the_chains_language(
    reading: Reading, texts: Mapping[str, T | None]
) -> tuple[T | None, dict[str, T]]:
    """Return the text in the chain's own language, and its translations.

    Without one in the chain's own language the first stands for it.
    """
    told = {language: text for language, text in texts.items() if text is not None}
    own = reading.chain.language
    if own in told:
        return told.pop(own), told
    return next(iter(told.values()), None), told
