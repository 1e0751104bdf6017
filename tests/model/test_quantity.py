"""Amounts: read in both languages, added only like with like."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegraph.errors import ChainError, UnitError, ValueGraphError
from valuegraph.model.quantity import Quantity


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("1800 kg", "1800", "kg"),
        ("1 800,50 €", "1800.50", "EUR"),
        ("1\u202f800 euros", "1800", "EUR"),
        ("1,800.5 kg", "1800.5", "kg"),
        ("1.800,5 kg", "1800.5", "kg"),
        ("12,5 heures", "12.5", "h"),
        ("15 Tic-Tac", "15", "Tic-Tac"),
        ("-3 m", "-3", "m"),
        ("12", "12", ""),
        ("2e3 kg", "2000", "kg"),
    ],
)
def test_amounts_are_read_as_people_write_them(typed: str, amount: str, unit: str) -> None:
    """French and English numbers, with the unit's one spelling."""
    quantity = Quantity.parse(typed)
    assert quantity.amount == Decimal(amount)
    assert quantity.unit == unit


@pytest.mark.parametrize("typed", ["", "kg", "beaucoup", "1,2,3 kg", "1e999 kg", "NaN kg", "--3 h"])
def test_what_is_not_an_amount_is_refused(typed: str) -> None:
    """A text without a finite number is a clear error."""
    with pytest.raises(ChainError) as caught:
        Quantity.parse(typed)
    assert caught.value.problems.codes() == ("VG231",)


def test_two_amounts_in_one_are_refused() -> None:
    """Hours and kilograms in one text are mixed units."""
    with pytest.raises(UnitError) as caught:
        Quantity.parse("3 kg 2 h")
    assert caught.value.problems.codes() == ("VG232",)


def test_like_adds_with_like() -> None:
    """Two amounts in one unit add up; decimals are exact."""
    assert Quantity.parse("0,1 h") + Quantity.parse("0,2 heures") == Quantity.parse("0,3 h")


def test_hours_and_euros_never_add_up() -> None:
    """Different units raise an error that names both amounts."""
    with pytest.raises(UnitError, match=r"3 h.*5 EUR"):
        Quantity.parse("3 h") + Quantity.parse("5 €")


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3), st.sampled_from(["", "kg", "h"]))
def test_what_is_written_is_read_back(amount: Decimal, unit: str) -> None:
    """The text of an amount, in either language, gives back the amount."""
    quantity = Quantity(amount=amount, unit=unit)
    assert Quantity.parse(str(quantity)) == quantity
    assert Quantity.parse(quantity.to_text("fr")) == quantity


@given(st.text(max_size=40))
def test_any_text_is_an_amount_or_a_clear_error(text: str) -> None:
    """What is read gives back its own text; what is not is refused with one of two codes."""
    try:
        quantity = Quantity.parse(text)
    except ValueGraphError as error:
        codes = error.problems.codes()
    else:
        assert Quantity.parse(str(quantity)) == quantity
        return
    assert codes in (("VG231",), ("VG232",))
