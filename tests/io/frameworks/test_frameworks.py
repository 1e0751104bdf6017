"""A common base is read with every complaint at once, written whole, adopted and compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_runner import run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import valuegraph as vg
from valuegraph.io.frameworks.drafting import FrameworkDraft

TEXT = """
valuegraph-framework: 1
nom: {fr: Socle, en: Base}
langue: fr
dimensions:
  gouvernance: {nom: {fr: Gouvernance, en: Governance}}
  social: Lien social
critères:
  liens:
    nom: {fr: Des liens, en: Bonds}
    dimension: Lien social
    indicateurs:
      venus:
        {nom: {fr: Personnes venues, en: People who came}, nature: dénombrement, unité: personnes}
      confiance:
        nom: Confiance
        nature: échelle
        échelle: {fr: [peu, beaucoup], en: [little, much]}
  voix: {nom: Des voix, dimension: gouvernance}
indicateurs:
  budget_debattu: {nom: Budget débattu, nature: oui_non, de: voix}
  sans_critere: {nom: Hors critère}
"""


@pytest.fixture
def base() -> vg.Framework:
    """Return a small common base in two languages."""
    return vg.read_framework(TEXT)


def refused(text: Any) -> list[tuple[str, int]]:
    """Return code and line of what is wrong with a base; it must be refused."""
    with pytest.raises(vg.FileFormatError) as error:
        vg.read_framework(text)
    return sorted((one.code, one.where.line) for one in error.value.problems.errors)


# ---- read and written


def test_a_base_is_read_in_french_or_english(base: vg.Framework) -> None:
    """Dimensions by id or name, criteria and indicators nested or beside each other."""
    assert [part.id for part in base.dimensions] == ["gouvernance", "social"]
    assert {part.id: part.dimension for part in base.criteria} == {
        "liens": "social", "voix": "gouvernance",
    }  # fmt: skip
    indicators = {part.id: part for part in base.indicators}
    assert indicators["budget_debattu"].criterion == "voix"
    assert base.dimension_of(indicators["budget_debattu"]) == base.dimensions[0]
    assert base.dimension_of(indicators["sans_critere"]) is None
    assert indicators["confiance"].texts("scale", "en") == ("little", "much")
    assert base.label("en") == "Base"


@pytest.mark.parametrize("ending", [".yaml", ".yml", ".json"])
def test_a_base_comes_back_as_it_was(base: vg.Framework, ending: str, tmp_path: Path) -> None:
    """Written and read, a base is equal: in both languages of keys, in YAML and JSON."""
    for framework in (base, vg.read_framework("drome")):
        for keys in ("en", "fr"):
            path = tmp_path / f"base-{keys}{ending}"
            vg.write_framework(framework, path, keys=keys)
            assert vg.read_framework(path) == framework
            assert vg.read_framework(str(path)) == framework
        written = vg.write_framework(framework)
        assert written == vg.write_framework(vg.read_framework(str(written)))
    data = {"valuegraph-framework": 1, "name": "x", "indicators": {"a": {"name": "A"}}}
    assert vg.read_framework(data).indicators[0].name == "A"


_words = st.sampled_from(["", "Lien", "no", "12", "a: b", "d’été ?", "gouvernance", "x # y", "oui"])
_names = st.fixed_dictionaries(
    {"name": _words},
    optional={
        "translations": st.fixed_dictionaries({"en": st.fixed_dictionaries({"name": _words})})
    },
)
_ids = st.lists(
    st.sampled_from(["a", "gouvernance", "no", "é", "1", "x-y", "social"]), unique=True, max_size=4
)


@st.composite
def frameworks(draw: Callable[[Any], Any]) -> vg.Framework:
    """Draw a base whose ids and texts are those that files get wrong."""
    dimensions = [vg.Dimension(id=f"d_{one}", **draw(_names)) for one in draw(_ids)]
    named = st.sampled_from(["", *(part.id for part in dimensions)])
    criteria = [vg.Criterion(id=f"c_{one}", dimension=draw(named), **draw(_names))
                for one in draw(_ids)]  # fmt: skip
    under = st.sampled_from(["", *(part.id for part in criteria)])
    indicators = [
        vg.Indicator(id=f"i_{one}", criterion=draw(under), scale=tuple(draw(st.lists(_words))),
                     codes=tuple(draw(st.lists(_words))), **draw(_names))
        for one in draw(_ids)
    ]  # fmt: skip
    return vg.Framework(
        **draw(_names),
        language=draw(st.sampled_from(["fr", "oc"])),
        dimensions=tuple(dimensions),
        criteria=tuple(criteria),
        indicators=tuple(indicators),
        extra=draw(st.dictionaries(_words, _words, max_size=2)),
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(frameworks(), st.sampled_from(["en", "fr"]))
def test_any_base_comes_back_as_it_was(framework: vg.Framework, keys: str) -> None:
    """Nothing of a base is lost in its text, whatever its words look like."""
    assert vg.read_framework(str(vg.write_framework(framework, keys=keys))) == framework


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(frameworks(), st.sampled_from(["fr", "en", "oc"]))
def test_adopting_any_base_leaves_nothing_missing(framework: vg.Framework, language: str) -> None:
    """After a base is adopted a chain lacks nothing of it, and its file says so too."""
    chain = vg.ValueChain("x", language=language)
    chain.adopt(framework)
    again = vg.read(str(vg.write(chain)))
    assert again == chain
    for one in (chain, again):
        beside = vg.check(one, base=framework, ignore=["valuegraph"])
        assert beside.codes() == ()
        assert one.adopt(framework) == ()


def test_every_fault_of_a_base_is_told_at_once() -> None:
    """Unknown keys and dimensions, ids twice, parts of a chain, units: each in its place."""
    text = """valuegraph-framework: 1
