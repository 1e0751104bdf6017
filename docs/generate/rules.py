"""Write ``docs/reference/problems.md`` and its French twin: every rule, by its code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pages import ROOT
from regions import finish

from valuegraph.io.packs.reading import packs
from valuegraph.problems import Bilingual, Rule, all_rules

_NO_BREAK = "\u00a0"

_TITLE = Bilingual("Ce que check et la lecture peuvent dire", "What check and reading can say")
_OTHER_PAGE = Bilingual("[English version](problems.md)", "[Version française](problemes.md)")
_INTRODUCTION = Bilingual(
    "Chaque remarque a un code, qui ne change pas d’une version à l’autre. Une **erreur** empêche "
    "de lire un fichier ou de faire ce qui est demandé. Un **avertissement** signale ce qui "
    "n’est sans doute pas voulu. Une **note** donne de quoi discuter : une chaîne peut en avoir "
    "plusieurs et être excellente. « … » tient ici la place des noms et des valeurs de votre "
    "chaîne.\n\n"
    '`vg.check(chain, ignore=["VG340"])` laisse de côté les remarques d’un code.',
    "Every remark has a code, which stays the same from one version to the next. An **error** "
    "keeps a file from being read, or what is asked from being done. A **warning** tells what is "
    "probably not meant. A **note** gives something to discuss: a chain can have several and be "
    "excellent. “…” stands here for the names and values of your chain.\n\n"
    '`vg.check(chain, ignore=["VG340"])` leaves out the remarks of one code.',
)
_PACKS = Bilingual("Les paquets de règles", "The packs of rules")
_SOURCE = Bilingual("Source : ", "Source: ")
_FAMILIES: Mapping[str, Bilingual] = {
    "VG1": Bilingual("Le fichier : VG100 à VG199", "The file: VG100 to VG199"),
    "VG2": Bilingual("Le contenu : VG200 à VG299", "The content: VG200 to VG299"),
    "VG3": Bilingual("La chaîne, vue par check : VG300 à VG399",
                     "The chain, as check sees it: VG300 to VG399"),
    "VG4": Bilingual("Les schémas et les options : VG400 à VG499",
                     "Drawings and options: VG400 to VG499"),
    "VG5": Bilingual("L’analyse : VG500 à VG599", "The analysis: VG500 to VG599"),
    "VG6": Bilingual("D’un format à l’autre : VG600 à VG699",
                     "From one format to another: VG600 to VG699"),
    "VG7": Bilingual("L’évaluation et ses données : VG700 à VG799",
                     "The evaluation and its data: VG700 to VG799"),
}  # fmt: skip


def page(language: str) -> str:
    """Return the page of every rule, in ``language``.

    Raises:
        LookupError: a rule's code belongs to no family.
    """
    rules = all_rules().values()
    strangers = [rule.code for rule in rules if rule.code[:3] not in _FAMILIES]
    if strangers:
        raise LookupError(f"no heading for {strangers}")
    blocks = [
        f"# {_TITLE.text(language)}",
        _OTHER_PAGE.text(language),
        _spaced(_INTRODUCTION.text(language), language),
    ]
    for family, heading in _FAMILIES.items():
        chosen = [rule for rule in rules if rule.code.startswith(family)]
        if chosen:
            blocks.append(f"## {_spaced(heading.text(language), language)}")
            blocks += _entries(chosen, language)
    blocks += _packs(language)
    return "\n\n".join(blocks) + "\n"


def _packs(language: str) -> Iterable[str]:
    """Yield the packs that come with the package, rule by rule."""
    yield f"## {_PACKS.text(language)}"
    for pack in packs():
        yield f"### {pack.name}"
        yield _spaced(_escaped(f"{pack.title.text(language)}. {pack.description.text(language)}"),
                      language)  # fmt: skip
        yield _spaced(_escaped(f"{_SOURCE.text(language)}{pack.source.text(language)}"), language)
        for rule in pack.rules:
            severity = rule.severity.label(language)
            lines = (rule.says, rule.reason, rule.repair, rule.origin)
            text = " ".join(_as_sentence(line.text(language)) for line in lines if any(line))
            yield f"- `{pack.code_of(rule)}`, **{severity}** · {_shown(text, language)}"


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text[:1].upper()}{text[1:]}."


def _entries(rules: Iterable[Rule], language: str) -> Iterable[str]:
    for rule in rules:
        yield f"### {rule.code}"
        severity = rule.severity.label(language)
        entry = f"**{severity}** · {_shown(rule.message.text(language), language)}"
        hint = _shown(rule.hint.text(language), language)
        yield entry if hint in ("", "…") else f"{entry}\n\n{hint}"


def _shown(template: str, language: str) -> str:
    """Return a rule's text with dots for its values, keys as code, French spaces."""
    text = re.sub(r"((?<!\{)\{\w+\}(?!\}))+", "…", template)
    text = text.replace("{{", "{").replace("}}", "}")
    pieces = re.split(r"(`[^`]*`)", _with_code(text))
    return "".join(piece if piece.startswith("`") else _spaced(_escaped(piece), language)
                   for piece in pieces)  # fmt: skip


def _with_code(text: str) -> str:
    """Return a text whose keys, signs and mappings between quotes or braces stand as code."""
    text = re.sub(r"\{[^{}]*:[^{}]*\}", lambda found: f"`{found[0]}`", text)
    return re.sub(
        r"« ([^«»`]*) »|“([^“”`]*)”",
        lambda found: f"`{found[1] or found[2]}`" if _is_code(found[1] or found[2]) else found[0],
        text,
    )


def _is_code(quoted: str) -> bool:
    return re.search(r"\w:|[^\w\s’'.,…-]", quoted) is not None and "…" not in quoted.strip("…")


def _escaped(text: str) -> str:
    return re.sub(r"([\\*_<>\[\]`#|])", r"\\\1", text)


def _spaced(text: str, language: str) -> str:
    """Return a French text with no-break spaces where French has them; others as they are."""
    if language != "fr":
        return text
    text = re.sub(r" (?=[:;?!»])", _NO_BREAK, text)
    return re.sub(r"« ", f"«{_NO_BREAK}", text)


def main() -> None:
    """Write both pages, or check that they are fresh."""
    folder = ROOT / "docs/reference"
    names = {"fr": "problemes.md", "en": "problems.md"}
    finish({folder / name: page(language).encode() for language, name in names.items()})


if __name__ == "__main__":
    main()
