"""What the empty workbook says: its example rows and its first page, in French and English."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.problems import Bilingual

_B = Bilingual

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "actors": ("name", "id", "type", "roles", "status", "description"),
    "resources": ("name", "id", "type", "by", "ownership", "state", "amount", "unit", "status",
                  "description"),
    "support": ("name", "id", "by", "level", "actions", "supports", "status", "description"),
    "activities": ("name", "id", "by", "after", "uses", "produces", "group", "status",
                   "description"),
    "modalities": ("name", "activity", "way", "circuit", "with", "amount", "unit", "resources",
                   "to", "status"),
    "outputs": ("name", "id", "of", "amount", "unit", "status", "description"),
    "impacts": ("name", "id", "dimension", "sign", "of", "benefits", "costs", "renews", "depletes",
                "reinforces", "status", "description"),
    "links": ("start", "kind", "end", "why", "strength", "amount", "unit", "circuit", "status",
              "confidence", "essential"),
    "questions": ("ask", "id", "about", "description"),
    "criteria": ("name", "id", "of", "description"),
    "indicators": ("name", "id", "of", "kind", "unit", "direction", "baseline", "target", "source",
                   "every", "measures"),
    "observations": ("indicator", "date", "value", "source", "viewpoint", "quote"),
    "ratings": ("of", "date", "value", "by", "viewpoint", "why"),
}  # fmt: skip
"""The columns of each sheet of the empty workbook; any other of the same sheet may be added."""

EXAMPLES: Mapping[str, Mapping[str, Bilingual]] = {
    "actors": {"name": _B("Maraîchers locaux", "Local growers"),
               "id": _B("maraichers", "growers"),
               "description": _B("Six fermes à moins de 20 km", "Six farms within 20 km")},
    "resources": {"name": _B("Surplus de légumes", "Surplus vegetables"),
                  "id": _B("surplus", "surplus"), "by": _B("Maraîchers locaux", "Local growers"),
                  "amount": _B("1800", "1800"), "unit": _B("kg", "kg")},
    "support": {"name": _B("Gouvernance territoriale", "Territorial governance"),
                "actions": _B("Identifie les besoins\nImplique les habitants",
                              "Finds out the needs\nInvolves the residents")},
    "activities": {"name": _B("Transformation", "Processing"), "id": _B("transfo", "processing"),
                   "after": _B("Collecte", "Collecting"),
                   "uses": _B("Surplus de légumes; Bocaux", "Surplus vegetables; Jars")},
    "modalities": {"name": _B("Implication bénévole", "Volunteering"),
                   "activity": _B("Transformation", "Processing"),
                   "way": _B("reçoit", "receives"), "circuit": _B("don", "gift")},
    "outputs": {"name": _B("Bocaux", "Jars"), "of": _B("Transformation", "Processing"),
                "amount": _B("3000", "3000"), "unit": _B("bocaux", "jars")},
    "impacts": {"name": _B("Cohésion sociale", "Social cohesion"),
                "of": _B("Transformation", "Processing"),
                "renews": _B("Temps des habitants", "Time of residents")},
    "links": {"start": _B("Transformation", "Processing"), "kind": _B("contribue", "contributes"),
              "end": _B("Cohésion sociale", "Social cohesion"),
              "why": _B("On cuisine ensemble", "People cook together")},
    "questions": {"ask": _B("La conserverie renforce-t-elle le lien social ?",
                            "Does the cannery strengthen social bonds?"),
                  "about": _B("Cohésion sociale", "Social cohesion")},
    "criteria": {"name": _B("Participation des habitants", "Participation of residents")},
    "indicators": {"name": _B("Bénévoles actifs", "Active volunteers"),
                   "unit": _B("personnes", "people"), "baseline": _B("2017: 0", "2017: 0"),
                   "target": _B("2020: 30", "2020: 30")},
    "observations": {"indicator": _B("Bénévoles actifs", "Active volunteers"),
                     "date": _B("2018-12-31", "2018-12-31"), "value": _B("20", "20")},
    "ratings": {"of": _B("Participation des habitants", "Participation of residents"),
                "date": _B("2018", "2018"), "value": _B("plutôt bien", "rather good")},
}  # fmt: skip
"""The example row of each sheet: it begins with # and is not read."""

HELP_TITLE = Bilingual("Mode d’emploi", "How to")
LISTS_TITLE = Bilingual("Listes", "Lists")

HELP: tuple[Bilingual, ...] = (
    _B("Décrire une chaîne de valeur dans ce classeur",
       "Describing a value chain in this workbook"),
    _B("1. Feuille « Chaîne » : donnez le nom du projet, le territoire et la langue.",
       "1. Sheet “Chain”: give the name of the project, its territory and its language."),
    _B("2. Une feuille par sorte d’élément : parties prenantes, ressources, activités de soutien, "
       "activités, réalisations, impacts. Une ligne par élément ; seul le nom est nécessaire.",
       "2. One sheet for each kind of part: actors, resources, support activities, activities, "
       "outputs, impacts. A row a part; only the name is needed."),
    _B("3. Feuille « Modalités » : comment chaque activité reçoit ou donne, circuit par circuit "
       "(don, échange local, marchand, redistribution). Le nom « aucun » dit qu’on en a parlé "
       "et qu’il n’y en a pas.",
       "3. Sheet “Modalities”: how each activity receives or gives, circuit by circuit (gift, "
       "local exchange, market, redistribution). The name “none” says that it was discussed and "
       "there is none."),
    _B("4. Feuille « Liens » : tout ce que les colonnes « utilise », « après », « de », "
       "« renouvelle » ne disent pas, avec la raison, la force (entre 0 et 1) et la confiance.",
       "4. Sheet “Links”: all that the columns “uses”, “after”, “of”, “renews” do not say, with "
       "the reason, the strength (between 0 and 1) and the confidence."),
    _B("5. Feuilles Questions, Critères, Indicateurs, Observations, Appréciations : l’évaluation. "
       "Elles peuvent rester vides.",
       "5. Sheets Questions, Criteria, Indicators, Observations, Ratings: the evaluation. They may "
       "stay empty."),
    _B("Plusieurs éléments dans une cellule : séparez-les par un point-virgule.",
       "Several parts in one cell: put a semicolon between them."),
    _B("Un élément se désigne par son nom ou son identifiant. L’identifiant est facultatif.",
       "A part is referred to by its name or its id. The id is optional."),
    _B("Un « ? » à la fin d’un nom en fait une hypothèse.",
       "A “?” at the end of a name makes it a hypothesis."),
    _B("Les lignes qui commencent par # sont des exemples : elles ne sont pas lues. Vous pouvez "
       "les effacer.",
       "Rows that begin with # are examples: they are not read. You may delete them."),
    _B("Les colonnes peuvent changer de place ; celles dont vous n’avez pas besoin peuvent être "
       "supprimées.",
       "Columns may change places; those that you do not need may be deleted."),
    _B("Ensuite : valuegraph check fiches.xlsx, puis valuegraph draw fiches.xlsx",
       "Then: valuegraph check cards.xlsx, and valuegraph draw cards.xlsx"),
)  # fmt: skip
"""The first page, a line a paragraph, the first its title."""
