"""Our own terms, beside those of the standard: classes and properties, as they are documented."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.io.cids.names import full
from valuegraph.io.documents.keys import PLACES, Takes
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.problems import Bilingual

CLASSES: Mapping[str, str] = {
    WHOLE_CHAIN: "vg:ValueChain",
    "actor": "vg:Actor",
    "resource": "vg:Resource",
    "circuit": "vg:Circuit",
    "support": "vg:SupportActivity",
    "activity": "vg:PrimaryActivity",
    "modality": "vg:Modality",
    "output": "vg:Output",
    "impact": "vg:Impact",
    "margin": "vg:Margin",
    "question": "vg:Question",
    "criterion": "vg:Criterion",
    "indicator": "vg:Indicator",
    "link": "vg:Link",
    "observation": "vg:Observation",
    "rating": "vg:Rating",
}
"""Place of the text form -> the class of what stands there."""

PLACE_OF_CLASS: Mapping[str, str] = {full(name): place for place, name in CLASSES.items()}
"""The IRI of a class of ours -> the place of the text form."""

STANDARD_CLASSES: Mapping[str, str] = {
    WHOLE_CHAIN: "cids:ImpactPathway",
    "actor": "cids:Stakeholder",
    "resource": "cids:Input",
    "support": "cids:Activity",
    "activity": "cids:Activity",
    "output": "cids:Output",
    "impact": "cids:Outcome",
    "question": "cids:Theme",
    "criterion": "cids:Theme",
    "indicator": "cids:Indicator",
    "observation": "cids:IndicatorReport",
}
"""Place -> the class of the standard that is written beside ours, where there is one."""

ID = full("vg:id")
POSITION = full("vg:position")
ORDER = full("vg:order")
TRANSLATIONS = full("vg:translations")
NO_MODALITY = full("vg:noModality")
ACTIVITY = full("vg:activity")
WAY = full("vg:way")
NAME = full("vg:name")
DESCRIPTION = full("vg:description")

BESIDE_KEYS: Mapping[str, Bilingual] = {
    "vg:id": Bilingual(
        "l’identifiant de la partie ou du lien dans la chaîne",
        "the id of the part or link in the chain",
    ),
    "vg:position": Bilingual(
        "le rang parmi les parties de même nature (pour une modalité : dans sa case), les liens, "
        "les observations ou les appréciations, à partir de 1",
        "the rank among parts of one kind (of a modality: in its cell), links, observations or "
        "ratings, from 1",
    ),
    "vg:order": Bilingual(
        "l’ordre des renvois d’une même clé, quand il y en a plusieurs (JSON)",
        "the order of the references of one key, where there are several (JSON)",
    ),
    "vg:translations": Bilingual(
        "langue, puis clé, puis texte (JSON)", "language, then key, then text (JSON)"
    ),
    "vg:noModality": Bilingual(
        "une case discutée et laissée vide, comme « receives.market »",
        "a cell that was discussed and left empty, such as “receives.market”",
    ),
    "vg:activity": Bilingual(
        "l’activité principale d’une modalité", "the primary activity of a modality"
    ),
    "vg:way": Bilingual(
        "le sens d’une modalité : « receives » ou « gives »",
        "the way of a modality: “receives” or “gives”",
    ),
}
"""Properties of ours that are no keys of the text form -> what they say."""

OTHER_NAMES: Mapping[tuple[str, str], str] = {
    ("link", "kind"): "vg:linkKind",
    ("indicator", "kind"): "vg:indicatorKind",
    ("modality", "with"): "vg:with",
    ("observation", "of"): "vg:of",
}
"""(Place, key) -> property, where it is not the key itself after ``vg:``."""

REFERENCES = frozenset({Takes.PART, Takes.PARTS})

_NEVER = frozenset({"id", "valuegraph"})
_NOT_SAID = frozenset({Takes.INSIDE, Takes.LINKS, Takes.CELLS})
_INSIDE_BUT_SAID = frozenset({"scales", "rates"})


def keys_of(place: str) -> dict[str, str]:
    """Return the keys of a place that are properties -> the IRI of the property."""
    found = {
        key: full(OTHER_NAMES.get((place, key), f"vg:{key}"))
        for key, takes in PLACES[place].items()
        if key not in _NEVER and (takes not in _NOT_SAID or key in _INSIDE_BUT_SAID)
    }
    if place == "modality":
        found["circuit"] = full("vg:circuit")
    if place == WHOLE_CHAIN:
        found["base"] = full("vg:base")
    return found
