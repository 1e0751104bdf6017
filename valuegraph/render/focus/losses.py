"""The focus on answers: what a loss takes away and cuts, how much passes by a set."""

from __future__ import annotations

from valuegraph.analysis.loss import Loss
from valuegraph.analysis.selection import Selection
from valuegraph.analysis.telling.figures import percent
from valuegraph.analysis.through import Through
from valuegraph.model.chain import ValueChain
from valuegraph.render.focus.lit import Focus
from valuegraph.render.focus.selecting import refs_of, together
from valuegraph.render.words import say


def focus_on_loss(chain: ValueChain, answer: Loss, language: str) -> Focus:
    """Return the focus on a loss: what is taken away is struck out, what it touches is marked.

    What is left keeps its colours: it still works.

    Raises:
        UnknownPartError: the answer is about another chain.
    """
    asked = _asked(chain, answer.chosen, answer)
    cut = set(answer.unreachable)
    taken = {*answer.taken, *asked}
    gone = taken | (set(answer.stopped) - cut)
    gone |= {cell.id for cell in chain.modalities if cell.activity in gone}
    tags = {ref: say("tag taken", language) for ref in taken}
    tags |= {ref: say("tag stopped", language) for ref in answer.stopped if ref not in taken}
    tags |= {ref: say("tag weakened", language) for ref in answer.weakened}
    touched = set(answer.weakened) | cut
    for one in answer.ends:
        if one.unreachable:
            tags[one.end] = say("tag cut", language)
        elif one.through > 0:
            touched.add(one.end)
            share = percent(one.through, language)
            tags[one.end] = say("tag passed", language, share=share)
    for ref in (*gone, *touched):
        _known(chain, ref)
    told = [*answer.sentences(language), say("rest stays", language)]
    caption = answer.caption.text(language) if answer.ends else ""
    return Focus(
        frozenset(touched - gone),
        gone=frozenset(gone),
        tags=tags,
        named=tuple(refs_of(answer.network, answer.chosen)),
        calms=False,
        told=" ".join(text for text in (*told, caption) if text),
    )


def focus_on_share(chain: ValueChain, answer: Through, language: str) -> Focus:
    """Return the focus on how much of each impact passes by a set.

    Raises:
        UnknownPartError: the answer is about another chain.
    """
    chosen = together(chain, refs_of(answer.network, answer.chosen))
    tags = {}
    for impact in answer:
        _known(chain, impact)
        if answer[impact] > 0:
            share = percent(answer[impact], language)
            tags[impact] = say("tag passes", language, share=share)
    caption = answer.caption.text(language)
    told = (*answer.sentences(language), say("rest calmed", language), caption)
    return Focus(
        chosen.lit | tags.keys(),
        chosen.plain,
        tags=tags,
        named=chosen.named,
        told=" ".join(text for text in told if text),
    )


def _asked(chain: ValueChain, selection: Selection, answer: Loss) -> set[str]:
    """Return the ids of what was asked to be taken away, with the modalities of its circuits."""
    refs = refs_of(answer.network, selection)
    circuits = {answer.network.circuits[code] for code in selection.circuits.tolist()}
    cells = {cell.id for cell in chain.modalities if cell.circuit in circuits}
    return {*refs, *cells}


def _known(chain: ValueChain, ref: str) -> None:
    """Complain of an id that the chain does not have."""
    if ref not in chain and ref not in {circuit.id for circuit in chain.circuits}:
        chain.find(ref)
