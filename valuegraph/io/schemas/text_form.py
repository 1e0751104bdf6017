"""The JSON Schema of the text form: one mapping for the chain, one for each kind of part."""

from __future__ import annotations

from typing import Any

from valuegraph.errors import OptionError
from valuegraph.io.documents.keys import (
    EVALUATION_KINDS,
    PLACE_WORDS,
    PLACES,
    SECTION_KINDS,
    TEXT_FIELDS,
    VERSION,
    Takes,
)
from valuegraph.io.schemas.spellings import (
    ANY_LANGUAGE,
    Schema,
    Spellings,
    any_of,
    one_or_list,
    or_nothing,
)
from valuegraph.io.schemas.values import (
    LANGUAGE,
    SCALAR,
    STRING,
    definitions,
    ref,
    value_of,
)
from valuegraph.model.ids import MAX_ID_LENGTH, RESERVED, WHOLE_CHAIN
from valuegraph.model.words import KEYS
from valuegraph.problems import Bilingual, Problem

_FORM = "https://json-schema.org/draft/2020-12/schema"
_KEYS = ("en", "fr", ANY_LANGUAGE)
_OF_KEYS = Bilingual("la langue des clés", "the language of the keys")
# What no id holds, among the characters that every reader of patterns knows.
_NOT_IN_IDS = r"\u0000-,./:-@\[-^`{-\u00a0"
_ID = rf"^[^{_NOT_IN_IDS}-][^{_NOT_IN_IDS}]*$"
_KINDS = {**SECTION_KINDS, **EVALUATION_KINDS}
_LONE = {"question": "criteria", "criterion": "indicators"}


def json_schema(*, keys: str = "all") -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the text form, for editors and other programs.

    It sees the shape: unknown keys, missing ends of links, words outside a closed list, a
    strength above 1, an amount without a number. It cannot see what joins two places (a
    reference to nobody, an id given twice, a kind of link between the wrong parts), nor
    ``Observé`` for ``observé``, which reading accepts: reading is the judge.

    Args:
        keys: which spellings pass: ``"en"``, ``"fr"`` (what :func:`valuegraph.write` writes
            with ``keys=``), or ``"all"``, every spelling of both languages.

    Returns:
        The schema as plain data, made from the tables that the reader uses.

    Raises:
        OptionError: ``keys`` is something else.

    Example:
        >>> json_schema(keys="en")["properties"]["valuegraph"]["enum"]
        [1, '1']
    """
    if keys not in _KEYS:
        values = {"option": _OF_KEYS, "value": keys, "allowed": list(_KEYS)}
        raise OptionError(Problem("VG450", values=values))
    return _Maker(Spellings(keys)).whole()


class _Maker:
    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings
        self._language = "fr" if spellings.keys == "fr" else "en"

    def whole(self) -> Schema:
        fields = self._fields(WHOLE_CHAIN)
        chain = self._spellings.object(fields)
        chain["properties"]["valuegraph"] = {"enum": [VERSION, str(VERSION)]}
        named = definitions(self._spellings) | {kind: self._part(kind) for kind in _KINDS.values()}
        return {"$schema": _FORM, "title": "valuegraph", **chain,
                "$defs": {**named, "link": self._link()}}  # fmt: skip

    def _fields(self, place: str, *, without: str = "") -> dict[str, Schema]:
        """Return key -> what its value is, sections included."""
        return {
            key: self._inside(key) if takes is Takes.INSIDE else self._value(place, key)
            for key, takes in PLACES[place].items()
            if key != without
        }

    def _value(self, place: str, key: str) -> Schema:
        told = value_of(self._spellings, place, key)
        if (place, key) == ("support", "supports"):
            cell = any_of(SCALAR, ref("by_language"), self._item())
            return any_of(told, {"type": "object", "additionalProperties": or_nothing(cell)})
        return told

    def _item(self) -> Schema:
        """Return what a cell of a support activity may say of its link."""
        fields = {key: value_of(self._spellings, "item", key) for key in PLACES["item"]}
        return self._spellings.object({key: fields[key] for key in fields if key != "part"})

    def _part(self, kind: str) -> Schema:
        whole = self._spellings.object(self._fields(kind))
        lone = SCALAR if kind == "question" else STRING
        return {
            "title": PLACE_WORDS[kind].text(self._language),
            **any_of(lone, ref("by_language"), whole),
        }

    def _link(self) -> Schema:
        needed = ["start", "end", "kind"]
        whole = self._spellings.object(self._fields("link"), needed)
        return {"title": PLACE_WORDS["link"].text(self._language), **whole}

    def _inside(self, key: str) -> Schema:
        """Return what stands under a key that has keys of its own."""
        if key in _KINDS:
            return self._section(key)
        if key == "evaluation":
            return self._spellings.object(self._fields("evaluation"))
        return {
            "valuegraph": SCALAR,
            "scales": self._scales(),
            "rates": one_or_list(self._rows("rate", "unit", "equals")),
            "links": one_or_list(ref("link")),
            "translations": self._translations(),
            "observations": self._list(self._observation()),
            "ratings": self._list(self._rows("rating", "of", "date", "value")),
        }[key]

    def _section(self, key: str) -> Schema:
        """Return a section: a mapping id -> part, or a list of names; the margin may be a part."""
        kind = _KINDS[key]
        names: Schema = {"pattern": _ID, "maxLength": MAX_ID_LENGTH}
        if kind != "circuit":
            names["not"] = {"enum": sorted(RESERVED - {"sequence"})}
        by_id: Schema = {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": or_nothing(ref(kind)),
        }
        if kind == "activity":
            truth = any_of({"type": "boolean"}, {"enum": self._spellings.of_words("truth")})
            by_id["properties"] = dict.fromkeys(
                self._spellings.of_key("sequence"), or_nothing(truth)
            )
        lone = any_of(STRING, ref("by_language"))
        listed = {"type": "array", "items": or_nothing(lone)}
        return any_of(by_id, listed, *([ref(kind)] if kind == "margin" else []))

    def _rows(self, place: str, *needed: str) -> Schema:
        return self._spellings.object(self._fields(place), needed)

    def _observation(self) -> Schema:
        told = self._rows("observation", "indicator", "date")
        values = ("value", "numerator", "denominator")
        spelt = [one for code in values for one in self._spellings.of_key(code)]
        told["allOf"] = [*told["allOf"], {"anyOf": [{"required": [one]} for one in spelt]}]
        return told

    def _list(self, item: Schema) -> Schema:
        return {"type": "array", "items": or_nothing(item)}

    def _scales(self) -> Schema:
        number = any_of(ref("share"), STRING)
        words = {"type": "object", "additionalProperties": or_nothing(number)}
        return self._spellings.object({"strength": words})

    def _translations(self) -> Schema:
        fields = {key for keys in TEXT_FIELDS.values() for key in keys} & KEYS.keys()
        texts = self._spellings.object({key: one_or_list(SCALAR) for key in sorted(fields)})
        told = {"type": "object", "additionalProperties": or_nothing(any_of(SCALAR, texts))}
        return {
            "type": "object",
            "propertyNames": {"pattern": LANGUAGE},
            "additionalProperties": or_nothing(told),
        }
