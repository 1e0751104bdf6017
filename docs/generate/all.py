"""Make everything that is generated: tables, answers of the blocks, pictures.

python docs/generate/all.py            write what is not fresh
python docs/generate/all.py --check    only say it, and exit with 1
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = (
    "rules.py",
    "picture_formats.py",
    "text_form.py",
    "theme_form.py",
    "linked_terms.py",
    "python_api.py",
    "run_pages.py",
    "typography.py",
    "pictures.py",
)
"""In the order in which one needs what another has written."""


def main() -> int:
    """Run every script with the words of the command line; return how many failed."""
    folder = Path(__file__).parent
    return sum(
        subprocess.run([sys.executable, folder / name, *sys.argv[1:]], check=False).returncode != 0
        for name in SCRIPTS
    )


if __name__ == "__main__":
    raise SystemExit(main())
