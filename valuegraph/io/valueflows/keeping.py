"""What ValueFlows holds of a chain: the chain without the rest, and the rest told part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from valuegraph.io.documents.keys import FIELDS
from valuegraph.io.losses import lost_in_places, lost_keys, lost_whole
from valuegraph.model.activity import Modality
from valuegraph.model.ids import WHOLE_CHAIN, is_numbered
from valuegraph.model.part import Status
from valuegraph.model.routing import arcs
from valuegraph.problems import Problem

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.link import Link

_OF_ALL = ("id", "name", "description")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "actor": (*_OF_ALL, "type"),
    "resource": (*_OF_ALL, "type", "amount", "status"),
    "circuit": (*_OF_ALL, "status"),
    "support": (*_OF_ALL, "type", "status"),
    "activity": (*_OF_ALL, "no_modality", "status"),
    "output": (*_OF_ALL, "amount", "status"),
    "modality": ("id", "name", "activity", "circuit", "way", "with_", "in_return", "resources",
                 "status", "amount"),
    WHOLE_CHAIN: ("name", "description", "language"),
}  # fmt: skip
"""Kind of part -> the fields that are held; other kinds are not."""

_ENDS = ("id", "start", "kind", "end")
_LINK = (*_ENDS, "label", "amount", "circuit", "status")


def kept(chain: ValueChain) -> ValueChain:
    """Return a chain with what ValueFlows holds of it, and nothing else.

    What is refuted is left out: as an intent it would be said to be possible. A flow has one
    amount and one status: where a link runs by modalities, these say them, and a modality by
    which several resources enter has no amount of its own.
    """
    return _reduced(chain)[0]


def losses(chain: ValueChain) -> Iterator[Problem]:
    """Yield what :func:`kept` leaves out: whole parts and links, then single keys."""
    held, renamed = _reduced(chain)
    for part in chain.parts():
        if part.id in held:
            yield from _lost_fields(part.id, part, held.find(part.id), part.kind)
        else:
            yield lost_whole(part.id)
    links = {link.id: link for link in held.links}
    for link in chain.links:
        same = links.get(renamed.get(link.id, link.id))
        if same is None:
            yield lost_whole(link.id)
        else:
            derived = is_numbered(link.id, "-".join(link.ends))
            yield from _lost_fields(link.id, link, same, "item", ("id",) if derived else ())
    yield from _lost_fields(WHOLE_CHAIN, chain.about, held.about, WHOLE_CHAIN)
    yield from lost_in_places(chain, ())


def holds(link: Link) -> bool:
    """Tell whether a kind of link, between these ends, is a flow or a scope in ValueFlows."""
    if link.kind == "regenerates":
        return True
    if link.kind in ("carries", "takes_part"):
        return link.end != WHOLE_CHAIN
    return link.kind in ("feeds", "precedes", "produces", "supports", "provides")


def _reduced(chain: ValueChain) -> tuple[ValueChain, dict[str, str]]:
    """Return the chain that is held, and id of a link -> its id there, where that differs."""
    held = chain.copy(evaluation=False)
    parts = [part for part in held.parts()
             if part.kind not in _FIELDS or part.status is Status.REFUTED]  # fmt: skip
    held.remove(*parts, cascade=True)
    links = [link for link in held.links if not holds(link) or link.status is Status.REFUTED]
    held.remove(*links, cascade=True)
    renamed = dict(_carried_once(held))
    flows = Counter(arc.enters_by for arc in arcs(held) if arc.enters_by)
    crossing = {arc.link for arc in arcs(held) if arc.enters_by}
    for link in held.links:
        bare = link.kind == "carries" or link.id in crossing
        _strip(held, link, _ENDS if bare else _LINK)
    for part in held.parts():
        without = ("amount",) if isinstance(part, Modality) and flows[part.id] > 1 else ()
        _strip(held, part, [name for name in _FIELDS[part.kind] if name not in without])
    _strip(held, held.about, _FIELDS[WHOLE_CHAIN])
    return held, renamed


def _carried_once(held: ValueChain) -> Iterator[tuple[str, str]]:
    """Leave one link for each actor that carries something, under the id made from its ends."""
    met = set()
    for link in held.links:
        if link.kind != "carries":
            continue
        base = "-".join(link.ends)
        if link.ends in met:
            held.remove(link)
        elif link.id != base:
            held.remove(link)
            yield link.id, held.link(link.start, link.kind, link.end).id
        met.add(link.ends)


def _strip(held: ValueChain, item: Any, fields: Any) -> None:
    """Give all fields but some their default."""
    model = type(item)
    values = {name: model.model_fields[name].get_default(call_default_factory=True)
              for name in model.model_fields if name not in fields}  # fmt: skip
    told = {name: value for name, value in values.items() if getattr(item, name) != value}
    if told:
        held.change(item, **told)


def _lost_fields(
    id: str, item: Any, same: Any, place: str, without: tuple[str, ...] = ()
) -> Iterator[Problem]:
    names = {field: key for (where, key), field in FIELDS.items() if where == place}
    gone = [names.get(name, name) for name in type(item).model_fields
            if name not in without and getattr(item, name) != getattr(same, name)]  # fmt: skip
    if "no_modality" in gone:
        cells = {*item.no_modality} - {*same.no_modality}
        gone.remove("no_modality")
        gone += sorted({cell.partition(".")[0] for cell in cells})
    if gone:
        yield lost_keys(id, gone)
