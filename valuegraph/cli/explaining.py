"""The command ``explain-impact``: one impact, told so that it can be read aloud."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

import click

import valuegraph as vg
from valuegraph.analysis.telling.figures import listed, percent
from valuegraph.cli.paragraphs import Paragraph, known_words, limits_of, print_paragraphs
from valuegraph.cli.spoken import WrongUse
from valuegraph.cli.streams import read_chain, tell
from valuegraph.cli.words import say

if TYPE_CHECKING:
    from valuegraph.analysis.loss import Loss
    from valuegraph.analysis.result import Result

    _Told = TypeVar("_Told", vg.SupportActivity, vg.Actor, vg.Link)

FINE = 0


def explain_impact(*, spoken: str, file: str, impact: str, language: str | None) -> int:
    """Say where an impact comes from, what accompanies it, and what it hangs on."""
    chain, notes = read_chain(file, spoken)
    told = Explanation(chain, _impact_of(chain, impact, spoken), spoken)
    print_paragraphs(told.paragraphs())
    tell(notes, spoken)
    return FINE


def _impact_of(chain: vg.ValueChain, reference: str, spoken: str) -> str:
    """Return the id of the impact that is meant.

    Raises:
        UnknownPartError: nothing has that id or name.
        WrongUse: it is no impact.
    """
    part = chain.find(reference)
    if isinstance(part, vg.Impact | vg.Margin):
        return part.id
    ids = [known.id for known in chain.parts() if isinstance(known, vg.Impact | vg.Margin)]
    impacts = ", ".join(ids) or say("no impact", spoken)
    raise WrongUse(
        say("not an impact", spoken, name=reference, impacts=impacts), click.get_current_context()
    )


class Explanation:
    """What can be said of one impact of a chain, in one language."""

    def __init__(self, chain: vg.ValueChain, impact: str, spoken: str) -> None:
        self.chain = chain
        self.network = vg.network(chain)
        self.impact = impact
        self.spoken = spoken
        self.name = self._names([impact])
        self.shares = vg.shares(self.network, of=impact)
        self.answers: list[Result] = [self.shares]

    def paragraphs(self) -> list[Paragraph]:
        """Return every paragraph, what was supposed or left out last."""
        if not self.shares.keys() or not self.shares[self.impact]:
            nothing = say("nothing leads", self.spoken, impact=self.name)
            return [
                Paragraph(say("origins title", self.spoken), [nothing]),
                Paragraph(say("cycle title", self.spoken), self._returns()),
                limits_of(self.answers, self.spoken),
            ]
        told = [
            Paragraph(say("origins title", self.spoken), self._origins()),
            Paragraph(say("supports title", self.spoken), self._supports()),
            Paragraph(say("circuits title", self.spoken), self._circuits()),
            Paragraph(say("actors title", self.spoken), self._departures()),
            Paragraph(say("cycle title", self.spoken), self._returns()),
            Paragraph(say("solidity title", self.spoken), self._solidity()),
        ]
        return [*told, limits_of(self.answers, self.spoken)]

    def _origins(self) -> list[str]:
        by_actor = vg.shares(self.network, of=self.impact, by="actors")
        self.answers.append(by_actor)
        first, behind = (
            answer.sentences(self.spoken)[: len(answer)] for answer in (self.shares, by_actor)
        )
        return [*first, *behind, self.shares.caption.text(self.spoken)]

    def _supports(self) -> list[str]:
        accompanied = self.shares.accompanied[self.impact]
        told = []
        for support in self._kept(self.chain.support):
            share = accompanied.get(support.id, 0.0)
            names = self._names([support.id])
            if share:
                told.append(say(
                    "accompanies", self.spoken, support=names, served=self._served(support.id),
                    share=percent(share, self.spoken), impact=self.name,
                ))  # fmt: skip
            else:
                told.append(say(
                    "accompanies nothing", self.spoken, support=names, impact=self.name
                ))  # fmt: skip
            gone = vg.loss(self.network, without=support, of=self.impact)
            stopped = [part for part in gone.stopped if part not in gone.taken]
            if share or stopped:
                key = "support stops" if stopped else "support stops nothing"
                told.append(say(key, self.spoken, parts=self._names(stopped)))
        return told or [say("no support", self.spoken)]

    def _served(self, support: str) -> str:
        links = self._kept(self.chain.outgoing(support, "supports"))
        served = [self._named(end) for end in dict.fromkeys(link.end for link in links)]
        whole = say("the whole chain", self.spoken)
        return whole if whole in served else listed(served, self.spoken)

    def _circuits(self) -> list[str]:
        answer = vg.mix(self.network, of=self.impact)
        self.answers.append(answer)
        return answer.sentences(self.spoken)[: len(answer.entry)]

    def _departures(self) -> list[str]:
        actors = self._kept(self.chain.actors)
        if not actors:
            return [say("no actor", self.spoken)]
        cuts, touches = [], []
        for actor in actors:
            gone = vg.loss(self.network, without=actor, of=self.impact)
            name = self._names([actor.id])
            if self.impact in (*gone.unreachable, *gone.stopped):
                cuts.append(say("departure cuts", self.spoken, actor=name, impact=self.name))
            elif effects := self._effects(gone, actor.id):
                told = "; ".join(effects) if self.spoken == "en" else "\u00a0; ".join(effects)
                touches.append(say("departure touches", self.spoken, actor=name, effects=told))
        none = say("departure cuts none", self.spoken, impact=self.name)
        return [*(cuts or [none]), *touches]

    def _effects(self, gone: Loss, actor: str) -> list[str]:
        """Return what a departure touches on the way to the impact; nothing if it is not there."""
        one = gone[self.impact]
        told = []
        for key, share in (("passes", one.through), ("is accompanied", one.accompanied)):
            if share:
                told.append(say(key, self.spoken, share=percent(share, self.spoken)))
        stopped = [part for part in gone.stopped if part not in gone.taken]
        taken = [part for part in gone.taken if part != actor]
        for key, parts in (
            ("nobody provides", taken), ("stops", stopped), ("others provide", gone.weakened),
        ):  # fmt: skip
            if told and parts:
                told.append(say(key, self.spoken, parts=self._names(parts)))
        return told

    def _returns(self) -> list[str]:
        told = []
        for kind, key in (
            ("regenerates", "renews"), ("depletes", "depletes"), ("reinforces", "reinforces"),
        ):  # fmt: skip
            links = self._kept(self.chain.outgoing(self.impact, kind))
            if links:
                parts = self._names(dict.fromkeys(link.end for link in links))
                told.append(say(key, self.spoken, impact=self.name, parts=parts))
        if not told:
            return [say("renews nothing", self.spoken, impact=self.name)]
        found = vg.cycles(self.network)
        self.answers.append(found)
        loops = [loop for loop in found.regeneration if self.impact in loop.parts]
        shortest = [say("loop", self.spoken, loop=loop.to_text(self.spoken)) for loop in loops[:1]]
        return [*told, *shortest]

    def _solidity(self) -> list[str]:
        answer = vg.solidity(self.network, end=self.impact)
        self.answers.append(answer)
        told = answer.sentences(self.spoken)
        for standing in answer:
            if not standing.weakest_link:
                continue
            link = self.network.source.find(self.chain.find(standing.weakest_link)).code
            known = known_words(standing.weakest_status, standing.weakest_confidence, self.spoken)
            sources = say("sources of evidence", self.spoken, count=standing.weakest_sources)
            told.append(say(
                "weakest", self.spoken, link=self.network.sentence(link).text(self.spoken),
                known=", ".join([*known, sources]),
            ))  # fmt: skip
        return told

    def _names(self, parts: Iterable[str]) -> str:
        return listed([self._named(part) for part in parts], self.spoken)

    def _named(self, part: str) -> str:
        from valuegraph.model.ids import WHOLE_CHAIN

        if part == WHOLE_CHAIN:
            return say("the whole chain", self.spoken)
        code = self.network.source.find(part).code
        return self.network.name(code).text(self.spoken)

    @staticmethod
    def _kept(items: Iterable[_Told]) -> list[_Told]:
        """Return parts or links without the refuted ones, which no answer counts."""
        return [item for item in items if item.status != "refuted"]
