"""The one table of link kinds, and what a link accepts."""

import pytest

from valuegraph.errors import ChainError
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import LINK_KINDS, PART_KIND_WORDS, SHORT_FORMS, Flow
from valuegraph.model.words import VOCABULARY


def test_the_kinds_are_those_of_the_vocabulary() -> None:
    """Every kind can be written in both languages, and no word names a kind that is not."""
    assert set(LINK_KINDS) == set(VOCABULARY["kind"])


@pytest.mark.parametrize("code", LINK_KINDS)
def test_every_kind_reads_both_ways_in_both_languages(code: str) -> None:
    """A kind has a verb and an inverse, in French and English, and joins known kinds of part."""
    kind = LINK_KINDS[code]
    assert all((*kind.verb, *kind.inverse))
    assert kind.starts | kind.ends <= set(PART_KIND_WORDS)


def test_flows_are_those_of_the_method() -> None:
    """Value runs forward by four kinds, comes back by three, is accompanied by one."""
    by_flow = {
        flow: {code for code, kind in LINK_KINDS.items() if kind.flow is flow} for flow in Flow
    }
    assert by_flow[Flow.FORWARD] == {"feeds", "precedes", "produces", "contributes"}
    assert by_flow[Flow.RETURN] == {"regenerates", "depletes", "reinforces"}
    assert by_flow[Flow.ACCOMPANIES] == {"supports"}


def test_short_forms_store_kinds_that_fit_their_part() -> None:
    """The part that has a short form may stand at the end the table gives it."""
    for kind, forms in SHORT_FORMS.items():
        for form in forms.values():
            ends = (
                LINK_KINDS[form.kind].starts if form.part_is_start else LINK_KINDS[form.kind].ends
            )
            assert kind in ends


@pytest.mark.parametrize("strength", [0, -0.1, 1.01, float("nan"), float("inf"), "beaucoup", True])
def test_a_strength_outside_its_range_is_refused(strength: object) -> None:
    """Zero, negative, above one, NaN and words of no scale are one clear error."""
    chain = ValueChain()
    chain.add_resource(id="r")
    chain.add_activity(id="a")
    if strength is True:
        strength = "oui"
    with pytest.raises(ChainError) as caught:
        chain.link("r", "feeds", "a", strength=strength)
    assert caught.value.problems.codes() == ("VG222",)
    assert not chain.links


def test_a_word_of_the_scale_is_a_strength() -> None:
    """A chain that declares a scale accepts its words, and keeps them as typed."""
    chain = ValueChain(scales={"strength": {"faible": 0.2, "fort": 0.8}})
    chain.add_resource(id="r")
    chain.add_activity(id="a", uses=[{"part": "r", "strength": "fort"}])
    assert chain.links[0].strength == "fort"


def test_unknown_strength_stays_unknown() -> None:
    """There is no default strength."""
    chain = ValueChain()
    chain.add_resource(id="r")
    assert chain.add_activity(id="a", uses="r") is not None
    assert chain.links[0].strength is None
