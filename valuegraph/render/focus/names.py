"""How parts and links are named in a caption, in any language of the chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from valuegraph.analysis.telling.figures import listed
from valuegraph.analysis.wording import shortened
from valuegraph.model.activity import Circuit, Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, Link
from valuegraph.model.part import Part
from valuegraph.model.words import CIRCUIT_LABELS
from valuegraph.problems import Bilingual
from valuegraph.render.words import say

_MOST_NAMES = 6
_MOST_STEPS = 10

_COUNTED: Mapping[str, tuple[Bilingual, Bilingual]] = {
    "actor": (Bilingual("partie prenante", "stakeholder"),
              Bilingual("parties prenantes", "stakeholders")),
    "resource": (Bilingual("ressource", "resource"), Bilingual("ressources", "resources")),
    "support": (Bilingual("activité de soutien", "support activity"),
                Bilingual("activités de soutien", "support activities")),
    "activity": (Bilingual("activité", "activity"), Bilingual("activités", "activities")),
    "modality": (Bilingual("modalité", "modality"), Bilingual("modalités", "modalities")),
    "output": (Bilingual("réalisation", "output"), Bilingual("réalisations", "outputs")),
    "impact": (Bilingual("impact", "impact"), Bilingual("impacts", "impacts")),
    "margin": (Bilingual("marge", "margin"), Bilingual("marges", "margins")),
    "question": (Bilingual("question évaluative", "evaluation question"),
                 Bilingual("questions évaluatives", "evaluation questions")),
    "criterion": (Bilingual("critère", "criterion"), Bilingual("critères", "criteria")),
    "indicator": (Bilingual("indicateur", "indicator"), Bilingual("indicateurs", "indicators")),
}  # fmt: skip
"""Kind of part -> one and several of it, in the order of telling."""


def quoted(name: str, language: str) -> str:
    """Return a name in the quotation marks of the language, shortened if it is long."""
    return say("quoted", language, text=shortened(name))


def named(chain: ValueChain, ref: str, language: str) -> str:
    """Return how a part, a link or a circuit of the chain is called."""
    if ref == WHOLE_CHAIN:
        return say("the whole chain", language)
    item = _item(chain, ref)
    if isinstance(item, Link):
        verb = LINK_KINDS[item.kind].verb.text(language)
        start, end = (named(chain, each, language) for each in (item.start, item.end))
        return f"{start} {verb} {end}"
    if isinstance(item, Circuit):
        return shortened(item.label(language))
    if isinstance(item, Modality):
        row, column = (named(chain, each, language) for each in (item.activity, item.circuit))
        name = item.text("name", language)
        place = f"{row} × {column}"
        return f"{quoted(name, language)} ({place})" if name.strip() else place
    return quoted(item.label(language), language) if item else quoted(ref, language)


def some_named(chain: ValueChain, refs: Sequence[str], language: str) -> str:
    """Return names as one list that says how many it leaves out."""
    names = [named(chain, ref, language) for ref in refs[:_MOST_NAMES]]
    more = len(refs) - len(names)
    return listed([*names, *([say("more", language, count=more)] if more else [])], language)


def route_named(
    chain: ValueChain, parts: Sequence[str], links: Sequence[Sequence[str]], language: str
) -> str:
    """Return a route in words: *« A » alimente « B », qui contribue à « C »*.

    Of a long one the first steps and the last are told.
    """
    steps = list(zip(links, parts[1:], strict=False))
    leaps = len(steps) > _MOST_STEPS
    if leaps:
        steps = [*steps[: _MOST_STEPS - 1], steps[-1]]
    told = named(chain, parts[0], language)
    for number, (ids, end) in enumerate(steps):
        item = _item(chain, ids[0]) if ids and ids[0] else None
        kind = item.kind if isinstance(item, Link) else "contributes"
        last = leaps and number == len(steps) - 1
        told += say("which, later" if last else "which", language) if number else " "
        told += f"{LINK_KINDS[kind].verb.text(language)} {named(chain, end, language)}"
    return told


def counted(parts: Iterable[Part], language: str) -> str:
    """Return how many parts of each kind there are, in words: *3 ressources, 1 activité*."""
    kinds = [part.kind for part in parts]
    pieces = []
    for kind, (one, several) in _COUNTED.items():
        count = kinds.count(kind)
        if count:
            pieces.append(f"{count} {(one if count == 1 else several).text(language)}")
    return ", ".join(pieces)


def _item(chain: ValueChain, ref: str) -> Part | Link | None:
    if ref in chain:
        return chain.find(ref)
    if ref in CIRCUIT_LABELS:
        return chain.circuit(ref)
    return None
