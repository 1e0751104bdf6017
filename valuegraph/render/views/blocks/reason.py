"""Why a drawing takes several sheets, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from valuegraph.problems import Bilingual

_KINDS: Mapping[str, Bilingual] = {
    "resources": Bilingual("ressources", "resources"),
    "activities": Bilingual("activités", "activities"),
    "circuits": Bilingual("circuits", "circuits"),
    "support": Bilingual("activités de soutien", "support activities"),
    "outputs": Bilingual("réalisations", "outputs"),
    "results": Bilingual("impacts", "impacts"),
}


def reason(whole: Mapping[str, int], sheets: Sequence[Mapping[str, int]]) -> Bilingual:
    """Return what one sheet cannot hold: kind of part -> how many, in all and on each sheet."""
    french, english = [], []
    for kind, words in _KINDS.items():
        most = max(sheet.get(kind, 0) for sheet in sheets)
        if most < whole.get(kind, 0):
            french.append(f"{whole[kind]} {words.fr}, {most} par feuille")
            english.append(f"{whole[kind]} {words.en}, {most} a sheet")
    return Bilingual(" ; ".join(french), "; ".join(english))
