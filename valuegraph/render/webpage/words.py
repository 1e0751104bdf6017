"""Every word the web page says of its own, in French and English: one table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from valuegraph.problems import Bilingual

PAGE_WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "hint": Bilingual(
            "Survolez ou choisissez un élément pour suivre ses contributions ; Échap pour revenir.",
            "Point at or choose an element to follow its contributions; Esc to go back.",
        ),
        "views": Bilingual("Vues", "Views"),
        "list": Bilingual("Liste", "List"),
        "search": Bilingual("Chercher", "Search"),
        "match": Bilingual("1 élément trouvé", "1 element found"),
        "matches": Bilingual("{n} éléments trouvés", "{n} elements found"),
        "no match": Bilingual("Aucun élément trouvé", "No element found"),
        "languages": Bilingual("Langue", "Language"),
        "zoom": Bilingual("Taille du dessin", "Size of the drawing"),
        "larger": Bilingual("Agrandir", "Larger"),
        "smaller": Bilingual("Réduire", "Smaller"),
        "cleared": Bilingual("Sélection effacée.", "Selection cleared."),
        "comma": Bilingual(", ", ", "),
        "leads": Bilingual("Mène à 1 impact : {names}", "Leads to 1 impact: {names}"),
        "leadss": Bilingual("Mène à {n} impacts : {names}", "Leads to {n} impacts: {names}"),
        "leads none": Bilingual("Ne mène à aucun impact", "Leads to no impact"),
        "from": Bilingual("Vient d’une ressource : {names}", "Comes from 1 resource: {names}"),
        "froms": Bilingual(
            "Vient de {n} ressources : {names}", "Comes from {n} resources: {names}"
        ),
        "from none": Bilingual("Ne vient d’aucune ressource", "Comes from no resource"),
        "strongest": Bilingual("Route la plus forte : {route}", "Strongest route: {route}"),
        "shortest": Bilingual(
            "Route la plus courte (forces inconnues) : {route}",
            "Shortest route (strengths unknown): {route}",
        ),
        "on the way": Bilingual("sur le chemin", "on the way"),
        "part": Bilingual("Élément", "Element"),
        "before": Bilingual("Avant", "Before"),
        "after": Bilingual("Après", "After"),
        "nothing": Bilingual("Rien n’est encore décrit.", "Nothing is described yet."),
        "link": Bilingual("lien", "link"),
        "circuit of": Bilingual("circuit : {names}", "circuit: {names}"),
        "by cell": Bilingual("par : {names}", "by: {names}"),
        "strength of": Bilingual("force : {value}", "strength: {value}"),
        "leads to": Bilingual("mène à", "leads to"),
        "comes from": Bilingual("vient de", "comes from"),
        "because": Bilingual("pourquoi : {text}", "why: {text}"),
        "language name": Bilingual("Français", "English"),
    }
)
"""Each text by what it says; ``{n}``, ``{names}`` and ``{route}`` are filled in the browser."""

VIEW_LABELS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "extended": Bilingual("Chaîne de valeur", "Value chain"),
        "porter": Bilingual("Porter", "Porter"),
        "matrix": Bilingual("Tableau", "Table"),
        "flow": Bilingual("Flux", "Flow"),
        "cycle": Bilingual("Cycle", "Cycle"),
        "network": Bilingual("Réseau", "Network"),
        "system": Bilingual("Système", "System"),
        "actors": Bilingual("Parties prenantes", "Stakeholders"),
        "framework": Bilingual("Évaluation", "Evaluation"),
    }
)
"""What stands on the tab of each view."""

STATUS_WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "observed": Bilingual("observé", "observed"),
        "planned": Bilingual("prévu", "planned"),
        "hypothesis": Bilingual("à confirmer", "to be confirmed"),
        "disputed": Bilingual("contesté", "disputed"),
        "refuted": Bilingual("écarté", "refuted"),
    }
)
"""How sure a part or a link is."""

SECTION_HEADINGS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "resource": Bilingual("Ressources", "Resources"),
        "support": Bilingual("Activités de soutien", "Support activities"),
        "activity": Bilingual("Activités principales", "Primary activities"),
        "modality": Bilingual("Modalités de valorisation", "Modalities"),
        "output": Bilingual("Réalisations", "Outputs"),
        "impact": Bilingual("Impacts", "Impacts"),
        "margin": Bilingual("Marge", "Margin"),
        "actor": Bilingual("Parties prenantes", "Stakeholders"),
        "circuit": Bilingual("Circuits", "Circuits"),
        "question": Bilingual("Questions évaluatives", "Evaluation questions"),
        "criterion": Bilingual("Critères", "Criteria"),
        "indicator": Bilingual("Indicateurs", "Indicators"),
    }
)
"""The headings of the list, in its order."""

LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "fr": "Français", "en": "English", "es": "Español", "de": "Deutsch", "it": "Italiano",
        "pt": "Português", "nl": "Nederlands", "br": "Brezhoneg", "oc": "Occitan",
        "eu": "Euskara", "ca": "Català", "co": "Corsu", "ar": "العربية",
    }
)  # fmt: skip
"""Languages by their own names; any other is called by its code."""