nom: x
dimensons: {a: A}
dimensions: {gouvernance: Gouvernance}
critères:
  voix: {nom: Voix, dimension: gouvernanse, de: question}
  gouvernance: Encore
indicateurs:
  venus: {mesure: [lieu], nature: compte}
  kilos: {unité: kg, cible: {2020: 3 g}}
"""
    assert refused(text) == [
        ("VG201", 3), ("VG210", 7), ("VG213", 6), ("VG221", 9), ("VG233", 10), ("VG723", 6),
        ("VG723", 9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [("valuegraph: 1\nname: a chain\n", "VG724"), ("valuegraph-framework: 2\n", "VG208"),
     ("valuegraph-framework: one\n", "VG207"), ("- a\n", "VG114"), ("a: [", "VG1")],
)  # fmt: skip
def test_what_is_no_base_is_refused(text: str, code: str) -> None:
    """A chain, a version to come and a damaged file are told to be just that."""
    assert refused(text)[0][0].startswith(code)


def test_a_name_that_no_base_has() -> None:
    """The bases that come with the package are told."""
    assert vg.framework_names() == ("drome",)
    for read in (vg.read_framework, vg.framework_text):
        with pytest.raises(vg.OptionError, match="drome"):
            read("dromme")
    with pytest.raises(vg.FileAccessError):
        vg.read_framework("dromme.yaml")
    with pytest.raises(vg.OptionError):
        vg.write_framework(vg.read_framework("drome"), "base.xlsx")
    with pytest.raises(vg.OptionError):
        vg.write_framework(vg.read_framework("drome"), keys="de")


def test_a_base_made_in_python_holds_together() -> None:
    """References to what is not there, and ids that stand twice, are refused."""
    lone = vg.Criterion(id="c", dimension="nowhere")
    with pytest.raises(ValueError, match="dimension"):
        vg.Framework(criteria=(lone,))
    with pytest.raises(ValueError, match="unique"):
        vg.Framework(criteria=(vg.Criterion(id="a"),), indicators=(vg.Indicator(id="a"),))
    with pytest.raises(ValueError, match="no parts"):
        vg.Framework(indicators=(vg.Indicator(id="a", measures=("x",)),))


def test_the_drome_base_is_told_in_both_languages_and_marked_as_ours() -> None:
    """Five dimensions of the source; every text in French and English; the rest said to be ours."""
    base = vg.read_framework("drome")
    assert [part.name for part in base.dimensions] == [
        "Cohésion sociale", "Épanouissement", "Gouvernance", "Environnement", "Richesses produites",
    ]  # fmt: skip
    assert "inventés" in base.description
    assert "invented" in base.text("description", "en")
    assert all("exemple inventé" in criterion.by for criterion in base.criteria)
    used = {base.dimension_of(part).id for part in base.indicators}  # type: ignore[union-attr]
    assert used == {part.id for part in base.dimensions}
    for part in base.parts:
        told = part.translations["en"]
        written = {name for name in type(part).text_fields if getattr(part, name)}
        assert written == set(told), part.id
    assert "inventés par nous" in vg.framework_text("drome")


# ---- adopted


def test_a_chain_adopts_what_is_missing(base: vg.Framework) -> None:
    """Ids stay, local parts stay, the chain's language is spoken; a second time adds nothing."""
    chain = vg.ValueChain("Garden", language="en")
    own = chain.add_indicator("Jars", id="jars", unit="jars")
    kept = chain.add_indicator("Visitors", id="venus", indicator_kind="count", unit="personnes")
    added = chain.adopt(base)
    assert [part.id for part in added] == ["liens", "voix", "confiance", "budget_debattu",
                                           "sans_critere"]  # fmt: skip
    assert chain.find("liens").text("name", "fr") == "Des liens"  # type: ignore[union-attr]
    assert chain.find("liens").name == "Bonds"  # type: ignore[union-attr]
    scale = chain.find("confiance")
    assert isinstance(scale, vg.Indicator)
    assert scale.scale == ("little", "much")
    assert (chain.find("jars"), chain.find("venus")) == (own, kept)
    assert chain.adopt(base) == ()
    chain.add_observation("confiance", date="2024", value="much")


