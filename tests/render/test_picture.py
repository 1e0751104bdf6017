"""Pictures of several views: their sheets, their files, and the chain they carry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import valuegraph as vg
from valuegraph.render.formats import FORMATS
from valuegraph.render.scene import Scene


def test_a_picture_of_several_views_holds_all_their_sheets() -> None:
    """Sheets stand in the order asked for, each with the name of its view."""
    picture = vg.draw(vg.example("conserverie"), view=["matrix", "extended"])
    assert picture.views == ("matrix", "extended")
    alone = [vg.draw(vg.example("conserverie"), view=view) for view in picture.views]
    assert picture.scenes == tuple(one.scenes[0] for one in alone)


def test_each_further_view_has_a_file_of_its_name(tmp_path: Path) -> None:
    """The first sheet takes the name asked for; no two sheets share a file."""
    picture = vg.draw(vg.example("porter"), tmp_path / "a.svg", view=["porter", "matrix"])
    assert [Path(file).name for file in picture.files] == ["a.svg", "a-matrix.svg"]


def test_further_sheets_of_a_view_are_numbered(tmp_path: Path) -> None:
    """A second sheet of the first view is ``name-2``, of a further view ``name-view-2``."""
    chain = vg.ValueChain("Longue")
    for number in range(40):
        chain.add_activity(f"Activité {number}")
    picture = vg.draw(chain, tmp_path / "a.svg", view=["matrix", "porter"])
    names = [Path(file).name for file in picture.files]
    assert len(set(names)) == len(picture.scenes)
    assert names[:2] == ["a.svg", "a-2.svg"]
    assert "a-porter.svg" in names


def test_a_picture_keeps_the_chain_as_it_was_drawn() -> None:
    """Changing the chain afterwards changes nothing in the picture."""
    chain = vg.example("porter")
    picture = vg.draw(chain)
    before = chain.copy()
    chain.change("chain", name="Autre")
    assert picture.chain == before


def test_a_view_of_ones_own_stands_among_the_others() -> None:
    """Its sheets have an empty name."""
    from valuegraph.render.sheets import Sheets, ViewOptions

    def blank(chain: vg.ValueChain, options: ViewOptions) -> Sheets:
        return Sheets((Scene("Vide", "", (), page=options.page),))

    picture = vg.draw(vg.example("porter"), view=["porter", blank])
    assert picture.views == ("porter", "")


@pytest.mark.parametrize("view", ["sankey", ["porter", "sankey"], []])
def test_a_view_that_does_not_exist_is_refused(view: object) -> None:
    """One wrong name among several is refused, and so is no view at all."""
    with pytest.raises(vg.OptionError, match=r"sankey|view"):
        vg.draw(vg.example("porter"), view=view)


@pytest.mark.parametrize("format", [code for code, one in FORMATS.items() if one.from_chain])
def test_a_picture_of_sheets_alone_is_no_diagram(format: str) -> None:
    """A format that is made from the chain says that sheets are not enough for it."""
    picture = replace(vg.draw(vg.example("porter")), chain=None)
    with pytest.raises(vg.OptionError) as caught:
        picture.to_bytes(format)
    (problem,) = caught.value.problems
    assert problem.code == "VG454"
    assert problem.message("fr") != problem.message("en")
    assert picture.to_bytes("svg")
