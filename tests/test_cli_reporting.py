"""The command that writes reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import run

from valuegraph.examples import example_text


@pytest.fixture
def evaluated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the file of an evaluated example, in the folder where commands run."""
    monkeypatch.chdir(tmp_path)
    Path("amisc.yaml").write_text(example_text("centre_social_amisc"), encoding="utf-8")
    return "amisc.yaml"


@pytest.mark.parametrize(
    ("locale", "said", "file"),
    [("fr", "Écrit\u00a0: ", "amisc-rapport.html"), ("en", "Wrote ", "amisc-report.html")],
)
def test_a_report_stands_beside_its_chain(
    evaluated: str, locale: str, said: str, file: str
) -> None:
    """Its name is in the person's language, its words in that of the chain unless it is said."""
    done = run("report", evaluated, locale=locale)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, f"{said}{file}")
    assert "Où en est-on" in Path(file).read_text("utf-8")
    assert run("report", evaluated, "--language", "en", "-o", "x.html").exit_code == 0
    assert "Where do things stand?" in Path("x.html").read_text("utf-8")


def test_a_date_leaves_out_what_came_later(evaluated: str) -> None:
    """The command passes it on; what is no date is refused, with what is possible."""
    assert run("report", evaluated, "--on", "2019", "-o", "x.md").exit_code == 0
    text = Path("x.md").read_text("utf-8")
    assert "ma voix tremblait" not in text
    refused = run("report", evaluated, "--on", "demain", "-o", "y.md")
    assert refused.exit_code == 2
    assert "2018-12-31" in refused.output
    assert not Path("y.md").exists()


def test_what_is_there_stays_unless_forced(evaluated: str) -> None:
    """A report that people have gone on writing is never lost by mistake."""
    Path("mine.md").write_text("le mien", encoding="utf-8")
    refused = run("report", evaluated, "-o", "mine.md")
    assert (refused.exit_code, Path("mine.md").read_text("utf-8")) == (2, "le mien")
    assert run("report", evaluated, "-o", "mine.md", "--force").exit_code == 0
    assert Path("mine.md").read_text("utf-8").startswith("# Rapport")


@pytest.mark.parametrize("out", ["x.odt", "x"])
def test_an_unknown_ending_is_answered_with_those_there_are(evaluated: str, out: str) -> None:
    """Nothing is written."""
    refused = run("report", evaluated, "-o", out)
    assert refused.exit_code == 2
    assert all(ending in refused.output for ending in (".html", ".md", ".docx", ".pdf"))
    assert not Path(out).exists()
