"""What each column of a table is: told by a mapping, or by its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from valuegraph.io.collecting.mapping import ColumnMapping, ColumnRule
from valuegraph.io.xlsform.columns import FormColumns, form_columns
from valuegraph.io.xlsform.questions import breakdown_column
from valuegraph.model.chain import ValueChain
from valuegraph.model.words import KEYS, fold
from valuegraph.problems import LANGUAGES

ROLES: Mapping[str, tuple[str, ...]] = {
    **{key: KEYS[key] for key in ("indicator", "value", "numerator", "denominator", "unit", "date",
                                  "source", "viewpoint", "quote", "people", "breakdown", "extra")},
    "note": ("remarque", "notes", "remarques"),
    "submission": ("envoi",),
    "ignore": ("ignorer",),
}  # fmt: skip
"""What a column can be, beside an indicator's own -> its French words."""

OF_ONE_INDICATOR = ("value", "numerator", "denominator")
"""The roles of a column that belongs to one indicator, by its name."""

_SUBMISSIONS = ("_uuid", "meta/instanceid", "meta-instanceid", "instanceid", "key", "_id")
_SURELY = frozenset((
    "_uuid", "meta/instanceid", "meta-instanceid", "instanceid", "_id", "formhub/uuid",
    "__version__", "_version_", "_submission_time", "_validation_status", "_notes", "_status",
    "_submitted_by", "_tags", "_index", "_parent_index", "_parent_table_name",
    "_submission__id", "_submission__uuid", "_attachments", "_geolocation", "_xform_id_string",
    "_bamboo_dataset_id", "_media_all_received", "meta/rootuuid", "meta/deprecatedid",
    "meta/instancename", "meta-instancename", "submissiondate", "submitterid", "submittername",
    "attachmentspresent", "attachmentsexpected", "reviewstate", "formversion",
))  # fmt: skip
"""Columns that only Kobo and ODK add, in small letters."""

_WITH_THOSE = frozenset(
    ("start", "end", "today", "deviceid", "phonenumber", "username", "subscriberid", "simserial",
     "simid", "audit", "key", "status", "edits", "deviceid", "devicephonenum", "instancename")
)  # fmt: skip
"""Columns that Kobo and ODK add, where others of theirs stand beside."""

_LIME = frozenset(
    ("id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp",
     "ipaddr", "refurl")
)  # fmt: skip
"""Columns that LimeSurvey adds, in small letters."""

