"""Generated files and generated regions of pages: write them, or check that they are fresh."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from pages import ROOT


def filled(page: str, regions: Mapping[str, str]) -> str:
    """Return a page with each region replaced.

    A region stands between ``<!-- generated: name -->`` and ``<!-- end: name -->``.

    Raises:
        LookupError: the page has no region of a given name, or has one that is not given.
    """
    present = set(re.findall(r"<!-- generated: (\S+) -->", page))
    if present != regions.keys():
        raise LookupError(f"regions of the page: {sorted(present)}; made: {sorted(regions)}")
    for name, text in regions.items():
        head, tail = f"<!-- generated: {name} -->", f"<!-- end: {name} -->"
        before, _, rest = page.partition(head)
        _, found, after = rest.partition(tail)
        if not found:
            raise LookupError(f"the region {name} has no end")
        page = f"{before}{head}\n\n{text.strip()}\n\n{tail}{after}"
    return page


def shown(path: Path) -> str:
    """Return how a file is called in what we print."""
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name)


def finish(files: Mapping[Path, bytes], *, failed: bool = False) -> NoReturn:
    """Write the files that are not fresh and leave.

    With ``--check`` only tell which are not fresh, and leave with 1 if there are any, as where
    something has ``failed`` before.
    """
    stale = [path for path, content in files.items()
             if not path.exists() or path.read_bytes() != content]  # fmt: skip
    check = "--check" in sys.argv[1:]
    for path in stale:
        if check:
            sys.stderr.write(f"{shown(path)} is not fresh: run {Path(sys.argv[0]).name}\n")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[path])
            sys.stdout.write(f"{shown(path)}\n")
    raise SystemExit(1 if failed or (check and stale) else 0)
