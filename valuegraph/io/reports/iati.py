"""IATI 2.03: the results of a chain as one activity, valid against the official schema."""

from __future__ import annotations

import os
from calendar import monthrange
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, overload

from valuegraph.errors import OptionError
from valuegraph.io.graphs.xml_text import escaped
from valuegraph.io.losses import lost_keys, lost_whole
from valuegraph.io.reports.measured import indicators_of, observations_of, rests_on_an_impact
from valuegraph.model.evaluation import Indicator, Observation, Value, is_date
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Bilingual, Problem, Problems, told_language
from valuegraph.saving import save_bytes

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.part import Part

_OUTPUT, _OUTCOME, _IMPACT = "1", "2", "3"
_UNIT, _PERCENTAGE, _NOMINAL, _ORDINAL, _QUALITATIVE = "1", "2", "3", "4", "5"
_MEASURES = {"count": _UNIT, "stock": _UNIT, "ordinal": _ORDINAL, "qualitative": _QUALITATIVE,
             "yes_no": _NOMINAL}  # fmt: skip
_STATUSES = ("1", "2", "3", "4", "5", "6")
_ROLES = {"funds": "1", "governs": "2", "carries": "4"}
_NAME = Bilingual("résultats IATI 2.03", "IATI 2.03 results")
_DAY = "2018-01-31"


@overload
def iati(
    chain: ValueChain,
    target: str | os.PathLike[str] | None = None,
    *,
    identifier: str,
    organisation: str,
    organisation_ref: str,
    organisation_type: str,
    start: str,
    status: str = "2",
    language: str | None = None,
    report: Literal[False] = False,
) -> str | None: ...


@overload
def iati(
    chain: ValueChain,
    target: str | os.PathLike[str] | None = None,
    *,
    identifier: str,
    organisation: str,
    organisation_ref: str,
    organisation_type: str,
    start: str,
    status: str = "2",
    language: str | None = None,
    report: Literal[True],
) -> Problems: ...


def iati(
    chain: ValueChain,
    target: str | os.PathLike[str] | None = None,
    *,
    identifier: str,
    organisation: str,
    organisation_ref: str,
    organisation_type: str,
    start: str,
    status: str = "2",
    language: str | None = None,
    report: bool = False,
) -> str | Problems | None:
    """Write the results of a chain as one IATI activity, or give its text.

    Impacts and outputs that have an indicator are results: an output is one, an impact is an
    outcome, an impact that rests on another impact is one of IATI's impacts. What IATI demands
    and no chain says is asked for here: nothing is made up.

    Args:
        chain: the chain.
        target: the file; the text is returned without one.
        identifier: the IATI identifier of the activity.
        organisation: the name of the organisation that reports.
        organisation_ref: its identifier, such as ``FR-RCS-123456789``.
        organisation_type: its type, a code of IATI's list: ``"22"`` is a national NGO.
        start: the day on which the activity began, ``2018-01-31``.
        status: a code of IATI's list, from 1 (pipeline) to 6 (suspended); 2 is implementation.
        language: the language of the texts; by default that of the chain.
        report: whether to return what has no place there, part by part.

    Raises:
        OptionError: the day or the status is not possible.
        FileAccessError: the file cannot be written.
    """
    _judge(start, status, told_language(chain.language))
    told = language or chain.language
    writer = _Writer(chain, told)
    facts = {"iati-identifier": identifier, "organisation": organisation, "ref": organisation_ref,
             "type": organisation_type, "start": start, "status": status}  # fmt: skip
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(writer.lines(facts)) + "\n"
    if target is not None:
        save_bytes(target, text.encode("utf-8"))
    if report:
        return Problems(list(_losses(chain)), language=chain.language)
    return text if target is None else None


def _judge(start: str, status: str, language: str) -> None:
    problems = []
    if not is_date(start) or len(start) != len(_DAY):
        values = {"option": "start", "value": start, "allowed": [_DAY]}
        problems.append(Problem("VG450", values=values))
    if status not in _STATUSES:
        values = {"option": "status", "value": status, "allowed": [*_STATUSES]}
        problems.append(Problem("VG450", values=values))
    if problems:
        raise OptionError(problems, language=language)


def _results(chain: ValueChain) -> Iterator[tuple[str, Part, tuple[Indicator, ...]]]:
    for output in chain.outputs:
        yield _OUTPUT, output, indicators_of(chain, output.id)
    for impact in chain.impacts:
        level = _IMPACT if rests_on_an_impact(chain, impact.id) else _OUTCOME
        yield level, impact, indicators_of(chain, impact.id)


def _losses(chain: ValueChain) -> Iterator[Problem]:
    """Yield what IATI's results have no place for."""
    told = {part.id for _, part, indicators in _results(chain) if indicators}
    measured = {one.id for *_, indicators in _results(chain) for one in indicators}
    named = {link.start for link in chain.links if link.kind in _ROLES}
    for part in chain.parts():
        if part.id not in told | measured | named:
            yield _with_format(lost_whole(part.id))
        elif part.status or part.evidence:
            keys = [key for key in ("status", "evidence") if getattr(part, key)]
            yield _with_format(lost_keys(part.id, keys))
    if chain.links:
        what = Bilingual("lien(s)", "link(s)")
        values = {"count": len(chain.links), "what": what}
        yield _with_format(Problem("VG602", values=values))


def _with_format(problem: Problem) -> Problem:
    return Problem(problem.code, problem.where, {**problem.values, "format": _NAME})


