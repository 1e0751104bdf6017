"""The values of a part, a link or the chain: from what was typed to fields of the model."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from valuegraph.errors import ValueGraphError
from valuegraph.io.documents.keys import PLACES, TEXT_FIELDS, Takes, field_of
from valuegraph.io.documents.reading import Reading, cut, is_nothing, listed
from valuegraph.io.documents.tables import Fields, fields_of, require
from valuegraph.io.documents.texts import (
    by_language,
    in_the_chains_language,
    is_by_language,
    name_of,
    text_of,
    texts_of,
)
from valuegraph.io.tree import Entry, Listing, Node, Scalar, Table
from valuegraph.model.evaluation import is_date
from valuegraph.model.frozen import MAX_DEPTH
from valuegraph.model.validation import as_quantity, as_value, words_text
from valuegraph.model.words import word_code
from valuegraph.problems import Bilingual

_JSON_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
_MOST_DIGITS = 1000
_A_MAPPING = Bilingual("une table clé : valeur", "a key: value mapping")
_TEXTS: Mapping[Takes, Callable[[Reading, Node, str], Any]] = {
    Takes.NAME: name_of,
    Takes.TEXT: text_of,
    Takes.TEXTS: texts_of,
}


def values_of(reading: Reading, fields: Fields, place: str) -> dict[str, Any]:
    """Return the fields of the model that these entries fill; what is wrong is noted.

    Links, references, cells and what has a table of keys of its own are left to others.
    Texts in several languages give ``translations``.
    """
    values: dict[str, Any] = {}
    translations: dict[str, dict[str, Any]] = {}
    for key, entry in fields.items():
        takes = PLACES[place][key]
        if takes in _TEXTS:
            told = _told(reading, place, key, entry, translations)
        elif takes in _READERS:
            told = _READERS[takes](reading, entry)
        else:
            continue
        if told is not None:
            values[field_of(place, key)] = told
    if translations:
        values["translations"] = translations
    return values


def _told(
    reading: Reading, place: str, key: str, entry: Entry, translations: dict[str, dict[str, Any]]
) -> Any:
    """Return a text in the chain's language; its translations join the others."""
    read = _TEXTS[PLACES[place][key]]
    told_in_several = key in TEXT_FIELDS.get(place, ())
    if not (told_in_several and is_by_language(entry.value, texts_only=False)):
        return read(reading, entry.value, entry.key.text)
    by = by_language(reading, entry.value)
    texts = {language: read(reading, node, entry.key.text) for language, node in by.items()}
    told, others = in_the_chains_language(reading, texts)
    for language, text in others.items():
        translations.setdefault(language, {})[field_of(place, key)] = text
    return told


def _word(reading: Reading, entry: Entry) -> str | None:
    return text_of(reading, entry.value, entry.key.text)


def truth_of(reading: Reading, entry: Entry) -> bool | None:
    """Return yes or no, in either language; what is neither is noted."""
    text = text_of(reading, entry.value, entry.key.text)
    if text is None:
        return None
    code = word_code("truth", text)
    if code is None:
        told = {"field": entry.key.text, "value": cut(text), "allowed": words_text("truth")}
        reading.complain("VG221", entry.value, **told)
        return None
    return code == "true"


def _mapping_or_text(reading: Reading, entry: Entry, place: str, *needed: str) -> Any:
    """Return a text, or a mapping of texts with the keys it needs."""
    if not isinstance(entry.value, Table):
        return text_of(reading, entry.value, entry.key.text)
    fields = fields_of(reading, entry.value, place)
    complete = require(reading, fields, place, entry.value, *needed)
    told = _texts_of(reading, fields)
    return told if complete else None


def _amount(reading: Reading, entry: Entry) -> Any:
    told = _mapping_or_text(reading, entry, "amount", "amount")
    return None if told is None else _judged(reading, entry, as_quantity, told)


def _value(reading: Reading, entry: Entry) -> Any:
    """Return an observed value: an amount where it is one, else words."""
    told = _mapping_or_text(reading, entry, "amount", "amount")
    return None if told is None else _judged(reading, entry, as_value, told)


def _judged(reading: Reading, entry: Entry, judge: Callable[[Any], Any], told: Any) -> Any:
    try:
        return judge(told)
    except ValueGraphError as error:
        reading.adopt(error.problems, entry.value)
        return None


def _strength(reading: Reading, entry: Entry) -> Any:
    return _mapping_or_text(reading, entry, "strength", "low", "likely", "high")


def _texts_of(reading: Reading, fields: Fields) -> dict[str, str]:
    told: dict[str, str] = {}
    for key, entry in fields.items():
        text = text_of(reading, entry.value, entry.key.text)
        if text is not None:
            told[key] = text
    return told


