"""The colours by role: how each is called in a theme file and what it colours."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from valuegraph.model.words import VOCABULARY
from valuegraph.problems import Bilingual


class Role(NamedTuple):
    """A role: its key in French (in English it is the code), and what it colours."""

    french: str
    use: Bilingual


def _role(french: str, use_fr: str, use_en: str) -> Role:
    return Role(french, Bilingual(use_fr, use_en))


ROLES: Mapping[str, Role] = MappingProxyType({
    "paper": _role("papier", "le fond de la feuille", "the ground of the sheet"),
    "ink": _role("encre", "le texte", "text"),
    "muted": _role("texte_discret", "le texte secondaire", "secondary text"),
    "hairline": _role("filet", "les filets", "hairlines"),
    "highlight": _role("mise_en_évidence", "ce qui est mis en évidence", "what is highlighted"),
    "structure": _role("structure", "titres, bandeaux, activités", "titles, strips, activities"),
    "structure_tint": _role("teinte_structure", "le fond des activités de soutien",
                            "the ground of support activities"),
    "structure_deep_tint": _role("teinte_structure_soutenue", "le fond des titres de colonne",
                                 "the ground of column heads"),
    "structure_rule": _role("filet_structure", "les filets des activités de soutien",
                            "the rules of support activities"),
    "structure_bullet": _role("puce_structure", "les puces", "bullets"),
    "on_structure": _role("sur_structure", "le texte sur « structure »", "text on “structure”"),
    "panel": _role("panneau", "le fond des colonnes", "the ground of columns"),
    "panel_line": _role("filet_panneau", "le contour des colonnes", "the outline of columns"),
    "frame": _role("cadre", "le fond de l’écosystème", "the ground of the ecosystem"),
    "frame_line": _role("filet_cadre", "le contour de l’écosystème",
                        "the outline of the ecosystem"),
    "frame_label": _role("titre_cadre", "le titre de l’écosystème", "the title of the ecosystem"),
    "pill_line": _role("filet_acteur", "le contour des parties prenantes",
                       "the outline of stakeholders"),
    "resource": _role("ressource", "le fond des ressources", "the ground of resources"),
    "resource_line": _role("filet_ressource", "le contour des ressources",
                           "the outline of resources"),
    "resource_text": _role("texte_ressource", "le texte des ressources", "the text of resources"),
    "resource_icon": _role("icône_ressource", "les icônes des ressources",
                           "the icons of resources"),
    "resource_label": _role("ressource_utilisée", "la ressource qu’une activité utilise",
                            "the resource an activity uses"),
    "impacts": _role("impacts", "les impacts, une ou deux couleurs", "impacts, one or two colours"),
    "harms": _role("impacts_négatifs", "les impacts négatifs, une ou deux couleurs",
                   "negative impacts, one or two colours"),
    "on_impact": _role("sur_impact", "le texte sur « impacts »", "text on “impacts”"),
    "impact_label": _role("titre_impact", "les petits titres sur « impacts »",
                          "small headings on “impacts”"),
    "impact_icon": _role("icône_impact", "les icônes sur « impacts »", "icons on “impacts”"),
    "impact_tint": _role("teinte_impact", "le fond clair des réalisations et des impacts",
                         "the pale ground of outputs and impacts"),
    "circuits": _role("circuits", "la couleur de chaque circuit", "the colour of each circuit"),
    "own_circuits": _role("autres_circuits", "les couleurs des circuits propres à une chaîne",
                          "the colours of a chain’s own circuits"),
    "on_circuit": _role("sur_circuit", "le texte sur la couleur d’un circuit",
                        "text on a circuit’s colour"),
})  # fmt: skip
"""Each role of a theme, in the order in which it is told."""


def role_name(role: str) -> Bilingual:
    """Return how a role is written in a theme file: ``circuits.gift`` is one, too."""
    code, dot, name = role.partition(".")
    if code not in ROLES:
        return Bilingual(role, role)
    return Bilingual(f"{ROLES[code].french}{dot}{_circuit(name)}", role)


def _circuit(name: str) -> str:
    return VOCABULARY["circuit"][name][0] if name in VOCABULARY["circuit"] else name
