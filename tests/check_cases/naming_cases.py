"""Cases of the rules on names, translations, groups and units."""

from __future__ import annotations

from check_cases.case import Case, all_of
from valuegraph.model.chain import ValueChain


def english(*parts: str) -> object:
    """Return the change that gives these parts an English name."""

    def change(chain: ValueChain) -> None:
        for part in parts:
            chain.change(part, translations={"en": {"name": f"The {part}"}})

    return change


DRAWN = ("food", "work", "collect", "cook", "rd", "bonds", "ecology", "collect.receives.gift",
         "cook.receives.gift", "cook.receives.market")  # fmt: skip

CASES = (
    Case(
        "VG360",
        lambda chain: chain.change("collect.receives.gift", name="?"),
        lambda chain: chain.change("collect.receives.gift", name="", with_="growers"),
    ),
    Case(
        "VG361",
        lambda chain: chain.change("ecology", name="cohesion"),
        lambda chain: chain.change("ecology", name="Habitants"),
    ),
    Case(
        "VG362",
        lambda chain: chain.change("bonds", name="Cohésion " * 10),
        lambda chain: chain.change("collect.receives.gift", name="Surplus des champs " * 6),
    ),
    Case(
        "VG363",
        lambda chain: chain.change("bonds", name="Cohésion ?", status="observed"),
        lambda chain: chain.change("bonds", name="Cohésion ?", status="disputed"),
    ),
    Case("VG364", english("bonds"), english(*DRAWN)),
    Case(
        "VG365",
        all_of(
            lambda chain: chain.change("collect", group="À la ferme"),
            lambda chain: chain.change("cook", group="A la  ferme"),
        ),
        all_of(
            lambda chain: chain.change("collect", group="À la ferme"),
            lambda chain: chain.change("cook", group="À la cuisine"),
        ),
    ),
    Case(
        "VG366",
        all_of(
            lambda chain: chain.change("food", amount="3 Tic-Tac"),
            lambda chain: chain.change("work-feeds-cook", amount="4 tic-tacs"),
        ),
        all_of(
            lambda chain: chain.change("food", amount="3 Mg"),
            lambda chain: chain.change("work-feeds-cook", amount="4 mg"),
        ),
    ),
)
