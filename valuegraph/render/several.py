"""Several chains in one picture: which views show them, and what cannot be asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.problems import Problem
from valuegraph.render.sheets import Sheets, View, ViewOptions

SEVERAL = ("system",)
"""The views that show several chains: their function takes a sequence in a chain's place."""


def chains_of(chain: ValueChain | Iterable[ValueChain]) -> tuple[ValueChain, ...]:
    """Return what is to be drawn as chains.

    Raises:
        OptionError: something is no chain; every such thing is told.
    """
    if isinstance(chain, ValueChain):
        return (chain,)
    given = list(chain) if isinstance(chain, Iterable) and not isinstance(chain, str) else [chain]
    wrong = [each for each in given if not isinstance(each, ValueChain)]
    if wrong:
        told = (type(each).__name__ for each in wrong)
        raise OptionError([Problem("VG472", values={"value": kind}) for kind in told])
    return tuple(given)


def of_all(name: str, view: View, chains: Sequence[ValueChain], language: str) -> View:
    """Return the view as one that draws all chains, whichever it is handed.

    Raises:
        OptionError: there is not exactly one chain, and the view shows no several.
    """
    if len(chains) == 1:
        return view
    if name not in SEVERAL:
        values = {"view": name or "—", "count": len(chains), "allowed": list(SEVERAL)}
        raise OptionError(Problem("VG470", values=values), language=language)

    def together(_: ValueChain, options: ViewOptions) -> Sheets:
        return view(chains, options)  # type: ignore[arg-type]  # SEVERAL says that it takes them

    return together


def refuse_for_several(chains: Sequence[ValueChain], asked: dict[str, bool], language: str) -> None:
    """Refuse the options that say something of one chain where there are several.

    Raises:
        OptionError: with one problem for each option that was given.
    """
    if len(chains) != 1 and any(asked.values()):
        given = [option for option, is_given in asked.items() if is_given]
        problems = [Problem("VG471", values={"option": option}) for option in given]
        raise OptionError(problems, language=language)
