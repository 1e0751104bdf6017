"""Which keys stand where in the text form, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from valuegraph.model.about import About
from valuegraph.model.framework import Dimension
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.kinds import PART_KINDS
from valuegraph.model.link import PART_KIND_WORDS, Link
from valuegraph.problems import Bilingual

VERSION = 1
"""The version of the format that is written."""


class Takes(Enum):
    """What the value of a key is."""

    NAME = auto()  # what something is called by: never an unquoted number, date, yes or no
    TEXT = auto()
    TEXTS = auto()  # a text, or a list of texts
    WORD = auto()  # a word of a vocabulary, in either language
    TRUTH = auto()
    AMOUNT = auto()
    STRENGTH = auto()
    EVIDENCE = auto()
    CIRCUIT = auto()
    IN_RETURN = auto()
    VALUE = auto()  # an amount, or words
    DATED = auto()  # date -> value
    BREAKDOWNS = auto()  # by what values are told apart -> words
    BREAKDOWN = auto()  # by what a value is told apart -> word
    ROUTES = auto()  # routes, each as the references of its parts
    EXTRA = auto()
    LINKS = auto()  # the short form of links: references, which may carry what their link says
    PARTS = auto()  # references to parts or links
    PART = auto()  # one reference
    CELLS = auto()  # circuit -> modality
    INSIDE = auto()  # a section, a list or a mapping with a table of keys of its own


_T = Takes
_FIRST: Mapping[str, Takes] = {"name": _T.NAME, "description": _T.TEXT, "status": _T.WORD}
_LAST: Mapping[str, Takes] = {
    "story": _T.WORD,
    "group": _T.TEXT,
    "codes": _T.TEXTS,
    "evidence": _T.EVIDENCE,
    "extra": _T.EXTRA,
}
_OF_A_LINK: Mapping[str, Takes] = {
    "label": _T.TEXT,
    "why": _T.TEXT,
    "sign": _T.WORD,
    "strength": _T.STRENGTH,
    "amount": _T.AMOUNT,
    "circuit": _T.CIRCUIT,
    "status": _T.WORD,
    "confidence": _T.WORD,
    "evidence": _T.EVIDENCE,
    "assumptions": _T.TEXTS,
    "delay": _T.TEXT,
    "period": _T.TEXT,
    "essential": _T.TRUTH,
    "extra": _T.EXTRA,
}


def _part(**keys: Takes) -> Mapping[str, Takes]:
    return {**_FIRST, **keys, **_LAST}


SECTION_KINDS: Mapping[str, str] = {
    "actors": "actor",
    "resources": "resource",
    "circuits": "circuit",
    "support": "support",
    "activities": "activity",
    "outputs": "output",
    "impacts": "impact",
    "margin": "margin",
}
"""Section -> kind of its parts, in the order in which they are read and written."""

EVALUATION_KINDS: Mapping[str, str] = {
    "questions": "question",
    "criteria": "criterion",
    "indicators": "indicator",
}
"""Key of the evaluation -> kind of its parts; each may also stand inside the one before it."""

PLACES: Mapping[str, Mapping[str, Takes]] = {
    WHOLE_CHAIN: {
        "valuegraph": _T.INSIDE,
        "name": _T.NAME,
        "description": _T.TEXT,
        "language": _T.TEXT,
        "territory": _T.TEXT,
        "level": _T.WORD,
        "period": _T.TEXT,
        "part_of": _T.TEXT,
        "scales": _T.INSIDE,
        "rates": _T.INSIDE,
        **dict.fromkeys(SECTION_KINDS, _T.INSIDE),
        "links": _T.INSIDE,
        "translations": _T.INSIDE,
        "evaluation": _T.INSIDE,
        "extra": _T.EXTRA,
    },
    "actor": _part(type=_T.WORD, roles=_T.TEXTS),
    "resource": _part(
        type=_T.WORD, by=_T.LINKS, ownership=_T.WORD, state=_T.WORD, amount=_T.AMOUNT
    ),
    "circuit": _part(),
    "support": _part(type=_T.WORD, by=_T.LINKS, level=_T.WORD, actions=_T.TEXTS, supports=_T.LINKS),
    "activity": _part(
        by=_T.LINKS,
        after=_T.LINKS,
        uses=_T.LINKS,
        receives=_T.CELLS,
        gives=_T.CELLS,
        produces=_T.LINKS,
    ),
    "modality": _part(
        **{"with": _T.PART},
        amount=_T.AMOUNT,
        in_return=_T.IN_RETURN,
        resources=_T.PARTS,
        to=_T.PARTS,
        id=_T.NAME,
    ),
    "output": _part(of=_T.LINKS, amount=_T.AMOUNT),
    "impact": _part(
        dimension=_T.WORD,
        sign=_T.WORD,
        of=_T.LINKS,
        benefits=_T.LINKS,
        costs=_T.LINKS,
        renews=_T.LINKS,
        depletes=_T.LINKS,
        reinforces=_T.LINKS,
    ),
    "margin": _part(of=_T.LINKS),
    "link": {"id": _T.NAME, "start": _T.PART, "end": _T.PART, "kind": _T.WORD, **_OF_A_LINK},
    "item": {"part": _T.PART, "id": _T.NAME, **_OF_A_LINK},
    "evaluation": {
        "base": _T.TEXT,
        **dict.fromkeys(EVALUATION_KINDS, _T.INSIDE),
        "observations": _T.INSIDE,
        "ratings": _T.INSIDE,
    },
    "question": {
        "ask": _T.TEXT,
        **_FIRST,
        "about": _T.PARTS,
        "routes": _T.ROUTES,
        "criteria": _T.INSIDE,
        **_LAST,
    },
    "criterion": _part(of=_T.PART, dimension=_T.WORD, by=_T.TEXT, indicators=_T.INSIDE),
    "indicator": _part(
        of=_T.PART,
        kind=_T.WORD,
        unit=_T.TEXT,
        scale=_T.TEXTS,
        numerator=_T.TEXT,
        denominator=_T.TEXT,
        breakdowns=_T.BREAKDOWNS,
        direction=_T.WORD,
        baseline=_T.DATED,
        target=_T.DATED,
        source=_T.TEXT,
        method=_T.TEXT,
        every=_T.WORD,
        by=_T.TEXT,
        measures=_T.PARTS,
    ),
    "dimension": _part(),
    "observation": {
        "indicator": _T.PART,
        "date": _T.TEXT,
        "value": _T.VALUE,
        "numerator": _T.AMOUNT,
        "denominator": _T.AMOUNT,
        "breakdown": _T.BREAKDOWN,
        "people": _T.TEXT,
        "source": _T.TEXT,
        "viewpoint": _T.TEXT,
        "quote": _T.TEXT,
        "extra": _T.EXTRA,
    },
    "rating": {
        "of": _T.PART,
        "date": _T.TEXT,
        "value": _T.VALUE,
        "by": _T.TEXT,
        "viewpoint": _T.TEXT,
        "why": _T.TEXT,
        "extra": _T.EXTRA,
    },
    "amount": {"amount": _T.TEXT, "unit": _T.TEXT},
    "strength": {"low": _T.TEXT, "likely": _T.TEXT, "high": _T.TEXT},
    "in_return": {"what": _T.TEXT, "amount": _T.AMOUNT, "circuit": _T.CIRCUIT},
    "evidence": {"source": _T.TEXT, "quote": _T.TEXT, "date": _T.TEXT, "who": _T.TEXT},
    "rate": {"unit": _T.TEXT, "equals": _T.AMOUNT, "date": _T.TEXT},
    "scales": {"strength": _T.INSIDE},
}
"""Place -> the keys that may stand there -> what their values are."""

OF_FRAMEWORKS = frozenset({"dimension"})
"""The places that stand in a common base only, never in a chain."""

PLACE_WORDS: Mapping[str, Bilingual] = {
    **PART_KIND_WORDS,
    WHOLE_CHAIN: Bilingual("la chaîne", "the chain"),
    "link": Bilingual("lien", "link"),
    "item": Bilingual("lien", "link"),
    "evaluation": Bilingual("évaluation", "evaluation"),
    "dimension": Bilingual("dimension", "dimension"),
    "observation": Bilingual("observation", "observation"),
    "rating": Bilingual("appréciation", "rating"),
    "amount": Bilingual("quantité", "amount"),
    "strength": Bilingual("force", "strength"),
    "in_return": Bilingual("contrepartie", "what comes back"),
    "evidence": Bilingual("preuve", "evidence"),
    "rate": Bilingual("taux", "rate"),
    "scales": Bilingual("échelles", "scales"),
    "translation": Bilingual("traduction", "translation"),
}
"""How each place is called."""

FIELDS: Mapping[tuple[str, str], str] = {
    ("modality", "with"): "with_",
    ("indicator", "kind"): "indicator_kind",
    ("criterion", "of"): "question",
    ("indicator", "of"): "criterion",
}
"""(Place, key) -> field of the model, where their names differ."""

TEXT_FIELDS: Mapping[str, tuple[str, ...]] = {
    WHOLE_CHAIN: About.text_fields,
    "link": Link.text_fields,
    "item": Link.text_fields,
    "dimension": Dimension.text_fields,
    **{kind: model.text_fields for kind, model in PART_KINDS.items()},
}
"""Place -> its keys whose texts may be told in several languages."""


def field_of(place: str, key: str) -> str:
    """Return the field of the model that a key of a place fills."""
    return FIELDS.get((place, key), key)
