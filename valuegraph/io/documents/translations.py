"""The translations of a document: texts of the chain, its parts and its links."""

from __future__ import annotations

from typing import Any

from valuegraph.io.documents.keys import PLACES, TEXT_FIELDS, Takes, field_of
from valuegraph.io.documents.reading import Reading, cut, is_nothing
from valuegraph.io.documents.tables import Fields, fields_of
from valuegraph.io.documents.texts import name_of, text_of, texts_of
from valuegraph.io.tree import Entry, Table
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.languages import is_language
from valuegraph.model.link import Link
from valuegraph.problems import Bilingual

_LONE = {"question": "ask", "link": "label"}
"""What a lone text translates, where it is not the name."""


def add_translations(reading: Reading, entry: Entry) -> None:
    """Add the block of translations: language -> id -> key -> text."""
    if not isinstance(entry.value, Table):
        _refuse(reading, entry, "{en: {…}}")
        return
    for language in entry.value:
        if not is_language(language.key.text):
            reading.complain("VG224", language.key, language=cut(language.key.text))
        elif isinstance(language.value, Table):
            for item in language.value:
                _add(reading, language.key.text, item)
        elif not is_nothing(language.value):
            _refuse(reading, language, "{chain: {…}}")


def _add(reading: Reading, language: str, item: Entry) -> None:
    found = reading.id_of(item.key)
    if found is None or is_nothing(item.value):
        return
    inner = reading.within(found)
    chain = reading.chain
    part = chain.about if found == WHOLE_CHAIN else chain.find(found)
    place = "link" if isinstance(part, Link) else part.kind
    told = _texts(inner, item, place)
    present = part.translations.get(language, {})
    for field, (key, text) in list(told.items()):
        if present.get(field, text) != text:
            inner.complain("VG225", key.value, field=key.key.text, language=language)
            del told[field]
    texts = {**present, **{field: text for field, (_, text) in told.items()}}
    chain.change(found, translations={**part.translations, language: texts})


def _texts(reading: Reading, item: Entry, place: str) -> dict[str, tuple[Entry, Any]]:
    """Return field -> the entry and what it says; a lone text is the name."""
    fields: Fields = {_LONE.get(place, "name"): item}
    if isinstance(item.value, Table):
        fields = fields_of(reading, item.value, "translation", TEXT_FIELDS[place])
    told: dict[str, tuple[Entry, Any]] = {}
    readers = {Takes.NAME: name_of, Takes.TEXT: text_of, Takes.TEXTS: texts_of}
    for key, entry in fields.items():
        # What is not itself a text, such as `in_return`, is translated by its words.
        read = readers.get(PLACES[place][key], text_of)
        text = read(reading, entry.value, entry.key.text)
        if text is not None:
            told[field_of(place, key)] = (entry, text)
    return told


def _refuse(reading: Reading, entry: Entry, example: str) -> None:
    expected = Bilingual("une table clé : valeur", "a key: value mapping")
    advice = Bilingual(f"Par exemple {example}.", f"For instance {example}.")
    reading.wrong_shape(entry.value, expected, advice)
