"""What is known while a document is read: the chain so far, and all that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from valuegraph.errors import ValueGraphError
from valuegraph.io.documents.keys import field_of
from valuegraph.io.documents.unquoted import guess
from valuegraph.io.tree import Entry, Listing, Node, Scalar, Table
from valuegraph.io.tree_building import MAX_PROBLEMS
from valuegraph.io.yaml.quoting import quoted
from valuegraph.model.chain import ValueChain
from valuegraph.model.words import fold, key_code, word_code
from valuegraph.problems import Bilingual, Problem, Where

_MOST_SHOWN = 60
_MOST_ITEMS = 10

ACTUAL: Mapping[type, Bilingual] = {
    Scalar: Bilingual("un texte", "a text"),
    Listing: Bilingual("une liste", "a list"),
    Table: Bilingual("une table clé : valeur", "a key: value mapping"),
}
"""How each kind of node is called."""


class TooManyProblemsError(Exception):
    """So much is wrong that reading stops."""


@dataclass(frozen=True)
class Reading:
    """A document being read.

    Attributes:
        file: the name to tell, as the caller gave it.
        keys: the language of its keys: what is suggested is suggested in it.
        chain: the chain so far.
        problems: all that is wrong so far.
        stand_ins: what was typed as an id and cannot be one -> the id it has meanwhile, so
            that one mistake is told once.
        part_id: the id of the part that is being read.
    """

    file: str = ""
    keys: str = "en"
    chain: ValueChain = field(default_factory=ValueChain)
    problems: list[Problem] = field(default_factory=list)
    stand_ins: dict[str, str] = field(default_factory=dict)
    part_id: str = ""

    def within(self, part_id: str) -> Reading:
        """Return the same reading, inside a part."""
        return replace(self, part_id=part_id)

    def complain(self, code: str, at: Node, **values: object) -> None:
        """Note a problem at a node.

        Raises:
            TooManyProblemsError: there are more than anybody would read.
        """
        self.note(Problem(code, Where(id=self.part_id), values), at)

    def note(self, problem: Problem, at: Node) -> None:
        """Note a problem that is known already, at a node."""
        place = at.place
        where = Where(
            self.part_id or problem.where.id, self.file, place.line, place.column, place.sheet
        )
        if len(self.problems) >= MAX_PROBLEMS:
            self.problems.append(Problem("VG113", where, {"most": MAX_PROBLEMS}))
            raise TooManyProblemsError
        self.problems.append(Problem(problem.code, where, problem.values))

    def adopt(
        self,
        problems: Iterable[Problem],
        at: Node,
        fields: Mapping[str, Entry] | None = None,
        place: str = "",
    ) -> None:
        """Note what the model refused, each thing at the value of its key.

        Args:
            problems: what the model said.
            at: where that stands which has no key of its own.
            fields: key -> entry, as typed.
            place: where these keys stand.
        """
        entries = {field_of(place, key): entry for key, entry in (fields or {}).items()}
        for problem in problems:
            values = dict(problem.values)
            entry = entries.get(str(values.get("field", "")))
            if entry:
                values["field"] = entry.key.text
                values |= {"value": typed_text(entry.value)} if "value" in values else {}
            if problem.code == "VG222":
                values["words"] = list(self.chain.about.scales.get("strength", {})) or "—"
            told = Problem(problem.code, problem.where, values)
            self.note(told, entry.value if entry else at)

    def id_of(self, node: Node, kinds: Collection[str] | None = None) -> str | None:
        """Return the id that a reference means; what is wrong with it is noted.

        Args:
            node: an id or a name, as typed.
            kinds: the kinds of part allowed; any part or link if ``None``.
        """
        if not isinstance(node, Scalar):
            needed = Bilingual("un identifiant ou un nom", "an id or a name")
            self.wrong_shape(node, needed)
            return None
        if self.warn_of_guess(node, or_none=True):
            return None
        meant = node.text
        if meant not in self.chain:
            meant = self.stand_ins.get(meant, meant)
        try:
            return self.chain.id_of(meant, kinds=kinds)
        except ValueGraphError as error:
            for problem in error.problems:
                self.note(replace(problem, values={**problem.values, "ref": cut(node.text)}), node)
            return None

    def warn_of_guess(self, scalar: Scalar, *, or_none: bool = False) -> bool:
        """Tell, and note, whether other tools take an unquoted name or id for something else.

        Args:
            scalar: a name or an id.
            or_none: whether the word for none is possible there.
        """
        meant = None if scalar.quoted else guess(scalar.text)
        if meant is None:
            return False
        advice = Bilingual("", "")
        if or_none and scalar.text.casefold() in ("no", "off", "~"):
            advice = Bilingual(" — et pour dire qu’il n’y en a pas : aucun",
                               " — and to say that there is none: none")  # fmt: skip
        self.complain("VG205", scalar, shown=cut(scalar.text), meant=meant,
                      typed=quoted(scalar.text), advice=advice)  # fmt: skip
        return True

    def wrong_shape(self, node: Node, expected: Bilingual, advice: Bilingual | None = None) -> None:
        """Note that a list, a mapping or a text stands where something else is needed."""
        told = {"shown": typed_text(node), "actual": ACTUAL[type(node)], "expected": expected}
        self.complain("VG203", node, **told, advice=advice or Bilingual("", ""))


def is_nothing(node: Node) -> bool:
    """Tell whether nothing was typed (or ``null``, as other programs write it)."""
    return isinstance(node, Scalar) and not node.quoted and node.text in ("", "null")


def is_none(node: Node) -> bool:
    """Tell whether the word for none was typed, in either language."""
    return isinstance(node, Scalar) and word_code("whole", node.text) == "none"


def listed(node: Node) -> tuple[Node, ...]:
    """Return the items of a list, or a lone value as one item, without what is nothing."""
    items = node.items if isinstance(node, Listing) else (node,)
    return tuple(item for item in items if not is_nothing(item))


def flow_text(node: Node) -> str | None:
    """Return a list or a mapping of one entry as the text it may have been meant as."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        texts = [item.text for item in node.items if isinstance(item, Scalar)]
        return f"[{', '.join(texts)}]" if len(texts) == len(node.items) else None
    if len(node.entries) == 1 and isinstance(node.entries[0].value, Scalar):
        entry = node.entries[0]
        return f"{entry.key.text}: {node.entries[0].value.text}".rstrip()
    return None