def _evidence(reading: Reading, entry: Entry) -> tuple[dict[str, str], ...]:
    told: list[dict[str, str]] = []
    for item in listed(entry.value):
        if isinstance(item, Table):
            told.append(_texts_of(reading, fields_of(reading, item, "evidence")))
        else:
            source = text_of(reading, item, entry.key.text)
            told += [{"source": source}] if source is not None else []
    return tuple(told)


def circuit_of(reading: Reading, node: Node, key: str) -> str | None:
    """Return the code of a circuit; one that the chain does not have is noted."""
    text = text_of(reading, node, key)
    if text is None:
        return None
    try:
        return reading.chain.circuit(reading.stand_ins.get(text, text)).id
    except ValueGraphError as error:
        reading.adopt(error.problems, node)
        return None


def _circuit(reading: Reading, entry: Entry) -> str | None:
    return circuit_of(reading, entry.value, entry.key.text)


def _in_return(reading: Reading, entry: Entry) -> dict[str, Any] | None:
    if isinstance(entry.value, Table):
        fields = fields_of(reading, entry.value, "in_return")
        return {"what": "", **values_of(reading, fields, "in_return")}
    what = text_of(reading, entry.value, entry.key.text)
    return None if what is None else {"what": what}


def _dated(reading: Reading, entry: Entry) -> dict[str, Any] | None:
    if not isinstance(entry.value, Table):
        advice = Bilingual("Par exemple {2018: 20 personnes}.", "For instance {2018: 20 people}.")
        reading.wrong_shape(entry.value, _A_MAPPING, advice)
        return None
    told: dict[str, Any] = {}
    for dated in entry.value:
        if not is_date(dated.key.text):
            reason = Bilingual("une date s’écrit 2018, 2018-12 ou 2018-12-31",
                               "a date is written 2018, 2018-12 or 2018-12-31")  # fmt: skip
            reading.complain("VG220", dated.key, field=entry.key.text, value=cut(dated.key.text),
                             reason=reason)  # fmt: skip
        elif not is_nothing(dated.value):
            value = _value(reading, dated)
            if value is not None:
                told[dated.key.text] = value
    return told


def _breakdowns(reading: Reading, entry: Entry) -> dict[str, tuple[str, ...]] | None:
    """Return by what values are told apart, each with its words."""
    table = _named(reading, entry)
    if table is None:
        return None
    read = ((item.key.text, texts_of(reading, item.value, item.key.text)) for item in table)
    return {name: tuple(words or ()) for name, words in read}


def _breakdown(reading: Reading, entry: Entry) -> dict[str, str] | None:
    """Return by what one value is told apart, each with its word."""
    table = _named(reading, entry)
    if table is None:
        return None
    read = ((item.key.text, text_of(reading, item.value, item.key.text)) for item in table)
    return {name: word for name, word in read if word is not None}


def _named(reading: Reading, entry: Entry) -> Table | None:
    if isinstance(entry.value, Table):
        return entry.value
    advice = Bilingual("Par exemple {âge: …}.", "For instance {age: …}.")
    reading.wrong_shape(entry.value, _A_MAPPING, advice)
    return None


def _extra(reading: Reading, entry: Entry) -> Any:
    if not isinstance(entry.value, Table):
        reading.wrong_shape(entry.value, _A_MAPPING)
        return None
    return plain_data(entry.value)


def plain_data(node: Node, depth: int = 0) -> Any:
    """Return free data: unquoted numbers, true, false and null by the rules of JSON."""
    if isinstance(node, Scalar):
        return _json_scalar(node)
    if depth > MAX_DEPTH + 1:
        return None  # the model says that it is too deep
    if isinstance(node, Listing):
        return [plain_data(item, depth + 1) for item in node.items]
    return {entry.key.text: plain_data(entry.value, depth + 1) for entry in node}


def _json_scalar(scalar: Scalar) -> Any:
    text = scalar.text
    if scalar.quoted:
        return text
    if text in ("true", "false", "null", ""):
        return json.loads(text or "null")
    if _JSON_NUMBER.fullmatch(text) and len(text) <= _MOST_DIGITS:
        return json.loads(text)
    return text


_READERS: Mapping[Takes, Callable[[Reading, Entry], Any]] = {
    Takes.WORD: _word,
    Takes.TRUTH: truth_of,
    Takes.AMOUNT: _amount,
    Takes.STRENGTH: _strength,
    Takes.EVIDENCE: _evidence,
    Takes.CIRCUIT: _circuit,
    Takes.IN_RETURN: _in_return,
    Takes.VALUE: _value,
    Takes.DATED: _dated,
    Takes.BREAKDOWNS: _breakdowns,
    Takes.BREAKDOWN: _breakdown,
    Takes.EXTRA: _extra,
}
