"""Deeply frozen values: parts hold tuples and frozen mappings, never lists and dicts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated, Any

from immutabledict import immutabledict
from pydantic import AfterValidator

from valuegraph.model.languages import Language

MAX_DEPTH = 30
_MOST = 10**300


def freeze(value: Any) -> Any:
    """Return ``value`` with every mapping and list in it, at any depth, made immutable."""
    if isinstance(value, Mapping):
        return immutabledict({key: freeze(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(freeze(item) for item in value)
    return value


def thaw(value: Any) -> Any:
    """Return ``value`` as plain dicts and lists, the inverse of :func:`freeze`."""
    if isinstance(value, Mapping):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [thaw(item) for item in value]
    return value


def _only_plain_data(value: Any, depth: int = 0) -> None:
    if depth > MAX_DEPTH:
        raise ValueError("extra is too deep")
    if isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                raise ValueError("extra has text keys only")
            _only_plain_data(item, depth + 1)
    elif isinstance(value, list | tuple):
        for item in value:
            _only_plain_data(item, depth + 1)
    elif isinstance(value, int | float):
        if not abs(value) < _MOST:
            raise ValueError("extra holds finite numbers only")
    elif value is not None and not isinstance(value, str):
        raise ValueError("extra holds texts, numbers, yes or no, lists and mappings")


def _plain_and_frozen(value: Mapping[str, Any]) -> Any:
    _only_plain_data(value)
    return freeze(value)


Extra = Annotated[Mapping[str, Any], AfterValidator(_plain_and_frozen)]
"""Free data kept on every round trip: what JSON can hold, and nothing else."""

Translations = Annotated[
    Mapping[Language, Mapping[str, str | tuple[str, ...]]], AfterValidator(freeze)
]
"""Language -> field -> text, or texts for a field that holds several."""


def told_translations(
    translations: Mapping[str, Mapping[str, Any]], single: Collection[str], several: Collection[str]
) -> Any:
    """Return translations of these fields only; what is empty says nothing and is left out.

    Raises:
        ValueError: a field is not one of them, or holds one text where several belong.
    """
    told: dict[str, dict[str, Any]] = {}
    for language, fields in translations.items():
        for field, text in fields.items():
            value = (text,) if field in several and isinstance(text, str) else text
            if field not in (single if isinstance(value, str) else several):
                raise ValueError("translations are of texts only")
            if value:
                told.setdefault(language, {})[field] = value
    return freeze(told)


EMPTY: Mapping[str, Any] = immutabledict()
