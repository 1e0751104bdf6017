"""Cases of the rules on routes, resources, actors, support and cells."""

from __future__ import annotations

from check_cases.case import Case, all_of
from valuegraph.model.chain import ValueChain


def closed_loop(chain: ValueChain) -> None:
    """Add two impacts that only feed one another."""
    chain.add_impact("Confiance", id="trust")
    chain.add_impact("Entraide", id="help", of="trust")
    chain.link("help", "contributes", "trust")


def porter(chain: ValueChain) -> None:
    """Turn a chain into one of support, activities and margin, without impacts."""
    chain.remove("bonds", cascade=True)
    chain.remove("ecology", cascade=True)
    chain.change("rd", actions=())
    chain.add_margin("Marge", id="profit")


ROUTES = (
    Case("VG320", lambda chain: chain.add_impact("Emploi"), closed_loop),
    Case(
        "VG321",
        closed_loop,
        all_of(closed_loop, lambda chain: chain.link("cook", "contributes", "trust")),
    ),
    Case(
        "VG322",
        lambda chain: chain.add_activity("Vente", id="sale"),
        lambda chain: chain.add_activity("Vente", id="sale", after="cook"),
    ),
    Case(
        "VG323",
        lambda chain: chain.add_activity("Vente", id="sale", produces=chain.add_output("Bocaux")),
        all_of(
            lambda chain: chain.add_activity("Vente", id="sale"),
            lambda chain: chain.add_output("Bocaux", id="jars", of="sale"),
            lambda chain: chain.link("jars", "contributes", "bonds"),
        ),
    ),
    Case(
        "VG324",
        lambda chain: chain.add_output("Bocaux"),
        lambda chain: chain.add_output("Bocaux", of="cook"),
    ),
    Case(
        "VG325",
        lambda chain: chain.add_resource("Camion", by="team"),
        lambda chain: chain.add_resource("Envies", by="residents", state="dormant"),
    ),
    Case(
        "VG326",
        lambda chain: chain.remove("growers-provides-food"),
        all_of(
            lambda chain: chain.remove("growers-provides-food"),
            lambda chain: chain.change("collect.receives.gift", with_="growers"),
        ),
    ),
    Case(
        "VG327",
        lambda chain: chain.change("work", state="dormant"),
        all_of(
            lambda chain: chain.change("work", state="dormant"),
            lambda chain: chain.change("work-feeds-cook", status="planned"),
        ),
    ),
)

ACTORS = (
    Case(
        "VG330",
        lambda chain: chain.add_actor("Fondation"),
        lambda chain: chain.add_actor("Fondation", roles="financeur"),
    ),
    Case(
        "VG331",
        lambda chain: chain.remove("bonds-benefits-residents"),
        all_of(
            lambda chain: chain.remove("bonds-benefits-residents"),
            lambda chain: chain.link("bonds", "costs", "team"),
        ),
    ),
    Case(
        "VG332",
        lambda chain: chain.remove("team-carries-rd"),
        all_of(
            lambda chain: chain.remove("team-carries-rd"),
            lambda chain: chain.link("team", "governs", "rd"),
        ),
    ),
    Case(
        "VG333",
        lambda chain: chain.remove("rd-supports-chain"),
        all_of(
            lambda chain: chain.remove("rd-supports-chain"),
            lambda chain: chain.link("rd", "contributes", "bonds"),
        ),
    ),
    Case("VG334", lambda chain: chain.change("rd", actions=()), porter),
)

CELLS = (
    Case(
        "VG340",
        lambda chain: chain.change("collect", no_modality=()),
        all_of(
            lambda chain: chain.change("collect", no_modality=()),
            lambda chain: chain.change("collect-contributes-ecology", circuit="market"),
        ),
    ),
    Case(
        "VG341",
        lambda chain: chain.change("cook.receives.market", name="Emploi ?"),
        lambda chain: chain.change("cook.receives.market", status="planned"),
    ),
    Case(
        "VG342",
        all_of(
            lambda chain: chain.remove("cook.receives.market"),
            lambda chain: chain.change("collect", no_modality=()),
            lambda chain: chain.add_modality("cook", circuit="gift", name="Savoirs"),
        ),
        all_of(
            lambda chain: chain.remove("cook.receives.market"),
            lambda chain: chain.add_modality("cook", circuit="gift", name="Savoirs"),
        ),
    ),
    Case(
        "VG343",
        lambda chain: chain.add_circuit("Troc", id="barter"),
        all_of(
            lambda chain: chain.add_circuit("Troc", id="barter"),
            lambda chain: chain.add_modality("cook", circuit="barter", name="Bocaux"),
        ),
    ),
    Case(
        "VG344",
        lambda chain: chain.remove("work-feeds-cook"),
        all_of(
            lambda chain: chain.remove("work-feeds-cook"),
            lambda chain: chain.remove("cook.receives.gift"),
            lambda chain: chain.remove("cook.receives.market"),
        ),
    ),
    Case(
        "VG345",
        all_of(
            lambda chain: chain.remove("collect-contributes-ecology"),
            lambda chain: chain.add_modality("collect", circuit="gift", way="gives", name="Dons"),
        ),
        lambda chain: chain.add_modality("collect", circuit="gift", way="gives", name="Dons"),
    ),
)

CASES = (*ROUTES, *ACTORS, *CELLS)
