"""Check takes any chain that can be built, tells it in a fixed order, and changes nothing."""

from __future__ import annotations

import unicodedata
from itertools import product
from typing import Any

import pytest
from check_cases import sound
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import chains

import valuegraph as vg
from valuegraph.examples import EXAMPLES
from valuegraph.model.link import LINK_KINDS

KINDS = ("actor", "resource", "activity", "support", "impact")


def cards() -> vg.ValueChain:
    """Return a chain of three parts of each kind and no link."""
    chain = vg.ValueChain("Cartes", territory="Romans")
    for kind in KINDS:
        for number in range(3):
            given = {"supports": "none"} if kind == "support" else {}
            getattr(chain, f"add_{kind}")(f"{kind} {number}", id=f"{kind}{number}", **given)
    return chain


JOINTS = [
    (f"{start}{first}", kind.code, f"{end}{last}")
    for kind in LINK_KINDS.values()
    for start, end in product(KINDS, KINDS)
    if start in kind.starts and end in kind.ends and kind.code != "relates"
    for first, last in product(range(3), range(3))
]
some_links = st.lists(
    st.tuples(
        st.sampled_from(JOINTS), st.sampled_from([None, "observed", "hypothesis", "refuted"])
    ),
    max_size=30,
)


@settings(max_examples=60)
@given(chains(links=(0, 12)))
def test_any_chain_is_checked(chain: vg.ValueChain) -> None:
    """A draft of any shape is checked without an exception, and told on clean single lines."""
    revision = chain.revision
    problems = vg.check(chain)
    assert not problems.errors
    assert chain.revision == revision
    for problem in problems:
        for told in (problem.message("fr"), problem.message("en"), problem.hint("fr")):
            assert not [letter for letter in told if unicodedata.category(letter) == "Cc"]


@given(some_links)
def test_the_order_of_building_changes_nothing(links: list[Any]) -> None:
    """The same links added in the opposite order give the same problems in the same order."""
    forwards, backwards = cards(), cards()
    numbered = list(enumerate(links))
    for chain, order in ((forwards, numbered), (backwards, numbered[::-1])):
        for number, (joint, status) in order:
            chain.link(*joint, status=status, id=f"link{number}")
    assert vg.check(forwards) == vg.check(backwards)


def test_warnings_come_before_notes() -> None:
    """What is probably not meant stands first, whichever rule found it."""
    chain = sound()
    chain.add_impact("Cohésion")
    assert vg.check(chain).codes() == ("VG361", "VG301", "VG301", "VG318", "VG320", "VG331")


def test_cards_without_arrows_get_one_remark() -> None:
    """Parts that nothing links yet are not reproached one by one with lacking a link."""
    chain = vg.ValueChain("Jardin", territory="Romans", language="fr")
    for kind in ("actor", "resource", "activity", "support", "impact"):
        getattr(chain, f"add_{kind}")(kind.capitalize(), description="une carte")
    assert vg.check(chain).codes() == ("VG309",)


def test_a_loop_is_told_in_words() -> None:
    """Good news is a sentence that people can read aloud, in their language."""
    first = vg.check(sound(), ignore=["VG361"])[0]
    assert first.message("fr") == (
        "bonne nouvelle, la chaîne se referme : « Surplus de légumes » alimente « Collecte », "
        "qui contribue à « Écologie », qui renouvelle « Surplus de légumes »"
    )
    assert first.message("en") == (
        "good news, the chain closes into a cycle: “Surplus de légumes” feeds “Collecte”, "
        "which contributes to “Écologie”, which regenerates “Surplus de légumes”"
    )


def test_a_long_loop_is_cut_in_the_middle() -> None:
    """A loop of twelve activities is told by its beginning and its end."""
    chain = vg.ValueChain("Ronde")
    activities = [chain.add_activity(f"Étape {number}") for number in range(12)]
    for before, after in zip(activities, [*activities[1:], activities[0]], strict=True):
        chain.link(before, "precedes", after)
    (ring,) = vg.check(chain).warnings
    assert ring.message("fr").endswith("qui précède « Étape 7 », … qui précède « Étape 0 »")


