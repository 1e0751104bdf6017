"""How keys and words may be spelt where a schema looks on: one language, or both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from valuegraph.model.words import KEYS, VOCABULARY, key_word, word

Schema = dict[str, Any]
ANY_LANGUAGE = "all"


@dataclass(frozen=True)
class Spellings:
    """The spellings of keys and words that a schema lets pass.

    Attributes:
        keys: ``"en"``, ``"fr"``, or ``"all"`` for every spelling of the tables.
    """

    keys: str

    def of_key(self, code: str) -> tuple[str, ...]:
        """Return the spellings of a key."""
        if self.keys == ANY_LANGUAGE:
            return tuple(dict.fromkeys((code, *KEYS[code])))
        return (key_word(code, self.keys),)

    def of_words(self, vocabulary: str) -> list[str]:
        """Return the spellings of the words of a vocabulary."""
        words: list[str] = []
        for code, others in VOCABULARY[vocabulary].items():
            every = self.keys == ANY_LANGUAGE
            words += (code, *others) if every else (word(vocabulary, code, self.keys),)
        return list(dict.fromkeys(words))

    def of_word(self, vocabulary: str, code: str) -> list[str]:
        """Return the spellings of one word."""
        if self.keys == ANY_LANGUAGE:
            return list(dict.fromkeys((code, *VOCABULARY[vocabulary][code])))
        return [word(vocabulary, code, self.keys)]

    def object(
        self, fields: Mapping[str, Schema], needed: Iterable[str] = (), **others: Any
    ) -> Schema:
        """Return a mapping with these keys and no others, each of which may be left empty.

        Args:
            fields: key, in English -> what its value is.
            needed: the keys that cannot be missing.
            **others: what else is asked of the mapping.
        """
        named: Schema = {
            spelling: or_nothing(schema)
            for code, schema in fields.items()
            for spelling in self.of_key(code)
        }
        whole = {"type": "object", "properties": named, "additionalProperties": False, **others}
        asked = [self._has(code) for code in needed]
        return {**whole, "allOf": asked} if asked else whole

    def _has(self, code: str) -> Schema:
        spellings = self.of_key(code)
        if len(spellings) == 1:
            return {"required": list(spellings)}
        return {"anyOf": [{"required": [spelling]} for spelling in spellings]}


def any_of(*schemas: Schema) -> Schema:
    """Return what fits one of these at least."""
    return schemas[0] if len(schemas) == 1 else {"anyOf": list(schemas)}


def or_nothing(schema: Schema) -> Schema:
    """Return what fits a schema, or ``null``: nothing was typed."""
    return any_of(schema, {"type": "null"})


def one_or_list(schema: Schema) -> Schema:
    """Return one of these, or a list of them, in which nothing may stand."""
    return any_of(schema, {"type": "array", "items": or_nothing(schema)})
