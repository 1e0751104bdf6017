"""A sound chain, and what a case does to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from valuegraph.model.chain import ValueChain

Change = Callable[[ValueChain], object]


def sound() -> ValueChain:
    """Return a small chain about which check has only good news."""
    chain = ValueChain("Conserverie", territory="Romans-sur-Isère")
    chain.add_actor("Maraîchers", id="growers")
    chain.add_actor("Habitants", id="residents")
    chain.add_actor("CLIRSE", id="team")
    chain.add_resource("Surplus de légumes", id="food", by="growers")
    chain.add_resource("Temps bénévole", id="work", by="residents")
    chain.add_activity(
        "Collecte", id="collect", uses="food", receives={"gift": "Surplus", "market": "none"}
    )
    chain.add_activity(
        "Cuisine",
        id="cook",
        after="collect",
        uses="work",
        receives={"gift": "Bénévolat", "market": "Emploi"},
    )
    chain.add_support("R&D", id="rd", by="team", actions="Écouter les habitants")
    chain.add_impact("Cohésion", id="bonds", of="cook", benefits="residents", renews="work")
    chain.add_impact("Écologie", id="ecology", of="collect", benefits="growers", renews="food")
    return chain


def empty() -> ValueChain:
    """Return a chain with a name and nothing else."""
    return ValueChain("Vide")


@dataclass(frozen=True)
class Case:
    """What one rule finds, and a near miss that it passes over.

    Attributes:
        code: the rule.
        finds: changes a chain so that the rule finds something.
        passes: changes a chain in a way that resembles it, and that the rule does not mind.
        start: the chain both begin with.
    """

    code: str
    finds: Change
    passes: Change
    start: Callable[[], ValueChain] = sound

    def found(self) -> ValueChain:
        """Return the chain in which the rule finds something."""
        return self._changed(self.finds)

    def passed(self) -> ValueChain:
        """Return the chain in which it finds nothing."""
        return self._changed(self.passes)

    def _changed(self, change: Change) -> ValueChain:
        chain = self.start()
        change(chain)
        return chain


def all_of(*changes: Change) -> Change:
    """Return the change that makes several, in turn."""

    def change(chain: ValueChain) -> None:
        for one in changes:
            one(chain)

    return change


def nothing(chain: ValueChain) -> None:
    """Leave the chain as it is."""
