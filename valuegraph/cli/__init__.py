"""The command line: draw, check, trace, coverage, progress, convert...; in French or English."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run ``valuegraph`` and leave with its exit code.

    Args:
        arguments: what was typed after ``valuegraph``; the program's own arguments by default.

    Raises:
        SystemExit: always: 0 fine, 1 the file has errors, 2 wrong use.
    """
    try:
        from valuegraph.cli.language import spoken_language
        from valuegraph.cli.program import program

        typed = list(sys.argv[1:] if arguments is None else arguments)
        program(spoken_language(typed, os.environ)).main(typed)
    except KeyboardInterrupt:  # while the program is still being loaded
        sys.exit(130)
