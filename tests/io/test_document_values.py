"""What single values mean: numbers, amounts, dates, yes and no, free data, and their limits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from typed_documents import chain_of, read_typed, told

from valuegraph.io.documents.document import read_document
from valuegraph.io.documents.unquoted import guess
from valuegraph.io.python_tree import tree_of
from valuegraph.io.tree import Entry, Listing, Place, Scalar, Table
from valuegraph.model.link import StrengthRange
from valuegraph.model.quantity import Quantity

LINK = """
    scales: {{strength: {{faible: 0.2, fort: "0,8"}}}}
    resources: [Eau]
    activities: {{laver: {{uses: [{{part: eau, {said}}}]}}}}
"""


@pytest.mark.parametrize(
    ("typed", "strength"),
    [
        ("0.4", 0.4),
        ('"0,4"', 0.4),
        ("1", 1.0),
        (".5", 0.5),
        ("4e-1", 0.4),
        ("fort", "fort"),
        ("{low: 0.2, likely: '0,4', high: 0.6}", StrengthRange(low=0.2, likely=0.4, high=0.6)),
        ("{bas: 0.2, probable: 0.4, haut: 1}", StrengthRange(low=0.2, likely=0.4, high=1)),
    ],
)
def test_a_strength_is_a_number_a_range_or_a_word(typed: str, strength: object) -> None:
    """Decimals are French or English, words are those of the chain's scale."""
    chain = chain_of(LINK.format(said=f"strength: {typed}"))
    assert chain.links[0].strength == strength


@pytest.mark.parametrize(
    "typed", ["0", "1.2", "-1", "nan", ".inf", "1_0", "40 %", "moyen", "true", "[0.4]", "١"]
)
def test_what_is_no_strength_is_told_where_it_stands(typed: str) -> None:
    """Zero, more than one, what is no number and words of no scale are errors."""
    codes = told(LINK.format(said=f"strength: {typed}"))
    assert codes in (["VG222 4:51 laver"], ["VG204 4:51 laver"])


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("1800 kg", "1800", "kg"),
        ("' 1 800,50 €'", "1800.50", "EUR"),
        ("12", "12", ""),
        ("{amount: 3, unit: t CO2}", "3", "t CO2"),
        ("{quantité: '2,5', unité: heures}", "2.5", "h"),
    ],
)
def test_an_amount_is_a_text_a_number_or_a_mapping(typed: str, amount: str, unit: str) -> None:
    """It is read as people write it; a unit with a number in it takes the mapping."""
    chain = chain_of(f"resources: {{eau: {{amount: {typed}}}}}")
    assert chain.resources[0].amount == Quantity(amount=Decimal(amount), unit=unit)


@pytest.mark.parametrize("typed", ["true", "oui", "Vrai", "yes", '"true"'])
def test_yes_is_said_in_both_languages(typed: str) -> None:
    """And no likewise."""
    assert chain_of(LINK.format(said=f"essential: {typed}")).links[0].essential is True
    assert chain_of(LINK.format(said="essential: faux")).links[0].essential is False


@pytest.mark.parametrize(
    "typed",
    ["2018", "-1", "1_000", "1.5", "1e3", ".5", "0x1F", "0o17", "12:30", ".inf", "2018-01-01",
     "2018-01-01 12:00", "no", "No", "on", "off", "true", "yes", "~", "Null"],
)  # fmt: skip
def test_a_name_or_id_that_other_tools_would_change_needs_quotes(typed: str) -> None:
    """Everywhere a name or an id stands, the quoted form is what to type."""
    places = [
        f"actors: [{typed}]",
        f"actors: {{a: {typed}}}",
        f"actors: {{a: {{name: {typed}}}}}",
        f"activities: {{a: {{after: {typed}}}}}",
        f"activities: {{a: {{receives: {{gift: {typed}}}}}}}",
        f"evaluation: {{questions: {{q: {{about: [{typed}]}}}}}}",
    ]
    for text in places:
        _, problems = read_typed(text)
        assert [problem.code for problem in problems] == ["VG205"]
        assert problems[0].values["typed"] == f'"{typed}"'
    assert chain_of(f'actors: ["{typed}"]').actors[0].name == typed


@pytest.mark.parametrize(
    "typed", ["1-2", "n", "y", "2018 et après", "0.4.1", "oui", "007 bis", "-"]
)
def test_other_texts_need_no_quotes(typed: str) -> None:
    """What no tool of YAML takes for something else stays as it is."""
    assert guess(typed) is None


def test_free_texts_are_texts_whatever_they_look_like() -> None:
    """A description that is a year, a group that is a yes: the letters stay."""
    chain = chain_of("""
        description: 2018
        actors: {a: {group: no, roles: [1, on], codes: [8, 11.5]}}
        links: [{start: a, end: chain, kind: funds, why: 1e3, period: 2018-2020}]
    """)
    actor, link = chain.actors[0], chain.links[0]
    assert chain.about.description == "2018"
    assert (actor.group, actor.roles, actor.codes) == ("no", ("1", "on"), ("8", "11.5"))
    assert (link.why, link.period) == ("1e3", "2018-2020")