_DATES = ("submitdate", "_submission_time", "submissiondate", "datestamp", "end", "today")
_PATH = re.compile(r"[/:]")
_CODE = re.compile(r"([^\s.\[]+)\.\s+\S", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        number: where it stands, from 1.
        heading: its heading as it was found.
        role: a key of :data:`ROLES`, ``tool`` where the survey tool added it, empty where it is
            not known.
        of: the id of the indicator, the name of the breakdown, or the key of ``extra``.
        rule: what the mapping says of it.
        answers: the name of each answer of a form -> the word it stands for.
        guessed: taken for a date although it is the tool's own.
    """

    number: int
    heading: str
    role: str = ""
    of: str = ""
    rule: ColumnRule | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    guessed: bool = False

    @property
    def taken_for(self) -> str:
        """What it was taken for, in one word."""
        if self.role == "value" and self.of:
            return self.of
        if self.role in OF_ONE_INDICATOR and self.of:
            return f"{self.of}__{self.role}"
        return f"{self.role}_{self.of}" if self.of else self.role


class Headings:
    """The headings that a chain makes us expect."""

    def __init__(self, chain: ValueChain) -> None:
        self._form: FormColumns = form_columns(chain)
        self._roles = {fold(word): role for role, words in ROLES.items()
                       for word in (role, *words) if role != "ignore"}  # fmt: skip
        self._breakdowns = {name: breakdown_column(name) for indicator in chain.indicators
                            for name in indicator.breakdowns}  # fmt: skip
        self._labels: dict[str, set[str]] = {}
        self._bare: dict[str, set[str]] = {}
        for indicator in chain.indicators:
            labels = {indicator.id, *(indicator.label(code) for code in LANGUAGES)}
            for label in labels:
                self._labels.setdefault(fold(label), set()).add(indicator.id)
                self._bare.setdefault(_letters(label), set()).add(indicator.id)

    @property
    def known(self) -> list[str]:
        """The headings to be suggested."""
        return [*self._form.indicators, *self._breakdowns.values(), "date", "source", "viewpoint"]

    def meaning(self, text: str) -> Column | None:
        """Return what a heading means, or ``None``; survey tools put a path before it."""
        for spelled in _spellings(text):
            found = self._exact(spelled)
            if found is not None:
                return found
        several = self._bare.get(_letters(text), set())
        return Column(0, text, "value", next(iter(several))) if len(several) == 1 else None

    def told(self, text: str) -> Column | None:
        """Return what a mapping means by the word it gives for a column."""
        folded = fold(text)
        if text.startswith("extra_"):
            return Column(0, text, "extra", text.removeprefix("extra_").strip())
        if folded in {fold(word) for word in ("ignore", *ROLES["ignore"])}:
            return Column(0, text, "ignore")
        return self._exact(text)

    def _exact(self, text: str) -> Column | None:
        folded = fold(text)
        if text in self._form.indicators:
            indicator, role = self._form.indicators[text]
            return Column(0, text, role, indicator)
        for name, column in self._breakdowns.items():
            if text == column or folded in (fold(name), fold(column), f"ventilation {fold(name)}"):
                return Column(
                    0, text, "breakdown", name, None, self._form.breakdowns.get(column, {})
                )
        if folded in self._roles:
            role = self._roles[folded]
            return Column(0, text, "extra", "note") if role == "note" else Column(0, text, role)
        for ending in ("numerator", "denominator"):
            start = text.removesuffix(f"__{ending}")
            found = self._labels.get(fold(start), set()) if start != text else set()
            if len(found) == 1:
                return Column(0, text, ending, next(iter(found)))
        found = self._labels.get(folded, set())
        return Column(0, text, "value", next(iter(found))) if len(found) == 1 else None


def columns_of(
    headings: Mapping[int, str], expected: Headings, mapping: ColumnMapping
) -> tuple[Column, ...]:
    """Return what each column of a table is.

    Args:
        headings: number -> heading as it was found.
        expected: the headings that the chain makes us expect.
        mapping: what it says of a column comes before what its heading says.
    """
    rules = {fold(rule.heading): rule for rule in mapping.columns}
    found = {number: _column(number, text, rules.get(fold(text)), expected)
             for number, text in headings.items()}  # fmt: skip
    unknown = {text.strip().lower(): number for number, text in headings.items()
               if not found[number].role}  # fmt: skip
    is_lime = len(_LIME & unknown.keys()) > 1
    added = _SURELY | (_WITH_THOSE if _SURELY & unknown.keys() else frozenset())
    for text, number in unknown.items():
        if text in (added | _LIME if is_lime else added):
            found[number] = Column(number, headings[number], "tool")
    roles = {column.role for column in found.values()}
    if "submission" not in roles:
        names = [*_SUBMISSIONS, *(["id"] if is_lime else [])]
        _take(found, "submission", names)
    if "date" not in roles and "date" not in mapping.always:
        _take(found, "date", list(_DATES))
    return tuple(_of_one_form(found.values()))


def _of_one_form(columns: Iterable[Column]) -> Iterator[Column]:
    """Yield columns, unknown where they belong to the other of the two forms of a table."""
    every = list(columns)
    is_long = any(column.role == "indicator" for column in every)
    for column in every:
        is_of_rows = column.role in (*OF_ONE_INDICATOR, "unit") and not column.of
        is_of_columns = column.role in OF_ONE_INDICATOR and column.of
        if is_of_columns if is_long else is_of_rows:
            yield Column(column.number, column.heading)
        else:
            yield column


def _take(found: dict[int, Column], role: str, names: list[str]) -> None:
    """Take the first of the tool's columns with one of these names for what is missing."""
    tools = {column.heading.strip().lower(): column for column in found.values()
             if column.role == "tool"}  # fmt: skip
    for name in names:
        column = tools.get(name)
        if column is not None:
            found[column.number] = Column(column.number, column.heading, role, guessed=True)
            return


def _column(number: int, text: str, rule: ColumnRule | None, expected: Headings) -> Column:
    means = expected.told(rule.means) if rule is not None and rule.means else expected.meaning(text)
    if means is None:
        return Column(number, text, rule=rule)
    return Column(number, text, means.role, means.of, rule, means.answers)


def _spellings(text: str) -> Iterator[str]:
    """Yield a heading as it is, then without the path of its groups, then its code alone."""
    plain = text.strip()
    yield plain
    pieces = [piece.strip() for piece in _PATH.split(plain)]
    if len(pieces) > 1:
        yield pieces[-1]
    code = _CODE.match(plain)
    if code is not None:
        yield code[1]
    for sign in (".", "-"):
        rest = plain
        while sign in rest:
            rest = rest.split(sign, 1)[1]
            if rest.strip():
                yield rest.strip()


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))
