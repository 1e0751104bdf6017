"""The facade: what `import valuegraph as vg` offers, and what it costs."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

import valuegraph as vg

SURFACE = Path(__file__).parent / "public_surface.txt"
HEAVY = ("networkx", "pandas", "numpy", "scipy", "fontTools", "graphviz", "resvg_py", "ruamel")


def _surface() -> str:
    """Return every public name with its signature, one a line."""
    lines = []
    for name in sorted(vg.__all__):
        value = getattr(vg, name)
        if inspect.isclass(value):
            lines.append(f"class {name}{_bases(value)}")
            lines += [f"    {line}" for line in _members(value)]
        elif callable(value):
            lines.append(f"{name}{inspect.signature(value)}")
        else:
            lines.append(f"{name}: {type(value).__name__}")
    return "\n".join(lines) + "\n"


def _bases(value: type) -> str:
    return f"({', '.join(base.__name__ for base in value.__bases__)})"


def _members(value: type) -> list[str]:
    """Return the public methods, properties and fields that are ours, as they are written."""
    lines = []
    for name, member in sorted(inspect.getmembers(value)):
        ours = (getattr(member, "__module__", "") or "").startswith("valuegraph")
        if name.startswith(("_", "model_")):
            continue
        if isinstance(member, property):
            lines.append(f"{name}: property")
        elif inspect.isfunction(member) and ours:
            lines.append(f"{name}{inspect.signature(member)}")
    for name in getattr(value, "__pydantic_fields__", {}):
        written = (inspect.get_annotations(base).get(name) for base in value.__mro__)
        lines.append(f"{name}: {next(filter(None, written))}")
    return lines


def test_the_public_surface_is_the_kept_one() -> None:
    """A change of what is public shows in the diff of one file (rewrite it with REWRITE=1)."""
    if os.environ.get("REWRITE"):
        SURFACE.write_text(_surface(), encoding="utf-8")
    assert _surface() == SURFACE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", vg.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    """Each public name exists and has a docstring of its own."""
    value = getattr(vg, name)
    if callable(value):
        assert (value.__doc__ or "").strip()
        assert "pydantic" not in value.__doc__
    else:
        assert name == "__version__"


def test_an_unknown_name_is_an_attribute_error() -> None:
    """The facade behaves like a module."""
    with pytest.raises(AttributeError, match="nimporte"):
        _ = vg.nimporte
    assert dir(vg) == vg.__all__


def test_importing_brings_in_nothing_heavy() -> None:
    """`import valuegraph`, and building and checking ids, load no heavy package."""
    code = (
        "import sys, valuegraph as vg; vg.ValueChain('x').add_actor('y');"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_everything_public_can_be_imported_by_star() -> None:
    """`from valuegraph import *` works with the core packages only."""
    code = "from valuegraph import *; print(ValueChain.__name__, draw.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["ValueChain", "draw"]


def test_what_is_tested_is_the_installed_package() -> None:
    """The tests never import the checkout by accident: the package is the one pip installed."""
    checkout = Path(__file__).parents[1] / "valuegraph"
    installed = Path(vg.__file__).parent
    assert installed != checkout or not os.environ.get("VALUEGRAPH_WHEEL")


def test_no_module_has_two_jobs() -> None:
    """A module of the package stays within 300 lines, and none has a name that says nothing."""
    package = Path(vg.__file__).parent
    for path in package.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path.name
        assert path.stem not in {"utils", "helpers", "core", "common", "manager", "misc"}
