"""What the tests of every view ask of the sheets it drew."""

from __future__ import annotations

from collections.abc import Iterator

from scene_lint import lint

from valuegraph.model.chain import ValueChain
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Group, Shape, Text
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.theme import DEFAULT_THEME


def of_one_status(status: str, label: str) -> ValueChain:
    """Return a chain whose parts all have one status and one label."""
    chain = ValueChain("Chaîne")
    codes = ("gift", "market", "own")
    for code in codes:
        chain.add_circuit(label, id=code, status=status)
    for number in range(3):
        chain.add_resource(label, id=f"res{number}", status=status)
    for number in range(3):
        chain.add_activity(
            label,
            id=f"act{number}",
            status=status,
            uses=["res0"] if number else ["res0", "res1", "res2"],
            receives={code: {"name": label, "status": status} for code in codes},
        )
    chain.add_support(label, id="whole", status=status, actions=[label])
    chain.add_support(label, id="bound", status=status, supports={"act0": label})
    for number in range(2):
        chain.add_impact(label, id=f"imp{number}", status=status)
    return chain


def options(page: str = "A4", language: str = "fr") -> ViewOptions:
    """Return the options of a sheet in the usual theme."""
    return ViewOptions(PAGES[page], language, DEFAULT_THEME)


def defects(sheets: Sheets) -> list[str]:
    """Return what the independent judge says of every sheet."""
    return [f"sheet {n}: {told}" for n, s in enumerate(sheets.scenes, 1) for told in lint(s)]


def shown(sheets: Sheets) -> set[str]:
    """Return the ids of the parts that stand on some sheet, alone or in a list."""
    groups = [group for scene in sheets.scenes for group in scene.groups()]
    lists = (value for group in groups for key, value in group.data if key == "parts")
    return {group.ref for group in groups} | {part for each in lists for part in each.split()}


def untold(sheets: Sheets) -> list[str]:
    """Return the shortened texts that no sheet gives whole."""
    whole = {_bare(text.plain) for scene in sheets.scenes for text in scene.texts()}
    shortened = (text.full for scene in sheets.scenes for text in scene.shortened())
    return [full for full in shortened if _bare(full) not in whole]


def group_of(sheets: Sheets, ref: str, role: str = "") -> Group:
    """Return the first group that shows a part (in that role, if one is given)."""
    return next(
        group
        for scene in sheets.scenes
        for group in scene.groups()
        if group.ref == ref and role in ("", group.role)
    )


def texts_of(group: Group) -> list[Text]:
    """Return the texts of a group, at any depth."""
    return [node for node in _inside(group) if isinstance(node, Text)]


def shapes_of(group: Group, kind: str = "") -> list[Shape]:
    """Return the shapes of a group, at any depth (of one kind, if one is given)."""
    shapes = (node for node in _inside(group) if isinstance(node, Shape))
    return [shape for shape in shapes if kind in ("", shape.kind)]


def words(sheets: Sheets) -> str:
    """Return every text of every sheet as it is drawn, one line a text."""
    return "\n".join(
        " ".join("".join(run.text for run in runs) for runs in text.lines)
        for scene in sheets.scenes
        for text in scene.texts()
    )


def _inside(group: Group) -> Iterator[object]:
    for node in group.children:
        yield node
        if isinstance(node, Group):
            yield from _inside(node)


def _bare(text: str) -> str:
    return "".join(text.replace("'", "’").split())
