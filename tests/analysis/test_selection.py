"""Sets of parts: by part, id, name, kind or selector, alone or several."""

from __future__ import annotations

import pytest
from chain_builders import golden

from valuegraph.analysis.network import network
from valuegraph.analysis.selection import selected, selected_parts
from valuegraph.errors import ChainError, OptionError, UnknownPartError


@pytest.mark.parametrize(
    ("reference", "parts"),
    [
        ("hum", {"hum"}),
        ("part:hum", {"hum"}),
        ("activity", {"coll", "tran", "dist"}),
        ("activités", {"coll", "tran", "dist"}),
        ("kind:ressource", {"alim", "hum", "log"}),
        ("group:Accueil du public", {"coll"}),
        ("status:hypothèse", {"log"}),
        (["hum", "kind:impact"], {"hum", "cohesion", "transition"}),
    ],
)
def test_references_name_parts(reference: object, parts: set[str]) -> None:
    """Ids, kinds in both languages, groups, statuses, and lists of these name parts."""
    chain = golden()
    chain.change("coll", group="Accueil du public")
    chain.change("log", status="hypothesis")
    compiled = network(chain)
    chosen = selected(compiled, reference, option="of")
    assert set(compiled.ids(chosen.parts)) == parts


def test_cells_links_circuits_and_actors_stand_apart() -> None:
    """They are on the way without being parts of it: each has a column of its own."""
    chain = golden()
    chain.change("hum-feeds-tran", status="hypothesis")
    compiled = network(chain)
    every = ["Bénévolat", "link:log-feeds-dist", "circuit:don", "actor:clirse", "status:hypothesis"]
    chosen = selected(compiled, every, option="without")
    assert compiled.ids(chosen.cells) == ["tran.receives.gift"]
    assert [compiled.link_id(link) for link in chosen.links] == ["hum-feeds-tran", "log-feeds-dist"]
    assert [compiled.circuits[circuit] for circuit in chosen.circuits] == ["gift"]
    assert compiled.ids(chosen.actors) == ["clirse"]
    crossed = {compiled.link_id(link) for link in compiled.forward.link[chosen.arcs(compiled)]}
    assert crossed == {
        "hum-feeds-tran", "log-feeds-dist", "alim-feeds-coll", "dist-contributes-cohesion",
        "dist-contributes-transition",
    }  # fmt: skip
    assert chosen.text.en.endswith("and 2 more")


def test_a_part_itself_is_a_reference() -> None:
    """The frozen part or link that a chain gave can be asked about."""
    chain = golden()
    compiled = network(chain)
    assert compiled.ids(selected(compiled, chain.find("hum"), option="of").parts) == ["hum"]
    link = chain.find("hum-feeds-tran")
    assert len(selected(compiled, [link], option="of").links) == 1


@pytest.mark.parametrize(
    ("reference", "error"),
    [
        ("hume", UnknownPartError),
        ("circuit:trocc", ChainError),
        ("actor:hum", ChainError),
        ("link:hum", ChainError),
        ("kind:humans", OptionError),
        ("status:sure", OptionError),
        ("group:", ChainError),
        ("kind:output", ChainError),
        ([], ChainError),
        (3, UnknownPartError),
    ],
)
def test_what_names_nothing_is_refused(reference: object, error: type) -> None:
    """Unknown references, wrong kinds and empty sets are clear errors."""
    with pytest.raises(error):
        selected(network(golden()), reference, option="without")


def test_some_questions_want_some_kinds() -> None:
    """What is of another kind is named, with the kinds that are possible."""
    with pytest.raises(ChainError, match="Clirse"):
        selected_parts(network(golden()), "clirse", option="of", kinds=("impact",))
    with pytest.raises(ChainError, match="VG551"):
        selected_parts(network(golden()), "circuit:gift", option="of", kinds=("impact",))
