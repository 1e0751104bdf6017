"""How values of the model are written: plain data, with keys and words in one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from valuegraph.io.documents.keys import PLACES, Takes, field_of
from valuegraph.io.marks import Bare, InlineList, InlineTable
from valuegraph.model.evaluation import is_date
from valuegraph.model.frozen import thaw
from valuegraph.model.link import StrengthRange
from valuegraph.model.quantity import Quantity
from valuegraph.model.validation import FIELD_WORDS, TYPE_WORDS
from valuegraph.model.words import key_word, word

_MOST_EXACT = 10**15
_ALONE = frozenset({"by", "after"})
"""Keys under which a lone reference is not put in a list."""


@dataclass(frozen=True)
class Wording:
    """The language of keys and words."""

    language: str

    def key(self, code: str) -> str:
        """Return a key."""
        return key_word(code, self.language)

    def word(self, vocabulary: str, code: str) -> str:
        """Return a word of a vocabulary; a word that is not in it stays as it is."""
        return word(vocabulary, code, self.language)

    def table(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return a mapping with its keys in the language, to be written on one line."""
        return InlineTable({self.key(code): value for code, value in values.items()})

    def references(self, key: str, ids: Iterable[Any]) -> Any:
        """Return ids, or mappings with an id, as they stand under a key."""
        items = InlineList(ids)
        return items[0] if len(items) == 1 and key in _ALONE else items


def said_by(wording: Wording, item: Any, place: str) -> dict[str, Any]:
    """Return what a part, a link or the chain says, by key as written, in the order of keys.

    Only what has a value of its own; links, references, cells and whatever has keys of its
    own are left to others.
    """
    said: dict[str, Any] = {}
    for key, takes in PLACES[place].items():
        field = field_of(place, key)
        known = type(item).model_fields.get(field)
        if takes not in _OWN or known is None or key == "id":
            continue
        value = getattr(item, field)
        if known.is_required() or value != known.get_default():
            said[wording.key(key)] = _written(wording, place, key, value)
    return said


def amount(wording: Wording, quantity: Quantity) -> Any:
    """Return an amount: a number, a text such as ``1800 kg``, or a mapping."""
    if not quantity.unit:
        return _number(quantity.amount)
    told = quantity.to_plain()
    return told if isinstance(told, str) else wording.table(dict(told))


def _written(wording: Wording, place: str, key: str, value: Any) -> Any:
    takes = PLACES[place][key]
    if takes is Takes.WORD:
        return wording.word(vocabulary_of(place, key), str(value))
    if takes is Takes.CIRCUIT:
        return wording.word("circuit", value)
    if takes is Takes.TRUTH:
        return value if wording.language == "en" else Bare(wording.word("truth", "true"))
    if takes is Takes.TEXTS:
        return InlineList(value) if key in ("codes", "scale") else list(value)
    if takes is Takes.EXTRA:
        return thaw(value)
    if takes is Takes.EVIDENCE:
        pieces = [InlineTable(said_by(wording, piece, "evidence")) for piece in value]
        return pieces[0] if len(pieces) == 1 else pieces
    if takes is Takes.DATED:
        return InlineTable({Bare(when): _value(wording, item) for when, item in value.items()})
    if takes is Takes.BREAKDOWNS:
        return InlineTable({name: InlineList(words) for name, words in value.items()})
    if takes is Takes.BREAKDOWN:
        return InlineTable(dict(value))
    if takes is Takes.IN_RETURN:
        return InlineTable(said_by(wording, value, "in_return"))
    if key == "date" and is_date(value):
        return Bare(value)
    return _value(wording, value)


def _value(wording: Wording, value: Any) -> Any:
    if isinstance(value, Quantity):
        return amount(wording, value)
    if isinstance(value, StrengthRange):
        return wording.table({"low": value.low, "likely": value.likely, "high": value.high})
    return value


def vocabulary_of(place: str, key: str) -> str:
    """Return the vocabulary of the words that stand under a key of a place."""
    if key == "type":
        return TYPE_WORDS[place]
    if (place, key) == ("link", "kind"):
        return "kind"
    return FIELD_WORDS[field_of(place, key)]


def _number(exact: Decimal) -> Any:
    """Return a number as what people and JSON take for one, none of its digits lost."""
    if exact == int(exact) and abs(exact) < _MOST_EXACT:
        return int(exact)
    near = float(exact)
    return near if Decimal(repr(near)) == exact else Bare(f"{exact:f}")


_OWN = frozenset(Takes) - {
    Takes.LINKS, Takes.PARTS, Takes.PART, Takes.ROUTES, Takes.CELLS, Takes.INSIDE,
}  # fmt: skip
"""What a part, a link or a value says of itself."""
