"""What a drawing shows of a chain, and the sentences that say what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from valuegraph.analysis.network import network as network_of
from valuegraph.analysis.selection import selected
from valuegraph.analysis.subchain import main_story, subchain
from valuegraph.analysis.subchains.reaching import side_of
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Told
from valuegraph.render.focus.names import counted, some_named
from valuegraph.render.focus.selecting import refs_of
from valuegraph.render.words import say


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A chain as a drawing shows it; ``told`` says what is shown and what is left out."""

    chain: ValueChain
    told: str = ""


def narrowed(chain: ValueChain, only: object, detail: str, language: str) -> Narrowed:
    """Return the chain that is drawn when ``only`` a part of it, or its overview, is asked for.

    Raises:
        UnknownPartError: nothing answers to a reference.
        ChainError: what was asked for is empty.
    """
    told = []
    small = chain
    if only is not None:
        small = subchain(chain, only)
        told.append(_shown(chain, small, only, language))
    if detail == "overview":
        whole, small = small, _without_lines(main_story(small))
        text = say("overview", language)
        missing = _missing(whole, small, language)
        told.append(text + say("overview left out", language, counts=missing) if missing
                    else f"{text}.")  # fmt: skip
    return Narrowed(small, " ".join(told))


def _without_lines(chain: ValueChain) -> ValueChain:
    """Return a copy whose supports have no lines of action: any view then draws them short."""
    short = chain.copy()
    for part in chain.support:
        if part.actions:
            short.change(part.id, actions=(), translations=_untold(part, "actions"))
        for link in chain.outgoing(part, "supports"):
            if link.label:
                short.change(link.id, label="", translations=_untold(link, "label"))
    return short


def _untold(item: Told, field: str) -> dict[str, dict[str, object]]:
    """Return the translations of an item without those of a field."""
    return {
        language: {name: text for name, text in texts.items() if name != field}
        for language, texts in item.translations.items()
    }


def _shown(chain: ValueChain, small: ValueChain, only: object, language: str) -> str:
    several = isinstance(only, Iterable) and not isinstance(only, str | Told)
    references = list(only) if several else [only]  # type: ignore[call-overload]
    what = ", ".join(_asked(chain, each, language) for each in references)
    counts = counted(small.parts(), language) or say("nothing of it", language)
    missing = _missing(chain, small, language)
    told = say("shown", language, what=what, counts=counts)
    if not missing:
        return told + say("nothing left out", language)
    return told + say("left out", language, counts=missing)


def _asked(chain: ValueChain, reference: object, language: str) -> str:
    """Return in words what one reference keeps."""
    side, bare = side_of(reference)
    network = network_of(chain)
    chosen = selected(network, bare, option="only")
    names = some_named(chain, refs_of(network, chosen), language)
    if side:
        return say(f"{side} of", language, names=names)
    if len(chosen.circuits):
        return say("circuit only", language, names=names)
    if len(chosen.actors):
        return say("actor only", language, names=names)
    return say("both sides of", language, names=names)


def _missing(chain: ValueChain, small: ValueChain, language: str) -> str:
    return counted((part for part in chain.parts() if part.id not in small), language)
