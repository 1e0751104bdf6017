"""What the text of a cell means as a value of an indicator; what is not clear is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from valuegraph.io.collecting.columns import Column
from valuegraph.io.collecting.mapping import ColumnMapping
from valuegraph.io.collecting.numbers import Typed, typed_number
from valuegraph.io.sheets.sheet import FoundCell
from valuegraph.io.xlsform.columns import words_by_answer
from valuegraph.io.xlsform.questions import breakdown_column
from valuegraph.model.evaluation import Indicator, IndicatorKind
from valuegraph.model.framing import word_problem
from valuegraph.model.quantity import Quantity, standard_unit
from valuegraph.model.words import fold, word_code
from valuegraph.problems import LANGUAGES, Bilingual, Problem, Where

_YES = frozenset({"y", "o", "1", "yes", "oui"})
_NO = frozenset({"n", "0", "no", "non"})
_NUMERIC = (IndicatorKind.COUNT, IndicatorKind.STOCK, IndicatorKind.RATIO)
_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Writing:
    """How the values of a column are written; what is empty is not told."""

    decimal: str = ""
    percent: str = ""
    unit: str = ""

    @classmethod
    def of(cls, column: Column, mapping: ColumnMapping, unit: str = "") -> Writing:
        """Return how a column is written: as its own rule says, else as the mapping says."""
        rule = column.rule
        return cls(
            (rule.decimal if rule else "") or mapping.decimal,
            (rule.percent if rule else "") or mapping.percent,
            (rule.unit if rule else "") or unit,
        )


def answer_of(
    indicator: Indicator, cell: FoundCell, writing: Writing, language: str
) -> tuple[str, Problem | None]:
    """Return the text of a value as the text form takes it, or what is to be asked.

    Args:
        indicator: whose value it is.
        cell: where it stands.
        writing: how the column is written.
        language: the language of the chain, in which yes and no are kept.
    """
    kind, text = indicator.indicator_kind, cell.text.strip()
    if kind is IndicatorKind.YES_NO:
        return _yes_or_no(indicator, text, language)
    if kind is IndicatorKind.ORDINAL and indicator.scale:
        return _on_the_scale(indicator, text)
    typed = typed_of(cell, writing)
    is_numeric = kind in _NUMERIC or (kind is None and indicator.unit != "")
    if typed is None:
        problem = Problem("VG700", Where(id=indicator.id), {"value": text[:60]})
        return (text, None) if not is_numeric else ("", problem)
    if typed.other:
        return "", _ambiguous(typed, text)
    unit = unit_of(indicator)
    if unit == _PERCENT or (kind is IndicatorKind.RATIO and not unit):
        return _share(indicator, typed, text, writing, is_percent=unit == _PERCENT)
    return typed.text, None


def half_of(
    indicator: Indicator, cell: FoundCell, writing: Writing, role: str
) -> tuple[str, Problem | None]:
    """Return the upper or the lower number of a ratio, or what is wrong with it."""
    where = Where(id=indicator.id)
    typed = typed_of(cell, writing)
    if typed is None:
        return "", Problem("VG700", where, {"value": cell.text[:60]})
    if typed.other:
        return "", _ambiguous(typed, cell.text)
    if role == "denominator" and not float(typed.number):
        return "", Problem("VG716", where, {"value": cell.text})
    return typed.text, None


def typed_of(cell: FoundCell, writing: Writing) -> Typed | None:
    """Return the number of a cell; that of a workbook's own number is never in doubt."""
    if cell.kind == "percent":
        share = Decimal(cell.text) * 100
        return Typed(f"{share.normalize():f}", _PERCENT)
    decimal = "." if cell.kind == "number" else writing.decimal
    typed = typed_number(cell.text, decimal)
    if typed is None or typed.unit or not writing.unit:
        return typed
    return Typed(typed.number, standard_unit(writing.unit), typed.other)


def _ambiguous(typed: Typed, text: str) -> Problem:
    """Return the question which of two numbers is meant."""
    return Problem("VG699", values={"value": text, "first": typed.number, "second": typed.other})


def unit_of(indicator: Indicator) -> str:
    """Return the unit of an indicator, or that of its baseline or target; a ratio may say none."""
    known = (*indicator.baseline.values(), *indicator.target.values())
    units = (value.unit for value in known if isinstance(value, Quantity) and value.unit)
    return indicator.unit or next(units, "")


def _share(
    indicator: Indicator, typed: Typed, text: str, writing: Writing, *, is_percent: bool
) -> tuple[str, Problem | None]:
    """Return a share of 1 or of 100, as the indicator counts it; a bare number says neither."""
    number = Decimal(typed.number)
    if typed.unit not in ("", _PERCENT):
        return typed.text, None
    if not typed.unit:
        if not writing.percent:
            values = {"value": text, "hundredth": _text(number), "whole": _text(number * 100)}
            return "", Problem("VG701", Where(id=indicator.id), values)
        most = 1 if writing.percent == "0-1" else 100
        if not 0 <= number <= most:
            values = {"value": text, "percent": writing.percent}
            return "", Problem("VG702", Where(id=indicator.id), values)
        number *= 100 if most == 1 else 1
    return (f"{_text(number)} %" if is_percent else _text(number / 100)), None


def _text(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _yes_or_no(indicator: Indicator, text: str, language: str) -> tuple[str, Problem | None]:
    code = word_code("truth", text)
    is_yes = code == "true" or fold(text) in _YES
    if is_yes or code == "false" or fold(text) in _NO:
        words = Bilingual("oui", "yes") if is_yes else Bilingual("non", "no")
        return words.text(language), None
    return "", Problem("VG710", Where(id=indicator.id), {"value": text[:60]})


def _on_the_scale(indicator: Indicator, text: str) -> tuple[str, Problem | None]:
    """Return a word of the scale, told as it is, by the name of its answer or by a translation."""
    names: dict[str, str] = {}
    for code in LANGUAGES:
        told = indicator.texts("scale", code)
        if len(told) == len(indicator.scale):
            names |= {fold(one): word for one, word in zip(told, indicator.scale, strict=True)}
    meant = word_among(text, indicator.scale, names)
    return meant or text, None if meant else word_problem(indicator, text)


def group_of(indicator: Indicator, column: Column, text: str) -> tuple[str, str]:
    """Return by what an indicator tells a group apart, and the word; no name where it does not.

    A form asks once for the groups of all indicators: one of them may not know this word.
    """
    asked = breakdown_column(column.of)
    same = (name for name in indicator.breakdowns if breakdown_column(name) == asked)
    name = column.of if column.of in indicator.breakdowns else next(same, "")
    words = indicator.breakdowns.get(name, ())
    word = column.answers.get(text) or word_among(text, words, {}) or text
    others = {fold(one): meant for one, meant in column.answers.items()}
    word = word if word in words else others.get(fold(word), word)
    is_of_others = bool(words) and word not in words and word in column.answers.values()
    return ("" if is_of_others else name), word


def word_among(text: str, words: tuple[str, ...], others: Mapping[str, str]) -> str:
    """Return which of some words a text means, or nothing.

    Args:
        text: the word itself, its answer's name in a form, or another spelling of it.
        words: the words.
        others: other spellings, folded -> word.
    """
    if text in words:
        return text
    folded = {fold(word): word for word in words}
    return (
        words_by_answer(list(words)).get(text)
        or folded.get(fold(text))
        or others.get(fold(text), "")
    )