def test_an_id_that_means_something_else_is_refused(base: vg.Framework) -> None:
    """Nothing is added where an id of the base is taken by another kind of part."""
    chain = vg.ValueChain("x")
    chain.add_actor("Venus", id="venus")
    chain.add_activity("Voix", id="voix")
    before = chain.copy()
    with pytest.raises(vg.ChainError) as error:
        chain.adopt(base)
    assert error.value.problems.codes() == ("VG725", "VG725")
    assert chain == before


# ---- checked


def test_check_tells_what_a_chain_lacks_of_a_base(base: vg.Framework) -> None:
    """Missing criteria and indicators, those that have become others, and what is local."""
    chain = vg.ValueChain("x", language="en")
    chain.adopt(base)
    assert vg.check(chain, base=base, ignore=["valuegraph"]).codes() == ()
    chain.change("venus", unit="visits", name="Visits")
    chain.change("confiance", scale=["some", "much"])
    chain.remove("budget_debattu")
    chain.remove("voix")
    chain.add_criterion("Ours", id="ours")
    found = vg.check(chain, base=base, ignore=["valuegraph"])
    assert [(one.code, one.where.id) for one in found] == [
        ("VG726", "voix"), ("VG727", "budget_debattu"), ("VG728", "venus"), ("VG728", "confiance"),
        ("VG729", "ours"),
    ]  # fmt: skip
    assert "unité" in found[2].message("fr")
    assert "scale" in found[3].message("en")
    assert "VG728" not in vg.check(chain, base=base, ignore=["VG728"]).codes()


