"""The links of a document: the short forms of parts, and the list of all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from valuegraph.errors import ValueGraphError
from valuegraph.io.documents.drafts import Draft
from valuegraph.io.documents.keys import PLACES
from valuegraph.io.documents.reading import Reading, is_none, is_nothing, listed, typed_text
from valuegraph.io.documents.tables import Fields, fields_of, require
from valuegraph.io.documents.texts import is_by_language
from valuegraph.io.documents.unquoted import guess
from valuegraph.io.documents.values import truth_of, values_of
from valuegraph.io.tree import Entry, Listing, Node, Scalar, Table
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, SHORT_FORMS, Link
from valuegraph.model.part import Sign
from valuegraph.model.validation import build, words_text
from valuegraph.model.words import key_code, key_word, word_code
from valuegraph.problems import Bilingual

Said = tuple[str, str, str, bool]
"""The start, kind and end of a link, and whether it hinders."""


def add_short_forms(
    reading: Reading, drafts: list[Draft], activities: Entry | None
) -> dict[Said, str]:
    """Add the links that the keys of parts say.

    Args:
        reading: the document, its parts added.
        drafts: the parts.
        activities: the section of the activities, which may say ``sequence``.

    Returns:
        What each link says -> the part that says it.
    """
    found: dict[Said, str] = {}
    for draft in drafts:
        inner = reading.within(draft.shown)
        for key in SHORT_FORMS.get(draft.kind, ()):
            links: Iterable[Link] = ()
            if key in draft.fields:
                links = _attached(inner, draft, key, draft.fields[key])
            elif key == "supports":
                links = inner.chain.attach(draft.id, supports="all")
            found |= {_said(link): draft.shown for link in links}
    if activities and _in_sequence(reading, activities):
        ids = [draft.id for draft in drafts if draft.kind == "activity"]
        for before, after in pairwise(ids):
            ends = before, "precedes", after
            if (*ends, False) not in found and (*ends, True) not in found:
                (link,) = reading.chain.attach(after, after=before)
                found[_said(link)] = after
    return found


def _attached(reading: Reading, draft: Draft, key: str, entry: Entry) -> Iterator[Link]:
    """Yield the links of one short form."""
    form = SHORT_FORMS[draft.kind][key]
    kind = LINK_KINDS[form.kind]
    kinds = kind.ends if form.part_is_start else kind.starts
    for reference, fields in _items(reading, key, entry):
        text = reference.text if isinstance(reference, Scalar) else ""
        whole = WHOLE_CHAIN in kinds and word_code("whole", text) == "all"
        other = WHOLE_CHAIN if whole else reading.id_of(reference, kinds)
        values = values_of(reading, fields, "item")
        if other is None:
            _judge(reading, values, reference, fields)
            continue
        try:
            yield from reading.chain.attach(draft.id, **{key: [{"part": other, **values}]})
        except ValueGraphError as error:
            reading.adopt(error.problems, reference, fields, "item")
            yield from reading.chain.attach(draft.id, **{key: [other]})


def _items(reading: Reading, key: str, entry: Entry) -> Iterator[tuple[Node, Fields]]:
    """Yield each reference of a short form with what it says of its link."""
    if is_none(entry.value):
        return
    for item in listed(entry.value):
        if not isinstance(item, Table):
            yield item, {}
        elif any(key_code(inner.key.text) == "part" for inner in item):
            fields = fields_of(reading, item, "item")
            if "part" in fields:
                yield fields["part"].value, fields
        elif key == "supports" and item is entry.value:
            for cell in item:
                yield cell.key, _fields_of_cell(reading, cell)
        else:
            fields = fields_of(reading, item, "item")
            require(reading, fields, "item", item, "part")
            _judge(reading, values_of(reading, fields, "item"), item, fields)


def _fields_of_cell(reading: Reading, cell: Entry) -> Fields:
    """Return what ``{collecte: "texte"}`` says of its link: a text is its label."""
    if is_nothing(cell.value):
        return {}
    if isinstance(cell.value, Table) and not is_by_language(cell.value):
        keys = tuple(key for key in PLACES["item"] if key != "part")
        return fields_of(reading, cell.value, "item", keys)
    return {"label": cell}


def _in_sequence(reading: Reading, activities: Entry) -> bool:
    """Tell whether the section says that its activities follow one another."""
    entries = activities.value if isinstance(activities.value, Table) else ()
    typed = [entry for entry in entries if key_code(entry.key.text) == "sequence"]
    for again in typed[1:]:
        reading.complain("VG202", again.key, key=again.key.text, first=typed[0].key.text)
    return bool(typed) and not is_nothing(typed[0].value) and truth_of(reading, typed[0]) is True


def add_listed(reading: Reading, entry: Entry, short: dict[Said, str]) -> None:
    """Add the links of the list; one that repeats a short form is noted.

    Args:
        reading: the document, its parts and short forms added.
        entry: the list.
        short: what a link says -> the part whose short form says it.
    """
    one = Bilingual("un lien", "a link")
    several = Bilingual("une liste de liens", "a list of links")
    for item in listed(entry.value):
        if isinstance(item, Table) and (isinstance(entry.value, Listing) or _is_a_link(item)):
            _add_listed(reading, item, short)
        else:
            keys = ", ".join(key_word(key, reading.keys) for key in ("start", "end", "kind"))
            advice = Bilingual(
                f"Chaque lien commence par un tiret et a au moins les clés {keys}.",
                f"Each link begins with a dash and has at least the keys {keys}.",
            )
            expected = several if isinstance(item, Table) else one
            reading.wrong_shape(item, expected, advice)


def _judge(reading: Reading, values: dict[str, Any], at: Node, fields: Fields) -> None:
    """Note what is wrong with the fields of a link that cannot be made."""
    ends = {"start": WHOLE_CHAIN, "kind": "relates", "end": WHOLE_CHAIN}
    try:
        build(Link, {"id": WHOLE_CHAIN, **values, **ends})
    except ValueGraphError as error:
        reading.adopt([problem.at(id="") for problem in error.problems], at, fields, "item")


def _is_a_link(table: Table) -> bool:
    return any(key_code(entry.key.text) in PLACES["link"] for entry in table)


def _add_listed(reading: Reading, item: Table, short: dict[Said, str]) -> None:
    fields = fields_of(reading, item, "link")
    require(reading, fields, "link", item, "start", "end", "kind")
    kind = _kind(reading, fields)
    start = _end(reading, fields, "start", LINK_KINDS[kind].starts if kind else None)
    end = _end(reading, fields, "end", LINK_KINDS[kind].ends if kind else None)
    known = start is not None and kind is not None and end is not None
    inner = reading.within(f"{start}-{kind}-{end}") if known else reading
    said = {key: entry for key, entry in fields.items() if key in PLACES["item"]}
    values = values_of(inner, said, "item")
    if start is None or kind is None or end is None:
        _judge(reading, values, item, said)
        return
    try:
        made = reading.chain.link(start, kind, end, **values)
        if _said(made) in short:
            inner.complain("VG240", item, part=short[_said(made)])
    except ValueGraphError as error:
        inner.adopt(error.problems, fields["kind"].value, fields, "link")
        if "VG216" in error.problems.codes():
            _judge(inner, values, item, said)
        else:
            reading.chain.link(start, kind, end)


def _said(link: Link) -> Said:
    """Return what a link says: one that hinders says something else than one that helps."""
    return (*link.ends, link.sign is Sign.MINUS)


def _kind(reading: Reading, fields: Fields) -> str | None:
    if "kind" not in fields:
        return None
    node = fields["kind"].value
    text = typed_text(node)
    code = word_code("kind", text) if isinstance(node, Scalar) else None
    if code is None:
        reading.complain("VG217", node, kind=text, allowed=words_text("kind"))
    return code


def _end(reading: Reading, fields: Fields, key: str, kinds: frozenset[str] | None) -> str | None:
    """Return the id of an end; a name is looked for first among the kinds that may stand there."""
    if key not in fields:
        return None
    node = fields[key].value
    if isinstance(node, Scalar) and kinds and (node.quoted or guess(node.text) is None):
        try:
            return reading.chain.id_of(node.text, kinds=kinds)
        except ValueGraphError:
            pass
    return reading.id_of(node)
