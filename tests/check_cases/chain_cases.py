"""Cases of the rules on loops and on the chain as a whole."""

from __future__ import annotations

from check_cases.case import Case, all_of, empty, nothing
from valuegraph.model.chain import ValueChain


def draft(chain: ValueChain) -> None:
    """Add one activity and one impact of it, and nothing else."""
    chain.add_activity("Collecte", id="collect")
    chain.add_impact("Cohésion", id="bonds", of="collect")


def without(*items: str) -> object:
    """Return the change that removes parts or links, and all that refers to them."""

    def change(chain: ValueChain) -> None:
        for item in items:
            chain.remove(item, cascade=True)

    return change


def impacts(count: int, **fields: str) -> object:
    """Return the change that adds so many impacts."""

    def change(chain: ValueChain) -> None:
        for number in range(count):
            chain.add_impact(f"Changement {number}", of="cook", **fields)

    return change


LOOPS = (
    Case("VG301", nothing, without("bonds-regenerates-work", "ecology-regenerates-food")),
    Case(
        "VG302",
        lambda chain: chain.change("bonds-regenerates-work", status="hypothesis"),
        lambda chain: chain.link("bonds", "regenerates", "food", status="hypothesis"),
    ),
    Case(
        "VG303",
        without("bonds-regenerates-work", "ecology-regenerates-food"),
        without("bonds-regenerates-work"),
    ),
    Case(
        "VG304",
        all_of(
            without("ecology-regenerates-food"),
            lambda chain: chain.link("collect", "depletes", "food"),
        ),
        lambda chain: chain.link("collect", "depletes", "food"),
    ),
    Case(
        "VG305",
        lambda chain: chain.link("cook", "precedes", "collect"),
        lambda chain: chain.link("collect", "precedes", "cook"),
    ),
    Case(
        "VG306",
        all_of(
            without("collect-precedes-cook"),
            lambda chain: chain.link("cook", "precedes", "collect"),
        ),
        lambda chain: chain.link("cook", "precedes", "collect"),
    ),
    Case(
        "VG307",
        lambda chain: chain.link("bonds", "reinforces", "rd"),
        lambda chain: chain.link("bonds", "contributes", "ecology"),
    ),
    Case(
        "VG308",
        lambda chain: chain.link("ecology", "depletes", "food"),
        lambda chain: chain.link("bonds", "depletes", "food"),
    ),
)

WHOLE = (
    Case(
        "VG309",
        all_of(
            lambda chain: chain.add_activity("Collecte"), lambda chain: chain.add_impact("Cohésion")
        ),
        draft,
        start=empty,
    ),
    Case("VG310", nothing, lambda chain: chain.add_actor("Habitants"), start=empty),
    Case(
        "VG311",
        lambda chain: chain.add_impact("Cohésion"),
        lambda chain: chain.add_activity("Collecte"),
        start=empty,
    ),
    Case(
        "VG312",
        lambda chain: chain.add_activity("Collecte"),
        all_of(
            lambda chain: chain.add_activity("Collecte"), lambda chain: chain.add_margin("Marge")
        ),
        start=empty,
    ),
    Case("VG313", impacts(11), impacts(11, story="detail")),
    Case("VG314", draft, lambda chain: chain.add_activity("Collecte"), start=empty),
    Case("VG315", draft, lambda chain: chain.add_activity("Collecte"), start=empty),
    Case("VG316", draft, lambda chain: chain.add_activity("Collecte"), start=empty),
    Case(
        "VG317",
        draft,
        all_of(draft, lambda chain: chain.change("chain", level="organisation")),
        start=empty,
    ),
    Case(
        "VG318",
        lambda chain: chain.add_impact("Emploi", of="cook"),
        lambda chain: chain.add_impact("Emploi", of="cook", costs="team"),
    ),
    Case("VG319", lambda chain: chain.change("chain", name="…"), nothing),
)

CASES = (*LOOPS, *WHOLE)
