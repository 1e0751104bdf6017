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
