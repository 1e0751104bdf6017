"""Random chains for property tests, built through the public ways of a chain.

``chains()`` gives chains of every kind: drafts and full ones, loops, parallel links, holes in
the numbering of links and cells, names that look like numbers, labels in several scripts,
translations, evaluation. Its sizes are parameters; texts can be given too.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from evaluation_strategies import add_evaluation
from hypothesis import strategies as st
from value_strategies import (
    Draw,
    amounts,
    evidence,
    ids,
    names,
    plain_data,
    some,
    translations,
    whole_texts,
    word,
)

from valuegraph.errors import ValueGraphError
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import LINK_KINDS, Link
from valuegraph.model.part import Part
from valuegraph.model.words import VOCABULARY

Size = tuple[int, int]


class Maker:
    """Adds random parts to a chain; what the chain refuses is left out."""

    def __init__(
        self,
        draw: Draw,
        chain: ValueChain,
        texts: st.SearchStrategy[str],
        labels: st.SearchStrategy[str],
    ) -> None:
        self.draw, self.chain, self.texts, self.labels = draw, chain, texts, labels
        self.common: dict[str, st.SearchStrategy[Any]] = {
            "description": texts,
            "status": word("status"),
            "story": word("story"),
            "group": texts,
            "codes": st.lists(texts, max_size=2),
            "evidence": evidence(texts),
            "extra": st.dictionaries(names, plain_data, max_size=2),
            "translations": translations(texts, ("name", "description", "group")),
        }

    def add(self, kind: str, own: dict[str, st.SearchStrategy[Any]], **given: Any) -> None:
        """Add a part of a kind, with an id that may be refused: then with one made for it."""
        values = {**some(self.draw, {**self.common, **own}), **given}
        if kind == "question":
            values.setdefault("ask", self.draw(self.texts))
        elif self.draw(st.integers(0, 9)):
            values["name"] = self.draw(self.labels)
        adder = getattr(self.chain, f"add_{kind}")
        with suppress(ValueGraphError):
            adder(**values, id=self.draw(ids))
            return
        adder(**values)

    def ids_of(self, parts: Sequence[Part | Link], most: int = 3) -> list[str]:
        """Draw ids of some of these parts."""
        if not parts:
            return []
        pool = st.sampled_from([part.id for part in parts])
        return list(self.draw(st.lists(pool, max_size=most)))

    def items(self, parts: Sequence[Part]) -> list[Any]:
        """Draw references to some of these parts, a few with what their link says."""
        return [
            {"part": part, **self.link_fields()} if self.draw(st.booleans()) else part
            for part in self.ids_of(parts)
        ]

    def circuit(self) -> str:
        """Draw a circuit of the method or of the chain."""
        own = [circuit.id for circuit in self.chain.listed_circuits]
        return str(self.draw(st.sampled_from([*VOCABULARY["circuit"], *own])))

    def link_fields(self) -> dict[str, Any]:
        """Draw some of what a link may say."""
        share = st.floats(0, 1, exclude_min=True)
        fields = {
            "label": self.texts,
            "why": self.texts,
            "sign": word("sign"),
            "strength": st.one_of(
                share,
                st.sampled_from(["faible", "fort"]),
                st.lists(share, min_size=3, max_size=3).map(
                    lambda three: dict(zip(("low", "likely", "high"), sorted(three), strict=True))
                ),
            ),
            "amount": amounts(),
            "status": word("status"),
            "confidence": word("confidence"),
            "evidence": evidence(self.texts),
            "assumptions": st.lists(self.texts, max_size=2),
            "delay": self.texts,
            "period": self.texts,
            "essential": st.booleans(),
            "extra": st.dictionaries(names, plain_data, max_size=1),
            "translations": translations(self.texts, ("label", "why", "delay"), ("assumptions",)),
        }
        told = some(self.draw, fields)
        if self.draw(st.integers(0, 4)) == 0:
            told["circuit"] = self.circuit()
        return told

    def cell(self) -> Any:
        """Draw what stands in one cell: a text, a mapping, a list of these, or none."""
        if self.draw(st.integers(0, 4)) == 0:
            return "none"
        return [self.modality() for _ in range(self.draw(st.integers(1, 2)))]

    def modality(self, way: str = "") -> dict[str, Any]:
        """Draw one modality."""
        fields = {
            **self.common,
            "amount": amounts(),
            "in_return": st.fixed_dictionaries({}, optional={
                "what": self.texts, "amount": amounts(), "circuit": st.just(self.circuit()),
            }),
        }  # fmt: skip
        told = {"name": self.draw(self.labels), **some(self.draw, fields)}
        if self.chain.actors and self.draw(st.booleans()):
            told["with_"] = self.draw(st.sampled_from(self.chain.actors)).id
        if way == "receives":
            told["resources"] = self.ids_of(self.chain.resources, 2)
        elif way == "gives":
            told["to"] = self.ids_of((*self.chain.impacts, *self.chain.margin), 2)
        return told

    def links(self, count: int) -> None:
        """Add links of any kind between parts that it may join."""
        by_kind: dict[str, list[str]] = {"chain": ["chain"]}
        for part in self.chain.parts():
            by_kind.setdefault(part.kind, []).append(part.id)
        for _ in range(count):
            kind = LINK_KINDS[self.draw(st.sampled_from(sorted(LINK_KINDS)))]
            starts = [part for of in sorted(kind.starts) for part in by_kind.get(of, [])]
            ends = [part for of in sorted(kind.ends) for part in by_kind.get(of, [])]
            if starts and ends:
                start, end = (self.draw(st.sampled_from(side)) for side in (starts, ends))
                given = {"id": self.draw(ids)} if self.draw(st.integers(0, 4)) == 0 else {}
                try:
                    self.chain.link(start, kind.code, end, **self.link_fields(), **given)
                except ValueGraphError:
                    self.chain.link(start, kind.code, end)

    def make_holes(self) -> None:
        """Take some links and cells away, so that the numbers of others have holes."""
        removable = [*self.chain.links, *self.chain.modalities]
        for item in self.ids_of(removable, 2):
            if item in self.chain:
                self.chain.remove(item, cascade=True)


@st.composite
def chains(
    draw: Draw,
    *,
    actors: Size = (0, 3),
    resources: Size = (0, 3),
    circuits: Size = (0, 2),
    support: Size = (0, 2),
    activities: Size = (0, 4),
    outputs: Size = (0, 1),
    impacts: Size = (0, 3),
    margin: Size = (0, 1),
    links: Size = (0, 4),
    evaluation: bool = True,
    texts: st.SearchStrategy[str] | None = None,
) -> ValueChain:
    """Draw a chain; each size is the least and the most there can be of a kind of part.

    Args:
        draw: given by hypothesis.
        actors, resources, circuits, support, activities, outputs, impacts, margin: how many
            parts of each kind; ``circuits`` are the listed ones.
        links: how many links beyond those of short forms and cells.
        evaluation: whether there may be an evaluation framework.
        texts: the texts to use; any text in any script by default.
    """
    words = whole_texts() if texts is None else texts
    labels = st.one_of(words, names) if texts is None else texts
    chain = ValueChain(
        draw(words),
        language=draw(st.sampled_from(["fr", "en", "de"])),
        scales={"strength": {"faible": 0.2, "fort": 0.8}},
        **some(draw, _about(words)),
    )
    maker = Maker(draw, chain, words, labels)

    def times(size: Size) -> range:
        return range(draw(st.integers(*size)))

    for _ in times(actors):
        own = {"type": word("actor_type"), "roles": st.lists(words, max_size=2)}
        maker.add("actor", own)
    for _ in times(resources):
        own = {"type": st.one_of(word("resource_type"), words), "ownership": word("ownership"),
               "state": word("state"), "amount": amounts()}  # fmt: skip
        maker.add("resource", own, by=maker.items(chain.actors))
    for _ in times(circuits):
        with suppress(ValueGraphError):  # two may be called like the same one of the method
            maker.add("circuit", {})
    for _ in times(activities):
        _add_activity(maker)
    for _ in times(support):
        own = {"type": word("support_type"), "level": word("level"),
               "actions": st.lists(words, max_size=3)}  # fmt: skip
        supports = draw(st.sampled_from(["all", "none", "some", "texts"]))
        given: Any = maker.items(chain.activities) if supports == "some" else supports
        if supports == "texts":
            named = (part for part in maker.ids_of(chain.activities) if part != "part")
            given = {part: draw(words) for part in named}
        maker.add("support", own, by=maker.items(chain.actors), supports=given)
    for _ in times(outputs):
        maker.add("output", {"amount": amounts()}, of=maker.items(chain.activities))
    for _ in times(impacts):
        _add_impact(maker)
    for _ in times(margin):
        maker.add("margin", {}, of=maker.items(chain.activities))
    for activity in chain.activities:
        for way in draw(st.lists(st.sampled_from(["receives", "gives"]), max_size=2)):
            fields = maker.modality(way)
            chain.add_modality(activity, circuit=maker.circuit(), way=way, **fields)
    maker.links(draw(st.integers(*links)))
    if evaluation:
        add_evaluation(maker)
    maker.make_holes()
    return chain


def _about(texts: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Any]]:
    rates = st.just([{"unit": "Tic-Tac", "equals": "1 EUR", "date": "2018-01-01"}])
    return {
        "description": texts,
        "territory": texts,
        "level": word("level"),
        "period": texts,
        "part_of": texts,
        "rates": rates,
        "base": texts,
        "extra": st.dictionaries(names, plain_data, max_size=2),
        "translations": translations(texts, ("name", "description", "territory", "period")),
    }


def _add_activity(maker: Maker) -> None:
    chain = maker.chain
    cells = {
        way: {maker.circuit(): maker.cell() for _ in range(maker.draw(st.integers(0, 2)))}
        for way in ("receives", "gives")
    }
    maker.add("activity", {}, by=maker.items(chain.actors), after=maker.items(chain.activities),
              uses=maker.items(chain.resources), **cells)  # fmt: skip


def _add_impact(maker: Maker) -> None:
    chain = maker.chain
    own = {"dimension": word("dimension"), "sign": word("sign")}
    contributors = (*chain.activities, *chain.support, *chain.outputs, *chain.impacts)
    maker.add("impact", own, of=maker.items(contributors), benefits=maker.items(chain.actors),
              costs=maker.items(chain.actors), renews=maker.items(chain.resources),
              depletes=maker.items(chain.resources),
              reinforces=maker.items((*chain.activities, *chain.support)))  # fmt: skip
