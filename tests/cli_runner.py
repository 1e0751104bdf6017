"""How tests run the command line within their own process."""

from __future__ import annotations

import io

from click.testing import CliRunner, Result

from valuegraph.cli.language import spoken_language
from valuegraph.cli.program import program


def run(*typed: str, stdin: str | bytes | io.RawIOBase | None = None, locale: str = "") -> Result:
    """Run ``valuegraph`` with what was typed, in a locale."""
    spoken = spoken_language(typed, {"LANG": locale})
    return CliRunner().invoke(program(spoken), typed, input=stdin)


def told(*typed: str, locale: str = "fr_FR") -> str:
    """Return what ``valuegraph`` prints, all being well, with plain spaces."""
    result = run(*typed, locale=locale)
    assert result.exit_code == 0, result.output
    return result.stdout.replace("\u00a0", " ").replace("\u202f", " ")
