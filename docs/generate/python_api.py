"""Write ``docs/reference/python.md``: the public names, from their docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

from docstrings import markdown, summary
from pages import ROOT
from regions import filled, finish

import valuegraph as vg
from valuegraph.model.part import Part

GROUPS = {
    "Read, check, draw, write": (
        "example",
        "example_names",
        "example_text",
        "read",
        "read_with_notes",
        "check",
        "draw",
        "write",
        "json_schema",
        "template",
        "to_frames",
        "from_frames",
        "formats",
        "Formats",
        "Picture",
        "kit",
        "Kit",
        "html",
    ),
    "The look of a house": (
        "read_theme", "theme_names", "theme_text", "read_font", "Theme", "CircuitColours", "Logo",
        "LogoShape", "ThemeReport",
    ),
    "The chain": ("ValueChain",),
    "Parts": (
        "Actor", "Resource", "PrimaryActivity", "SupportActivity", "Circuit", "Modality", "Output",
        "Impact", "Margin",
    ),
    "Links": ("Link", "Evidence", "Quantity"),
    "Evaluation": (
        "Question", "Criterion", "Indicator", "Observation", "Rating", "survey",
        "observations_from", "Collected", "Aside",
    ),
    "What is measured, seen and judged": (
        "coverage", "Coverage", "Covered", "progress", "Progress", "Followed", "evidence",
        "RouteEvidence", "KnownRoute", "judgements", "Judgements", "Judged", "roll_up",
        "RollUp", "Rolled",
    ),
    "A common base": (
        "read_framework", "framework_names", "framework_text", "write_framework", "Framework",
        "Dimension", "compare_on", "Comparison", "ComparedCell",
    ),
    "Questions put to a chain": (
        "network", "shares", "spread", "through", "mix", "reach", "routes", "iter_routes", "loss",
        "solidity", "cycles", "balance", "decomposition", "threads",
    ),
    "Their answers": (
        "Network", "Shares", "Spread", "Through", "ThroughEach", "Mix", "Reach", "Routes", "Route",
        "Loss", "LossEach", "Solidity", "Cycles", "Cycle", "Balance", "Decomposition", "Threads",
        "Thread", "TimeBudget", "result_schema",
    ),
    "Reports": ("report", "Report", "logical_framework", "value_map", "iati", "ReportTable"),
    "Graphs": ("read_graph", "to_networkx", "from_networkx", "to_graphviz"),
    "Linked data": ("validate_cids", "CidsValidation", "CidsFinding"),
    "Packs of rules": ("packs", "pack_names", "pack_text", "read_pack", "Pack", "PackRule"),
    "Problems": ("Problem", "Problems"),
    "Errors": (
        "ValueGraphError", "ChainError", "UnknownPartError", "UnitError", "FileFormatError",
        "FileAccessError", "OptionError", "MissingExtraError",
    ),
}  # fmt: skip
"""Every public name, under the heading where a reader looks for it."""

_WIDTH = 88
_SHOWN_IN_FULL = {"ValueChain", "Picture", "Kit", "Problem", "Problems", "Quantity"}


def reference() -> str:
    """Return the generated half of the page.

    Raises:
        LookupError: a public name is in no group, or a group names one that is not public.
    """
    grouped = [name for names in GROUPS.values() for name in names]
    public = [name for name in vg.__all__ if name != "__version__"]
    if sorted(grouped) != sorted(public):
        raise LookupError(f"not in both: {sorted(set(grouped) ^ set(public))}")
    lines: list[str] = []
    for heading, names in GROUPS.items():
        lines.append(f"## {heading}")
        if heading == "Parts":
            lines += ["Every part has these fields:", markdown(Part).split("\n\n", 1)[1]]
        for name in names:
            lines += _entry(name)
    return "\n\n".join(lines)


def _entry(name: str) -> Iterator[str]:
    thing = getattr(vg, name)
    yield f"### `{name}`"
    if inspect.isfunction(thing):
        yield _signature(name, thing)
    yield markdown(thing)
    if inspect.isclass(thing) and name in _SHOWN_IN_FULL:
        yield from _members(thing)


def _members(kind: type) -> Iterator[str]:
    """Yield the attributes of a class in one list, then its methods."""
    found = {
        name: member
        for parent in reversed(kind.__mro__)
        if parent.__module__.startswith("valuegraph")
        for name, member in vars(parent).items()
        if not name.startswith("_") and getattr(member, "__doc__", None)
    }
    told = [f"- `{name}`: {summary(member)}" for name, member in found.items()
            if isinstance(member, property)]  # fmt: skip
    if told:
        yield "*Properties*"
        yield "\n".join(told)
    for name, member in found.items():
        function = getattr(member, "__func__", member)
        if inspect.isfunction(function):
            yield f"#### `{kind.__name__}.{name}`"
            yield _signature(name, function)
            yield markdown(function)


def _signature(name: str, function: Callable[..., object]) -> str:
    """Return the signature, one argument a line where it is long."""
    signature = inspect.signature(function)
    words: list[str] = []
    for parameter in signature.parameters.values():
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not any(w.startswith("*") for w in words):
            words.append("*")
        words.append(_argument(parameter))
    result = f" -> {signature.return_annotation}"
    told = f"{name}({', '.join(words)}){result}"
    if len(told) > _WIDTH:
        told = f"{name}(\n" + "".join(f"    {word},\n" for word in words) + f"){result}"
    return f"```python fragment\n{told}\n```"


def _argument(parameter: inspect.Parameter) -> str:
    stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    told = f"{stars}{parameter.name}: {parameter.annotation}"
    if parameter.default is parameter.empty:
        return told
    plain = isinstance(parameter.default, str | int | float | tuple | None)
    default = repr(parameter.default) if plain else f"{type(parameter.default).__name__}()"
    return f"{told} = {default}"


def main() -> None:
    """Write the page, or check that it is fresh."""
    page = ROOT / "docs/reference/python.md"
    text = filled(page.read_text(encoding="utf-8"), {"names": reference()})
    finish({page: text.encode()})


if __name__ == "__main__":
    main()
