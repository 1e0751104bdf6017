"""What a document says of the chain itself: version, language, texts, scales, rates."""

from __future__ import annotations

from typing import Any

from valuegraph.errors import ValueGraphError
from valuegraph.io.documents.keys import VERSION
from valuegraph.io.documents.reading import Reading, cut, is_nothing, listed, typed_text
from valuegraph.io.documents.tables import Fields, fields_of, require
from valuegraph.io.documents.texts import text_of
from valuegraph.io.documents.values import values_of
from valuegraph.io.tree import Entry, Scalar, Table
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.languages import is_language
from valuegraph.model.link import Rate
from valuegraph.model.validation import build
from valuegraph.model.words import key_code
from valuegraph.problems import Bilingual


def is_of_a_known_version(reading: Reading, document: Table) -> bool:
    """Tell whether the document is of a version that can be read; a missing one is noted."""
    entry = next((one for one in document if key_code(one.key.text) == "valuegraph"), None)
    if entry is None or is_nothing(entry.value):
        reading.complain("VG206", entry.value if entry else document, version=VERSION)
        return True
    text = typed_text(entry.value)
    if text == str(VERSION):
        return True
    newer = text.isascii() and text.isdigit() and int(text[:9]) > VERSION
    told = {"version": text, "known": [VERSION]}
    reading.complain("VG208" if newer else "VG207", entry.value, **told)
    return False


def tell_about(reading: Reading, fields: Fields, base: Entry | None) -> None:
    """Tell the chain what the document says of it.

    Args:
        reading: the document.
        fields: key of the chain -> entry.
        base: the common base that the evaluation names.
    """
    _change(reading, fields, _language(reading, fields))
    values = values_of(reading, fields, WHOLE_CHAIN)
    values.pop("language", None)
    if base and not is_nothing(base.value):
        values["base"] = text_of(reading, base.value, base.key.text) or ""
    if "scales" in fields:
        values["scales"] = _scales(reading, fields["scales"])
    if "rates" in fields:
        values["rates"] = _rates(reading, fields["rates"])
    for field, value in values.items():
        _change(reading, fields, {field: value})


def _change(reading: Reading, fields: Fields, values: dict[str, Any]) -> None:
    try:
        reading.chain.change(WHOLE_CHAIN, **values)
    except ValueGraphError as error:
        at = next(iter(fields.values())).value if fields else Scalar("")
        reading.adopt(error.problems, at, fields, WHOLE_CHAIN)


def _language(reading: Reading, fields: Fields) -> dict[str, str]:
    entry = fields.get("language")
    text = text_of(reading, entry.value, entry.key.text) if entry else None
    if entry is None or text is None:
        return {}
    if not is_language(text):
        reading.complain("VG224", entry.value, language=cut(text))
        return {}
    return {"language": text}


def _scales(reading: Reading, entry: Entry) -> dict[str, dict[str, float]]:
    if not isinstance(entry.value, Table):
        _refuse_scale(reading, entry)
        return {}
    scales: dict[str, dict[str, float]] = {}
    for key, scale in fields_of(reading, entry.value, "scales").items():
        if not isinstance(scale.value, Table):
            _refuse_scale(reading, scale)
            continue
        scales[key] = {}
        for word in scale.value:
            number = _share(reading, word)
            if number is not None:
                scales[key][word.key.text] = number
    return scales


def _share(reading: Reading, word: Entry) -> float | None:
    text = text_of(reading, word.value, word.key.text)
    try:
        number = float((text or "").replace(",", "."))
    except ValueError:
        number = 0.0
    if text is not None and not 0 < number <= 1:
        reading.complain("VG222", word.value, value=cut(text), words="—")
    return number if 0 < number <= 1 else None


def _refuse_scale(reading: Reading, entry: Entry) -> None:
    expected = Bilingual("une table mot : nombre", "a word: number mapping")
    advice = Bilingual("Par exemple {force: {faible: 0.2, fort: 0.8}}.",
                       "For instance {strength: {weak: 0.2, strong: 0.8}}.")  # fmt: skip
    reading.wrong_shape(entry.value, expected, advice)


def _rates(reading: Reading, entry: Entry) -> list[Rate]:
    rates: list[Rate] = []
    for item in listed(entry.value):
        if not isinstance(item, Table):
            expected = Bilingual("un taux", "a rate")
            advice = Bilingual(
                "Par exemple {unité: Tic-Tac, vaut: 1 EUR, date: 2018-01-01}.",
                "For instance {unit: Tic-Tac, equals: 1 EUR, date: 2018-01-01}.",
            )
            reading.wrong_shape(item, expected, advice)
            continue
        fields = fields_of(reading, item, "rate")
        values = values_of(reading, fields, "rate")
        complete = require(reading, fields, "rate", item, "unit", "equals")
        if complete and "equals" in values:
            try:
                rates.append(build(Rate, values))
            except ValueGraphError as error:
                reading.adopt(error.problems, fields["equals"].value, fields, "rate")
    return rates
