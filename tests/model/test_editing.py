"""Changing, renaming, removing: everything that refers to a part follows it."""

import pytest
from chain_builders import golden

from valuegraph.errors import ChainError
from valuegraph.model.chain import ValueChain


def _with_evaluation() -> ValueChain:
    chain = golden()
    question = chain.add_question("Renforce-t-elle le lien ?", id="q", about=["cohesion"])
    criterion = chain.add_criterion("Participation", id="c", question=question)
    chain.add_indicator("Bénévoles", id="i", criterion=criterion, measures=["tran"])
    chain.add_observation("i", date="2018-12-31", value="20 personnes")
    return chain


def test_renaming_there_and_back_changes_nothing() -> None:
    """Every id of a chain can be changed and changed back, to an equal chain."""
    chain = _with_evaluation()
    before = chain.copy()
    for part in [part for part in chain.parts() if part.kind not in ("modality", "circuit")]:
        chain.rename(part, "autre_id")
        assert chain != before
        assert part.id not in chain
        chain.rename("autre_id", part.id)
        order = [item.id for item in chain.parts()]
        assert order == [item.id for item in before.parts()]
        assert chain == before


def test_links_and_cells_follow_a_renamed_activity() -> None:
    """The ids made from an activity's id are made anew."""
    chain = golden()
    chain.rename("coll", "collecte")
    assert "collecte.receives.gift" in chain
    assert "alim-feeds-collecte" in chain
    assert not any("coll-" in link.id or link.id.endswith("-coll") for link in chain.links)


def test_renaming_to_a_taken_or_reserved_id_is_refused() -> None:
    """A part cannot take the id of another, nor a word of the text form."""
    for new, code in (("hum", "VG210"), ("chain", "VG212"), ("deux mots", "VG211")):
        with pytest.raises(ChainError) as caught:
            golden().rename("alim", new)
        assert caught.value.problems.codes() == (code,)


def test_a_part_in_use_is_not_removed_by_accident() -> None:
    """Removing is refused with the names of what refers to the part."""
    chain = golden()
    before = chain.copy()
    with pytest.raises(ChainError, match="alim-feeds-coll"):
        chain.remove("alim")
    assert chain == before


def test_removing_in_cascade_leaves_nothing_that_refers_to_it() -> None:
    """Links and cells of a removed part go with it, and the evaluation forgets it."""
    chain = _with_evaluation()
    chain.remove("tran", cascade=True)
    told = [link.id for link in chain.links] + [part.id for part in chain.parts()]
    assert not any(
        "tran-" in item or item.startswith("tran")
        for item in told
        if item != "transition" and not item.startswith("transition-")
    )
    assert chain.indicators[0].measures == ()


def test_removing_an_indicator_removes_its_observations() -> None:
    """An observation does not outlive its indicator."""
    chain = _with_evaluation()
    with pytest.raises(ChainError):
        chain.remove("i")
    chain.remove("i", cascade=True)
    assert chain.observations == ()


def test_what_identifies_a_part_cannot_be_changed() -> None:
    """Ids, ends and kinds are fixed: `rename`, or a new link, is the way."""
    chain = golden()
    for item, field in (("alim", "id"), ("alim-feeds-coll", "end"), ("coll.receives.gift", "way")):
        with pytest.raises(ChainError) as caught:
            chain.change(item, **{field: "hum"})
        assert caught.value.problems.codes() == ("VG223",)


def test_changing_fields_accepts_both_languages_and_names() -> None:
    """Words, amounts and references are read like those of a new part."""
    chain = _with_evaluation()
    assert chain.change("alim", status="prévu", amount="3 kg").status == "planned"
    assert chain.change("q", about=["cohesion", "alim-feeds-coll"]).about[1] == "alim-feeds-coll"
    assert chain.change("chain", territory="Romans").territory == "Romans"
    assert chain.change("alim-feeds-coll", circuit="don").circuit == "gift"


def test_several_parts_are_removed_at_once() -> None:
    """What only they refer to each other for is no obstacle; what others refer to them for is."""
    chain = ValueChain()
    food = chain.add_resource("Food")
    cook = chain.add_activity("Cook", uses=[food])
    (link,) = chain.links
    with pytest.raises(ChainError, match="cook"):
        chain.remove(food, cook)
    chain.remove(food, cook, link)
    assert not chain.parts()
    assert not chain.links
    chain.remove()
