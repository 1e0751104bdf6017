"""A picture becomes the content of its page: the same views in every language it can be told in."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from valuegraph.io.documents.writing import document_of
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import LINK_KINDS, PART_KIND_WORDS
from valuegraph.render.typography import typeset
from valuegraph.render.webpage.listing import names_of, notes_of, sections_of
from valuegraph.render.webpage.trace import trace_of
from valuegraph.render.webpage.words import LANGUAGE_NAMES, PAGE_WORDS, VIEW_LABELS
from valuegraph.render.words import say
from valuegraph.render.writers.page.content import Content, Telling, View

if TYPE_CHECKING:
    from valuegraph.render.picture import Picture

_EMPTY = ValueChain()


def content_of(picture: Picture) -> Content:
    """Return what the page of a picture is made of.

    The page opens in the picture's language and offers French, English and every language the
    chain has translations in; a picture that cannot be drawn again has its own language only.
    """
    chain = picture.chain if picture.chain is not None else _EMPTY
    pictures = {picture.language: picture}
    if picture.again is not None:
        for language in _languages(chain):
            if language not in pictures:
                pictures[language] = picture.again(language=language)
    return Content(
        tuple(_telling(one, chain, language) for language, one in pictures.items()),
        trace_of(chain),
        document_of(chain) if picture.chain is not None else None,
    )


def _languages(chain: ValueChain) -> list[str]:
    told = [chain.language, "fr", "en"]
    for item in (chain.about, *chain.parts(), *chain.links):
        told += sorted(item.translations)
    return list(dict.fromkeys(told))


def _telling(picture: Picture, chain: ValueChain, language: str) -> Telling:
    words = {name: typeset(word.text(language), language) for name, word in PAGE_WORDS.items()}
    kinds = {kind: word.text(language) for kind, word in PART_KIND_WORDS.items()}
    return Telling(
        language,
        typeset(chain.about.label(language) or say("untitled", language), language),
        _views(picture, language),
        sections_of(chain, language),
        {**words, "language name": LANGUAGE_NAMES.get(language, language)},
        {**kinds, "link": words["link"]},
        {kind.code: kind.verb.text(language) for kind in LINK_KINDS.values()},
        names_of(chain, language),
        notes_of(chain, language),
    )


def _views(picture: Picture, language: str) -> tuple[View, ...]:
    names = picture.views or ("",) * len(picture.scenes)
    sheets = zip(names, picture.scenes, strict=True)
    return tuple(
        View(_label(name, scenes[0].title, language), scenes)
        for name, group in groupby(sheets, key=lambda sheet: sheet[0])
        for scenes in [tuple(scene for _, scene in group)]
    )


def _label(name: str, title: str, language: str) -> str:
    known = VIEW_LABELS.get(name)
    return known.text(language) if known else name.capitalize() or title
