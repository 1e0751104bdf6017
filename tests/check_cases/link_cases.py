"""Cases of the rules on links, and on how sure things are."""

from __future__ import annotations

from check_cases.case import Case, all_of, nothing
from valuegraph.model.chain import ValueChain


def explained(*links: str) -> object:
    """Return the change that gives these links a reason."""

    def change(chain: ValueChain) -> None:
        for link in links:
            chain.change(link, why="On se rencontre")

    return change


def weighed(*links: str) -> object:
    """Return the change that gives these links a strength."""

    def change(chain: ValueChain) -> None:
        for link in links:
            chain.change(link, strength=0.5)

    return change


CLAIMS = (
    "cook-contributes-bonds",
    "collect-contributes-ecology",
    "bonds-regenerates-work",
    "ecology-regenerates-food",
)
FORWARD = (*CLAIMS[:2], "food-feeds-collect", "work-feeds-cook", "collect-precedes-cook")

LINKS = (
    Case(
        "VG350",
        lambda chain: chain.link("bonds", "contributes", "bonds"),
        lambda chain: chain.link("bonds", "contributes", "ecology"),
    ),
    Case(
        "VG351",
        lambda chain: chain.link("cook", "contributes", "bonds"),
        lambda chain: chain.link("cook", "contributes", "bonds", circuit="gift"),
    ),
    Case("VG352", explained("cook-contributes-bonds"), explained(*CLAIMS)),
    Case("VG353", weighed("cook-contributes-bonds"), weighed(*FORWARD)),
)

STATUS = (
    Case(
        "VG370",
        lambda chain: chain.change("bonds", status="hypothesis"),
        lambda chain: chain.change("cook.receives.gift", status="hypothesis"),
    ),
    Case(
        "VG371",
        lambda chain: chain.change("cook-contributes-bonds", status="hypothesis"),
        lambda chain: chain.change("cook-contributes-bonds", status="planned"),
    ),
    Case("VG372", lambda chain: chain.change("bonds", status="disputed"), nothing),
    Case(
        "VG373",
        all_of(
            lambda chain: chain.change("bonds", status="planned"),
            lambda chain: chain.change("cook-contributes-bonds", status="observed"),
        ),
        lambda chain: chain.change("cook-contributes-bonds", status="observed"),
    ),
    Case(
        "VG374",
        lambda chain: chain.change("ecology", status="refuted"),
        lambda chain: chain.add_impact("Emploi", status="refuted"),
    ),
    Case(
        "VG375",
        lambda chain: chain.change("bonds", status="observed"),
        all_of(
            lambda chain: chain.change("bonds", status="observed"),
            lambda chain: chain.add_indicator("Bénévoles", id="count", measures="bonds"),
            lambda chain: chain.add_observation("count", date="2018", value="20 personnes"),
        ),
    ),
)

CASES = (*LINKS, *STATUS)
