"""Packs are read with every complaint at once, find what they say, and never stumble."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_runner import run
from hypothesis import HealthCheck, given, settings
from strategies import chains

import valuegraph as vg
from valuegraph.analysis.packs.testing import TESTS
from valuegraph.io.packs.typed_tests import SCOPE_WORDS, fields_spelled
from valuegraph.problems import Severity

FRENCH = """
paquet: maison
titre: Nos règles
règles:
  territoire:
    chaque: chaîne
    doit: {dit: [territoire]}
    gravité: avertissement
    dit: le territoire {n’est} pas dit
    raison: On agit quelque part.
    remède: Dites-le.
  cible:
    chaque: impact
    où: {relié: [bénéficie_à]}
    doit: {une_de: [{mesuré: [cible]}, {observé: oui}]}
    dit: pas de cible
  taille:
    chaque: chaîne
    doit: {au_moins: {acteur: 2}, au_plus: {impact: 3}}
    dit: trop, ou trop peu
"""
CHAIN = """
valuegraph: 1
name: Jardin
actors: {habitants: Habitants}
activities:
  jardiner: {name: Jardiner, receives: {gift: Coups de main}}
impacts:
  lien: {name: Lien social, of: [jardiner], benefits: [habitants]}
  sante: {name: Santé, of: [jardiner], benefits: [habitants]}
  air: {name: Air, of: [jardiner]}
evaluation:
  questions:
    q:
      ask: Y a-t-il plus de liens ?
      about: [lien]
      criteria:
        c:
          name: Participation
          indicators:
            benevoles: {name: Bénévoles, kind: count, baseline: {2020: 3}, target: {2024: 9}}
"""


def pack_file(folder: Path, text: str = FRENCH) -> str:
    """Write a pack and return its path."""
    path = folder / "maison.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def found(**options: Any) -> dict[str, tuple[str, ...]]:
    """Return code -> the ids it was found for, our own rules left out."""
    problems = vg.check(vg.read(CHAIN), ignore=["valuegraph"], **options)
    return {problem.code: problem.values["ids"] for problem in problems}


def test_a_pack_of_ones_own_finds_what_it_says(tmp_path: Path) -> None:
    """Each rule looks where it says, and tells those of which its tests do not hold."""
    problems = vg.check(vg.read(CHAIN), packs=[pack_file(tmp_path)], ignore=["valuegraph"])
    assert {problem.code: problem.values["ids"] for problem in problems} == {
        "maison/territoire": (), "maison/cible": ("sante",), "maison/taille": (),
    }  # fmt: skip
    first = problems[0]
    assert first.severity is Severity.WARNING
    assert first.message("fr") == "le territoire {n’est} pas dit"
    assert (first.hint("en"), first.rule.reason.en) == ("Dites-le.", "On agit quelque part.")
    assert first.to_dict()["reason"]["fr"] == "On agit quelque part."


def test_each_shipped_rule_has_all_its_words() -> None:
    """Every rule says what, why and what to do, in both languages, and where it comes from."""
    for pack in vg.packs():
        assert all((*pack.title, *pack.description, *pack.source))
        for rule in pack.rules:
            assert all((*rule.says, *rule.reason, *rule.repair)), pack.code_of(rule)
            assert rule.says.fr != rule.says.en
            assert not pack.rule_told(rule).message.fr.endswith(".")


@pytest.mark.parametrize(
    ("pack", "code", "ids"),
    [
        ("logframe", "logframe/impact-has-target", ("sante", "air")),
        ("logframe", "logframe/source-of-verification", ("benevoles",)),
        ("fonda", "fonda/question-asked", ("sante", "air")),
        ("fonda", "fonda/indicator-observed", ("benevoles",)),
        ("labo", "labo/value-shared", ("air",)),
        ("labo", "labo/who-benefits-takes-part", ()),
        ("evaluability", "evaluability/impact-measured", ("sante", "air")),
    ],
)
def test_shipped_packs_find_what_is_missing(pack: str, code: str, ids: tuple[str, ...]) -> None:
    """What a chain lacks of a method is found, with the parts it is missing for."""
    assert found(packs=[pack])[code] == ids


def test_what_is_there_is_not_found() -> None:
    """A chain that has what a rule asks for hears nothing of it."""
    codes = found(packs=["fonda", "logframe", "evaluability"])
    for silent in ("fonda/circuit-named", "fonda/criterion-followed", "evaluability/baseline-known",
                   "logframe/indicator-has-baseline", "evaluability/questions-there"):  # fmt: skip
        assert silent not in codes
    chain = vg.read(CHAIN)
    chain.link("habitants", "takes_part", "jardiner")
    told = vg.check(chain, packs=["labo"]).codes()
    assert not {"labo/who-benefits-takes-part", "labo/built-together"}.intersection(told)


def test_rules_and_packs_are_switched_off_by_code() -> None:
    """``ignore`` takes codes of packs, whole packs, and our own rules as a pack."""
    assert "labo/feedback" in found(packs=["labo"])
    left = vg.check(vg.read(CHAIN), packs=["labo"], ignore=["labo/feedback"])
    assert "labo/feedback" not in left.codes()
    assert "labo/value-shared" in left.codes()
    assert vg.check(vg.read(CHAIN), packs=["labo"], ignore=["labo", "valuegraph"]).codes() == ()
    with pytest.raises(vg.OptionError):
        vg.check(vg.read(CHAIN), ignore=["labo/feedback"])
    with pytest.raises(vg.OptionError) as twice:
        vg.check(vg.read(CHAIN), packs=["labo", {**MINIMAL, "pack": "labo"}])
    assert twice.value.problems.codes() == ("VG252",)


MINIMAL: dict[str, Any] = {
    "pack": "own", "rules": {"r": {"each": "chain", "must": {"has": ["period"]}, "says": "no"}},
}  # fmt: skip


def test_all_faults_of_a_pack_are_told_at_once(tmp_path: Path) -> None:
    """Each complaint has its line and column, and says what was probably meant."""
    text = """pack: Own Name
