"""What passes between each actor and the chain, as rows: what, how much, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from valuegraph.model.activity import Modality, Way
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import LINK_KINDS, Link
from valuegraph.model.part import Part, Status, is_blank
from valuegraph.render.theme import DEFAULT_THEME, Theme
from valuegraph.render.views.blocks.badges import part_icon
from valuegraph.render.words import say

_ROLES = ("carries", "funds", "governs", "takes_part")
_FROM_CHAIN = ("benefits",)
_AGAINST = ("costs",)


@dataclass(frozen=True, slots=True)
class Flow:
    """One row of an actor.

    Attributes:
        ref: the id of the modality or link that tells it.
        actor: the id of the actor.
        gives: whether the actor gives (else it receives).
        hubs: ids of the activities, supports or results it joins (``chain`` for the whole).
        what: what passes, in words.
        amount: how much, in words; may be empty.
        back: what comes back, in words; may be empty.
        circuit, back_circuit: codes; empty if not said.
        icon: the icon of a row without a circuit.
        status: how sure it is.
        links: ids of the links it tells, and of the resources it names.
    """

    ref: str
    actor: str
    gives: bool
    hubs: tuple[str, ...]
    what: str
    amount: str = ""
    back: str = ""
    circuit: str = ""
    back_circuit: str = ""
    returns: bool = False
    icon: str = ""
    status: Status | None = None
    links: tuple[str, ...] = ()


def flows_of(
    chain: ValueChain, language: str, theme: Theme = DEFAULT_THEME
) -> dict[str, tuple[Flow, ...]]:
    """Return the rows of each actor, in the order of listing: cells, then links.

    A resource that an actor provides is told by its receiving modality where it has one with the
    same activity; several bare roles of one kind are one row. Refuted links are left out.
    """
    found: dict[str, list[Flow]] = {actor.id: [] for actor in chain.actors}
    cells = [cell for cell in chain.modalities if cell.with_ in found]
    for cell in cells:
        found[cell.with_].append(_of_cell(chain, cell, language))
    for link in chain.links:
        if link.status is Status.REFUTED:
            continue
        if link.kind == "provides":
            _provided(chain, link, found[link.start], language, theme)
        elif link.kind in _ROLES:
            found[link.start].append(_of_role(chain, link, language))
        elif link.kind in (*_FROM_CHAIN, *_AGAINST):
            found[link.end].append(_of_result(chain, link, language, theme))
    return {actor: _folded(flows) for actor, flows in found.items()}


def _of_cell(chain: ValueChain, cell: Modality, language: str) -> Flow:
    back, by = "", ""
    returned = cell.in_return
    if returned:
        amount = returned.amount.to_text(language) if returned.amount else ""
        back = " ".join(text for text in (amount, cell.returned(language)) if text.strip())
        by = returned.circuit or cell.circuit
    name = cell.text("name", language)
    activity = chain.find(cell.activity)
    if is_blank(name):
        verb = "receives" if cell.way is Way.RECEIVES else "gives"
        label = activity.label(language) if isinstance(activity, Part) else ""
        name = say("told of", language, what=label, text=say(verb, language).lower())
    return Flow(
        cell.id,
        cell.with_,
        cell.way is Way.RECEIVES,
        (cell.activity,),
        name,
        cell.amount.to_text(language) if cell.amount else "",
        back,
        cell.circuit,
        by,
        returned is not None,
        status=cell.status,
    )


def _provided(
    chain: ValueChain, link: Link, flows: list[Flow], language: str, theme: Theme
) -> None:
    """Add a resource that an actor provides: to the cells that tell it, else as its own row."""
    resource = chain.find(link.end)
    if not isinstance(resource, Part):
        return
    fed = [each.end for each in chain.outgoing(resource, "feeds")
           if each.status is not Status.REFUTED]  # fmt: skip
    told = False
    for place, flow in enumerate(flows):
        cell = chain.find(flow.ref) if flow.ref in chain else None
        if not isinstance(cell, Modality) or not flow.gives or cell.activity not in fed:
            continue
        if cell.resources and resource.id not in cell.resources:
            continue
        told = True
        flows[place] = replace(flow, links=(*flow.links, link.id, resource.id))
        if not flow.amount and link.amount:
            flows[place] = replace(flows[place], amount=link.amount.to_text(language))
    if not told:
        flows.append(
            Flow(link.id, link.start, True, tuple(dict.fromkeys(fed)) or (resource.id,),
                 resource.label(language), _amount(link, language), circuit=link.circuit,
                 icon=part_icon(resource, theme), status=link.status, links=(resource.id,))
        )  # fmt: skip


def _of_role(chain: ValueChain, link: Link, language: str) -> Flow:
    label = link.text("label", language)
    verb = LINK_KINDS[link.kind].verb.text(language).removesuffix(" à").removesuffix(" in")
    what = verb.capitalize() if is_blank(label) else label
    return Flow(link.id, link.start, True, (link.end,), what, _amount(link, language),
                circuit=link.circuit, icon="sliders", status=link.status)  # fmt: skip


def _of_result(chain: ValueChain, link: Link, language: str, theme: Theme) -> Flow:
    start = chain.find(link.start) if link.start in chain else None
    label = link.text("label", language)
    name = start.label(language) if isinstance(start, Part) else say("whole chain", language)
    verb = LINK_KINDS[link.kind].inverse.text(language).capitalize()
    what = label if not is_blank(label) else f"{verb} {name}" if link.kind == "costs" else name
    icon = "layers"
    if isinstance(start, Part) and start.kind != "activity":
        icon = part_icon(start, theme)
    return Flow(link.id, link.end, link.kind == "costs", (link.start,), what,
                _amount(link, language), circuit=link.circuit,
                icon="decline" if link.kind == "costs" else icon, status=link.status)  # fmt: skip


def _amount(link: Link, language: str) -> str:
    return link.amount.to_text(language) if link.amount else ""


def _folded(flows: list[Flow]) -> tuple[Flow, ...]:
    """Return the rows, those that differ only in what they join as one."""
    kept: dict[tuple[object, ...], Flow] = {}
    for flow in flows:
        key = (flow.gives, flow.what, flow.circuit, flow.icon, flow.status)
        plain = not (flow.amount or flow.back or flow.returns) and flow.icon == "sliders"
        same = kept.get(key) if plain else None
        if same:
            hubs = tuple(dict.fromkeys((*same.hubs, *flow.hubs)))
            kept[key] = replace(same, hubs=hubs, links=(*same.links, flow.ref))
        else:
            kept[key if plain else (flow.ref,)] = flow
    return tuple(kept.values())
