"""ValueFlows in the table of formats: its readers and writers, imported when they are used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from valuegraph.io.graphs.on_demand import GraphFormat
from valuegraph.problems import Bilingual, Problem

if TYPE_CHECKING:
    from valuegraph.io.tree import Node
    from valuegraph.model.chain import ValueChain

_CONTEXT = re.compile(r"(?m)^(?:\s*\{\s*)?[\"']?@context[\"']?\s*:")
_LOST = Bilingual(
    "les impacts, l’évaluation, les forces, les preuves, les lignes d’action, les traductions, "
    "ce qui est réfuté",
    "impacts, the evaluation, strengths, evidence, action lines, translations, what is refuted",
)


def is_valueflows(text: str) -> bool:
    """Tell whether a text is a graph in the vocabulary of ValueFlows."""
    return "w3id.org/valueflows" in text and _CONTEXT.search(text) is not None


def _read(text: str, options: Any) -> tuple[Node | None, list[Problem]]:
    from valuegraph.io.valueflows.reading import read_valueflows

    return read_valueflows(text)


def _json(chain: ValueChain, options: Any) -> str:
    from valuegraph.io.valueflows.writing import valueflows_of

    return valueflows_of(chain)


def _yaml(chain: ValueChain, options: Any) -> str:
    from valuegraph.io.valueflows.writing import valueflows_yaml_of

    return valueflows_yaml_of(chain)


def _losses(chain: ValueChain) -> Iterable[Problem]:
    from valuegraph.io.valueflows.keeping import losses

    return losses(chain)


VALUEFLOWS_FORMATS: Mapping[str, GraphFormat] = {
    "valueflows": GraphFormat(
        Bilingual("flux ValueFlows 1.0, en JSON-LD", "ValueFlows 1.0 flows, as JSON-LD"),
        (".vf.jsonld", ".vf.json"),
        _read,
        _json,
        lost=_LOST,
        losses=_losses,
        recognises_text=is_valueflows,
    ),
    "valueflows-yaml": GraphFormat(
        Bilingual("flux ValueFlows 1.0, en YAML", "ValueFlows 1.0 flows, as YAML"),
        (".vf.yaml", ".vf.yml"),
        _read,
        _yaml,
        lost=_LOST,
        losses=_losses,
        recognises_text=is_valueflows,
    ),
}
"""Its two forms by their names; either reads both."""
