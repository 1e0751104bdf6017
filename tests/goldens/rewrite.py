"""Rewrite the golden files, and make the contact sheet that a person must look at.

Run by ``make goldens``. The contact sheet is ``out/contact-sheet.html``, beside one PNG a
picture and format: nothing is accepted before it has been looked at.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(Path(__file__).parent)]

from contact import write_contact_sheet  # noqa: E402  # the path comes first
from golden_cases import FOLDER, KEPT, golden_files  # noqa: E402  # the path comes first


def main() -> None:
    """Rewrite what differs, remove what is no longer made, and draw the contact sheet."""
    kept = dict(golden_files())
    for old in [path for path in FOLDER.rglob("*.*") if path.suffix in KEPT]:
        if old not in kept:
            old.unlink()
            print(f"removed {old.relative_to(ROOT)}")
    for path, content in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
            print(f"rewritten {path.relative_to(ROOT)}")
    sheet = write_contact_sheet(ROOT / "out")
    print(f"look at {sheet.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