def test_quotes_that_are_missing_are_shown() -> None:
    """A text that YAML reads as a list or a mapping is told with the quoted form."""
    _, problems = read_typed("""
        actors: {a: {description: [a, b]}, b: {name: {Note: ceci}}}
        activities: {c: {receives: {gift: {Don: paniers}}}}
    """)
    assert [(problem.code, problem.values.get("typed")) for problem in problems] == [
        ("VG204", '"[a, b]"'), ("VG204", '"Note: ceci"'), ("VG201", None),
    ]  # fmt: skip


def test_evidence_is_one_or_several_sources() -> None:
    """A text is a source; a mapping says more."""
    chain = chain_of("""
        actors:
          a: {evidence: Registre}
          b: {preuves: [{source: Enquête, date: 2018, qui: Habitants}, {citation: Oui}]}
    """)
    first, second = chain.actors
    assert [piece.source for piece in first.evidence] == ["Registre"]
    assert [(piece.source, piece.date, piece.who, piece.quote) for piece in second.evidence] == [
        ("Enquête", "2018", "Habitants", ""), ("", "", "", "Oui"),
    ]  # fmt: skip


def test_free_data_is_typed_by_the_rules_of_json() -> None:
    """Unquoted numbers, true, false and null are what they look like; all else is text."""
    chain = chain_of("""
        extra:
          a: [1, -2.5, 1e3, true, false, null]
          b: ["1", yes, 007, 2018-01-01, +1, .5, NaN, ~]
          c: {d: {1: x}}
          e:
    """)
    assert chain.about.extra == {
        "a": (1, -2.5, 1000.0, True, False, None),
        "b": ("1", "yes", "007", "2018-01-01", "+1", ".5", "NaN", "~"),
        "c": {"d": {"1": "x"}},
        "e": None,
    }


@pytest.mark.parametrize("typed", ["1" * 400, "1e999", "-1e400", "9" * 900])
def test_free_data_holds_numbers_that_every_program_can_hold(typed: str) -> None:
    """A number beyond all bounds is refused."""
    assert told(f"extra: {{a: {typed}}}") == ["VG220 2:8"]


def test_free_data_has_a_depth() -> None:
    """Thirty levels are kept; more is one error, however deep it goes."""

    def nested(levels: int) -> Table:
        value: Table | Scalar = Scalar("fin")
        for _ in range(levels):
            value = Table((Entry(Scalar("a"), value),))
        version = Entry(Scalar("valuegraph"), Scalar("1"))
        return Table((version, Entry(Scalar("extra"), value)))

    chain, problems = read_document(nested(30))
    assert (chain is not None, problems) == (True, [])
    chain, problems = read_document(nested(500))
    assert (chain, [problem.code for problem in problems]) == (None, ["VG220"])


def test_dated_values_are_amounts_or_words() -> None:
    """An indicator's values may be numbers, amounts in its unit, or words."""
    chain = chain_of("""
        evaluation:
          indicators:
            i: {unit: heures, baseline: {2017: 0, 2018-06: 12 h}, target: {2020-12-31: beaucoup}}
          observations:
            - {indicator: i, date: 2018, value: {amount: 3, unit: h}}
            - {indicator: i, date: 2019, value: on ne sait pas}
    """)
    indicator = chain.indicators[0]
    assert [str(value) for value in indicator.baseline.values()] == ["0", "12 h"]
    assert indicator.target == {"2020-12-31": "beaucoup"}
    assert [str(seen.value) for seen in chain.observations] == ["3 h", "on ne sait pas"]


def test_units_are_compared_in_their_standard_spelling() -> None:
    """`euros` and `€` are one unit, for an indicator and for a rate."""
    chain = chain_of("""
        rates: [{unit: €, equals: 1 Tic-Tac, date: 2018-01-01}]
        evaluation: {indicators: {i: {unit: euros, target: {2020: 12 €}}}}
    """)
    assert chain.indicators[0].unit == "EUR"
    assert chain.about.rates[0].unit == "EUR"


@pytest.mark.parametrize(
    "typed", ["2018-02-30", "2018-13", "31/12/2018", "18", "2018-1-1", "1er mai"]
)
def test_a_date_that_does_not_exist_is_told(typed: str) -> None:
    """A date is a year, a month or a day of the calendar."""
    text = "evaluation: {{indicators: {{i: {{target: {{{0}: 3}}}}}}}}"
    assert told(text.format(typed)) == ["VG220 2:40 i"]


def test_data_of_other_programs_need_no_quotes() -> None:
    """Texts of Python and JSON are texts; their null is nothing."""
    tree, problems = tree_of({
        "valuegraph": 1, "actors": {"2018": "no", "a": None, "b": {"name": "true", "group": None}},
        "resources": ["12:30"],
    })  # fmt: skip
    assert (problems, tree is not None) == ([], True)
    assert tree is not None
    chain, found = read_document(tree)
    assert (chain is not None, found) == (True, [])
    assert chain is not None
    assert [part.name for part in chain.parts()] == ["no", "", "true", "12:30"]


def test_numbers_of_other_programs_are_no_names() -> None:
    """A number given as a name is told as in a file."""
    tree, _ = tree_of({"valuegraph": 1, "actors": [2018, True]})
    assert tree is not None
    _, problems = read_document(tree)
    assert [problem.code for problem in problems] == ["VG205", "VG205"]


def test_a_document_is_a_mapping() -> None:
    """A list or a text is no document."""
    for tree in (Listing(()), Scalar("bonjour", Place(1, 1))):
        chain, problems = read_document(tree)
        assert (chain, [problem.code for problem in problems]) == (None, ["VG114"])
