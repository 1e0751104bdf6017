"""The parts of a document as they were typed, found in its sections and its evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegraph.io.documents.keys import EVALUATION_KINDS, PLACES, SECTION_KINDS
from valuegraph.io.documents.reading import Reading, cut, is_none, is_nothing
from valuegraph.io.documents.tables import Fields, fields_of
from valuegraph.io.documents.texts import is_by_language
from valuegraph.io.tree import Entry, Listing, Node, Scalar, Table
from valuegraph.io.yaml.quoting import quoted
from valuegraph.model.words import key_code
from valuegraph.problems import Bilingual

_KEY_INSIDE = {"question": "criteria", "criterion": "indicators"}


@dataclass(slots=True, eq=False)
class Draft:
    """A part as it was typed.

    Attributes:
        kind: its kind.
        at: where it begins: its id, or its name in a list.
        key: the id that was typed; ``None`` in a list of names.
        parent: the question or criterion in which it stands.
        fields: key -> entry.
        id: the id it has in the chain; empty until it is added.
    """

    kind: str
    at: Node
    key: Scalar | None = None
    parent: Draft | None = None
    fields: Fields = field(default_factory=dict)
    id: str = ""

    @property
    def shown(self) -> str:
        """The id as it was typed, or as it was made."""
        return self.key.text if self.key else self.id


def drafts_of(reading: Reading, chain: Fields, evaluation: Fields) -> list[Draft]:
    """Return every part that stands in the sections and the evaluation, kind by kind.

    Args:
        reading: the document.
        chain: key of the chain -> entry.
        evaluation: key of the evaluation -> entry.
    """
    drafts: list[Draft] = []
    for section, kind in SECTION_KINDS.items():
        if section in chain:
            drafts += section_drafts(reading, kind, chain[section])
    nested: list[Draft] = []
    for key, kind in EVALUATION_KINDS.items():
        listed = list(section_drafts(reading, kind, evaluation[key])) if key in evaluation else []
        drafts += nested + listed
        nested = [inner for draft in nested + listed for inner in _inside(reading, draft)]
    return drafts


def _inside(reading: Reading, draft: Draft) -> Iterator[Draft]:
    """Yield the criteria of a question, the indicators of a criterion."""
    key = _KEY_INSIDE.get(draft.kind, "")
    if key in draft.fields:
        kind = EVALUATION_KINDS[key]
        yield from section_drafts(reading.within(draft.shown), kind, draft.fields[key], draft)


def section_drafts(
    reading: Reading, kind: str, entry: Entry, parent: Draft | None = None
) -> Iterator[Draft]:
    """Yield the parts of a section: a mapping id -> part, or a list of names."""
    section = entry.value
    if kind == "margin" and _is_one_part(section):
        if not is_none(section):
            yield _filled(reading, Draft(kind, entry.key), section)
    elif isinstance(section, Listing):
        for item in section.items:
            if isinstance(item, Table) and not is_by_language(item):
                _refuse_in_list(reading, item)
            elif not is_nothing(item):
                yield _filled(reading, Draft(kind, item, parent=parent), item)
    elif isinstance(section, Table):
        for part in section:
            if not (kind == "activity" and key_code(part.key.text) == "sequence"):
                yield _filled(reading, Draft(kind, part.key, part.key, parent), part.value)
    else:
        expected = Bilingual("une liste de noms ou une table identifiant : élément",
                             "a list of names or an id: part mapping")  # fmt: skip
        advice = Bilingual(f"Par exemple [{quoted(cut(section.text))}].",
                           f"For instance [{quoted(cut(section.text))}].")  # fmt: skip
        reading.wrong_shape(section, expected, advice)


def _is_one_part(section: Node) -> bool:
    """Tell whether the margin is given as a lone part: its name, or a mapping with its name."""
    if isinstance(section, Scalar) or is_by_language(section):
        return True
    if not isinstance(section, Table):
        return False
    names = [entry.value for entry in section if key_code(entry.key.text) == "name"]
    known = all(key_code(entry.key.text) in PLACES["margin"] for entry in section)
    return known and any(isinstance(name, Scalar) or is_by_language(name) for name in names)


def _refuse_in_list(reading: Reading, item: Table) -> None:
    expected = Bilingual("un nom", "a name")
    advice = Bilingual(
        "Une liste ne contient que des noms : pour dire plus, écrivez « identifiant: » sans "
        "tiret, puis les clés, décalées ; si c’est un nom, mettez-le entre guillemets.",
        "A list holds names only: to say more, write “id:” without a dash, then the keys, "
        "indented; if it is a name, put it in quotes.",
    )
    reading.wrong_shape(item, expected, advice)


def _filled(reading: Reading, draft: Draft, part: Node) -> Draft:
    """Fill a draft; a lone text is the name (of a question, what it asks)."""
    if isinstance(part, Table) and not is_by_language(part):
        keys = tuple(key for key in PLACES[draft.kind] if not (draft.parent and key == "of"))
        draft.fields = fields_of(reading.within(draft.shown), part, draft.kind, keys)
    elif not is_nothing(part):
        at = draft.at
        typed = at if isinstance(at, Scalar) else Scalar("", at.place, quoted=True)
        draft.fields = {"ask" if draft.kind == "question" else "name": Entry(typed, part)}
    return draft
