"""How a picture shows itself in a notebook: a still drawing, and the page in a frame of its own."""

from __future__ import annotations

from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valuegraph.render.picture import Picture


def shown(picture: Picture) -> dict[str, str]:
    """Return the picture in each form that a notebook may choose from.

    The ids of the drawing begin with its own digest: two different drawings never share an id,
    and of twice the same one each finds in the other just what it looks for. The page stands in
    a frame without an origin: it can reach nothing of the notebook.
    """
    from valuegraph.render.writers.svg import svg

    scene = picture.scenes[0]
    plain = svg(scene)
    prefix = f"vg-{sha256(plain).hexdigest()[:12]}-"
    ratio = f"{scene.width:g}/{scene.height + 260:g}"
    return {
        "text/plain": f"<Picture: {scene.title}>",
        "image/svg+xml": svg(scene, prefix=prefix).decode(),
        "text/html": (
            f'<iframe sandbox="allow-scripts" title="{escape(scene.title)}" '
            f'style="width:100%;aspect-ratio:{ratio};min-height:480px;border:0" '
            f'srcdoc="{escape(picture.html)}"></iframe>'
        ),
    }
