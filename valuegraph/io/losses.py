"""What a format cannot hold of a chain: told part by part, from what it says it keeps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from valuegraph.io.documents.keys import PLACES
from valuegraph.io.documents.wording import Wording, said_by
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.words import key_word
from valuegraph.problems import Bilingual, Problem, Where

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.link import Link
    from valuegraph.model.part import Part

Kept = Mapping[str, Collection[str]]
"""Place (``"chain"``, ``"link"``, ``"observation"``, ``"rating"``, or a kind of part) -> the
keys that a format holds there; a place that is not named is lost whole."""


def losses_of(chain: ValueChain, kept: Kept) -> Iterator[Problem]:
    """Yield what is lost of a chain: whole parts and links, then single keys of those kept.

    Args:
        chain: the chain.
        kept: place -> the keys that are held; translations are held where ``translations`` is
            named, and what stands in cells or refers to others is left to the format's own words.
    """
    for part in chain.parts():
        yield from _lost(part, part.kind, kept)
    for link in chain.links:
        yield from _lost(link, "link", kept)
    yield from _lost_keys(WHOLE_CHAIN, chain.about, WHOLE_CHAIN, kept)
    yield from lost_in_places(chain, kept)


def lost_in_places(chain: ValueChain, kept: Collection[str]) -> Iterator[Problem]:
    """Yield how many observations and ratings are lost, where their place is not ``kept``."""
    for place, told in (("observation", chain.observations), ("rating", chain.ratings)):
        if told and place not in kept:
            yield Problem("VG602", values={"count": len(told), "what": _PLURALS[place]})


def lost_whole(id: str) -> Problem:
    """Return that a part or a link as a whole is lost."""
    return Problem("VG600", Where(id=id))


def lost_keys(id: str, keys: Iterable[str]) -> Problem:
    """Return that some keys of a part or a link are lost."""
    names = list(keys)
    told = {code: ", ".join(key_word(key, code) for key in names) for code in ("fr", "en")}
    return Problem("VG601", Where(id=id), {"keys": Bilingual(**told)})


_PLURALS = {
    "observation": Bilingual("observation(s)", "observation(s)"),
    "rating": Bilingual("appréciation(s)", "rating(s)"),
}


def _lost(item: Part | Link, place: str, kept: Kept) -> Iterator[Problem]:
    if place in kept:
        yield from _lost_keys(item.id, item, place, kept)
    else:
        yield lost_whole(item.id)


def _lost_keys(id: str, item: object, place: str, kept: Kept) -> Iterator[Problem]:
    said = said_by(Wording("en"), item, "item" if place == "link" else place)
    keys = [key for key in PLACES[place] if key in said and key not in kept.get(place, ())]
    if getattr(item, "translations", None) and "translations" not in kept.get(place, ()):
        keys.append("translations")
    if keys:
        yield lost_keys(id, keys)
