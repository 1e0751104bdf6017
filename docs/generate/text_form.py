"""Fill the tables of the two pages on the text form from the tables of the code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from key_meanings import MEANINGS
from pages import ROOT
from regions import filled, finish
from typography import NO_BREAK_SPACE, french

from valuegraph.io.documents.keys import OF_FRAMEWORKS, PLACES, Takes
from valuegraph.io.loading import MAX_FILE_BYTES
from valuegraph.io.tree_building import MAX_DEPTH, MAX_NODES
from valuegraph.model.ids import RESERVED, WHOLE_CHAIN
from valuegraph.model.link import LINK_KINDS, PART_KIND_WORDS, SHORT_FORMS, Flow
from valuegraph.model.words import CIRCUIT_LABELS, KEYS, VOCABULARY
from valuegraph.problems import Bilingual

PAGES = {"en": "docs/reference/text-form.md", "fr": "docs/reference/forme-texte.md"}

_FLOWS = {
    Flow.FORWARD: Bilingual("va de l’avant", "forward"),
    Flow.RETURN: Bilingual("retour", "return"),
    Flow.ACCOMPANIES: Bilingual("accompagne", "accompanies"),
    Flow.NONE: Bilingual("autour", "around"),
}
_TAKES = {
    Takes.NAME: Bilingual("un nom", "a name"),
    Takes.TEXT: Bilingual("un texte", "a text"),
    Takes.TEXTS: Bilingual("un ou des textes", "a text, or several"),
    Takes.WORD: Bilingual("un mot", "a word"),
    Takes.TRUTH: Bilingual("oui ou non", "yes or no"),
    Takes.AMOUNT: Bilingual("une quantité", "an amount"),
    Takes.STRENGTH: Bilingual("une force", "a strength"),
    Takes.EVIDENCE: Bilingual("une ou des preuves", "evidence, or a list"),
    Takes.CIRCUIT: Bilingual("un circuit", "a circuit"),
    Takes.IN_RETURN: Bilingual("un bloc", "a mapping"),
    Takes.VALUE: Bilingual("une quantité ou un texte", "an amount or a text"),
    Takes.DATED: Bilingual("date : valeur", "date: value"),
    Takes.BREAKDOWNS: Bilingual("nom : mots", "name: words"),
    Takes.BREAKDOWN: Bilingual("nom : mot", "name: word"),
    Takes.ROUTES: Bilingual("un ou des chemins", "routes"),
    Takes.EXTRA: Bilingual("un bloc libre", "a free mapping"),
    Takes.LINKS: Bilingual("un ou des renvois, ou des blocs", "references, or mappings"),
    Takes.PARTS: Bilingual("un ou des renvois", "references"),
    Takes.PART: Bilingual("un renvoi", "a reference"),
    Takes.CELLS: Bilingual("circuit : case", "circuit: cell"),
    Takes.INSIDE: Bilingual("voir plus bas", "see below"),
}
_WHERE_NONE_IS_LISTED = {"sequence"}  # at the head of the activities, not in one of them
_VOCABULARY_NAMES = {
    "circuit": Bilingual("Circuits", "Circuits"),
    "status": Bilingual("Statut", "Status"),
    "story": Bilingual("Récit", "Story"),
    "confidence": Bilingual("Confiance", "Confidence"),
    "sign": Bilingual("Signe", "Sign"),
    "ownership": Bilingual("Propriété", "Ownership"),
    "state": Bilingual("État d’une ressource", "State of a resource"),
    "level": Bilingual("Niveau", "Level"),
    "resource_type": Bilingual("Types de ressource (liste ouverte)", "Types of resource (open)"),
    "actor_type": Bilingual("Types de partie prenante (liste ouverte)", "Types of actor (open)"),
    "support_type": Bilingual("Types de soutien (liste ouverte)", "Types of support (open)"),
    "dimension": Bilingual("Dimensions d’un impact (liste ouverte)", "Dimensions (open)"),
    "indicator_kind": Bilingual("Nature d’un indicateur", "Kind of indicator"),
    "direction": Bilingual("Sens d’un indicateur", "Direction of an indicator"),
    "rhythm": Bilingual("Rythmes (liste ouverte)", "Rhythms (open)"),
    "chain": Bilingual("La chaîne entière", "The whole chain"),
    "whole": Bilingual("Tout ou rien", "All or none"),
    "truth": Bilingual("Oui ou non", "Yes or no"),
}


def regions(language: str) -> dict[str, str]:
    """Return every generated region of the page in one language."""
    keys = {f"keys-{where}": _keys(where, language) for where in MEANINGS}
    made = {
        **keys,
        "kinds": _kinds(language),
        "short-forms": _short_forms(language),
        "words": _words(language),
        "limits": _limits(language),
        "reserved": ", ".join(f"`{word}`" for word in sorted(RESERVED)),
    }
    return made if language == "en" else {name: french(text) for name, text in made.items()}


def _limits(language: str) -> str:
    megabytes, most = MAX_FILE_BYTES // 10**6, f"{MAX_NODES:,}"
    return {
        "en": f"A file holds at most {megabytes} MB, {MAX_DEPTH} levels inside one another, and "
        f"{most} keys, parts and texts.",
        "fr": f"Un fichier contient au plus {megabytes} Mo, {MAX_DEPTH} niveaux emboîtés et "
        f"{most.replace(',', NO_BREAK_SPACE)} clés, éléments et textes.",
    }[language]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), *([*row] for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _code(*words: str) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _keys(where: str, language: str) -> str:
    head = {"en": ("Key", "In French", "Takes", "What it says"),
            "fr": ("Clé", "En anglais", "Attend", "Ce qu’elle dit")}[language]  # fmt: skip
    rows = []
    for key, meaning in MEANINGS[where].items():
        french = dict.fromkeys(word for word in KEYS[key] if " " not in word)
        first, second = (_code(key), _code(*french))
        pair = (first, second) if language == "en" else (second, first)
        takes = _TAKES[_place(where).get(key, Takes.TRUTH)].text(language)
        rows.append((*pair, "1" if key == "valuegraph" else takes, meaning.text(language)))
    return _table(head, rows)


def _place(where: str) -> Mapping[str, Takes]:
    """Return the keys of a place; ``circuit`` has those of any part and no others."""
    return PLACES[{"chain": WHOLE_CHAIN, "part": "circuit"}.get(where, where)]


def _kinds(language: str) -> str:
    head = {"en": ("Kind", "In French", "Read", "Read backwards", "From", "To", "Flow"),
            "fr": ("Nature", "En anglais", "Se lit", "Se lit à l’envers", "De", "Vers", "Flux"),
            }[language]  # fmt: skip
    rows = []
    for kind in LINK_KINDS.values():
        french = VOCABULARY["kind"][kind.code][0]
        pair = (kind.code, french) if language == "en" else (french, kind.code)
        rows.append((
            *map(_code, pair),
            kind.verb.text(language),
            kind.inverse.text(language),
            _part_kinds(kind.starts, language),
            _part_kinds(kind.ends, language),
            _FLOWS[kind.flow].text(language),
        ))  # fmt: skip
    return _table(head, rows)


def _part_kinds(kinds: frozenset[str], language: str) -> str:
    chosen = [kind for kind in PART_KIND_WORDS if kind in kinds]
    return ", ".join(PART_KIND_WORDS[kind].text(language) for kind in chosen)


def _short_forms(language: str) -> str:
    head = {"en": ("On", "Key", "Stores the link"),
            "fr": ("Sur", "Clé", "Enregistre le lien")}[language]  # fmt: skip
    rows = []
    for part, forms in SHORT_FORMS.items():
        for key, form in forms.items():
            told = key if language == "en" else KEYS[key][0]
            here = PART_KIND_WORDS[part].text(language)
            there = {"en": "what is named", "fr": "ce qui est nommé"}[language]
            start, end = (here, there) if form.part_is_start else (there, here)
            kind = LINK_KINDS[form.kind]
            rows.append((here, _code(told), f"{start} *{kind.verb.text(language)}* {end}"))
    return _table(head, rows)


def _words(language: str) -> str:
    head = {"en": ("Word", "In French", "Also read"),
            "fr": ("Mot", "En anglais", "Se lit aussi")}[language]  # fmt: skip
    sections = []
    for name, heading in _VOCABULARY_NAMES.items():
        rows = []
        for code, spellings in VOCABULARY[name].items():
            first, *others = spellings
            pair = (code, first) if language == "en" else (first, code)
            rows.append((*map(_code, pair), _code(*others)))
        sections.append(f"### {heading.text(language)}\n\n{_table(head, rows)}")
    return "\n\n".join(sections)


def check_tables() -> None:
    """Raise ``LookupError`` where the tables here and those of the code do not agree."""
    of_any_part = MEANINGS["part"].keys()
    of_any_link = MEANINGS["link"].keys()
    wrong = {
        where: _place(where).keys() ^ told.keys()
        for where, told in MEANINGS.items()
        if not told.keys() - _WHERE_NONE_IS_LISTED <= _place(where).keys()
        or not _place(where).keys() - told.keys() <= of_any_part | of_any_link
    }
    places = PLACES.keys() - MEANINGS.keys() - {WHOLE_CHAIN, "circuit"} - OF_FRAMEWORKS
    keys = KEYS.keys() - {key for told in MEANINGS.values() for key in told}
    vocabularies = VOCABULARY.keys() - _VOCABULARY_NAMES.keys() - {"kind", "way"}
    circuits = CIRCUIT_LABELS.keys() ^ VOCABULARY["circuit"].keys()
    if wrong or places or keys or vocabularies or circuits:
        raise LookupError(f"{wrong=} {places=} {keys=} {vocabularies=} {circuits=}")


def main() -> None:
    """Write the two pages, or check that they are fresh."""
    check_tables()
    files = {}
    for language, name in PAGES.items():
        page = ROOT / name
        files[page] = filled(page.read_text(encoding="utf-8"), regions(language)).encode()
    finish(files)


if __name__ == "__main__":
    main()
