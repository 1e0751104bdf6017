"""Colour arithmetic, beside published values."""

from __future__ import annotations

import pytest

from valuegraph.render.colour import (
    DEFICIENCIES,
    ciede2000,
    contrast,
    difference,
    grey,
    lab,
    luminance,
    mix,
    simulated,
)

# Sharma, Wu and Dalal (2005), table 1: L a b, L a b, the difference.
SHARMA = """
50 2.6772 -79.7751 50 0 -82.7485 2.0425
50 3.1571 -77.2803 50 0 -82.7485 2.8615
50 2.8361 -74.0200 50 0 -82.7485 3.4412
50 -1.3802 -84.2814 50 0 -82.7485 1.0000
50 -1.1848 -84.8006 50 0 -82.7485 1.0000
50 -0.9009 -85.5211 50 0 -82.7485 1.0000
50 0 0 50 -1 2 2.3669
50 -1 2 50 0 0 2.3669
50 2.4900 -0.0010 50 -2.4900 0.0009 7.1792
50 2.4900 -0.0010 50 -2.4900 0.0010 7.1792
50 2.4900 -0.0010 50 -2.4900 0.0011 7.2195
50 2.4900 -0.0010 50 -2.4900 0.0012 7.2195
50 -0.0010 2.4900 50 0.0009 -2.4900 4.8045
50 -0.0010 2.4900 50 0.0010 -2.4900 4.8045
50 -0.0010 2.4900 50 0.0011 -2.4900 4.7461
50 2.5 0 50 0 -2.5 4.3065
50 2.5 0 73 25 -18 27.1492
50 2.5 0 61 -5 29 22.8977
50 2.5 0 56 -27 -3 31.9030
50 2.5 0 58 24 15 19.4535
50 2.5 0 50 3.1736 0.5854 1.0000
50 2.5 0 50 3.2972 0 1.0000
50 2.5 0 50 1.8634 0.5757 1.0000
50 2.5 0 50 3.2592 0.3350 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082
"""


@pytest.mark.parametrize("row", SHARMA.split("\n")[1:-1])
def test_difference_is_the_published_one(row: str) -> None:
    """Each pair of Sharma's table has the published difference, in both orders."""
    numbers = [float(number) for number in row.split()]
    first, second, expected = tuple(numbers[:3]), tuple(numbers[3:6]), numbers[6]
    assert ciede2000(first, second) == pytest.approx(expected, abs=5e-5)
    assert ciede2000(second, first) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#FFFFFF", (100, 0, 0)),
        ("#000000", (0, 0, 0)),
        ("#FF0000", (53.24, 80.09, 67.20)),
        ("#0000FF", (32.30, 79.19, -107.86)),
    ],
)
def test_lab_of_known_colours(colour: str, expected: tuple[float, float, float]) -> None:
    """The primaries have the L*a*b* coordinates found in tables."""
    assert lab(colour) == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize(
    ("colour", "ground", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#767676", "#FFFFFF", 4.54)],
)
def test_contrast_is_that_of_wcag(colour: str, ground: str, ratio: float) -> None:
    """Contrast is WCAG's ratio, whichever colour comes first."""
    assert contrast(colour, ground) == pytest.approx(ratio, abs=0.005)
    assert contrast(ground, colour) == contrast(colour, ground)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("neutral", ["#000000", "#808080", "#FFFFFF"])
def test_greys_look_the_same_to_everyone(deficiency, neutral: str) -> None:
    """A grey is seen as that grey with any deficiency."""
    assert difference(simulated(neutral, deficiency), neutral) < 0.5


def test_red_and_green_come_closer_without_red_or_green_cones() -> None:
    """Red and green look more alike to protans and deutans, and not to tritans."""
    red, green = "#C0392B", "#3B7D2A"
    seen = {each: difference(simulated(red, each), simulated(green, each)) for each in DEFICIENCIES}
    assert seen["protan"] < difference(red, green) / 2
    assert seen["deutan"] < difference(red, green) / 2
    assert seen["tritan"] > seen["deutan"] * 2


def test_grey_keeps_the_luminance() -> None:
    """The grey of a colour is as light as the colour."""
    assert luminance(grey("#1B806A")) == pytest.approx(luminance("#1B806A"), abs=0.003)
    assert len({grey("#1B806A")[place : place + 2] for place in (1, 3, 5)}) == 1


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    """A mix of none is the colour, a mix of all the other, a mix of half lies between."""
    assert mix("#000000", "#FFFFFF", 0) == "#000000"
    assert mix("#000000", "#FFFFFF", 1) == "#FFFFFF"
    assert mix("#102030", "#304050", 0.5) == "#203040"


@pytest.mark.parametrize("wrong", ["red", "#FFF", "FFFFFF0"])
def test_other_notations_are_refused(wrong: str) -> None:
    """A colour is written in one way only."""
    with pytest.raises(ValueError, match="#RRGGBB"):
        luminance(wrong)
