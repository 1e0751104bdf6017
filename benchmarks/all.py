"""Run every benchmark, one after the other, each in a process of its own.

Run by ``make benchmarks``; with ``--small``, each proves quickly that it works.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from turns import machine

HERE = Path(__file__).parent
SHARED = ("all", "layered", "turns")
SUBJECTS = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in SHARED)


def main() -> None:
    """Print what the numbers are measured on, then all of them."""
    print(machine(), flush=True)
    for subject in SUBJECTS:
        print(f"\n# {subject}", flush=True)
        subprocess.run([sys.executable, HERE / f"{subject}.py", *sys.argv[1:]], check=True)


if __name__ == "__main__":
    main()
