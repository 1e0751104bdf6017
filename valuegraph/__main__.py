"""``python -m valuegraph``: the command line."""

from __future__ import annotations

from valuegraph.cli import main

if __name__ == "__main__":
    main()
