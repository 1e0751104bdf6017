"""Write ``docs/reference/picture-formats.md`` and its French twin: which format carries what."""

from __future__ import annotations

from collections.abc import Iterator

from pages import ROOT
from regions import finish
from typography import french

from valuegraph.problems import Bilingual
from valuegraph.render.formats import CARRIED, FORMATS, Format

_TITLE = Bilingual("Les formats des dessins", "The formats of pictures")
_OTHER_PAGE = Bilingual(
    "[English version](picture-formats.md)", "[Version française](formats-des-dessins.md)"
)
_INTRODUCTION = Bilingual(
    'L’extension du fichier dit le format : `vg.draw(chain, "chaine.pptx")` ou '
    "`valuegraph draw chaine.yaml -o chaine.pptx`. Un format qui tient toutes les feuilles dans un "
    "seul fichier prend plusieurs vues à la fois : `--view extended,matrix`.",
    'The file’s ending says the format: `vg.draw(chain, "chain.pptx")` or '
    "`valuegraph draw chain.yaml -o chain.pptx`. A format that holds all sheets in one file takes "
    "several views at once: `--view extended,matrix`.",
)
_COLUMNS = (
    Bilingual("Extension", "Ending"),
    Bilingual("Ce que c’est", "What it is"),
    Bilingual("Pour", "For"),
    Bilingual("fait à partir de", "made from"),
    Bilingual("plusieurs feuilles", "several sheets"),
    *CARRIED.values(),
    Bilingual("demande", "needs"),
)
_YES = Bilingual("oui", "yes")
_NO = Bilingual("–", "–")
_SOURCES = (Bilingual("la vue", "the view"), Bilingual("la chaîne", "the chain"))
_SHEETS = (Bilingual("un fichier chacune", "a file each"), Bilingual("un fichier", "one file"))


def page(language: str) -> str:
    """Return the page of every format, in ``language``."""
    rows = [[column.text(language) for column in _COLUMNS], ["---"] * len(_COLUMNS)]
    for format_, endings in _by_format().items():
        rows.append(list(_row(format_, endings, language)))
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    paragraphs = (f"# {_TITLE.text(language)}", _OTHER_PAGE.text(language),
                  _INTRODUCTION.text(language), table)  # fmt: skip
    text = "\n\n".join(paragraphs) + "\n"
    return french(text) if language == "fr" else text


def _by_format() -> dict[Format, list[str]]:
    """Return each format with all its endings."""
    found: dict[Format, list[str]] = {}
    for ending, format_ in FORMATS.items():
        found.setdefault(format_, []).append(ending)
    return found


def _row(format_: Format, endings: list[str], language: str) -> Iterator[str]:
    yield ", ".join(f"`.{ending}`" for ending in endings)
    yield format_.name.text(language)
    yield format_.use.text(language)
    yield _SOURCES[format_.from_chain].text(language)
    yield _SHEETS[format_.one_file].text(language)
    for what in CARRIED:
        yield (_YES if what in format_.carries else _NO).text(language)
    yield f"`valuegraph[{format_.extra}]`" if format_.extra else _NO.text(language)


def main() -> None:
    """Write both pages, or check that they are fresh."""
    names = {"fr": "formats-des-dessins.md", "en": "picture-formats.md"}
    folder = ROOT / "docs/reference"
    finish({folder / name: page(language).encode() for language, name in names.items()})


if __name__ == "__main__":
    main()
