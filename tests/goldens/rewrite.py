"""Rewrite the golden files, and make the contact sheet that a person must look at.

Run by ``make goldens``. The contact sheet is ``out/contact-sheet.html``, beside one PNG a
picture: nothing is accepted before it has been looked at.
"""

from __future__ import annotations

import html
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from golden_cases import FOLDER, KEPT, golden_files, names  # noqa: E402  # the path comes first

import valuegraph as vg  # noqa: E402  # the path comes first


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
    out = ROOT / "out" / "contact"
    out.mkdir(parents=True, exist_ok=True)
    figures = []
    for example, view, language in names():
        picture = vg.draw(
            vg.example(example),
            out / f"{example}-{view}-{language}.png",
            view=view,
            language=language,
            dpi=110,
        )
        for file in picture.files:
            name = Path(file).name
            figures.append(
                f'<figure><img src="contact/{html.escape(name)}" width="900">'
                f"<figcaption>{html.escape(name)}</figcaption></figure>"
            )
    sheet = ROOT / "out" / "contact-sheet.html"
    sheet.write_text("<!doctype html><meta charset=utf-8>" + "\n".join(figures), encoding="utf-8")
    print(f"look at {sheet.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
