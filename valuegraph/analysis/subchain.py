"""Smaller chains: what leads to a part, what it leads to, one circuit, the main story."""

from __future__ import annotations

from collections.abc import Collection

from valuegraph.analysis.subchains.reaching import asked_parts
from valuegraph.model.activity import Circuit, PrimaryActivity
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.part import Story

__all__ = ["main_story", "subchain"]

_EVALUATION = (Question, Criterion, Indicator)


def subchain(chain: ValueChain, only: object) -> ValueChain:
    """Return a smaller chain: a copy that holds only what was asked for.

    Args:
        chain: the chain; it is not changed.
        only: a part, a link, an id or a selector, or several of these: what leads to each and
            what it leads to. ``upstream:`` (``amont:``) or ``downstream:`` (``aval:``) before
            it keeps one side; ``circuit:gift`` keeps what passes by a circuit,
            ``actor:clirse`` what an actor brings or receives and where that leads.

    Returns:
        The copy: ids and order as in the chain. Supports stay with an activity they support,
        actors with a part they act in, evaluation questions with a part they are about.

    Raises:
        UnknownPartError: nothing answers to a reference; near ids are named.
        ChainError: what was asked for is empty.

    Example:
        >>> chain = ValueChain("Jardin", language="en")
        >>> soil, tools = chain.add_resource("Soil"), chain.add_resource("Tools")
        >>> garden = chain.add_activity("Gardening", uses=[soil])
        >>> repair = chain.add_activity("Repair", uses=[tools])
        >>> bonds = chain.add_impact("Bonds", of=[garden])
        >>> [part.id for part in subchain(chain, "upstream:bonds").parts()]
        ['soil', 'gardening', 'bonds']
    """
    kept = asked_parts(chain, only)
    return _of_parts(chain, kept.parts, kept.circuits)


def main_story(chain: ValueChain) -> ValueChain:
    """Return a copy with the parts that belong on the one readable page.

    Parts whose ``story`` is ``detail`` are left out; where parts of a kind are marked
    ``main``, so are those of that kind that are not.
    """
    told = {part.kind for part in chain.parts() if part.story is Story.MAIN}
    kept = {
        part.id
        for part in chain.parts()
        if part.story is Story.MAIN or (part.story is None and part.kind not in told)
    }
    lost = {cell.id for cell in chain.modalities if cell.activity not in kept}
    return _of_parts(chain, kept - lost, {circuit.id for circuit in chain.circuits})


def _of_parts(chain: ValueChain, kept: Collection[str], circuits: Collection[str]) -> ValueChain:
    """Return a copy with these parts and circuits; the evaluation follows what it is about."""
    small = chain.copy()
    for activity in chain.activities:
        if activity.id in kept and activity.no_modality:
            _forget_empty_cells(small, activity, circuits)
    framed = _framework(chain, kept)
    for part in chain.parts():
        stays = part.id in (circuits if isinstance(part, Circuit) else kept)
        if isinstance(part, _EVALUATION):
            stays = part.id in framed
        if not stays and part.id in small:
            small.remove(part.id, cascade=True)
    return small


def _forget_empty_cells(
    small: ValueChain, activity: PrimaryActivity, circuits: Collection[str]
) -> None:
    cells = tuple(cell for cell in activity.no_modality if cell.partition(".")[2] in circuits)
    if cells != activity.no_modality:
        small.change(activity.id, no_modality=cells)


def _framework(chain: ValueChain, kept: Collection[str]) -> set[str]:
    """Return the questions, criteria and indicators that are about something kept."""
    links = {link.id: {link.start, link.end} for link in chain.links}
    whole = {chain.about.id, *(circuit.id for circuit in chain.circuits)}

    def stays(item: str) -> bool:
        return links.get(item, {item}) <= {*kept, *whole}

    found: set[str] = set()
    for question in chain.questions:
        if not question.about or any(map(stays, question.about)):
            found.add(question.id)
    for criterion in chain.criteria:
        if not criterion.question or criterion.question in found:
            found.add(criterion.id)
    for indicator in chain.indicators:
        framed = not indicator.criterion or indicator.criterion in found
        if framed and (not indicator.measures or any(map(stays, indicator.measures))):
            found.add(indicator.id)
    return found
