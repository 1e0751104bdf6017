"""What references light: parts with what belongs to them, links with their ends, circuits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from valuegraph.analysis.actors.involvement import actors_of_parts
from valuegraph.analysis.network import network as network_of
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.selection import Selection, selected
from valuegraph.errors import ValueGraphError
from valuegraph.model.activity import Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import Flow

_Framed = Question | Criterion | Indicator


@dataclass(frozen=True, slots=True)
class Chosen:
    """What references light.

    Attributes:
        lit: ids that stand out.
        plain: ids that keep their colours.
        named: ids of what was asked for itself.
        company: ids of the parts that an actor acts in, lit with it.
    """

    lit: frozenset[str]
    plain: frozenset[str]
    named: tuple[str, ...]
    company: tuple[str, ...]


def together(chain: ValueChain, references: Sequence[object]) -> Chosen:
    """Return what references light together.

    An actor lights what it acts in, a circuit its modalities, a link its ends; a lit activity
    keeps its cells in their colours, unless one of them is lit itself.

    Raises:
        UnknownPartError: nothing answers to a reference.
        ChainError: the set is empty.
    """
    framed = [item for item in (_framed(chain, each) for each in references) if item]
    rest = [each for each in references if not _framed(chain, each)]
    named = [item.id for item in framed]
    lit = set(named)
    company: list[str] = []
    if rest:
        network = network_of(chain)
        selection = selected(network, rest, option="highlight")
        named += refs_of(network, selection)
        company = [part for part in _company(network, selection) if part not in named]
        lit |= _lit(chain, network, selection) | set(company)
    lit |= lit_by(chain, lit)
    return Chosen(frozenset(lit), _plain(chain, lit), tuple(named), tuple(company))


def refs_of(network: Network, selection: Selection) -> list[str]:
    """Return the ids of a selection, in the order of telling."""
    parts = (*selection.parts, *selection.actors, *selection.cells)
    found = network.ids(int(part) for part in parts)
    found += [network.link_id(link) for link in selection.links.tolist()]
    return found + [network.circuits[code] for code in selection.circuits.tolist()]


def lit_by(chain: ValueChain, refs: Iterable[str]) -> frozenset[str]:
    """Return parts with the links that carry value, or accompany, between two of them."""
    parts = set(refs)
    joined = {
        link.id
        for link in chain.links
        if link.flow is not Flow.NONE and link.start in parts and link.end in parts
    }
    return frozenset(parts | joined)


def _company(network: Network, selection: Selection) -> list[str]:
    """Return the parts that the actors of a selection act in, as listed."""
    actors = set(selection.actors.tolist())
    found = [part for part, acting in actors_of_parts(network).items() if actors & set(acting)]
    return network.ids(sorted(found))


def _lit(chain: ValueChain, network: Network, selection: Selection) -> set[str]:
    found = set(refs_of(network, selection))
    actors = set(network.ids(int(actor) for actor in selection.actors))
    found |= {
        link.id for link in chain.links if {link.start, link.end} & actors or link.circuit in found
    }
    circuits = {network.circuits[code] for code in selection.circuits.tolist()}
    found |= {cell.id for cell in chain.modalities if cell.circuit in circuits}
    for link in selection.links.tolist():
        ends = (int(network.links.start[link]), int(network.links.end[link]))
        found |= set(network.ids(ends)) - {WHOLE_CHAIN}
    return found


def _plain(chain: ValueChain, lit: set[str]) -> frozenset[str]:
    """Return what belongs to lit things: an activity's cells, a cell's activity and circuit."""
    own: dict[str, list[Modality]] = {}
    for cell in chain.modalities:
        own.setdefault(cell.activity, []).append(cell)
    found: set[str] = set()
    for activity, cells in own.items():
        shining = [cell for cell in cells if cell.id in lit]
        if shining:
            found |= {activity, *(cell.circuit for cell in shining)}
        elif activity in lit:
            found |= {cell.id for cell in cells}
    for question in chain.questions:
        criteria = {part.id for part in chain.criteria if part.question == question.id}
        if question.id in lit:
            found |= criteria
    for indicator in chain.indicators:
        if indicator.criterion in lit | found and indicator.criterion:
            found.add(indicator.id)
    return frozenset(found - lit)


def _framed(chain: ValueChain, reference: object) -> _Framed | None:
    """Return the question, criterion or indicator that a reference means, if it means one."""
    try:
        item = chain.find(reference)
    except ValueGraphError:
        return None
    return item if isinstance(item, _Framed) else None