def test_the_command_line_checks_against_a_base(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``check --base`` takes a file or a name, and tells a damaged base like any file."""
    monkeypatch.chdir(tmp_path)
    Path("c.yaml").write_text("valuegraph: 1\nname: Jardin\n", encoding="utf-8")
    Path("base.yaml").write_text(TEXT, encoding="utf-8")
    told = run("check", "c.yaml", "--base", "base.yaml", "--ignore", "valuegraph")
    assert "Personnes venues" in told.output
    assert run("check", "c.yaml", "--base", "drome", "--fail-on", "warning").exit_code == 1
    as_data = json.loads(run("check", "c.yaml", "--base", "drome", "--format", "json").output)
    assert "VG727" in {one["code"] for one in as_data}
    Path("base.yaml").write_text("valuegraph-framework: 1\nnme: x\n", encoding="utf-8")
    assert run("check", "c.yaml", "--base", "base.yaml").exit_code == 1


# ---- compared


def test_chains_are_compared_on_what_they_share(base: vg.Framework) -> None:
    """Each cell has a value or the reason why there is none; nothing unknown is a number."""
    one, two = vg.ValueChain("Un"), vg.ValueChain("Two", language="en")
    for chain in (one, two):
        chain.adopt(base)
        chain.add_indicator("Local", id="local")
        chain.add_observation("local", date="2024", value=1)
    one.add_observation("venus", date="2023", value=5)
    one.add_observation("venus", date="2024-05", value=0)
    one.add_observation("confiance", date="2024", value="beaucoup")
    two.add_observation("confiance", date="2024", value="much")
    two.add_observation("venus", date="2024", value=3)
    two.add_observation("venus", date="2024", value=4)
    two.add_observation("budget_debattu", date="2024", value="yes")
    two.change("sans_critere", unit="kg")
    found = vg.compare_on(base, [one, two])
    cells = {(cell.indicator, cell.chain): cell for cell in found.cells}
    assert {key[0] for key in cells} == {part.id for part in base.indicators}
    told = {
        key: (cell.state, str(cell.value), cell.date, cell.count) for key, cell in cells.items()
    }
    assert told == {
        ("venus", "Un"): ("observed", "0 personnes", "2024-05", 1),
        ("venus", "Two"): ("several", "None", "2024", 2),
        ("confiance", "Un"): ("observed", "beaucoup", "2024", 1),
        ("confiance", "Two"): ("observed", "beaucoup", "2024", 1),
        ("budget_debattu", "Un"): ("unobserved", "None", "", 0),
        ("budget_debattu", "Two"): ("observed", "oui", "2024", 1),
        ("sans_critere", "Un"): ("unobserved", "None", "", 0),
        ("sans_critere", "Two"): ("different", "None", "", 0),
    }
    assert "much" in found.to_text("en")
    assert "yes" in found.to_text("en")
    assert "plusieurs valeurs" in found.to_text("fr")
    assert list(found.to_frame()["value"].dropna()) == [0.0]
    assert json.loads(json.dumps(found.to_dict()))["rows"][0]["indicator"] == "budget_debattu"


def test_a_comparison_looks_at_a_day(base: vg.Framework) -> None:
    """Only what was observed up to a day counts; a year is over on its last day."""
    chain = vg.ValueChain("x")
    chain.adopt(base)
    for date, value in (("2022", 1), ("2023-06-30", 2), ("2024", 3)):
        chain.add_observation("venus", date=date, value=value)

    def value_on(day: str) -> str:
        cells = vg.compare_on(base, {"x": chain}, on=day).cells
        return next(str(cell.value) for cell in cells if cell.indicator == "venus")

    nothing, one, two, three = "None", "1 personnes", "2 personnes", "3 personnes"
    days = ["2022-05", "2022", "2023-06", "2023-06-29", "2024-11-30", "2024"]
    assert [value_on(day) for day in days] == [
        nothing, one, two, one, two, three,
    ]  # fmt: skip
    with pytest.raises(vg.OptionError):
        vg.compare_on(base, [chain], on="hier")


def test_values_by_group_are_not_put_together(base: vg.Framework) -> None:
    """What is known by group only is said to be; chains of one name are told apart."""
    chain = vg.ValueChain("x")
    chain.adopt(base)
    chain.change("venus", breakdowns={"âge": ["jeunes", "vieux"]})
    chain.add_observation("venus", date="2024", value=3, breakdown={"âge": "jeunes"})
    found = vg.compare_on(base, [chain, vg.ValueChain("x"), vg.ValueChain()])
    assert found.chains == ("x", "x-2", "?")
    states = [cell.state for cell in found.cells if cell.indicator == "venus"]
    assert states == ["groups", "absent", "absent"]


def test_a_comparison_speaks_of_one_unit() -> None:
    """A bare number is in the indicator's unit, and a ratio in % is told of a hundred."""
    base = vg.Framework(indicators=(
        vg.Indicator(id="kilos", unit="kg"), vg.Indicator(id="part", unit="%"),
    ))  # fmt: skip
    chain = vg.ValueChain("x")
    chain.adopt(base)
    chain.add_observation("kilos", date="2024", value=3)
    chain.add_observation("kilos", date="2024", value="3 kg")
    chain.add_observation("part", date="2024", numerator=1, denominator=4)
    cells = vg.compare_on(base, [chain]).cells
    assert [str(cell.value) for cell in cells] == ["3 kg", "25.00 %"]
    assert "25 %" in vg.compare_on(base, [chain]).to_text("en").replace("\u00a0", " ")


def test_a_draft_holds_what_a_framework_holds(base: vg.Framework) -> None:
    """From a framework to a draft and back nothing changes."""
    draft = FrameworkDraft.of(base)
    assert draft.framework({part.id: part.dimension for part in base.criteria}) == base
