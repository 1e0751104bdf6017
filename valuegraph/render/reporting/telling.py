"""What every section of a report is told with: the chain, the language, and the sources so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import Indicator, Observation, Rating
from valuegraph.model.link import LINK_KINDS, Link
from valuegraph.model.part import Part
from valuegraph.model.quantity import Quantity
from valuegraph.problems import Problem
from valuegraph.render.reporting.document import Paragraph, Told
from valuegraph.render.reporting.masking import masked
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.words_report import say

_OVER = "9999-12-31"
"""What ends a year or a month that is written short: its last day."""


@dataclass
class Telling:
    """A report while it is written.

    Attributes:
        chain: what it is about.
        options: the language and the look of its pictures.
        on: the day after which nothing is told; empty for all that is known.
        masked_below: the fewest people of whom a value is told; 0 for any.
        sources: the sources that were named so far, in the order of their numbers.
    """

    chain: ValueChain
    options: ViewOptions
    on: str = ""
    masked_below: int = 0
    sources: list[str] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self.options.language

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """What was observed up to that day, with the values of few people hidden."""
        known = tuple(each for each in self.chain.observations if self._known(each.date))
        if not self.masked_below:
            return known
        return masked(known, self.chain.indicators, self.masked_below, self.language)

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """What was judged up to that day."""
        return tuple(each for each in self.chain.ratings if self._known(each.date))

    def seen(self, indicator: Indicator) -> tuple[Observation, ...]:
        """Return what was observed of an indicator up to that day."""
        return tuple(each for each in self.observations if each.indicator == indicator.id)

    def _known(self, date: str) -> bool:
        """Tell whether a year, a month or a day was over."""
        return not self.on or f"{date}{_OVER[len(date) :]}" <= f"{self.on}{_OVER[len(self.on) :]}"

    def say(self, what: str, /, **values: object) -> str:
        """Return one of the texts of reports."""
        return say(what, self.language, **values)

    def source(self, text: str) -> tuple[int, ...]:
        """Return the number of a source, which gets one when it is first named; none for none."""
        line = " ".join(text.split())
        if not line:
            return ()
        if line not in self.sources:
            self.sources.append(line)
        return (self.sources.index(line) + 1,)

    def sources_of(self, observation: Observation, indicator: Indicator) -> tuple[int, ...]:
        """Return the source of an observation, or that of its indicator."""
        if observation.source.strip():
            return self.source(observation.source)
        text = indicator.text("source", self.language) or indicator.text("method", self.language)
        if not text.strip():
            return ()
        return self.source(
            self.say("indicator source", name=indicator.label(self.language), text=text)
        )

    def name(self, item: str | Part | Link) -> str:
        """Return how a part is called, or a link in words."""
        found = self.chain.find(item) if isinstance(item, str) else item
        if isinstance(found, Link):
            verb = LINK_KINDS[found.kind].verb.text(self.language)
            return f"{self._end(found.start)} {verb} {self._end(found.end)}"
        return found.label(self.language)

    def names(self, ids: Iterable[str]) -> str:
        """Return the names of parts and links that exist, one after the other."""
        known = dict.fromkeys(each for each in ids if each in self.chain)
        return ", ".join(self.name(each) for each in known)

    def who(self, text: str) -> str:
        """Return the name of an actor that is told by its id, any other text as it is."""
        return self.name(text) if text in self.chain else text

    def route(self, parts: Iterable[str]) -> str:
        """Return a route as the names of its parts, joined by arrows."""
        return " → ".join(self.name(part) for part in parts if part in self.chain)

    def value(self, value: Quantity | str | None) -> str:
        """Return a value as people read it; what is missing is unknown."""
        if value is None or value == "":
            return self.say("unknown")
        return value.to_text(self.language) if isinstance(value, Quantity) else value

    def notes(self, problems: Iterable[Problem]) -> list[Paragraph]:
        """Return what an answer left out or supposed, as notes."""
        return [
            Paragraph(Told(_sentence(problem.message(self.language))), "note")
            for problem in problems
        ]

    def _end(self, part: str) -> str:
        if part in self.chain:
            return self.name(part)
        return self.chain.about.label(self.language)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
