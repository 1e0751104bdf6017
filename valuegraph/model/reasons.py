"""Why a value is not possible, in both languages: what the models say, told to people."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.problems import Bilingual

REASONS: Mapping[str, Bilingual] = {
    "a receiving modality": Bilingual(
        "une modalité par laquelle on reçoit mène à son activité : elle n’a pas de « vers »",
        "a receiving modality leads to its activity: it has no “to”",
    ),
    "a giving modality": Bilingual(
        "une modalité par laquelle on donne n’a pas de « ressources »",
        "a giving modality has no “resources”",
    ),
    "low <= likely": Bilingual("il faut bas ≤ probable ≤ haut", "low ≤ likely ≤ high is needed"),
    "a rate says": Bilingual(
        "un taux dit ce que vaut une unité dans une autre unité, par exemple « 1 EUR »",
        "a rate says what one unit is worth in another, for instance “1 EUR”",
    ),
    "a cell is": Bilingual(
        "une case s’écrit par exemple « receives.gift »",
        "a cell is written for instance “receives.gift”",
    ),
    "a date is": Bilingual(
        "une date s’écrit 2018, 2018-12 ou 2018-12-31",
        "a date is written 2018, 2018-12 or 2018-12-31",
    ),
    "an amount is": Bilingual("il faut un nombre fini", "a finite number is needed"),
    "extra": Bilingual(
        "des textes, des nombres finis, des listes et des tables (30 niveaux au plus)",
        "texts, finite numbers, lists and mappings (30 levels at most)",
    ),
    "a language code": Bilingual(
        "il faut un code de langue, par exemple fr ou en",
        "a language code is needed, for instance fr or en",
    ),
    "translations are": Bilingual(
        "seuls les textes ont une traduction, et une liste de textes en a une liste",
        "only texts are translated, and a list of texts by a list",
    ),
    "a ratio has": Bilingual(
        "un rapport a un numérateur et un dénominateur", "a ratio has a numerator and a denominator"
    ),
    "a denominator is": Bilingual(
        "on ne divise pas par zéro : sans personne, il n’y a pas de rapport",
        "nothing is divided by zero: where there is nobody, there is no ratio",
    ),
    "an observation has": Bilingual(
        "il manque la valeur, ou numérateur et dénominateur",
        "the value is missing, or numerator and denominator",
    ),
    "int_": Bilingual("il faut un nombre entier", "a whole number is needed"),
    "greater_than": Bilingual("il faut au moins 0", "at least 0 is needed"),
    "too_short": Bilingual("un chemin a au moins deux éléments", "a route has at least two parts"),
    "string_": Bilingual("il faut un texte", "a text is needed"),
    "tuple_": Bilingual("il faut une liste", "a list is needed"),
    "mapping_": Bilingual("il faut une table clé : valeur", "a key: value mapping is needed"),
    "dict_": Bilingual("il faut une table clé : valeur", "a key: value mapping is needed"),
    "bool_": Bilingual("il faut oui ou non", "true or false is needed"),
    "missing": Bilingual("il manque une valeur", "a value is missing"),
}
"""The beginning of a message or of the name of an error -> what is told."""
