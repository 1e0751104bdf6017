"""What passes by every link at once, against the question put to each link alone."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from strategies import chains

from valuegraph.analysis.routes import iter_routes
from valuegraph.analysis.sharing.passing import passing, widest_route
from valuegraph.analysis.through import through
from valuegraph.model.chain import ValueChain


def garden() -> ValueChain:
    """Return a chain with two routes of different likelihood."""
    chain = ValueChain("Jardin")
    chain.add_resource("Terre", id="soil")
    chain.add_resource("Temps", id="time")
    chain.add_activity("Bêchage", id="dig", uses=["soil", "time"])
    chain.add_activity("Cueillette", id="pick", uses=["time"])
    chain.add_impact("Liens", id="bonds", of=["dig", "pick"])
    return chain


@given(chains(evaluation=False, activities=(0, 5), links=(0, 8)))
@settings(max_examples=40)
def test_each_link_has_the_mean_of_its_shares(chain: ValueChain) -> None:
    """A link has the mean over the impacts of what ``through`` answers for it alone."""
    found = passing(chain).links
    for link, share in found.items():
        each = through(chain, link)
        mean = math.fsum(each[impact] for impact in each) / len(each)
        assert share == pytest.approx(mean, abs=1e-9)


@given(chains(evaluation=False, activities=(0, 4), links=(0, 6)))
@settings(max_examples=40)
def test_the_route_is_one_of_those_that_are_there(chain: ValueChain) -> None:
    """The likeliest walk is a route of the analysis, along links that do not hinder."""
    route = passing(chain).route
    if route:
        known = {each.parts for each in iter_routes(chain, start=route[0], end=route[-1])}
        assert route in known


def test_the_route_is_the_likeliest_walk() -> None:
    """Of the walks back the likeliest one is found, and none equals it."""
    found = passing(garden())
    assert found.route == ("time", "pick", "bonds")
    assert not found.equalled
    assert found.links["time-feeds-pick"] == 0.5
    assert found.links["soil-feeds-dig"] == 0.25


def test_walks_that_are_as_likely_are_told() -> None:
    """Where two walks are as likely, the shorter one is given and the other told of."""
    chain = ValueChain("Fil")
    chain.add_activity("Un", id="one")
    chain.add_activity("Deux", id="two", after=["one"])
    chain.add_impact("Liens", id="bonds", of=["one", "two"])
    found = passing(chain)
    assert found.route == ("one", "bonds")
    assert found.equalled


def test_nothing_leads_nowhere() -> None:
    """A chain without impacts has no shares and no route."""
    found = passing(ValueChain("Vide"))
    assert (found.links, found.route, found.equalled) == ({}, (), False)


def test_the_widest_route_has_the_greatest_smallest_step() -> None:
    """A route is as wide as its narrowest step."""
    steps = [("a", "m", 9.0), ("m", "z", 2.0), ("b", "n", 4.0), ("n", "z", 3.0)]
    assert widest_route(steps, ["z"]) == ("b", "n", "z")
    assert widest_route([], ["z"]) == ()
    assert all(first != second for first, second in pairwise(widest_route(steps, ["z"])))
