"""Every key and word of the text form, in English (the code) and in French: one table.

The reader accepts both languages everywhere, the writer writes either, and the page of the
documentation is made from this table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from valuegraph.problems import Bilingual, told_language

KEYS: Mapping[str, tuple[str, ...]] = {
    # the chain
    "valuegraph": ("valuegraph",),
    "name": ("nom",),
    "description": ("description",),
    "language": ("langue",),
    "territory": ("territoire",),
    "level": ("niveau",),
    "period": ("période",),
    "part_of": ("fait_partie_de", "partie_de"),
    "scales": ("échelles",),
    "rates": ("taux",),
    "translations": ("traductions",),
    "extra": ("compléments", "complément"),
    # its sections
    "actors": ("acteurs", "parties_prenantes", "parties prenantes"),
    "resources": ("ressources",),
    "circuits": ("circuits",),
    "support": ("soutien", "activités_de_soutien", "activités de soutien"),
    "activities": ("activités", "activités_principales", "activités principales"),
    "outputs": ("réalisations", "produits"),
    "impacts": ("impacts", "impacts_sociaux", "impacts sociaux"),
    "margin": ("marge",),
    "links": ("liens",),
    "evaluation": ("évaluation",),
    # any part
    "status": ("statut",),
    "story": ("récit",),
    "group": ("groupe",),
    "codes": ("codes",),
    "evidence": ("preuves", "preuve"),
    # actors, resources
    "type": ("type",),
    "roles": ("rôles",),
    "by": ("par",),
    "ownership": ("propriété",),
    "state": ("état",),
    "amount": ("quantité", "montant"),
    # support
    "actions": ("actions",),
    "supports": ("soutient",),
    # activities
    "sequence": ("enchaînement", "séquence"),
    "after": ("après",),
    "uses": ("utilise",),
    "receives": ("reçoit",),
    "gives": ("donne",),
    "produces": ("produit",),
    # modalities
    "with": ("avec",),
    "in_return": ("en_retour", "en retour", "contrepartie"),
    "to": ("vers",),
    "what": ("quoi",),
    "circuit": ("circuit",),
    # outputs, impacts, margin
    "of": ("de",),
    "dimension": ("dimension",),
    "sign": ("signe",),
    "benefits": ("bénéficie_à", "bénéficie à", "profite_à", "profite à"),
    "costs": ("coûte_à", "coûte à"),
    "renews": ("renouvelle",),
    "depletes": ("épuise",),
    "reinforces": ("renforce",),
    # links
    "id": ("id",),
    "part": ("élément",),
    "start": ("début", "départ"),
    "end": ("fin", "arrivée"),
    "kind": ("nature", "genre"),
    "label": ("libellé", "étiquette"),
    "why": ("pourquoi",),
    "strength": ("force",),
    "confidence": ("confiance",),
    "assumptions": ("suppositions",),
    "delay": ("délai",),
    "essential": ("essentiel",),
    # amounts, strengths, rates, evidence
    "unit": ("unité",),
    "equals": ("vaut",),
    "low": ("bas",),
    "likely": ("probable",),
    "high": ("haut",),
    "source": ("source",),
    "quote": ("citation",),
    "date": ("date",),
    "who": ("qui",),
    # evaluation
    "base": ("socle",),
    "questions": ("questions",),
    "criteria": ("critères",),
    "indicators": ("indicateurs",),
    "observations": ("observations",),
    "ask": ("question", "demande"),
    "about": ("porte_sur", "porte sur", "sur"),
    "measures": ("mesure",),
    "direction": ("sens",),
    "baseline": ("valeur_initiale", "valeur initiale"),
    "target": ("cible",),
    "method": ("méthode",),
    "every": ("rythme",),
    "indicator": ("indicateur",),
    "value": ("valeur",),
    "viewpoint": ("point_de_vue", "point de vue"),
    "routes": ("chemins",),
    "scale": ("échelle",),
    "numerator": ("numérateur",),
    "denominator": ("dénominateur",),
    "breakdowns": ("ventilations",),
    "breakdown": ("ventilation",),
    "people": ("effectif",),
    "ratings": ("appréciations",),
}
"""Each key, with its French words: the first is the one we write, all are read."""

VOCABULARY: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "circuit": {
        "gift": ("don", "circuit du don"),
        "local_exchange": ("échange_local", "échange local", "circuit local d'échange"),
        "market": ("marchand", "marché", "circuit marchand"),
        "redistribution": ("redistribution", "redistribution publique"),
    },
    "kind": {
        "feeds": ("alimente",),
        "precedes": ("précède",),
        "produces": ("produit",),
        "contributes": ("contribue", "contribue_à", "contribue à"),
        "regenerates": ("régénère", "renouvelle", "renews"),
        "depletes": ("épuise",),
        "reinforces": ("renforce",),
        "supports": ("soutient",),
        "provides": ("fournit", "apporte"),
        "carries": ("porte",),
        "funds": ("finance",),
        "governs": ("gouverne", "pilote"),
        "takes_part": ("participe", "participe_à", "participe à"),
        "benefits": ("bénéficie_à", "bénéficie à", "profite_à", "profite à"),
        "costs": ("coûte_à", "coûte à"),
        "linkage": ("liaison",),
        "relates": ("relie", "est_en_relation_avec", "est en relation avec"),
    },
    "status": {
        "observed": ("observé", "constaté"),
        "planned": ("prévu",),
        "hypothesis": ("hypothèse", "à_confirmer", "à confirmer"),
        "disputed": ("discuté", "contesté"),
        "refuted": ("réfuté", "écarté"),
    },
    "story": {"main": ("principal",), "detail": ("détail",)},
    "confidence": {"low": ("faible",), "medium": ("moyenne",), "high": ("forte",)},
    "sign": {
        "+": ("positif", "positive"),
        "-": ("négatif", "negative"),
        "mixed": ("mêlé", "mixte"),
    },
    "ownership": {"common": ("commun", "commune"), "owned": ("propre",)},
    "state": {"dormant": ("dormante", "en sommeil"), "used": ("utilisée",)},
    "level": {
        "organisation": ("organisation", "structure"),
        "project": ("projet",),
        "territory": ("territoire",),
    },
    "way": {"receives": ("reçoit",), "gives": ("donne",)},
    "indicator_kind": {
        "count": ("dénombrement", "nombre"),
        "stock": ("stock",),
        "ratio": ("rapport", "ratio"),
        "ordinal": ("échelle", "ordinal"),
        "qualitative": ("qualitatif",),
        "yes_no": ("oui_non", "oui non"),
    },
    "direction": {"up": ("hausse",), "down": ("baisse",), "stable": ("stable",)},
    # open vocabularies: these words have an icon or a translation, any other is kept as it is
    "resource_type": {
        "food": ("alimentaire", "alimentaires"),
        "human": ("humaine", "humain", "humaines"),
        "logistic": ("logistique", "logistiques"),
        "financial": ("financière", "financier", "financières"),
        "material": ("matérielle", "matériel", "matérielles"),
        "knowledge": ("savoirs", "connaissances", "éducative"),
        "natural": ("naturelle", "naturel", "naturelles"),
    },
    "actor_type": {
        "residents": ("habitants",),
        "volunteers": ("bénévoles",),
        "association": ("association",),
        "company": ("entreprise",),
        "public": ("public", "collectivité"),
        "funder": ("financeur",),
        "network": ("réseau",),
        "evaluator": ("évaluateur",),
    },
    "support_type": {
        "governance": ("gouvernance",),
        "rd": ("r&d", "recherche", "recherche et développement", "research"),
        "platform": ("plateforme", "plate-forme"),
        "hr": ("ressources humaines", "rh", "human resources"),
        "technology": ("technologie",),
        "procurement": ("approvisionnement", "achats"),
        "infrastructure": ("infrastructure",),
        "communication": ("communication",),
    },
    "dimension": {
        "social": ("sociale", "social", "cohésion"),
        "economic": ("économique",),
        "environmental": ("environnementale", "environnemental", "écologique"),
        "cultural": ("culturelle", "culturel"),
        "health": ("santé",),
        "democratic": ("démocratique", "gouvernance"),
        "learning": ("apprentissage", "éducation"),
    },
    "rhythm": {
        "year": ("année", "an"),
        "quarter": ("trimestre",),
        "month": ("mois",),
        "week": ("semaine",),
        "day": ("jour",),
    },
    "chain": {"chain": ("chaîne", "chaîne entière", "toute la chaîne", "whole chain")},
    "whole": {"all": ("tout", "tous", "toutes"), "none": ("aucun", "aucune", "rien")},
    "truth": {"true": ("oui", "vrai", "yes"), "false": ("non", "faux", "no")},
}
"""Each vocabulary: the code of a word, with its French words and other accepted spellings."""

CIRCUIT_LABELS: Mapping[str, Bilingual] = {
    "gift": Bilingual("Circuit du don", "Gift circuit"),
    "local_exchange": Bilingual("Circuit local d’échange", "Local exchange circuit"),
    "market": Bilingual("Circuit marchand", "Market circuit"),
    "redistribution": Bilingual("Redistribution publique", "Public redistribution"),
}
"""How the circuits of the method are called in pictures, in the order of drawing."""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return ``text`` without case, accents and needless spaces: what comparing names uses.

    The last ones are remembered: while a file is read, the same keys and names come many times.
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\s_]+", " ", bare).strip()


def word_code(vocabulary: str, text: str) -> str | None:
    """Return the code of a word of ``vocabulary`` written in either language, else ``None``."""
    return _codes(vocabulary).get(fold(text))


def key_code(text: str) -> str | None:
    """Return the English key for a key written in either language, else ``None``."""
    return _key_codes().get(fold(text))


def key_word(code: str, language: str) -> str:
    """Return how a key is written in ``language``."""
    return KEYS[code][0] if told_language(language) == "fr" else code


def word(vocabulary: str, code: str, language: str) -> str:
    """Return how the word ``code`` is written in ``language``; an unknown word as it is."""
    known = VOCABULARY[vocabulary].get(code)
    return known[0] if known and told_language(language) == "fr" else code


@cache
def _codes(vocabulary: str) -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, spellings in VOCABULARY[vocabulary].items():
        for spelling in (code, *spellings):
            if codes.setdefault(fold(spelling), code) != code:
                raise AssertionError(f"{spelling!r} means two words of {vocabulary}")
    return codes


@cache
def _key_codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for code, spellings in KEYS.items():
        codes.setdefault(fold(code), code)
        for spelling in spellings:
            if codes.setdefault(fold(spelling), code) != code:
                raise AssertionError(f"{spelling!r} means two keys")
    return codes
