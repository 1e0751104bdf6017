"""Rules on names: missing, repeated, too long, in doubt, untranslated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from valuegraph.analysis.rules.findings import Finding, each, each_told, together
from valuegraph.analysis.rules.survey import Survey
from valuegraph.model.activity import Modality
from valuegraph.model.actor import Actor
from valuegraph.model.evaluation import Criterion, Indicator, Question
from valuegraph.model.part import Part, Status, ends_in_doubt
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual, Problem

_LONGEST_NAME = 80
_LONGEST_CELL = 120
_LANGUAGES = {"fr": Bilingual("français", "French"), "en": Bilingual("anglais", "English")}


def nameless(survey: Survey) -> Iterator[Problem]:
    """VG360: parts whose name is missing, or has neither letter nor digit.

    A question may do with its wording, a cell with how much passes, or with whom.
    """
    missing = [part for part in _parts(survey) if not _says_something(part)]
    yield from each(survey, "VG360", missing)


def namesakes(survey: Survey) -> Iterator[Problem]:
    """VG361: parts of one kind that have the same name; cells often and rightly do."""
    by_name: dict[tuple[str, str], list[Part]] = {}
    for part in _parts(survey):
        if part.name and not isinstance(part, Modality):
            by_name.setdefault((part.kind, fold(part.name)), []).append(part)
    told: list[Finding] = []
    for parts in by_name.values():
        if len(parts) > 1:
            words, ids = survey.wording.of(parts[0]), ", ".join(part.id for part in parts[:8])
            told.append((parts[0], Bilingual(f"{words.fr} ({ids})", f"{words.en} ({ids})")))
    yield from each_told("VG361", told)


def long_names(survey: Survey) -> Iterator[Problem]:
    """VG362: names that a shape can hold only in small letters; the evaluation is not drawn."""
    long = [
        part
        for part in _parts(survey)
        if not isinstance(part, Question | Criterion | Indicator)
        and len(part.name) > (_LONGEST_CELL if isinstance(part, Modality) else _LONGEST_NAME)
    ]
    yield from each(survey, "VG362", long)


def doubt_denied(survey: Survey) -> Iterator[Problem]:
    """VG363: names that end in a question mark, with a status that knows better."""
    certain = (Status.OBSERVED, Status.PLANNED)
    yield from each(
        survey,
        "VG363",
        [part for part in _parts(survey) if ends_in_doubt(part.name) and part.status in certain],
    )


def untranslated(survey: Survey) -> Iterator[Problem]:
    """VG364: names without a translation, in each language that has some.

    Names of actors are left out, most being proper names, and the evaluation, not drawn.
    """
    named = [
        part
        for part in _parts(survey)
        if part.name and not isinstance(part, Actor | Question | Criterion | Indicator)
    ]
    started = {language for part in named for language in _named_in(part.translations)}
    for language in sorted(started - {survey.chain.language}):
        missing = [part for part in named if language not in _named_in(part.translations)]
        told = _LANGUAGES.get(language, Bilingual(language, language))
        yield from together(survey, "VG364", missing, language=told, total=len(named))


def _parts(survey: Survey) -> list[Part]:
    return list(survey.living(survey.items.values()))


def _says_something(part: Part) -> bool:
    texts = [part.name, part.ask] if isinstance(part, Question) else [part.name]
    if isinstance(part, Modality) and (part.amount or part.with_):
        return True
    return any(letter.isalnum() for text in texts for letter in text)


def _named_in(translations: Mapping[str, Mapping[str, Any]]) -> list[str]:
    return [language for language, fields in translations.items() if fields.get("name")]


RULES = (nameless, namesakes, long_names, doubt_denied, untranslated)