@pytest.mark.parametrize(("count", "ids"), [(3, ["a0", "a1", "a2"]), (4, [""]), (40, [""])])
def test_many_findings_are_one_problem(count: int, ids: list[str]) -> None:
    """Up to three parts are told one by one; more are named together, with every id as data."""
    chain = sound()
    for number in range(count):
        chain.add_actor(f"Acteur {number}", id=f"a{number}")
    found = [problem for problem in vg.check(chain) if problem.code == "VG330"]
    assert [problem.where.id for problem in found] == ids
    named = [item for problem in found for item in problem.values["ids"]]
    assert named == [f"a{number}" for number in range(count)]


def test_a_long_list_says_how_much_it_leaves_out() -> None:
    """Eight names are told, and how many more there are."""
    chain = sound()
    for number in range(40):
        chain.add_actor(f"Acteur {number}")
    (problem,) = (problem for problem in vg.check(chain) if problem.code == "VG330")
    assert problem.message("fr").endswith("« Acteur 6 », « Acteur 7 » et 32 de plus")
    assert problem.message("en").endswith("“Acteur 6”, “Acteur 7” and 32 more")


def test_many_loops_are_told_by_the_first() -> None:
    """Of more than three renewed resources, one loop is told and the others are named."""
    chain = sound()
    for number in range(3):
        resource = chain.add_resource(f"Savoir {number}", by="team")
        chain.link(resource, "feeds", "cook")
        chain.link("bonds", "regenerates", resource)
    (news,) = (problem for problem in vg.check(chain) if problem.code == "VG301")
    assert news.message("fr").endswith(
        "qui renouvelle « Surplus de légumes » ; et aussi autour de « Temps bénévole », "
        "« Savoir 0 », « Savoir 1 » et « Savoir 2 »"
    )


def test_refuted_parts_are_not_spoken_of() -> None:
    """A refuted actor is not said to lack a role, and a refuted link leads nowhere."""
    chain = sound()
    chain.add_actor("Fondation", status="refuted")
    chain.change("cook-contributes-bonds", status="refuted")
    assert vg.check(chain).codes() == ("VG301", "VG320", "VG323")


def test_a_refuted_cell_is_as_if_it_had_never_been_written() -> None:
    """The resource then enters directly, and the cell is no hypothesis and no empty place."""
    chain = sound()
    chain.change("collect.receives.gift", name="Surplus ?", status="refuted")
    assert vg.check(chain).codes() == ("VG301", "VG301")


def test_a_name_cannot_act_on_the_terminal() -> None:
    """Control characters of a name are left out, and a long name is shortened."""
    chain = sound()
    chain.add_actor("Rouge\x1b[31m\n" + "très " * 40, id="red")
    (problem,) = (problem for problem in vg.check(chain) if problem.code == "VG330")
    told = "aucun rôle n’est dit pour « Rouge [31m très très"
    assert problem.message("fr").startswith(told)
    assert problem.message("fr").endswith("très… »")
    assert len(problem.message("fr")) < 100


def test_the_result_speaks_the_language_of_the_chain() -> None:
    """Printing is in the chain's language unless another is asked for."""
    chain = vg.ValueChain(language="en")
    assert str(vg.check(chain)).startswith("note VG310: the chain is still empty")
    assert str(vg.check(chain, language="fr")).startswith("note VG310 : la chaîne est encore vide")


@pytest.mark.parametrize("ignore", ["VG301", ["VG301"], ("VG301", "VG101")])
def test_rules_can_be_left_out(ignore: str | list[str]) -> None:
    """The codes given, one or several, do not appear."""
    assert vg.check(sound(), ignore=ignore).codes() == ()


def test_a_code_that_does_not_exist_is_refused() -> None:
    """Leaving out an unknown rule is a mistake that is told, each code apart."""
    with pytest.raises(vg.OptionError) as refused:
        vg.check(sound(), ignore=["VG301", "VG399", "empty"])
    assert refused.value.problems.codes() == ("VG450", "VG450")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_gets_a_page_of_remarks_at_most(name: str) -> None:
    """A person reads everything that check says of an example: a dozen notes, no warning."""
    problems = vg.check(vg.example(name))
    assert not problems.warnings
    assert len(problems) <= 12
    assert all(len(problem.message("fr")) < 500 for problem in problems)
