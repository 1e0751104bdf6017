"""The container: adding, finding, comparing; what is refused changes nothing."""

from collections.abc import Callable

import pytest
from chain_builders import golden

from valuegraph.errors import ChainError, UnknownPartError, ValueGraphError
from valuegraph.model.activity import Modality
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Status


def test_short_forms_store_typed_links() -> None:
    """`uses`, `after`, `of`, `renews` and `by` each store the link they mean."""
    ids = {link.id for link in golden().links}
    assert {
        "alim-feeds-coll",
        "coll-precedes-tran",
        "tran-contributes-cohesion",
        "cohesion-regenerates-hum",
        "maraichers-provides-alim",
        "clirse-carries-rd",
    } <= ids


def test_a_support_serves_the_whole_chain_unless_it_names_activities() -> None:
    """The default is one link to the chain; named activities get their own; none gets none."""
    chain = golden()
    assert [link.end for link in chain.outgoing("rd", "supports")] == ["chain"]
    assert [link.end for link in chain.outgoing("plateforme", "supports")] == ["dist"]
    chain.add_support(id="seul", supports="aucun")
    assert chain.outgoing("seul", "supports") == ()


def test_the_text_of_a_support_cell_is_the_label_of_its_link() -> None:
    """A mapping activity -> text gives one link an activity, with the text."""
    chain = golden()
    chain.add_support("RH", supports={"coll": "Recrutement", "tran": "Formation"})
    assert {link.end: link.label for link in chain.outgoing("rh", "supports")} == {
        "coll": "Recrutement",
        "tran": "Formation",
    }


def test_names_stand_for_ids_when_they_are_unique() -> None:
    """A name is found whatever its case, accents and spaces."""
    chain = ValueChain()
    part = chain.add_resource("Surplus des maraîchers")
    assert chain.find("surplus  des MARAICHERS") is part


def test_an_ambiguous_name_lists_its_candidates() -> None:
    """Two parts of one name are told apart by id, and the error says by which."""
    chain = ValueChain()
    chain.add_resource("Temps", id="t1")
    chain.add_resource("Temps", id="t2")
    with pytest.raises(UnknownPartError, match="t1, t2"):
        chain.find("temps")


def test_an_unknown_part_is_met_with_near_ones() -> None:
    """A typing error is answered with the id that was probably meant."""
    with pytest.raises(UnknownPartError, match="cohesion"):
        golden().find("cohesoin")


def test_a_final_question_mark_is_a_hypothesis() -> None:
    """It stays in the name; a status that is given wins; a new name without it clears it."""
    chain = golden()
    doubtful = chain.add_impact("Entraide ?")
    assert (doubtful.name, doubtful.status) == ("Entraide ?", Status.HYPOTHESIS)
    assert chain.add_impact("Vraiment ?", status="observé").status is Status.OBSERVED
    assert chain.change(doubtful, name="Entraide").status is None


def test_parallel_links_are_numbered() -> None:
    """Several links between the same two parts are normal, each with its id."""
    chain = golden()
    again = chain.link("alim", "alimente", "coll", why="en été")
    assert again.id == "alim-feeds-coll-2"


def test_cells_have_the_ids_of_the_design() -> None:
    """A modality is named by its activity, way and circuit, from the second on with a number."""
    chain = golden()
    first = chain.find("coll.receives.gift")
    second = chain.add_modality("coll", circuit="don", name="Encore")
    assert isinstance(first, Modality)
    assert (first.circuit, first.name) == ("gift", "Surplus")
    assert second.id == "coll.receives.gift-2"


def test_a_cell_discussed_and_empty_is_not_an_undiscussed_cell() -> None:
    """`none` is kept on the activity until a modality fills the cell."""
    chain = ValueChain()
    activity = chain.add_activity("Vente", gives={"market": "aucun"})
    assert activity is not None
    assert chain.activities[0].no_modality == ("gives.market",)
    chain.add_modality("vente", circuit="market", way="gives", name="Bocaux")
    assert chain.activities[0].no_modality == ()


def test_naming_a_part_in_a_cell_stores_its_link() -> None:
    """A resource or impact that the activity has no link with yet gets one, and only one."""
    chain = golden()
    chain.add_modality("coll", circuit="gift", resources=["log", "alim"])
    assert [link.start for link in chain.incoming("coll", "feeds")] == ["alim", "log"]


def test_circuits_are_those_listed_then_those_used() -> None:
    """A chain's circuits are drawn as listed, then in the method's order."""
    chain = ValueChain()
    chain.add_circuit("Troc", id="troc")
    chain.add_activity("Vente", receives={"marchand": "Euros", "don": "Dons", "troc": "Échanges"})
    assert [circuit.id for circuit in chain.circuits] == ["troc", "gift", "market"]
    assert chain.circuits[1].label("fr") == "Circuit du don"
    assert chain.circuits[1].label("en") == "Gift circuit"


def test_filters_narrow_down() -> None:
    """Parts are chosen by kind, status and group, in the order of listing."""
    chain = golden()
    chain.add_impact("Autre ?", group="long terme")
    assert [part.id for part in chain.parts("impact", status="hypothèse")] == ["autre"]
    assert [part.id for part in chain.parts(group="long terme")] == ["autre"]


