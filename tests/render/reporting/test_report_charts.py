"""The charts of a report: every text whole and apart from others, whatever the labels."""

from __future__ import annotations

import pytest
from drawn_sheets import options
from scene_lint import lint
from sized_chains import LABELS

import valuegraph as vg
from valuegraph.render.reporting.writing import written_report
from valuegraph.render.scene import Scene, Shape

CHARTS = ("Les indicateurs et leurs cibles", "Ce qui est mesuré", "Les circuits de chaque impact")


def charts(chain: vg.ValueChain) -> dict[str, Scene]:
    """Return the charts of a chain's report by their titles."""
    figures = written_report(chain, options()).figures()
    return {each.scene.title: each.scene for each in figures if each.scene.title in CHARTS}


def measured(kind: str) -> vg.ValueChain:
    """Return a chain with labels of a kind, and values from far below to far beyond the target."""
    label = LABELS[kind]
    chain = vg.ValueChain("x", language="fr")
    chain.add_resource(label(1), id="r")
    chain.add_circuit(label(7), id="own")
    chain.add_activity(label(2), id="a", uses=["r"])
    chain.add_modality("a", circuit="own", name=label(8), way="receives")
    chain.add_impact(label(3), id="i", of=["a"])
    ends = (("0", "9"), ("3", "0.001"), ("250000000000", "1"), ("0", "0"), ("7", "7"))
    for number, (value, target) in enumerate(ends):
        chain.add_indicator(
            label(10 + number),
            id=f"n{number}",
            indicator_kind="stock",
            unit=label(40)[:60],
            direction="up",
            baseline={"2017": 5} if number % 2 else {},
            target={"2030": target},
            measures=["i"] if number else ["a"],
        )
        chain.add_observation(f"n{number}", date="2020", value=value)
    return chain


@pytest.mark.parametrize("kind", LABELS)
def test_charts_are_without_a_defect_whatever_the_labels(kind: str) -> None:
    """Nothing overflows, nothing overlaps, nothing is too pale or too small."""
    drawn = charts(measured(kind))
    assert set(drawn) == set(CHARTS)
    assert {title: lint(scene) for title, scene in drawn.items()} == {title: [] for title in drawn}


@pytest.mark.parametrize("name", ["conserverie_evaluee", "centre_social_amisc", "tzcld_paris13"])
def test_charts_of_the_examples_are_without_a_defect(name: str) -> None:
    """And what they show is in their alternative texts, row by row."""
    chain = vg.example(name)
    drawn = charts(chain)
    assert {title: lint(scene) for title, scene in drawn.items()} == {title: [] for title in drawn}
    told = drawn["Les indicateurs et leurs cibles"].description.splitlines()
    assert len(told) >= 4
    assert all("cible (" in line for line in told)


def test_a_bar_is_as_long_as_its_value() -> None:
    """On the scale of its row: 20 of 30 takes two thirds of the track, 6 of 40 is a circle."""
    scene = charts(vg.example("conserverie_evaluee"))["Les indicateurs et leurs cibles"]
    [row] = [group for group in scene.groups() if group.ref == "benevoles_actifs"]
    track, bar = [each for each in row.children if isinstance(each, Shape) and each.kind == "rect"]
    assert bar.w / track.w == pytest.approx(20 / 30)
    [row] = [group for group in scene.groups() if group.ref == "ateliers"]
    track = next(each for each in row.children if isinstance(each, Shape))
    [circle] = [each for each in row.children if isinstance(each, Shape) and each.kind == "ellipse"]
    assert circle.x + circle.w / 2 - track.x == pytest.approx(track.w * 6 / 40)
