"""Programs nobody here wrote, asked what they find in our files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

NODE_SCRIPTS = Path(__file__).parent / "node"


def found_by(node: str, script: str, given: bytes) -> Any:
    """Run a script of tests/node on what is given; return what it tells as JSON."""
    done = subprocess.run(
        [node, NODE_SCRIPTS / script], input=given, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return json.loads(done.stdout)


def found_by_mermaid(node: str, texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return what Mermaid finds in each text: boxes, arrows, frames, titles."""
    found: list[dict[str, Any]] = found_by(node, "read_mermaid.mjs", json.dumps(texts).encode())
    return found


def found_by_maxgraph(node: str, file: bytes) -> list[dict[str, Any]]:
    """Return what maxGraph finds in a draw.io file: the cells of each page."""
    found: list[dict[str, Any]] = found_by(node, "read_drawio.mjs", file)
    return found


def found_by_cytoscape(node: str, text: str) -> dict[str, list[dict[str, Any]]]:
    """Return what cytoscape.js finds in its JSON: nodes and edges with their ids."""
    found: dict[str, list[dict[str, Any]]] = found_by(node, "read_cytoscape.mjs", text.encode())
    return found


def found_by_rdf_validate_shacl(node: str, text: str, shapes: str, ontology: str) -> dict[str, Any]:
    """Return how many statements jsonld.js reads in JSON-LD, and what the shapes find there."""
    given = json.dumps({"data": text, "shapes": shapes, "ontology": ontology}).encode()
    found: dict[str, Any] = found_by(node, "validate_shacl.mjs", given)
    return found