_REFUSED: dict[str, tuple[Callable[[ValueChain], object], set[str]]] = {
    "taken id": (lambda chain: chain.add_actor("x", id="alim"), {"VG210"}),
    "id with spaces": (lambda chain: chain.add_actor("x", id="deux mots"), {"VG211"}),
    "reserved id": (lambda chain: chain.add_actor("x", id="feeds"), {"VG212"}),
    "unknown part": (lambda chain: chain.add_impact("x", of="colll"), {"VG213"}),
    "wrong kind of end": (lambda chain: chain.add_impact("x", of="alim"), {"VG215"}),
    "wrong ends": (lambda chain: chain.link("alim", "feeds", "hum"), {"VG216"}),
    "unknown kind": (lambda chain: chain.link("alim", "nourrit", "coll"), {"VG217"}),
    "unknown circuit": (
        lambda chain: chain.add_activity("x", receives={"troc": "y", "don": "z"}),
        {"VG219"},
    ),
    "unknown status": (lambda chain: chain.add_impact("x", status="bof"), {"VG221"}),
    "unknown field": (lambda chain: chain.add_impact("x", couleur="bleu"), {"VG223"}),
    "a number as a name": (lambda chain: chain.add_impact(2018), {"VG220"}),
    "several faults": (
        lambda chain: chain.add_impact("x", of=["colll", "alim"], status="bof", couleur="bleu"),
        {"VG213", "VG215", "VG221", "VG223"},
    ),
    "two ways at once": (
        lambda chain: chain.add_modality("coll", circuit="gift", way="gives", resources="alim"),
        {"VG220"},
    ),
    "extra that is not data": (
        lambda chain: chain.add_actor("x", extra={"a": object()}),
        {"VG220"},
    ),
    "unit of a baseline": (
        lambda chain: chain.add_indicator("x", unit="kg", baseline={"2018": "3 h"}),
        {"VG233"},
    ),
    "date": (
        lambda chain: chain.add_observation(chain.add_indicator("x"), date="hier", value=3),
        {"VG220"},
    ),
}


@pytest.mark.parametrize("case", _REFUSED)
def test_what_is_refused_is_told_whole_and_changes_nothing(case: str) -> None:
    """Every fault is told at once, in both languages, and the chain stays as it was."""
    work, codes = _REFUSED[case]
    chain = golden()
    if case == "date":
        chain.add_indicator("x0")
    before = chain.copy()
    with pytest.raises(ValueGraphError) as caught:
        work(chain)
    assert set(caught.value.problems.codes()) == codes
    for problem in caught.value.problems:
        assert problem.message("fr") != problem.message("en")
    if case != "date":
        assert chain == before


def test_the_order_of_building_changes_nothing() -> None:
    """Links given when a part is added, or attached later in any order, make the same chain."""
    one = golden()
    other = golden()
    for link in list(other.links):
        if link.kind == "contributes":
            other.remove(link)
    other.attach("transition", of=["dist", "coll"])
    other.attach("cohesion", of=["dist", "tran"])
    assert one == other


def test_the_order_of_listing_counts() -> None:
    """The order of the parts of a kind is data: it is the order of drawing."""
    one, other = ValueChain(), ValueChain()
    for names, chain in ((("a", "b"), one), (("b", "a"), other)):
        for name in names:
            chain.add_resource(id=name)
    assert one != other


def test_a_copy_goes_its_own_way() -> None:
    """Changing a copy leaves the original as it was; each change counts one revision more."""
    chain = golden()
    twin = chain.copy()
    twin.add_actor("Nouveau")
    assert twin != chain
    assert twin.revision > 0
    assert "nouveau" not in chain


def test_a_copy_may_leave_the_evaluation_behind() -> None:
    """Questions, indicators, observations and ratings stay behind; nothing else changes."""
    chain = golden()
    plain = chain.copy()
    asked = chain.add_question("Est-ce ainsi ?")
    counted = {"indicator_kind": "count", "measures": [chain.activities[0]]}
    indicator = chain.add_indicator("Bénévoles", **counted)
    chain.add_observation(indicator, date="2018", value=3)
    chain.add_rating(chain.activities[0], date="2018", value="bien")
    assert asked.id in chain
    assert chain.copy(evaluation=False) == plain
    assert chain.observations
    assert chain.ratings


def test_parts_cannot_be_changed_in_place() -> None:
    """A part is frozen, deeply."""
    chain = ValueChain()
    part = chain.add_actor("x", extra={"a": {"b": [1, 2]}})
    with pytest.raises(ValueError, match="frozen"):
        part.name = "y"
    with pytest.raises(TypeError):
        part.extra["a"]["b"] = 3
    assert part.extra["a"]["b"] == (1, 2)


def test_attach_refuses_keys_of_other_kinds() -> None:
    """A resource has no `of`."""
    with pytest.raises(ChainError) as caught:
        golden().attach("alim", of=["coll"])
    assert caught.value.problems.codes() == ("VG223",)


def test_what_comes_back_is_told_in_both_languages() -> None:
    """The words of a counterpart have their translation, or stay as written."""
    chain = golden()
    cell = chain.add_modality(
        "coll",
        circuit="gift",
        in_return={"what": "monnaie-temps", "circuit": "échange local"},
        translations={"en": {"in_return": "time money"}},
    )
    assert cell.returned("fr") == "monnaie-temps"
    assert cell.returned("en") == "time money"
    assert golden().modalities[0].returned("en") == ""
