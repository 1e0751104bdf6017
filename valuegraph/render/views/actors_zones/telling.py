"""Who gives what to whom, in words: the alternative text, and what each gives in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from valuegraph.model.actor import Actor
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.part import Part
from valuegraph.model.quantity import Quantity
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.actors_zones.flows import Flow
from valuegraph.render.words import say


def totals_of(chain: ValueChain, language: str) -> dict[str, str]:
    """Return what each actor brings and receives in all, unit by unit, where amounts are told."""
    from valuegraph.analysis.balance import balance

    sums: dict[tuple[str, str, str], Quantity] = {}
    for line in balance(chain).lines:
        if line.amount is not None:
            key = (line.actor, line.way, line.unit)
            more = Quantity(amount=line.amount, unit=line.unit)
            sums[key] = sums[key] + more if key in sums else more
    told: dict[str, list[str]] = {}
    for way, words in (("gives", "gives in all"), ("receives", "receives in all")):
        for actor in dict.fromkeys(key[0] for key in sums):
            amounts = [amount.to_text(language) for key, amount in sums.items()
                       if key[:2] == (actor, way)]  # fmt: skip
            if amounts:
                words_told = say(words, language, amounts=" + ".join(amounts))
                told.setdefault(actor, []).append(words_told)
    return {actor: " · ".join(pieces) for actor, pieces in told.items()}


def told_in_words(
    actors: Sequence[Actor],
    flows: Mapping[str, tuple[Flow, ...]],
    totals: Mapping[str, str],
    chain: ValueChain,
    options: ViewOptions,
) -> str:
    """Return one line an actor: what it gives, to what, by which circuit, what comes back."""
    language = options.language
    if not actors:
        return say("no actors", language)
    lines = [say("actors in words", language, count=len(actors))]
    for actor in actors:
        pieces = [totals[actor.id]] if actor.id in totals else []
        pieces += [_flow(flow, chain, language) for flow in flows[actor.id]]
        text = "; ".join(pieces) or say("no role", language).lower()
        lines.append(say("told of", language, what=actor.label(language), text=text))
    return "\n".join(lines)


def _flow(flow: Flow, chain: ValueChain, language: str) -> str:
    hubs = ", ".join(_name(chain, hub, language) for hub in flow.hubs)
    circuit = chain.circuit(flow.circuit).label(language) if flow.circuit else ""
    back = say("in return", language, what=flow.back) if flow.back.strip() else ""
    way = say("they bring one" if flow.gives else "they receive one", language)
    details = ", ".join(text for text in (flow.amount, circuit, hubs, back) if text)
    return f"{way} {flow.what} ({details})"


def _name(chain: ValueChain, hub: str, language: str) -> str:
    part = chain.find(hub) if hub != WHOLE_CHAIN else None
    return part.label(language) if isinstance(part, Part) else say("whole chain", language)
