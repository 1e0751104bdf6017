"""The value map of Social Value: who changes how, by what; money only where the chain says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from valuegraph.io.reports.measured import indicators_of, last_seen, shown
from valuegraph.io.reports.table import ReportTable
from valuegraph.problems import Bilingual, told_language

if TYPE_CHECKING:
    from valuegraph.model.actor import Actor
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.evaluation import Indicator
    from valuegraph.model.impact import Impact

_NAME = Bilingual("Carte de valeur", "Value map")
_COLUMNS = {
    "stakeholder": Bilingual("Partie prenante", "Stakeholder"),
    "people": Bilingual("Nombre de personnes", "Number of people"),
    "inputs": Bilingual("Ce qu’elle apporte", "Inputs"),
    "input_amount": Bilingual("Quantité apportée", "Amount of inputs"),
    "input_value": Bilingual("Valeur en monnaie", "Value in currency"),
    "outputs": Bilingual("Réalisations", "Outputs"),
    "outcome": Bilingual("Changement", "Outcome"),
    "sign": Bilingual("Signe", "Sign"),
    "indicator": Bilingual("Indicateur", "Indicator"),
    "source": Bilingual("Source", "Source"),
    "quantity": Bilingual("Quantité", "Quantity"),
    "duration": Bilingual("Durée", "Duration"),
    "start": Bilingual("Début", "Start"),
    "weighting": Bilingual("Poids", "Weighting"),
    "proxy": Bilingual("Équivalent monétaire", "Financial proxy"),
    "proxy_value": Bilingual("Valeur de l’équivalent", "Value of the proxy"),
    "proxy_source": Bilingual("Source de l’équivalent", "Source of the proxy"),
    "deadweight": Bilingual("Effet d’aubaine", "Deadweight"),
    "displacement": Bilingual("Déplacement", "Displacement"),
    "attribution": Bilingual("Contribution d’autres", "Attribution"),
    "drop_off": Bilingual("Érosion", "Drop-off"),
}
"""The columns of the map of Social Value UK, in its order, but for its results in money (impact,
years, present values, ratio). Three are not in it as they stand here: ``input_amount`` (what is
brought, where that is no money), ``sign``, and ``weighting``, which is in the place of the proxy on
its sheet without money."""

FROM_EXTRA = ("people", "duration", "start", "weighting", "proxy", "proxy_value", "proxy_source",
              "deadweight", "displacement", "attribution", "drop_off")  # fmt: skip
"""The columns that come from the ``extra`` of an impact, and from nowhere else."""

LEGAL_TENDER = frozenset(
    ("EUR", "USD", "GBP", "CHF", "CAD", "XOF", "XAF", "XPF", "MAD", "TND", "DZD", "BRL", "JPY",
     "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON")
)  # fmt: skip
"""Units that are a legal tender; a local currency or hours stay what they are."""


def value_map(chain: ValueChain, *, language: str | None = None) -> ReportTable:
    """Return the columns of Social Value's value map, one row a stakeholder, change and indicator.

    Nothing is monetised: an amount stands under *value in currency* only if the chain gives it in
    euros or another legal tender. Proxies, deadweight, displacement, attribution and drop-off
    are copied from the ``extra`` of the impact (keys ``proxy``, ``proxy_value``,
    ``proxy_source``, ``deadweight``, ``displacement``, ``attribution``, ``drop_off``, also
    ``people``, ``duration``, ``start``, ``weighting``), and stay empty otherwise. No ratio is
    computed. The columns stand in the order of the map of Social Value UK, without its results in
    money; the amount of inputs, the sign and the weighting are beside them.

    Args:
        chain: the chain.
        language: ``"fr"`` or ``"en"``; by default that of the chain.

    Returns:
        The table; an impact that no one is said to benefit from has no stakeholder.
    """
    told = told_language(language or chain.language)
    columns = {code: heading.text(told) for code, heading in _COLUMNS.items()}
    return ReportTable(_NAME.text(told), told, columns, tuple(_rows(chain, told)))


def _rows(chain: ValueChain, language: str) -> Iterator[dict[str, str]]:
    met: set[str] = set()
    for actor in chain.actors:
        changes = [one for one in chain.impacts if _concerns(chain, one, actor)]
        met |= {one.id for one in changes}
        inputs = _inputs(chain, actor, language)
        if changes or inputs["inputs"]:
            own = {"stakeholder": actor.label(language), **inputs}
            yield from _of_changes(chain, own, changes, language)
    others = [one for one in chain.impacts if one.id not in met]
    if others:
        yield from _of_changes(chain, {}, others, language)


def _concerns(chain: ValueChain, impact: Impact, actor: Actor) -> bool:
    links = (*chain.outgoing(impact, "benefits"), *chain.outgoing(impact, "costs"))
    return any(link.end == actor.id for link in links)


def _of_changes(
    chain: ValueChain, own: Mapping[str, str], changes: list[Impact], language: str
) -> Iterator[dict[str, str]]:
    """Yield a row for each change and indicator; inputs stand in the first only, to add up once."""
    first = True
    several: Sequence[Impact | None] = changes or [None]
    for impact in several:
        indicators = indicators_of(chain, impact.id) if impact else ()
        measures: Sequence[Indicator | None] = indicators or [None]
        for indicator in measures:
            told = dict(own) if first else {"stakeholder": own.get("stakeholder", "")}
            told |= _change(chain, impact, language) if impact else {}
            told |= _measure(chain, indicator, language) if indicator else {}
            first = False
            yield {**dict.fromkeys(_COLUMNS, ""), **told}


def _inputs(chain: ValueChain, actor: Actor, language: str) -> dict[str, str]:
    """Return what an actor provides; an amount of a shared resource is not its own."""
    names, amounts, values = [], [], []
    for link in chain.outgoing(actor, "provides"):
        resource = next(one for one in chain.resources if one.id == link.end)
        names.append(resource.label(language))
        alone = len(chain.incoming(resource, "provides")) == 1
        amount = link.amount or (resource.amount if alone else None)
        if amount:
            amounts.append(shown(amount, language))
            values += [shown(amount, language)] if amount.unit in LEGAL_TENDER else []
    return {"inputs": "\n".join(names), "input_amount": "\n".join(amounts),
            "input_value": "\n".join(values)}  # fmt: skip


def _change(chain: ValueChain, impact: Impact, language: str) -> dict[str, str]:
    from valuegraph.model.words import word

    outputs = [
        output.label(language)
        for output in chain.outputs
        if any(link.end == impact.id for link in chain.outgoing(output, "contributes"))
    ]
    sign = word("sign", impact.sign, language) if impact.sign else ""
    told = {"outcome": impact.label(language), "outputs": "\n".join(outputs), "sign": sign}
    return told | {key: _plain(impact.extra[key]) for key in FROM_EXTRA if key in impact.extra}


def _measure(chain: ValueChain, indicator: Indicator, language: str) -> dict[str, str]:
    told = {"indicator": indicator.label(language), "source": indicator.text("source", language)}
    last = last_seen(chain, indicator)
    if last:
        told["quantity"] = shown(last.told, language, indicator.unit)
        told["source"] = last.source or told["source"]
        told |= {"people": str(last.people)} if last.people is not None else {}
    return told


def _plain(value: Any) -> str:
    return "" if value is None else str(value)
