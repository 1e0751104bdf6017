"""Random chains for property tests, built through the public ways of a chain.

``chains()`` gives chains of every kind: drafts and full ones, loops, parallel links, holes in
the numbering of links and cells, names that look like numbers, labels in several scripts,
translations, evaluation. Its sizes are parameters; texts can be given too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st
from text_strategies import any_text

from valuegraph.errors import ValueGraphError
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import LINK_KINDS
from valuegraph.model.part import Part
from valuegraph.model.words import VOCABULARY

Size = tuple[int, int]
Draw = Callable[[st.SearchStrategy[Any]], Any]

_NAMES = (
    "Collecte", "collecte", "Transformation des produits", "R&D territoriale", "2018", "1-2", "no",
    "null", "~", "true", "Échange en monnaie locale ?", "Vraiment ?  ", "Aucun", "none", "Tout",
    " don ", "a: b", "a #b", "[a, b]", "{a}", "& co", "* ?", "- tiret", "« guillemets »", "'", '"',
    "\\", "Cohésion\nsociale", "chaîne", "chain", "rd", "Économie sociale 社会经济 اقتصاد اجتماعي",
    "Donaudampfschifffahrtsgesellschaft " * 4, "اقتصاد " * 40,
)  # fmt: skip
_IDS = (
    "a", "b", "c", "rd", "2018", "1-2", "no", "null", "true", "on", "1e3", "0x1F", "name", "fr",
    "de", "id", "part", "element", "to", "by", "of", "é", "É", "社会", "x-feeds-y", "a-feeds-b",
    "a-feeds-b-2", "y", "-" * 0 + "n", "don", "acteurs", "z" * 100,
)  # fmt: skip
_UNITS = ("", "kg", "€", "heures", "Tic-Tac", "personnes", "m²", "t CO2", "100 km", "% de 3")
_DATES = ("2017", "2018-12", "2018-12-31", "2020-02-29")


def whole_texts(texts: st.SearchStrategy[str] = any_text) -> st.SearchStrategy[str]:
    """Return texts that a file can hold: without halves of characters."""
    return texts.map(lambda text: text.encode("utf-8", "ignore").decode("utf-8"))


names = st.one_of(st.sampled_from(_NAMES), whole_texts())
ids = st.one_of(st.none(), st.none(), st.sampled_from(_IDS), st.from_regex(r"\A\w[\w-]{0,6}\Z"))
numbers = st.one_of(
    st.integers(-(10**9), 10**9),
    st.decimals(-(10**9), 10**9, places=3),
    st.floats(-1e20, 1e20).filter(lambda number: number == 0 or abs(number) > 1e-200),
)
plain_data = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False,
        max_value=1e200, min_value=-1e200), names,
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=3)
    ),
    max_leaves=6,
)  # fmt: skip


def amounts(units: Sequence[str] = _UNITS) -> st.SearchStrategy[dict[str, Any]]:
    """Return amounts as mappings of a number and a unit."""
    return st.fixed_dictionaries({"amount": numbers, "unit": st.sampled_from(units)})


def _word(vocabulary: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(VOCABULARY[vocabulary]))


def _evidence(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    fields = dict.fromkeys(("source", "quote", "who"), texts)
    one = st.fixed_dictionaries({}, optional={**fields, "date": st.sampled_from(_DATES)})
    return st.lists(one, max_size=2)


def _some(draw: Draw, fields: dict[str, st.SearchStrategy[Any]]) -> dict[str, Any]:
    """Draw values for a few of the fields."""
    chosen = draw(st.lists(st.sampled_from(sorted(fields)), unique=True, max_size=3))
    return {name: draw(fields[name]) for name in chosen}


def _translations(
    texts: st.SearchStrategy[str], single: Sequence[str], several: Sequence[str] = ()
) -> st.SearchStrategy[dict[str, Any]]:
    told = dict.fromkeys(single, texts)
    lists = {name: st.lists(texts, max_size=2) for name in several}
    fields: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({}, optional=told | lists)
    return st.dictionaries(st.sampled_from(["en", "fr", "de", "pt-BR", "frp", "no"]), fields,
                           max_size=2)  # fmt: skip


class _Maker:
    """Adds random parts to a chain; what the chain refuses is left out."""

    def __init__(self, draw: Draw, texts: st.SearchStrategy[str], chain: ValueChain) -> None:
        self.draw, self.texts, self.chain = draw, texts, chain
        self.common: dict[str, st.SearchStrategy[Any]] = {
            "description": texts,
            "status": _word("status"),
            "story": _word("story"),
            "group": texts,
            "codes": st.lists(texts, max_size=2),
            "evidence": _evidence(texts),
            "extra": st.dictionaries(names, plain_data, max_size=2),
            "translations": _translations(texts, ("name", "description", "group")),
        }

    def add(self, kind: str, own: dict[str, st.SearchStrategy[Any]], **given: Any) -> None:
        """Add a part of a kind, with an id that may be refused: then with one made for it."""
        values = {**_some(self.draw, {**self.common, **own}), **given}
        if kind == "question":
            values.setdefault("ask", self.draw(self.texts))
        elif self.draw(st.integers(0, 9)):
            values["name"] = self.draw(st.one_of(self.texts, names))
        adder = getattr(self.chain, f"add_{kind}")
        with suppress(ValueGraphError):
            adder(**values, id=self.draw(ids))
            return
        adder(**values)

    def some(self, parts: Sequence[Part], most: int = 3) -> list[str]:
        """Draw ids of some of these parts."""
        if not parts:
            return []
        pool = st.sampled_from([part.id for part in parts])
        return list(self.draw(st.lists(pool, max_size=most)))

    def items(self, parts: Sequence[Part]) -> list[Any]:
        """Draw references to some of these parts, a few with what their link says."""
        return [
            {"part": part, **self.link_fields()} if self.draw(st.booleans()) else part
            for part in self.some(parts)
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
            "sign": _word("sign"),
            "strength": st.one_of(
                share,
                st.sampled_from(["faible", "fort"]),
                st.lists(share, min_size=3, max_size=3).map(
                    lambda three: dict(zip(("low", "likely", "high"), sorted(three), strict=True))
                ),
            ),
            "amount": amounts(),
            "status": _word("status"),
            "confidence": _word("confidence"),
            "evidence": _evidence(self.texts),
            "assumptions": st.lists(self.texts, max_size=2),
            "delay": self.texts,
            "period": self.texts,
            "essential": st.booleans(),
            "extra": st.dictionaries(names, plain_data, max_size=1),
            "translations": _translations(self.texts, ("label", "why", "delay"), ("assumptions",)),
        }
        told = _some(self.draw, fields)
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
        told = {"name": self.draw(names), **_some(self.draw, fields)}
        if self.chain.actors and self.draw(st.booleans()):
            told["with_"] = self.draw(st.sampled_from(self.chain.actors)).id
        if way == "receives":
            told["resources"] = self.some(self.chain.resources, 2)
        elif way == "gives":
            told["to"] = self.some((*self.chain.impacts, *self.chain.margin), 2)
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

    def evaluation(self) -> None:
        """Add questions, criteria, indicators and observations, in any order of parents."""
        chain, draw = self.chain, self.draw
        anything = [*chain.parts(), *chain.links]
        for _ in range(draw(st.integers(0, 2))):
            own = {"translations": _translations(self.texts, ("name", "ask"))}
            self.add("question", own, about=self.some(anything))  # type: ignore[arg-type]
        for _ in range(draw(st.integers(0, 3))):
            self.add("criterion", {"by": self.texts}, question=self._parent(chain.questions))
        for _ in range(draw(st.integers(0, 3))):
            unit = draw(st.sampled_from(_UNITS))
            values = st.one_of(numbers, amounts([unit, ""]), self.texts)
            dated = st.dictionaries(st.sampled_from(_DATES), values, max_size=2)
            own = {
                "indicator_kind": _word("indicator_kind"),
                "direction": _word("direction"),
                "source": self.texts,
                "method": self.texts,
                "every": st.one_of(_word("rhythm"), self.texts),
                "by": self.texts,
            }
            given = {"unit": unit, "baseline": dated, "target": dated}
            told = {
                name: draw(value) if name != "unit" else value
                for name, value in given.items()
                if draw(st.booleans())
            }
            told["criterion"] = self._parent(chain.criteria)
            told["measures"] = self.some(anything, 2)  # type: ignore[arg-type]
            with suppress(ValueGraphError):
                self.add("indicator", own, **told)
        for indicator in chain.indicators:
            for _ in range(draw(st.integers(0, 2))):
                value = draw(st.one_of(numbers, amounts([indicator.unit]), self.texts))
                fields = {"source": self.texts, "viewpoint": self.texts, "quote": self.texts,
                          "extra": st.dictionaries(names, plain_data, max_size=1)}  # fmt: skip
                with suppress(ValueGraphError):  # words may read as an amount of another unit
                    chain.add_observation(indicator, date=draw(st.sampled_from(_DATES)),
                                          value=value, **_some(draw, fields))  # fmt: skip

    def _parent(self, parts: Sequence[Part]) -> str:
        return self.draw(st.sampled_from(["", *(part.id for part in parts)])) if parts else ""

    def make_holes(self) -> None:
        """Take some links and cells away, so that the numbers of others have holes."""
        removable = [*self.chain.links, *self.chain.modalities]
        for item in self.some(removable, 2):  # type: ignore[arg-type]
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
    chain = ValueChain(
        draw(words),
        language=draw(st.sampled_from(["fr", "en", "de"])),
        scales={"strength": {"faible": 0.2, "fort": 0.8}},
        **_some(draw, _about(words)),
    )
    maker = _Maker(draw, words, chain)

    def times(size: Size) -> range:
        return range(draw(st.integers(*size)))

    for _ in times(actors):
        own = {"type": _word("actor_type"), "roles": st.lists(words, max_size=2)}
        maker.add("actor", own)
    for _ in times(resources):
        own = {"type": st.one_of(_word("resource_type"), words), "ownership": _word("ownership"),
               "state": _word("state"), "amount": amounts()}  # fmt: skip
        maker.add("resource", own, by=maker.items(chain.actors))
    for _ in times(circuits):
        with suppress(ValueGraphError):  # two may be called like the same one of the method
            maker.add("circuit", {})
    for _ in times(activities):
        _add_activity(maker)
    for _ in times(support):
        own = {"type": _word("support_type"), "level": _word("level"),
               "actions": st.lists(words, max_size=3)}  # fmt: skip
        supports = draw(st.sampled_from(["all", "none", "some", "texts"]))
        given: Any = maker.items(chain.activities) if supports == "some" else supports
        if supports == "texts":
            named = (part for part in maker.some(chain.activities) if part != "part")
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
        maker.evaluation()
    maker.make_holes()
    return chain


def _about(texts: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Any]]:
    rates = st.just([{"unit": "Tic-Tac", "equals": "1 EUR", "date": "2018-01-01"}])
    return {
        "description": texts,
        "territory": texts,
        "level": _word("level"),
        "period": texts,
        "part_of": texts,
        "rates": rates,
        "base": texts,
        "extra": st.dictionaries(names, plain_data, max_size=2),
        "translations": _translations(texts, ("name", "description", "territory", "period")),
    }


def _add_activity(maker: _Maker) -> None:
    chain = maker.chain
    cells = {
        way: {maker.circuit(): maker.cell() for _ in range(maker.draw(st.integers(0, 2)))}
        for way in ("receives", "gives")
    }
    maker.add("activity", {}, by=maker.items(chain.actors), after=maker.items(chain.activities),
              uses=maker.items(chain.resources), **cells)  # fmt: skip


def _add_impact(maker: _Maker) -> None:
    chain = maker.chain
    own = {"dimension": _word("dimension"), "sign": _word("sign")}
    contributors = (*chain.activities, *chain.support, *chain.outputs, *chain.impacts)
    maker.add("impact", own, of=maker.items(contributors), benefits=maker.items(chain.actors),
              costs=maker.items(chain.actors), renews=maker.items(chain.resources),
              depletes=maker.items(chain.resources),
              reinforces=maker.items((*chain.activities, *chain.support)))  # fmt: skip