def typed_text(node: Node, levels: int = 2) -> str:
    """Return what was typed, short enough for a message."""
    if isinstance(node, Scalar):
        return cut(node.text)
    if levels == 0:
        return "…"
    if isinstance(node, Listing):
        items = ", ".join(typed_text(item, levels - 1) for item in node.items[:_MOST_ITEMS])
        return cut(f"[{items}]")
    pairs = (
        f"{entry.key.text}: {typed_text(entry.value, levels - 1)}"
        for entry in node.entries[:_MOST_ITEMS]
    )
    return cut(f"{{{', '.join(pairs)}}}")


def cut(text: str) -> str:
    """Return a text short enough for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SHOWN else line[: _MOST_SHOWN - 1] + "…"


def language_of_keys(tree: Node) -> str:
    """Return ``fr`` if more keys are French than English, else ``en``."""
    french = english = 0
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Listing):
            waiting += node.items
        elif isinstance(node, Table):
            for entry in node:
                code = key_code(entry.key.text)
                if code and fold(code) == fold(entry.key.text):
                    english += code not in _THE_SAME
                elif code:
                    french += 1
                waiting.append(entry.value)
    return "fr" if french > english else "en"


_THE_SAME = frozenset(
    ("valuegraph", "description", "circuits", "circuit", "impacts", "extra", "codes", "type",
     "actions", "dimension", "id", "source", "date", "base", "questions", "observations")
)  # fmt: skip
"""Keys that are written alike, or nearly, in both languages."""
