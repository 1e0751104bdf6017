"""The default theme can be read by everyone, by computation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from valuegraph.render.icons import icon_for
from valuegraph.render.theme import DEFAULT_THEME, SIGHTS

REPORT = DEFAULT_THEME.validate()
# The least CIEDE2000 difference of two circuits that each sight is left with. Grey stays weak for
# colours that all carry white text: that is why no circuit is told by its colour alone.
LEAST = {"normal": 20, "protan": 15, "deutan": 12, "tritan": 11, "grey": 4}


@pytest.mark.parametrize(
    "pair", REPORT.contrasts, ids=lambda pair: f"{pair.use}: {pair.colour} on {pair.ground}"
)
def test_every_pair_has_the_contrast_it_needs(pair) -> None:
    """Each text has 4.5 against its ground, each mark that means something has 3."""
    assert pair.ratio >= pair.needed


@pytest.mark.parametrize("closest", REPORT.closest, ids=SIGHTS)
def test_circuits_stay_apart_to_every_sight(closest) -> None:
    """The two circuits most alike still differ for each kind of sight."""
    assert closest.difference >= LEAST[closest.sight]


def test_circuits_differ_by_icon() -> None:
    """Circuits are never told apart by colour alone: each has its own icon."""
    icons = {icon_for("circuit", name) for name, _ in DEFAULT_THEME.circuits}
    assert len(icons | {icon_for("circuit", "one of a chain's own")}) == 5


def test_own_circuits_go_round() -> None:
    """Circuits of a chain's own get their own colours, and start again after the last."""
    own = [DEFAULT_THEME.circuit("troc", position=place) for place in range(5)]
    assert len(set(own)) == 4
    assert own[4] == own[0]
    assert not set(own) & {colours for _, colours in DEFAULT_THEME.circuits}


def test_pale_theme_is_found_out() -> None:
    """A theme whose text is too pale is reported, with the use and the ratio."""
    failures = replace(DEFAULT_THEME, ink="#999999").validate().failures
    assert "text" in {pair.use for pair in failures}
    assert all(pair.ratio < pair.needed for pair in failures)


def test_circuits_alike_are_found_out() -> None:
    """A theme with two circuits of one colour is reported with a difference of none."""
    gift, _, *others = DEFAULT_THEME.circuits
    twins = replace(DEFAULT_THEME, circuits=(gift, ("market", gift[1]), *others[:0]))
    assert [pair.difference for pair in twins.validate().closest] == [0] * len(SIGHTS)
