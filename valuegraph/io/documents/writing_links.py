"""Which links the keys of parts say when a chain is written, and which stand in the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from valuegraph.io.documents.keys import SECTION_KINDS
from valuegraph.io.documents.wording import Wording, said_by
from valuegraph.io.marks import InlineTable
from valuegraph.model.chain import ValueChain
from valuegraph.model.ids import WHOLE_CHAIN, numbered
from valuegraph.model.link import SHORT_FORMS, Link
from valuegraph.model.part import Part
from valuegraph.model.words import key_code

Shorts = Mapping[tuple[str, str], list[Link]]
"""(Id of a part, key) -> the links that this key of the part says."""


class WrittenLinks:
    """The links of a chain as they are written.

    The first link between two parts, of a kind that one of them has a key for, is said by
    that key; all others stand in the list, in their order, so that reading gives them the
    same ids. Where it would not, the id is written.
    """

    def __init__(self, chain: ValueChain, wording: Wording) -> None:
        self._wording = wording
        self._shorts, self._listed = _shared_out(chain)
        self._ids_to_write = _ids_to_write(chain, self._shorts, self._listed)

    def under(self, part: Part, key: str) -> Any:
        """Return what stands under a key of a part; ``None`` if the key is left out."""
        links = self._shorts.get((part.id, key), [])
        if key == "supports":
            return self._supports(links)
        return self._wording.references(key, map(self._item, links, _others(links, part)))

    def listed(self) -> list[dict[str, Any]]:
        """Return the list of links."""
        return [self._in_list(link) for link in self._listed]

    def _supports(self, links: list[Link]) -> Any:
        word = self._wording.word
        if not links:
            return word("whole", "none")
        if [link.end for link in links] == [WHOLE_CHAIN] and not self._said(links[0]):
            return None
        ends = [word("whole", "all") if link.end == WHOLE_CHAIN else link.end for link in links]
        label = self._wording.key("label")
        said = [self._said(link) for link in links]
        if all(list(one) == [label] for one in said) and "part" not in map(key_code, ends):
            return {end: one[label] for end, one in zip(ends, said, strict=True)}
        return self._wording.references("supports", map(self._item, links, ends))

    def _item(self, link: Link, other: str) -> Any:
        said = self._said(link)
        return InlineTable({self._wording.key("part"): other, **said}) if said else other

    def _in_list(self, link: Link) -> dict[str, Any]:
        key, word = self._wording.key, self._wording.word
        ends = {key("start"): link.start, key("end"): link.end,
                key("kind"): word("kind", link.kind)}  # fmt: skip
        return {**ends, **self._said(link)}

    def _said(self, link: Link) -> dict[str, Any]:
        """Return what a link says beyond its ends and kind, with its id where that is needed."""
        own = {self._wording.key("id"): link.id} if link.id in self._ids_to_write else {}
        return {**own, **said_by(self._wording, link, "item")}


def _others(links: Iterable[Link], part: Part) -> list[str]:
    """Return the end of each link that is not the part."""
    return [
        link.end if SHORT_FORMS[part.kind][key].part_is_start else link.start
        for link in links
        for key in _keys(part.kind, link.kind)
    ]


def _keys(part_kind: str, link_kind: str) -> list[str]:
    forms = SHORT_FORMS.get(part_kind, {})
    return [key for key, form in forms.items() if form.kind == link_kind]


def _shared_out(chain: ValueChain) -> tuple[dict[tuple[str, str], list[Link]], list[Link]]:
    kinds = {part.id: part.kind for part in chain.parts()}
    shorts: dict[tuple[str, str], list[Link]] = {}
    listed: list[Link] = []
    seen: set[tuple[str, str, str]] = set()
    for link in chain.links:
        home = home_of(link, kinds) if link.ends not in seen else None
        seen.add(link.ends)
        if home:
            shorts.setdefault(home, []).append(link)
        else:
            listed.append(link)
    return shorts, listed


def home_of(link: Link, kinds: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the part and the key that can say a link: its end's if both ends can."""
    for part_id, is_start in ((link.end, False), (link.start, True)):
        for key, form in SHORT_FORMS.get(kinds.get(part_id, ""), {}).items():
            if form.kind == link.kind and form.part_is_start is is_start:
                return part_id, key
    return None


def _ids_to_write(chain: ValueChain, shorts: Shorts, listed: list[Link]) -> set[str]:
    """Return the ids that reading would not give by itself, links being read in this order."""
    taken = {part.id for part in chain.parts()}
    in_order = [
        link
        for kind in SECTION_KINDS.values()
        for part in chain.parts(kind)
        for key in SHORT_FORMS.get(kind, ())
        for link in shorts.get((part.id, key), [])
    ]
    found: set[str] = set()
    for link in [*in_order, *listed]:
        if numbered("-".join(link.ends), taken) != link.id:
            found.add(link.id)
        taken.add(link.id)
    return found
