"""What the command line says of formats: converting, the empty workbook, the tables, the schema."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from valuegraph.problems import Bilingual

CONVERTING: Mapping[str, Bilingual] = MappingProxyType(
    {
        "convert": Bilingual("Passe d’un format à un autre.", "From one format to another."),
        "convert, whole": Bilingual(
            "Récrit ENTRÉE dans SORTIE, dans un autre format ou une autre langue.\n\nLa fin du "
            "nom de SORTIE dit le format (.yaml, .json… : voir valuegraph formats) ; un nom qui "
            "finit par / est un dossier de tables. Ce que le format ne peut pas garder est dit, "
            "élément par élément. Les commentaires du fichier ne suivent pas.",
            "Write IN again as OUT, in another format or another language.\n\nThe ending of OUT "
            "says the format (.yaml, .json…: see valuegraph formats); a name that ends in / is a "
            "folder of tables. What the format cannot hold is told, part by part. Comments in the "
            "file do not follow.",
        ),
        "convert --keys": Bilingual(
            "Langue des mots-clés et des titres de colonnes : fr ou en (par défaut). Le JSON est "
            "en anglais.",
            "Language of keywords and headings: fr or en (by default). JSON is in English.",
        ),
        "template": Bilingual(
            "Fait un classeur vide à remplir.", "Make an empty workbook to fill in."
        ),
        "template, whole": Bilingual(
            "Fait un classeur Excel (.xlsx) prêt à remplir en atelier : une feuille par sorte "
            "d’élément, des listes de choix, un mode d’emploi.\n\nLe classeur rempli se lit comme "
            "une chaîne : valuegraph draw fiches.xlsx. Demande valuegraph[xlsx].",
            "Make an Excel workbook (.xlsx) to be filled in a workshop: a sheet a kind of part, "
            "lists to choose from, a page that explains.\n\nThe filled workbook is read as a "
            "chain: valuegraph draw cards.xlsx. Needs valuegraph[xlsx].",
        ),
        "template --out": Bilingual(
            "Fichier à faire (sinon, fiches.xlsx).", "File to make (else cards.xlsx)."
        ),
        "template --language": Bilingual(
            "Langue du classeur et des messages : fr ou en (sinon, celle du système).",
            "Language of the workbook and the messages: fr or en (else the system’s).",
        ),
        "template name": Bilingual("fiches.xlsx", "cards.xlsx"),
        "formats": Bilingual(
            "Dit quels formats se lisent et s’écrivent.", "Say which formats are read and written."
        ),
        "formats, whole": Bilingual(
            "Dit quels formats d’une chaîne se lisent et s’écrivent, et ce que chacun perd.",
            "Say which formats of a chain are read and written, and what each loses.",
        ),
        "schema": Bilingual(
            "Donne le schéma JSON du texte d’une chaîne.", "Give the JSON Schema of a chain’s text."
        ),
        "schema, whole": Bilingual(
            "Donne le schéma JSON (2020-12) du texte d’une chaîne, pour les éditeurs et les autres "
            "programmes.\n\nIl voit la forme : clés inconnues, mots impossibles, nombres. Ce qui "
            "tient à deux endroits à la fois (une référence, un identifiant pris) est vu par "
            "valuegraph check.",
            "Give the JSON Schema (2020-12) of a chain’s text, for editors and other programs."
            "\n\nIt sees the shape: unknown keys, impossible words, numbers. What joins two places "
            "(a reference, an id that is taken) is seen by valuegraph check.",
        ),
        "schema --out": Bilingual(
            "Fichier du schéma (sinon, l’écran).", "File of the schema (else the screen)."
        ),
        "schema --keys": Bilingual(
            "Mots-clés acceptés : all (par défaut), fr ou en.",
            "Keywords that pass: all (by default), fr or en.",
        ),
    }
)
"""Each text by what it is for."""
