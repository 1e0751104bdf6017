"""Whatever a chain asks in its questionnaire, the filled forms come back as its observations."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import valuegraph as vg
from valuegraph.io.xlsform.columns import form_columns
from valuegraph.io.xlsform.form import Form
from valuegraph.io.xlsform.questions import form_of

Draw = Callable[[Any], Any]

IDS = ("bénévoles", "date", "a-b", "2024", "source", "benevoles", "breakdown_age", "été_1", "x")
WORDS = ("oui", "un peu", "Un peu !", "très fort", "tres fort", "3", "n/a", "30 ans et plus", "—")
GROUPS = ("âge", "age", "quartier")
KINDS = ("count", "stock", "ratio", "ordinal", "qualitative", "yes_no")
NUMBERS = st.decimals(0, 10**6, places=2).map(lambda number: f"{number:f}")


@st.composite
def chains(draw: Draw) -> vg.ValueChain:
    """Draw a chain whose indicators have the ids and words that forms stumble over."""
    chain = vg.ValueChain("x", language=draw(st.sampled_from(["fr", "en"])))
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True)
    for one in draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=5, unique=True)):
        kind = draw(st.sampled_from(KINDS))
        chain.add_indicator(
            f"Nom {one}",
            id=one,
            indicator_kind=kind,
            scale=draw(words) if kind == "ordinal" else (),
            breakdowns=draw(st.dictionaries(st.sampled_from(GROUPS), words, max_size=2)),
        )
    return chain


def answers(draw: Draw, form: Form) -> dict[str, str]:
    """Draw what one person answers: an answer offered, a number or a text, or nothing."""
    offered: dict[str, list[str]] = {}
    for choice in form.choices:
        offered.setdefault(choice["list_name"], []).append(choice["name"])
    row: dict[str, str] = {}
    for asked in form.survey:
        kind, name = asked["type"], asked["name"]
        if name == "date":
            row[name] = draw(st.sampled_from(["2024-03-01", "2023-12-31"]))
        elif kind.startswith("select_one"):
            row[name] = draw(st.sampled_from(["", *offered[kind.split()[1]]]))
        elif kind in ("integer", "decimal"):
            row[name] = draw(NUMBERS)
        else:
            row[name] = draw(st.sampled_from(["", "Registre", "« Merci ; à bientôt, vous »"]))
    return row


def export(form: Form, rows: list[dict[str, str]]) -> str:
    """Return what Kobo exports of filled forms."""
    written = io.StringIO()
    names = [asked["name"] for asked in form.survey]
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(["start", *names, "_uuid"])
    for number, row in enumerate(rows):
        writer.writerow(["2024-03-05T10:00:00", *(row[name] for name in names), f"u{number}"])
    return written.getvalue()


def expected(chain: vg.ValueChain, row: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return what a row says: indicator -> value and upper number, as texts."""
    told: dict[str, tuple[str, str]] = {}
    for column, (indicator, role) in form_columns(chain).indicators.items():
        part = chain.find(indicator)
        assert isinstance(part, vg.Indicator)
        if role == "numerator":
            if Decimal(row[column.removesuffix("numerator") + "denominator"]):
                told[indicator] = "None", row[column]
        elif role == "value" and row[column]:
            answer = row[column]
            if part.indicator_kind == "yes_no":
                yes = {"fr": "oui", "en": "yes"}, {"fr": "non", "en": "no"}
                answer = yes[answer == "no"][chain.language]
            elif part.indicator_kind == "ordinal":
                answer = _word(form_of(chain, "fr"), column, answer, part.scale)
            told[indicator] = answer, "None"
    return told


def _word(form: Form, column: str, answer: str, scale: tuple[str, ...]) -> str:
    """Return the word of a scale that an answer's place in the list of choices means."""
    asked = next(one for one in form.survey if one["name"] == column)
    names = [one["name"] for one in form.choices if one["list_name"] == asked["type"].split()[1]]
    return scale[names.index(answer)]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(chains(), st.data())
def test_filled_forms_come_back(chain: vg.ValueChain, data: st.DataObject) -> None:
    """Each answer becomes the observation of its indicator, with its value; none is lost."""
    form = form_of(chain, "fr")
    rows = [answers(data.draw, form) for _ in range(data.draw(st.integers(1, 3)))]
    for row in rows:  # a form does not accept zero there
        for name in row:
            if name.endswith("__denominator") and not Decimal(row[name]):
                row[name] = "1"
    found = vg.observations_from(export(form, rows), chain=chain)
    told = {
        (str(seen.extra["submission"]), seen.indicator):
        (str(seen.value), str(seen.numerator), seen.date)
        for seen in found
    }  # fmt: skip
    wanted = {
        (f"u{number}", indicator): (value, above, row["date"])
        for number, row in enumerate(rows)
        for indicator, (value, above) in expected(chain, row).items()
    }
    assert told == wanted
    assert len(chain.add_observations(found)) == len(wanted)
