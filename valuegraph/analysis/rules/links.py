"""Rules on links: back to their start, said twice, explained or weighed only here and there."""

from __future__ import annotations

from collections.abc import Iterator

from valuegraph.analysis.rules.findings import each, together
from valuegraph.analysis.rules.survey import Survey
from valuegraph.model.link import Flow, Link
from valuegraph.problems import Problem

CLAIMS = ("contributes", "regenerates", "depletes", "reinforces")
"""The kinds of link that claim an effect."""


def self_links(survey: Survey) -> Iterator[Problem]:
    """VG350: links that start and end at the same part."""
    yield from each(survey, "VG350", [link for link in survey.links if link.start == link.end])


def same_links(survey: Survey) -> Iterator[Problem]:
    """VG351: links that repeat another word for word."""
    known: set[Link] = set()
    repeated: dict[tuple[str, str, str], Link] = {}
    for link in survey.links:
        words = link.model_copy(update={"id": "-"})
        if words in known:
            repeated[link.ends] = link
        known.add(words)
    yield from each(survey, "VG351", list(repeated.values()))


def unexplained_links(survey: Survey) -> Iterator[Problem]:
    """VG352: links that claim an effect without a reason, where others give theirs."""
    claims = survey.of_kinds(*CLAIMS)
    unexplained = [link for link in claims if not link.why]
    if len(unexplained) < len(claims):
        yield from together(survey, "VG352", unexplained, total=len(claims))


def unweighed_links(survey: Survey) -> Iterator[Problem]:
    """VG353: forward links without a strength, where others have one."""
    forward = [link for link in survey.links if link.flow is Flow.FORWARD]
    unweighed = [link for link in forward if link.strength is None]
    if len(unweighed) < len(forward):
        yield from together(survey, "VG353", unweighed, total=len(forward))


RULES = (self_links, same_links, unexplained_links, unweighed_links)
