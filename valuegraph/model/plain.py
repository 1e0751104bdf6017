"""Parts and links as plain data: what goes to graphs, files and other programs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from valuegraph.model.part import Part
from valuegraph.model.quantity import Quantity


def plain(value: Any) -> Any:
    """Return a part, a link or a value as texts, numbers, lists and mappings.

    Fields that say nothing are left out, and a status that the name's final ``?`` already
    says; amounts are texts such as ``1800 kg`` wherever a text can say them. Building a part
    from the result gives an equal part.
    """
    if isinstance(value, Quantity):
        return value.to_plain()
    if isinstance(value, BaseModel):
        return _fields(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def _fields(model: BaseModel) -> dict[str, Any]:
    implied = isinstance(model, Part) and model.status_is_implied
    told: dict[str, Any] = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if name == "status" and implied:
            continue
        if field.is_required() or value != field.get_default():
            told[name] = plain(value)
    return told
