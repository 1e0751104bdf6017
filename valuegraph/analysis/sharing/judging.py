"""Whether a question can be answered on a basis: what is unknown, mixed or below zero."""

from __future__ import annotations

import numpy as np

from valuegraph.analysis.amounts.units import measures
from valuegraph.analysis.networks.columns import NONE, Arcs, Codes, Flags, Ints
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.sharing.shared_walk import Sharing, one_of
from valuegraph.analysis.telling.figures import some
from valuegraph.errors import ChainError, UnitError
from valuegraph.problems import Bilingual, Problem

_UNKNOWN = {"strength": "VG552", "amount": "VG553"}


def judged(
    network: Network, sharing: Sharing, targets: Codes, *, unknown: str
) -> tuple[Problem, ...]:
    """Return what is supposed so that walks from some parts have an answer.

    Args:
        network: the network.
        sharing: how it is shared out.
        targets: the parts that are asked about; what no walk from them comes by is not judged.
        unknown: ``"error"`` to refuse unknown strengths and amounts, ``"equal"`` to cut the
            parts concerned equally.

    Raises:
        OptionError: ``unknown`` is none of these.
        ChainError: a value is unknown and that is refused, or amounts are below 0 or all 0.
        UnitError: amounts are in units that no declared rate converts.
    """
    one_of("unknown", unknown, ("error", "equal"))
    if sharing.basis not in _UNKNOWN:
        return ()
    met = sharing.below(targets)
    arcs, value = sharing.cut
    whole = arcs.start if sharing.downstream else arcs.end
    asked = met[whole]
    lacking = asked & np.isnan(value)
    if unknown == "error" and lacking.any():
        raise _refused(network, _UNKNOWN[sharing.basis], arcs.taken(lacking))
    if (asked & sharing.unusable[whole] & ~sharing.unknown[whole]).any():
        wrong = asked & sharing.unusable[whole] & (value <= 0)
        raise _refused(network, "VG555", arcs.taken(wrong))
    limits = _units(network, arcs.link[asked & ~np.isnan(value)], sharing.basis)
    cut_equally = np.flatnonzero(sharing.unknown & met)
    if len(cut_equally):
        names = some([network.name(part) for part in cut_equally.tolist()])
        limits.append(Problem("VG507", values={"parts": names, "ids": network.ids(cut_equally)}))
    if sharing.basis == "strength":
        limits += _ranges(network, arcs.link[asked])
    return tuple(limits)


def _refused(network: Network, code: str, arcs: Arcs) -> ChainError:
    """Return the refusal of what arcs lack, each link told once."""
    columns = (arcs.link, arcs.start, arcs.kind, arcs.end)
    told = dict.fromkeys(zip(*(column.tolist() for column in columns), strict=True))
    names = some([network.joined(*ends) for _, *ends in told])
    values = {"links": names, "ids": [network.link_id(link) for link, *_ in told]}
    return ChainError(Problem(code, values=values), language=network.language)


def _units(network: Network, links: Ints, basis: str) -> list[Problem]:
    """Complain of amounts that do not compare; tell by which rates others do."""
    if basis != "amount":
        return []
    used = np.unique(network.links.unit[np.unique(links)])
    used = used[used != NONE]
    compared = measures(network.units, network.source.rates())
    groups = np.unique(compared.group[used])
    if len(groups) > 1:
        mine = np.unique(links)
        unit = network.links.unit
        told = [f"{network.units[unit[link]] or '—'} ({network.link_id(link)})" for link in mine]
        values = {
            "units": some([Bilingual(text, text) for text in told]),
            "ids": _ids(network, mine),
        }
        raise UnitError(Problem("VG554", values=values), language=network.language)
    if len(used) < 2:
        return []
    names = [f"{rate.unit} = {rate.equals}" + (f" ({rate.date})" if rate.date else "")
             for rate in network.source.rates()]  # fmt: skip
    return [Problem("VG516", values={"rates": names})]


def _ranges(network: Network, links: Ints) -> list[Problem]:
    ranged: Flags = network.source.ranges()
    used = np.unique(links[links != NONE])
    used = used[ranged[used]]
    if not len(used):
        return []
    names = some([network.sentence(link) for link in used])
    return [Problem("VG512", values={"links": names, "ids": _ids(network, used)})]


def _ids(network: Network, links: Ints) -> list[str]:
    return [network.link_id(link) for link in links.tolist()]
