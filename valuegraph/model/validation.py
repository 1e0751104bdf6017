"""From what people write to a valid part or link, or to problems told in both languages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from valuegraph.errors import ChainError, ValueGraphError
from valuegraph.model.activity import InReturn
from valuegraph.model.evaluation import Observation
from valuegraph.model.frozen import MAX_DEPTH
from valuegraph.model.link import PART_KIND_WORDS, Rate
from valuegraph.model.part import Evidence, Sign
from valuegraph.model.quantity import Quantity
from valuegraph.model.reasons import REASONS
from valuegraph.model.words import VOCABULARY, word, word_code
from valuegraph.problems import Bilingual, Problem, Where

Model = TypeVar("Model", bound=BaseModel)

FIELD_WORDS: Mapping[str, str] = {
    "status": "status",
    "story": "story",
    "confidence": "confidence",
    "sign": "sign",
    "ownership": "ownership",
    "state": "state",
    "level": "level",
    "way": "way",
    "direction": "direction",
    "indicator_kind": "indicator_kind",
    "dimension": "dimension",
    "every": "rhythm",
    "circuit": "circuit",
}
"""Field -> vocabulary of its words, for every kind of part and link."""

TYPE_WORDS: Mapping[str, str] = {
    "actor": "actor_type",
    "resource": "resource_type",
    "support": "support_type",
}
"""Kind of part -> vocabulary of its ``type``."""

_PARTS_OF_A_FIELD: Mapping[str, type[BaseModel]] = {"rates": Rate, "evidence": Evidence}
"""Fields that hold one value, or several, of a kind of their own."""

_HALF_A_CHARACTER = Bilingual(
    "le texte contient une moitié de caractère", "the text contains half of a character"
)
_HALF = re.compile("[\ud800-\udfff]")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_LONGEST_COMPARED = 100
_OTHER_REASON = Bilingual("cette valeur n’est pas possible ici", "this value is not possible here")


def build(model: type[Model], values: Mapping[str, Any]) -> Model:
    """Make a part, a link or a value from what a person wrote.

    Words are accepted in French or English, amounts as texts.

    Raises:
        ChainError: with one problem for each field that is wrong.
    """
    kind = str(getattr(model, "kind", "")) if isinstance(getattr(model, "kind", ""), str) else ""
    part_id = str(values.get("id", ""))
    ready: dict[str, Any] = {}
    problems: list[Problem] = []
    for field, value in values.items():
        if _has_half_a_character(value):
            told = {"field": field, "value": _shown(value), "reason": _HALF_A_CHARACTER}
            problems.append(Problem("VG220", Where(id=part_id), told))
            continue
        try:
            ready[field] = _read_field(model, kind, field, value)
        except ValueGraphError as error:
            problems += [_for_field(problem, field, part_id) for problem in error.problems]
    known = {problem.values["field"] for problem in problems}
    try:
        made = model(**ready)
    except ValidationError as error:
        found = complaints(error, model, part_id)
        problems += [problem for problem in found if problem.values["field"] not in known]
    if problems:
        raise ChainError(problems)
    return made


def complaints(error: ValidationError, model: type[BaseModel], part_id: str) -> list[Problem]:
    """Tell a validation error as problems, one a field, each naming its ``field``."""
    found: dict[str, Problem] = {}
    kind = getattr(model, "kind", "")
    for fault in error.errors():
        field = str(fault["loc"][0]) if fault["loc"] else "name"
        if field not in found or "low <= likely" in fault["msg"]:
            found[field] = _complaint(fault, model, kind, field, part_id)
    return list(found.values())


def _complaint(fault: Any, model: type[BaseModel], kind: Any, field: str, part_id: str) -> Problem:
    value = _shown(fault.get("input"))
    where = Where(id=part_id)
    if fault["type"] == "extra_forbidden":
        allowed = [name for name in model.model_fields if name != "id"]
        kind_word = PART_KIND_WORDS.get(str(kind), Bilingual(str(kind), str(kind)))
        return Problem("VG223", where, {"field": field, "kind": kind_word, "allowed": allowed})
    if field == "strength" and "low <= likely" not in fault["msg"]:
        return Problem("VG222", where, {"field": field, "value": value, "words": "—"})
    vocabulary = FIELD_WORDS.get(field)
    if fault["type"] == "enum" and vocabulary:
        return Problem(
            "VG221", where, {"field": field, "value": value, "allowed": words_text(vocabulary)}
        )
    told = f"{fault['type']} {fault['msg']}"
    reason = next((text for start, text in REASONS.items() if start in told), _OTHER_REASON)
    return Problem("VG220", where, {"field": field, "value": value, "reason": reason})


def words_text(vocabulary: str) -> Bilingual:
    """Return the words of a vocabulary as a readable list, in both languages."""
    codes = list(VOCABULARY[vocabulary])
    return Bilingual(", ".join(word(vocabulary, code, "fr") for code in codes), ", ".join(codes))


def did_you_mean(
    text: str, known: Iterable[str], most: int = 3, *, cutoff: float = 0.6
) -> list[str]:
    """Return the known words nearest to ``text``, nearest first, none if all are far.

    Very long texts, and all but the first four hundred known words, are left aside: comparing
    takes time, and files come from strangers.
    """
    if len(text) > _LONGEST_COMPARED:
        return []
    some = islice((item for item in known if len(item) <= _LONGEST_COMPARED), 400)
    by_folded = {item.casefold(): item for item in some}
    near = difflib.get_close_matches(text.casefold(), list(by_folded), n=most, cutoff=cutoff)
    return [by_folded[item] for item in near]


def as_texts(value: Any) -> Any:
    """Return a lone text as a tuple of one, anything else as it is."""
    return (value,) if isinstance(value, str) else value


def _read_field(model: type[BaseModel], kind: str, field: str, value: Any) -> Any:
    known = model.model_fields.get(field)
    if known is None or value is None:
        return value
    vocabulary = TYPE_WORDS.get(kind) if field == "type" else FIELD_WORDS.get(field)
    if vocabulary and isinstance(value, str) and not isinstance(value, Sign):
        return word_code(vocabulary, value) or value
    if field in ("amount", "equals") and model is not Quantity:
        return as_quantity(value)
    if field in ("numerator", "denominator") and model is Observation:
        return as_quantity(value)
    if field == "people" and isinstance(value, str):
        return _as_count(value)
    if field == "strength":
        return _as_strength(value)
    if field in _PARTS_OF_A_FIELD:
        several = value if isinstance(value, list | tuple) else [value]
        inner = _PARTS_OF_A_FIELD[field]
        return tuple(build(inner, item) if isinstance(item, Mapping) else item for item in several)
    if field == "in_return" and isinstance(value, Mapping):
        return build(InReturn, value)
    if field == "value":
        return as_value(value)
    if field in ("baseline", "target") and isinstance(value, Mapping):
        return {str(when): as_value(item) for when, item in value.items()}
    if str(known.annotation).startswith("tuple[str"):
        return as_texts(value)
    return value


def as_quantity(value: Any) -> Any:
    """Read an amount written as text, number or mapping ``{amount, unit}``."""
    if isinstance(value, str):
        return Quantity.parse(value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return build(Quantity, {"amount": Decimal(str(value))})
    if isinstance(value, Mapping):
        inner = value.get("amount")
        if isinstance(inner, str) and Quantity.parse(inner).unit:
            raise ChainError(Problem("VG232", values={"value": f"{inner} / {value.get('unit')}"}))
        amount = Quantity.parse(inner).amount if isinstance(inner, str) else inner
        if isinstance(amount, float):
            amount = Decimal(str(amount))
        return build(Quantity, {**value, "amount": amount})
    return value


def as_value(value: Any) -> Any:
    """Read an observed value: an amount where it is one."""
    if isinstance(value, Mapping):
        return as_quantity(value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return as_quantity(value)
    if isinstance(value, str):
        try:
            return Quantity.parse(value)
        except ValueGraphError:
            return value
    return value


def _has_half_a_character(value: Any, depth: int = 0) -> bool:
    """Tell whether a text holds half of a pair of codes, which no file can hold."""
    if isinstance(value, str):
        return _HALF.search(value) is not None
    if isinstance(value, Mapping):
        value = [*value, *value.values()]
    if not isinstance(value, list | tuple) or depth > MAX_DEPTH:
        return False
    return any(_has_half_a_character(item, depth + 1) for item in value)


def _as_count(text: str) -> Any:
    """Read a whole number; anything else stays as it is, to be refused."""
    try:
        number = Quantity.parse(text)
    except ValueGraphError:
        return text
    whole = not number.unit and number.amount == int(number.amount)
    return int(number.amount) if whole else text


def _as_strength(value: Any) -> Any:
    if isinstance(value, str):
        number = value.strip().replace(",", ".")
        return float(number) if _NUMBER.fullmatch(number) else value
    if isinstance(value, Mapping):
        return {name: _as_strength(item) for name, item in value.items()}
    return value


def _for_field(problem: Problem, field: str, part_id: str) -> Problem:
    values = {**problem.values, "field": field}
    return Problem(problem.code, problem.where, values).at(id=part_id)


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        text = ", ".join(f"{key}: {item}" for key, item in value.items())
    else:
        text = value if isinstance(value, str) else repr(value)
    text = _HALF.sub("\ufffd", text)
    return text if len(text) <= 80 else text[:79] + "…"
