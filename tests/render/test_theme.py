"""The default theme can be read by everyone, by computation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from valuegraph.errors import OptionError
from valuegraph.render.icons import icon_for
from valuegraph.render.theme import DEFAULT_THEME, CircuitColours, Theme
from valuegraph.render.theming.report import SIGHTS

REPORT = DEFAULT_THEME.validate()
# The least CIEDE2000 difference of two circuits that each sight is left with. Grey stays weak for
# colours that all carry white text: that is why no circuit is told by its colour alone.
LEAST = {"normal": 20, "protan": 15, "deutan": 12, "tritan": 11, "grey": 4}


@pytest.mark.parametrize(
    "pair", REPORT.contrasts, ids=lambda pair: f"{pair.use.en}: {pair.colour} on {pair.ground}"
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
    assert "text" in {pair.use.en for pair in failures}
    assert all(pair.ratio < pair.needed for pair in failures)


def test_circuits_alike_are_found_out() -> None:
    """A theme with two circuits of one colour is reported with a difference of none."""
    gift, _, *others = DEFAULT_THEME.circuits
    twins = replace(DEFAULT_THEME, circuits=(gift, ("market", gift[1]), *others[:0]))
    assert [pair.difference for pair in twins.validate().closest] == [0] * len(SIGHTS)


def test_our_own_look_has_nothing_to_report() -> None:
    """The default theme passes every judgement that a house's theme has to pass."""
    assert REPORT.problems.codes() == ()


def test_a_failing_pair_says_by_how_much_and_what_would_do() -> None:
    """The problem names both roles, the ratio, what is needed, and colours that would do."""
    report = replace(DEFAULT_THEME, resource_text="#B09050").validate()
    (problem, *_) = report.problems.errors
    assert problem.code == "VG485"
    assert problem.values["ids"] == ["resource_text", "resource"]
    told = (("fr", "est de 2,4", "Il manque 2,"), ("en", "is 2.4", "is missing"))
    for language, ratio, gap in told:
        assert ratio in problem.message(language)
        assert "4,5" in problem.message("fr")
        assert gap in problem.hint(language)
    better = problem.hint("en").split("“resource_text”: ")[1][:7]
    assert not any(
        pair.fails
        for pair in replace(DEFAULT_THEME, resource_text=better).validate().contrasts
        if pair.roles == ("resource_text", "resource")
    )


def test_circuits_too_alike_are_a_warning() -> None:
    """Two circuits of nearly one colour are told, for each kind of sight, and are no error."""
    gift, _, *others = DEFAULT_THEME.circuits
    near = ("local_exchange", CircuitColours("#1B7F6B", gift[1].tint))
    problems = replace(DEFAULT_THEME, circuits=(gift, near, *others)).validate().problems
    assert problems.codes() == ("VG486",) * len(SIGHTS)
    assert "imprimés en gris" in problems.to_text("fr")
    assert "printed in grey" in problems.to_text("en")


def test_every_fault_of_a_theme_is_told_at_once() -> None:
    """A theme made in Python refuses colours, icons and pages that cannot be used, together."""
    with pytest.raises(OptionError) as refused:
        Theme(
            ink="red",
            impacts=("#12345", "#123456"),
            page="A9",
            icons={"resource": {"food": "javascript:alert(1)"}, "person": {}},
        )
    assert sorted(refused.value.problems.codes()) == ["VG450", "VG450", "VG480", "VG480", "VG481"]


def test_an_icon_is_found_by_code_by_word_or_not_at_all() -> None:
    """A house's icon serves the word in both languages, a new word, and nothing else."""
    theme = Theme(icons={"resource": {"alimentaire": "M2 2H22", "Numérique": "M3 3H21"}})
    assert theme.icon("resource", "food", code="food") == "M2 2 H22"
    assert theme.icon("resource", "numerique") == "M3 3 H21"
    assert theme.icon("resource", "autre") == "layers"
    assert theme.icon("impact", "social", code="social") == "heart"