autor: 1
rules:
  a:
    each: impacct
    must: {has: [name]}
    says: x
  b:
    each: impact
    must: {measurd: [targt], cells: [gives], has: [dimenssion]}
    severity: error
  c: nothing
"""
    with pytest.raises(vg.FileFormatError) as error:
        vg.read_pack(pack_file(tmp_path, text), language="en")
    problems = error.value.problems
    told = {(each.code, each.where.line, each.where.column) for each in problems}
    assert {
        ("VG220", 1, 7), ("VG201", 2, 1), ("VG250", 5, 11), ("VG201", 10, 12),
        ("VG251", 10, 30), ("VG250", 10, 52), ("VG250", 11, 15), ("VG203", 12, 6),
    } <= told  # fmt: skip
    text = problems.to_text("en")
    for meant in ("impact", "measured", "target", "dimension"):
        assert f"Did you mean: {meant}" in text


NO_NUMBER = {"each": "chain", "must": {"at_least": {"impact": "x"}}, "says": "n"}


@pytest.mark.parametrize(
    "source",
    [{}, {"pack": "a"}, {"pack": "a", "rules": []}, MINIMAL | {"rules": {"r": NO_NUMBER}}],
)
def test_a_pack_that_lacks_something_is_refused(source: dict[str, Any]) -> None:
    """Name, rules and numbers are needed."""
    with pytest.raises(vg.FileFormatError):
        vg.read_pack(source)


def test_a_pack_that_does_not_exist_lists_those_that_do() -> None:
    """A simple name that is no pack and no file is answered with the names there are."""
    with pytest.raises(vg.OptionError) as error:
        vg.read_pack("fondas")
    assert "fonda, labo, logframe" in error.value.problems.to_text("en")
    assert vg.read_pack("fonda") in vg.packs()
    assert vg.pack_text("fonda").startswith("pack: fonda")


def every_test() -> list[dict[str, Any]]:
    """Return a rule for each test and each kind of part it may be asked of."""
    given = {"links": ["contributes", "supports"], "ways": ["gives", "receives"], "yes": "yes",
             "yes or indicator fields": ["target", "by"],
             "count": {kind: 1 for kind in SCOPE_WORDS if kind != "chain"}}  # fmt: skip
    return [
        {"each": scope, "says": "x", "where": {"any": [{"has": []}]},
         "must": {name: given.get(kind.takes, list(fields_spelled(scope)))}}
        for name, kind in TESTS.items() for scope in kind.scopes
    ]  # fmt: skip


EVERY = every_test()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chains())
def test_any_chain_is_checked_by_every_pack(chain: vg.ValueChain) -> None:
    """No chain that can be built makes a pack stumble, nor a test of any kind of part."""
    rules = {f"r{number}": rule for number, rule in enumerate(EVERY)}
    all_tests = vg.read_pack({"pack": "all", "rules": rules})
    before = chain.revision
    problems = vg.check(chain, packs=[*vg.packs(), all_tests])
    assert chain.revision == before
    ids = {part.id for part in chain.parts()} | {link.id for link in chain.links}
    for problem in problems:
        assert problem.to_text("fr")
        assert problem.to_text("en")
        assert set(problem.values["ids"]) <= ids
    json.dumps(problems.to_sarif(file="a b.yaml"))


def test_sarif_has_what_the_standard_requires(tmp_path: Path) -> None:
    """SARIF 2.1.0 (OASIS, 3.13 to 3.49): the required properties, levels and indexes."""
    path = tmp_path / "jardin potager.yaml"
    path.write_text(CHAIN, encoding="utf-8")
    result = run("check", str(path), "--pack", "fonda", "--format", "sarif", locale="en_GB")
    log = json.loads(result.stdout)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    driver = log["runs"][0]["tool"]["driver"]
    assert driver["name"] == "valuegraph"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    assert any(each.startswith("fonda/") for each in ids)
    for each in log["runs"][0]["results"]:
        assert each["message"]["text"]
        assert each["level"] in ("none", "note", "warning", "error")
        assert ids[each["ruleIndex"]] == each["ruleId"]
        for location in each["locations"]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert " " not in uri
    broken = run("check", "-", "--format", "sarif", stdin="nom: [")
    assert broken.exit_code == 1
    region = json.loads(broken.stdout)["runs"][0]["results"][0]["locations"][0]
    assert region["physicalLocation"]["region"]["startLine"] >= 1


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_the_exit_code_follows_what_is_asked(tmp_path: Path, fail_on: str, code: int) -> None:
    """A pipeline says from what on it stops."""
    path = tmp_path / "a.yaml"
    path.write_text(CHAIN, encoding="utf-8")
    own = pack_file(tmp_path)
    typed = ("check", str(path), "--pack", own, "--ignore", "valuegraph", "--fail-on", fail_on)
    assert run(*typed).exit_code == code
    quiet = (*typed, "--ignore", "maison/territoire")
    assert run(*quiet).exit_code == (1 if fail_on == "note" else 0)


def test_a_pack_with_faults_is_told_by_the_command(tmp_path: Path) -> None:
    """The command tells what is wrong with a pack, and stops."""
    path = tmp_path / "a.yaml"
    path.write_text(CHAIN, encoding="utf-8")
    result = run("check", str(path), "--pack", pack_file(tmp_path, "pack: a\nrulez: {}\n"))
    assert result.exit_code == 1
    assert "VG201" in result.stderr