class _Writer:
    def __init__(self, chain: ValueChain, language: str) -> None:
        self._chain, self._language = chain, language

    def lines(self, facts: Mapping[str, str]) -> Iterator[str]:
        """Yield the file line by line, elements in the order of the schema."""
        chain = self._chain
        name = chain.about.label(self._language) or facts["iati-identifier"]
        description = chain.about.text("description", self._language) or name
        language = escaped(self._language.partition("-")[0])
        yield '<iati-activities version="2.03">'
        yield f'<iati-activity xml:lang="{language}">'
        yield f"  <iati-identifier>{escaped(facts['iati-identifier'])}</iati-identifier>"
        reporter = f'ref="{escaped(facts["ref"])}" type="{escaped(facts["type"])}"'
        yield f"  <reporting-org {reporter}>{_narrative(facts['organisation'])}</reporting-org>"
        yield f"  <title>{_narrative(name)}</title>"
        yield f'  <description type="1">{_narrative(description)}</description>'
        own = _narrative(facts["organisation"])
        yield f'  <participating-org role="4" {reporter}>{own}</participating-org>'
        for actor, role in self._participants():
            yield f'  <participating-org role="{role}">{_narrative(actor)}</participating-org>'
        yield f'  <activity-status code="{facts["status"]}"/>'
        began = "1" if facts["status"] == "1" else "2"
        yield f'  <activity-date type="{began}" iso-date="{facts["start"]}"/>'
        for level, part, indicators in _results(chain):
            if indicators:
                yield from self._result(level, part, indicators)
        yield "</iati-activity>"
        yield "</iati-activities>"

    def _participants(self) -> list[tuple[str, str]]:
        names = {actor.id: actor.label(self._language) for actor in self._chain.actors}
        found = [
            (names[link.start], _ROLES[link.kind])
            for link in self._chain.links
            if link.kind in _ROLES
        ]
        return sorted(set(found), key=lambda one: (one[1], one[0]))

    def _result(self, level: str, part: Part, indicators: tuple[Indicator, ...]) -> Iterator[str]:
        yield f'  <result type="{level}">'
        yield f"    <title>{_narrative(part.label(self._language))}</title>"
        description = part.text("description", self._language)
        if description:
            yield f"    <description>{_narrative(description)}</description>"
        for indicator in indicators:
            yield from self._indicator(indicator)
        yield "  </result>"

    def _indicator(self, indicator: Indicator) -> Iterator[str]:
        measure = _measure(indicator)
        up = {"up": ' ascending="true"', "down": ' ascending="false"'}
        ascending = up.get(str(indicator.direction or ""), "")
        label = indicator.label(self._language)
        unit = indicator.unit
        yield f'    <indicator measure="{measure}"{ascending}>'
        yield f"      <title>{_narrative(f'{label} ({unit})' if unit else label)}</title>"
        method = indicator.text("method", self._language)
        description = indicator.text("description", self._language) or method
        if description:
            yield f"      <description>{_narrative(description)}</description>"
        for when, value in indicator.baseline.items():
            day = f' iso-date="{when}"' if len(when) == len(_DAY) else ""
            yield "      " + _element("baseline", f' year="{int(when[:4])}"{day}', measure, value)
        yield from self._periods(indicator, measure)
        yield "    </indicator>"

    def _periods(self, indicator: Indicator, measure: str) -> Iterator[str]:
        told: dict[tuple[str, str], dict[str, list[str]]] = {}
        for when, value in indicator.target.items():
            period = told.setdefault(_period(when, indicator.every), {"target": [], "actual": []})
            period["target"].append(_element("target", "", measure, value))
        for seen in observations_of(self._chain, indicator):
            period = told.setdefault(
                _period(seen.date, indicator.every), {"target": [], "actual": []}
            )
            period["actual"].append(_element("actual", "", measure, seen.told, seen))
        for (first, last), values in sorted(told.items()):
            yield "      <period>"
            yield f'        <period-start iso-date="{first}"/>'
            yield f'        <period-end iso-date="{last}"/>'
            yield from (f"        {line}" for line in (*values["target"], *values["actual"]))
            yield "      </period>"


def _measure(indicator: Indicator) -> str:
    kind = str(indicator.indicator_kind or "")
    if indicator.unit == "%":
        return _PERCENTAGE
    if kind in _MEASURES:
        return _MEASURES[kind]
    values = (*indicator.baseline.values(), *indicator.target.values())
    words = any(isinstance(value, str) for value in values)
    return _QUALITATIVE if words else _UNIT


def _element(
    name: str, attributes: str, measure: str, value: Value, seen: Observation | None = None
) -> str:
    """Return a value: a number as an attribute, words as a comment, as IATI wants them."""
    comments = [text for text in (seen.source, seen.quote) if text] if seen else []
    if isinstance(value, Quantity) and measure != _QUALITATIVE:
        attributes += f' value="{value.amount:f}"'
    else:
        comments.insert(0, str(value))
    inside = "".join(
        f'<dimension name="{escaped(group)}" value="{escaped(word)}"/>'
        for group, word in (seen.breakdown.items() if seen else ())
    )
    inside += f"<comment>{_narrative(' — '.join(comments))}</comment>" if comments else ""
    return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"


def _period(when: str, every: str) -> tuple[str, str]:
    """Return the first and the last day of what a date, or the rhythm it is taken at, covers."""
    year, month = when[:4], when[5:7]
    if not month or every == "year":
        return f"{year}-01-01", f"{year}-12-31"
    if every == "quarter":
        first = 3 * ((int(month) - 1) // 3) + 1
        last = monthrange(int(year), first + 2)[1]
        return f"{year}-{first:02}-01", f"{year}-{first + 2:02}-{last}"
    if len(when) < len(_DAY) or every == "month":
        return f"{year}-{month}-01", f"{year}-{month}-{monthrange(int(year), int(month))[1]}"
    return when, when


def _narrative(text: str) -> str:
    return f"<narrative>{escaped(text)}</narrative>"
