"""Write ``docs/reference/linked-data-terms.md`` and its French twin: every term of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from key_meanings import MEANINGS
from pages import ROOT
from regions import finish
from typography import french

from valuegraph.io.cids.kept import KEPT, OF_OTHERS, UNREAD
from valuegraph.io.cids.names import INNER_IRIS, NAME_OF_IRI, PREFIXES, short
from valuegraph.io.cids.standard_links import LINKS_SAID
from valuegraph.io.cids.terms import BESIDE_KEYS, CLASSES, STANDARD_CLASSES, keys_of
from valuegraph.io.documents.keys import PLACE_WORDS
from valuegraph.model.link import LINK_KINDS
from valuegraph.problems import Bilingual

PAGES = {
    "en": "docs/reference/linked-data-terms.md",
    "fr": "docs/reference/termes-donnees-liees.md",
}

_TITLE = Bilingual("Les termes des données liées", "The terms of linked data")
_OTHER_PAGE = Bilingual(
    "[English version](linked-data-terms.md)", "[Version française](termes-donnees-liees.md)"
)
_INTRODUCTION = Bilingual(
    'Ce que `vg.write(chain, "chaine.jsonld")` écrit dans les termes du Common Impact Data '
    "Standard 3.2.1, et à côté dans les nôtres, où rien ne se perd. Pour s’en servir : [Données "
    "d’impact liées](../guides/donnees-d-impact.md). Nos termes commencent par `{space}` (préfixe "
    "`vg`) : c’est un nom, pas une adresse, et rien n’est à télécharger.",
    'What `vg.write(chain, "chain.jsonld")` writes in the terms of the Common Impact Data '
    "Standard 3.2.1, and beside them in ours, where nothing is lost. To use it: [Linked impact "
    "data](../how-to/linked-impact-data.md). Our terms begin with `{space}` (prefix `vg`): that is "
    "a name, not an address, and there is nothing to fetch.",
)
_CLASSES = Bilingual("Classes", "Classes")
_CLASS_HEAD = Bilingual(
    "ce que c’est | notre classe | celle de la norme",
    "what it is | our class | that of the standard",
)
_ACTORS = Bilingual(
    "Une partie prenante à qui un lien profite est aussi `cids:BeneficialStakeholder` ; celle qui "
    "fournit, porte, finance, pilote ou participe, `cids:ContributingStakeholder`. Celle qui porte "
    "la chaîne entière est l’`cids:Organization` à laquelle tout se rapporte ; sans elle, la "
    "chaîne "
    "en tient lieu. Une question et un critère sont des thèmes ; un groupe d’impacts ou "
    "d’indicateurs aussi. Une ressource est `cids:FinancialInput`, `cids:SkillInput` ou "
    "`cids:PhysicalInput` selon son type.",
    "A stakeholder that a link benefits is a `cids:BeneficialStakeholder` too; one that provides, "
    "carries, funds, governs or takes part, a `cids:ContributingStakeholder`. Whoever carries the "
    "whole chain is the `cids:Organization` that all the rest is for; without it, the chain stands "
    "for it. A question and a criterion are themes; so is a group of impacts or indicators. A "
    "resource is a `cids:FinancialInput`, `cids:SkillInput` or `cids:PhysicalInput` by its type.",
)
_LINKS = Bilingual("Liens", "Links")
_LINK_HEAD = Bilingual(
    "lien | du départ à l’arrivée | de l’arrivée au départ",
    "link | from start to end | from end to start",
)
_REIFIED = Bilingual(
    "Chaque lien est de plus un élément `vg:Link`, avec tout ce qu’il dit. Un lien réfuté ou de "
    "signe négatif n’est dit que là : la norme n’a pas de mot pour « ne produit pas ». Un "
    "impact qui profite ou "
    "coûte à quelqu’un a aussi un `cids:StakeholderOutcome`.",
    "Each link is a `vg:Link` of its own besides, with all that it says. One that is refuted "
    "or has "
    "a negative sign is told only there: the standard has no word for “does not "
    "produce”. An impact that benefits or costs somebody has a `cids:StakeholderOutcome` too.",
)
_BESIDE = Bilingual("Propriétés qui ne sont pas des clés", "Properties that are no keys")
_TERM_HEAD = Bilingual("propriété | ce qu’elle dit", "property | what it says")
_PROPERTIES = Bilingual("Propriétés : {what}", "Properties: {what}")
_VALUES = Bilingual(
    "Un texte est un texte simple, un renvoi un IRI, un nombre `xsd:integer` ou `xsd:decimal` "
    "; une "
    "liste ou un bloc est du JSON (`rdf:JSON`). Nom et description sont ceux de la norme "
    "(`org:hasName`, `cids:hasDescription`) ; `vg:name` et `vg:description` ne sont écrits que "
    "s’ils en diffèrent.",
    "A text is a plain text, a reference an IRI, a number `xsd:integer` or `xsd:decimal`; a "
    "list or "
    "a mapping is JSON (`rdf:JSON`). Name and description are those of the standard "
    "(`org:hasName`, "
    "`cids:hasDescription`); `vg:name` and `vg:description` are written only where they differ.",
)
_EXTRA = Bilingual("Clés de extra", "Keys of extra")
_EXTRA_KEYS = {
    NAME_OF_IRI: Bilingual(
        "l’IRI sous lequel la chaîne, la partie ou le lien est connu ailleurs : il est gardé",
        "the IRI by which the chain, part or link is known elsewhere: it is kept",
    ),
    INNER_IRIS: Bilingual(
        "les IRI de ce qui en dépend : une valeur, une cible",
        "the IRIs of what belongs to it: a value, a target",
    ),
    KEPT: Bilingual(
        "les énoncés mis de côté à la lecture : propriété, puis valeurs",
        "the statements set aside when reading: property, then values",
    ),
    UNREAD: Bilingual(
        "dans la chaîne : des énoncés dans nos termes qui n’y disent rien ; gardés, non réécrits",
        "in the chain: statements in our terms that say nothing there; kept, not written again",
    ),
    OF_OTHERS: Bilingual(
        "dans la chaîne : ceux d’autres éléments : IRI, propriété, valeurs",
        "in the chain: those of other things: IRI, property, values",
    ),
}
_KEY_HEAD = Bilingual("clé | ce qu’elle dit", "key | what it says")
_PREFIXES = Bilingual("Préfixes", "Prefixes")
_PREFIX_HEAD = Bilingual("préfixe | espace de noms", "prefix | namespace")
_MEANT = {"link": ("link", "item")}
_COMMON = "part"


def page(language: str) -> str:
    """Return the page of every term, in ``language``."""
    paragraphs = [
        f"# {_TITLE.text(language)}",
        _OTHER_PAGE.text(language),
        _INTRODUCTION.text(language).format(space=PREFIXES["vg"]),
        *_section(_CLASSES, _CLASS_HEAD, _classes(language), language),
        _ACTORS.text(language),
        *_section(_LINKS, _LINK_HEAD, _links(language), language),
        _REIFIED.text(language),
        *_section(_BESIDE, _TERM_HEAD, _beside(language), language),
    ]
    for place in CLASSES:
        rows = list(_properties(place, language))
        what = PLACE_WORDS[place].text(language)
        heading = Bilingual(*(one.format(what=what) for one in (_PROPERTIES.fr, _PROPERTIES.en)))
        if rows:
            paragraphs += _section(heading, _TERM_HEAD, rows, language)
    paragraphs += [_VALUES.text(language)]
    kept = ([f"`{key}`", told.text(language)] for key, told in _EXTRA_KEYS.items())
    paragraphs += _section(_EXTRA, _KEY_HEAD, kept, language)
    prefixes = ([f"`{prefix}`", f"`{space}`"] for prefix, space in PREFIXES.items())
    paragraphs += _section(_PREFIXES, _PREFIX_HEAD, prefixes, language)
    text = "\n\n".join(paragraphs) + "\n"
    return french(text) if language == "fr" else text


def _section(
    heading: Bilingual, head: Bilingual, rows: Iterable[list[str]], language: str
) -> list[str]:
    columns = head.text(language).split(" | ")
    table = [columns, ["---"] * len(columns), *rows]
    lines = "\n".join("| " + " | ".join(row) + " |" for row in table)
    return [f"## {heading.text(language)}", lines]


def _classes(language: str) -> Iterator[list[str]]:
    for place, name in CLASSES.items():
        standard = f"`{STANDARD_CLASSES[place]}`" if place in STANDARD_CLASSES else "—"
        yield [PLACE_WORDS[place].text(language), f"`{name}`", standard]


def _links(language: str) -> Iterator[list[str]]:
    for code, kind in LINK_KINDS.items():
        said = LINKS_SAID.get(code, ())
        there = ", ".join(f"`{one.predicate}`" for one in said if one.from_start)
        back = ", ".join(f"`{one.predicate}`" for one in said if not one.from_start)
        yield [f"`{code}` ({kind.verb.text(language)})", there or "—", back or "—"]


def _beside(language: str) -> Iterator[list[str]]:
    for name, told in BESIDE_KEYS.items():
        yield [f"`{name}`", told.text(language)]


def _properties(place: str, language: str) -> Iterator[list[str]]:
    for key, predicate in keys_of(place).items():
        meaning = _meaning(place, key)
        if meaning is not None:
            yield [f"`{short(predicate)}`", meaning.text(language).replace("|", "\\|")]


def _meaning(place: str, key: str) -> Bilingual | None:
    """Return what a key says there; nothing for what every part says, told once below."""
    for table in (*_MEANT.get(place, (place,)), _COMMON, "evaluation"):
        if key in MEANINGS.get(table, {}):
            return MEANINGS[table][key]
    if key == "circuit":
        return Bilingual("son circuit", "its circuit")
    raise LookupError(f"{place}.{key} has no meaning")


if __name__ == "__main__":
    finish({ROOT / path: page(language).encode() for language, path in PAGES.items()})
