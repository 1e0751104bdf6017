"""What parts hold of other parts stays true: after removing, renaming and changing."""

import pytest
from chain_builders import golden

from valuegraph.errors import ChainError
from valuegraph.model.activity import Modality, PrimaryActivity
from valuegraph.model.chain import ValueChain


def test_a_resource_that_a_cell_names_has_a_link_or_is_forgotten() -> None:
    """Removing the last link of a named resource is refused, or the cell forgets the name."""
    chain = golden()
    cell = chain.add_modality("coll", circuit="gift", resources=["alim"])
    with pytest.raises(ChainError, match=cell.id):
        chain.remove("alim-feeds-coll")
    chain.link("alim", "feeds", "coll")
    chain.remove("alim-feeds-coll")
    chain.remove("alim-feeds-coll-2", cascade=True)
    left = chain.find(cell.id)
    assert isinstance(left, Modality)
    assert left.resources == ()


def test_naming_a_resource_by_a_change_stores_its_link() -> None:
    """A cell that is changed says as much as one that is added; other kinds are refused."""
    chain = golden()
    chain.change("coll.receives.gift", resources=["hum"])
    assert "hum-feeds-coll" in chain
    with pytest.raises(ChainError) as caught:
        chain.change("coll.receives.gift", resources=["habitants"])
    assert caught.value.problems.codes() == ("VG215",)


def test_a_circuit_is_forgotten_wherever_it_is_held() -> None:
    """Cells said to be empty, and what comes back, follow a circuit that is renamed or goes."""
    chain = ValueChain()
    chain.add_circuit("Troc", id="troc")
    chain.add_activity(id="a", gives={"troc": "none"},
                       receives={"gift": {"in_return": {"circuit": "troc"}}})  # fmt: skip
    for change, empty, back in (
        (lambda: chain.rename("troc", "echange"), ("gives.echange",), "echange"),
        (lambda: chain.remove("echange", cascade=True), (), ""),
    ):
        change()
        activity, cell = chain.find("a"), chain.find("a.receives.gift")
        assert isinstance(activity, PrimaryActivity)
        assert isinstance(cell, Modality)
        assert activity.no_modality == empty
        assert cell.in_return is not None
        assert cell.in_return.circuit == back


def test_a_cell_cannot_be_empty_and_filled() -> None:
    """Saying that a cell is empty is refused while it has a modality, or no such circuit."""
    chain = golden()
    for wrong in (["receives.don"], ["receives.troc"], ["gift"]):
        with pytest.raises(ChainError):
            chain.change("coll", no_modality=wrong)
    changed = chain.change("coll", no_modality=["donne.marchand", "gives.market"])
    assert isinstance(changed, PrimaryActivity)
    assert changed.no_modality == ("gives.market",)


def test_a_scale_in_use_cannot_go() -> None:
    """The words that links use stay in the scale."""
    chain = golden()
    chain.change("chain", scales={"strength": {"fort": 0.8}})
    chain.link("alim", "feeds", "coll", strength="fort")
    with pytest.raises(ChainError) as caught:
        chain.change("chain", scales={})
    assert caught.value.problems.codes() == ("VG222",)


def test_the_unit_of_an_indicator_cannot_leave_its_values() -> None:
    """An indicator in kilograms with observations in kilograms stays in kilograms."""
    chain = ValueChain()
    chain.add_indicator("Bocaux", id="i", unit="kilos")
    chain.add_observation("i", date="2018", value="3 kg")
    with pytest.raises(ChainError) as caught:
        chain.change("i", unit="h")
    assert caught.value.problems.codes() == ("VG233",)


@pytest.mark.parametrize(
    ("link_id", "code"),
    [("alim", "VG210"), ("alim-feeds-coll", "VG210"), ("deux mots", "VG211"), ("chain", "VG212")],
)
def test_the_id_of_a_link_is_judged_like_that_of_a_part(link_id: str, code: str) -> None:
    """Taken, illegal and reserved ids are refused; any other is kept."""
    chain = golden()
    with pytest.raises(ChainError) as caught:
        chain.link("alim", "feeds", "coll", id=link_id)
    assert caught.value.problems.codes() == (code,)
    assert chain.link("alim", "feeds", "coll", id="alim-feeds-coll-7").id == "alim-feeds-coll-7"


def test_the_id_of_a_cell_is_of_its_cell() -> None:
    """A cell may have any free number of its own base, and no other id."""
    chain = golden()
    given = {"circuit": "gift", "name": "x"}
    assert chain.add_modality("coll", **given, id="coll.receives.gift-4").id.endswith("-4")
    for wrong, code in (("coll.receives.gift", "VG210"), ("coll.gives.gift", "VG211")):
        with pytest.raises(ChainError) as caught:
            chain.add_modality("coll", **given, id=wrong)
        assert caught.value.problems.codes() == (code,)


def test_an_own_circuit_never_hides_one_of_the_method() -> None:
    """A circuit called like one of the method names it; a name that only looks like it does not."""
    chain = ValueChain()
    made = [chain.add_circuit(name).id for name in ("Don", "Marché !", "Troc")]
    assert made == ["gift", "marche_2", "troc"]


def test_half_of_a_character_is_refused_everywhere() -> None:
    """What no file can hold is told when it is given."""
    chain = ValueChain()
    for fields in ({"name": "\ud800"}, {"extra": {"a": ["\ud800"]}}, {"roles": ["\udfff"]}):
        with pytest.raises(ChainError) as caught:
            chain.add_actor(**fields)
        assert caught.value.problems.codes() == ("VG220",)


def test_thousands_of_one_name_are_numbered_quickly_and_apart() -> None:
    """The numbers of parallel links stay free and different, however many there are."""
    chain = ValueChain()
    chain.add_resource(id="r")
    chain.add_activity(id="a")
    ids = [chain.link("r", "feeds", "a").id for _ in range(1000)]
    assert ids[:3] == ["r-feeds-a", "r-feeds-a-2", "r-feeds-a-3"]
    assert len(set(ids)) == 1000
