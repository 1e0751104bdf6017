"""Every word the command line says, in French and English: one table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from valuegraph.cli.words_assessing import ASSESSING
from valuegraph.cli.words_collecting import WORDS as COLLECTING
from valuegraph.cli.words_converting import CONVERTING
from valuegraph.cli.words_method import WORDS as METHOD
from valuegraph.cli.words_reporting import WORDS as REPORTING
from valuegraph.cli.words_tracing import TRACING
from valuegraph.problems import Bilingual

WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        # the help pages
        "program": Bilingual(
            "Chaînes de valeur de l’économie sociale et solidaire : dessiner, vérifier, "
            "questionner.\n\n"
            "Pour commencer :\n\n"
            "\b\n"
            "  valuegraph example conserverie -o ma_chaine.yaml\n"
            "  valuegraph check ma_chaine.yaml\n"
            "  valuegraph draw ma_chaine.yaml\n"
            "  valuegraph trace ma_chaine.yaml",
            "Value chains of the social and solidarity economy: draw, check, question.\n\n"
            "To begin:\n\n"
            "\b\n"
            "  valuegraph example conserverie -o my_chain.yaml\n"
            "  valuegraph check my_chain.yaml\n"
            "  valuegraph draw my_chain.yaml\n"
            "  valuegraph trace my_chain.yaml",
        ),
        "usage": Bilingual("Utilisation :", "Usage:"),
        "options": Bilingual("Options ", "Options"),
        "commands": Bilingual("Commandes ", "Commands"),
        "OPTIONS": Bilingual("[OPTIONS]", "[OPTIONS]"),
        "COMMAND": Bilingual("COMMANDE [ARGUMENTS]...", "COMMAND [ARGUMENTS]..."),
        "FILE": Bilingual("FICHIER", "FILE"),
        "FILES": Bilingual("FICHIER...", "FILE..."),
        "[FILE]": Bilingual("[FICHIER]", "[FILE]"),
        "NAME": Bilingual("[NOM]", "[NAME]"),
        "IN": Bilingual("ENTRÉE", "IN"),
        "OUT": Bilingual("SORTIE", "OUT"),
        "TEXT": Bilingual("TEXTE", "TEXT"),
        "NUMBER": Bilingual("NOMBRE", "NUMBER"),
        "THEME": Bilingual("THÈME", "THEME"),
        "help": Bilingual("Montre cette page.", "Show this page."),
        "version": Bilingual("Montre la version.", "Show the version."),
        "language": Bilingual(
            "Langue des messages : fr ou en (sinon, celle du système).",
            "Language of the messages: fr or en (else the system’s).",
        ),
        "force": Bilingual(
            "Remplace SORTIE si ce fichier existe déjà.", "Replace OUT if that file exists already."
        ),
        "draw": Bilingual("Dessine une chaîne.", "Draw a chain."),
        "draw, whole": Bilingual(
            "Dessine la chaîne décrite par FICHIER (texte, classeur, dossier de tableaux… ; - pour "
            "l’entrée standard). Plusieurs fichiers font un système : leurs chaînes côte à "
            "côte.\n\n"
            "Un dessin de même nom est remplacé.",
            "Draw the chain that FILE describes (text, workbook, folder of tables…; - for "
            "standard input). Several files make a system: their chains side by side.\n\n"
            "A drawing of the same name is replaced.",
        ),
        "draw --out": Bilingual(
            "Fichier ou dossier du dessin (sinon, à côté de FICHIER).",
            "File or folder of the drawing (else beside FILE).",
        ),
        "draw --view": Bilingual(
            "Vue : extended (l’affiche, par défaut), porter, matrix, flow (les flux), "
            "cycle (le cycle de la valeur), actors (qui donne quoi à qui), framework (les "
            "questions et les indicateurs), network (chaque lien), system (plusieurs chaînes, "
            "par défaut pour plusieurs fichiers) ; plusieurs avec des virgules.",
            "View: extended (the poster, by default), porter, matrix, flow (the flows), "
            "cycle (the value cycle), actors (who gives what to whom), framework (questions and "
            "indicators), network (every link), system (several chains, by default for several "
            "files); several with commas.",
        ),
        "draw --page": Bilingual(
            "Page : A4 (par défaut), A3, A2, A1, A0, A4-portrait, A3-portrait, A2-portrait, "
            "A1-portrait, A0-portrait, slide.",
            "Page: A4 (by default), A3, A2, A1, A0, A4-portrait, A3-portrait, A2-portrait, "
            "A1-portrait, A0-portrait, slide.",
        ),
        "draw --language": Bilingual(
            "Langue du dessin et des messages (sinon, celle de la chaîne et celle du système).",
            "Language of the drawing and the messages (else the chain’s and the system’s).",
        ),
        "draw --columns": Bilingual(
            "Ce que montrent les colonnes : activities (par défaut) ou circuits.",
            "What the columns show: activities (by default) or circuits.",
        ),
        "draw --basis": Bilingual(
            "Ce que montre la largeur des flux : equal (parts égales), strength (force) ou amount "
            "(quantité) ; sinon, la force s’il y en a.",
            "What the width of flows shows: equal (equal parts), strength or amount; else "
            "strength, where there is any.",
        ),
        "draw --unit": Bilingual(
            "Unité des quantités montrées (sinon, la plus employée).",
            "Unit of the amounts shown (else the one most used).",
        ),
        "draw --highlight": Bilingual(
            "Ce qui est mis en évidence : une partie, circuit:gift, actor:clirse, "
            "route:depart>arrivee (le chemin le plus fort), routes:depart>arrivee (tous), "
            "without:partie (ce qui manque sans elle). Peut être répété.",
            "What stands out: a part, circuit:gift, actor:clirse, route:start>end (the "
            "strongest route), routes:start>end (all of them), without:part (what is lost "
            "without it). May be repeated.",
        ),
        "draw --only": Bilingual(
            "Ce qui est dessiné : une partie avec ce qui y mène et ce à quoi elle mène, "
            "upstream:partie (ou amont:), downstream:partie (ou aval:), circuit:gift, "
            "actor:clirse. Peut être répété.",
            "What is drawn: a part with what leads to it and what it leads to, upstream:part, "
            "downstream:part, circuit:gift, actor:clirse. May be repeated.",
        ),
        "draw --detail": Bilingual(
            "Détail : full (par défaut) ou overview (vue d’ensemble, à lire de loin).",
            "Detail: full (by default) or overview (to be read from afar).",
        ),
        "draw --theme": Bilingual(
            "Thème de la maison : son fichier, ou l’un de ceux fournis : blue-orange, "
            "high-contrast.",
            "Your house style: its theme file, or one of those we bring: blue-orange, "
            "high-contrast.",
        ),
        "draw --grey": Bilingual(
            "Montre le dessin comme une imprimante en noir et blanc.",
            "Show the drawing as a black and white printer does.",
        ),
        "draw --text": Bilingual(
            "Textes du SVG : live (par défaut, on peut les copier) ou paths (des tracés).",
            "Texts of the SVG: live (by default, they can be copied) or paths (outlines).",
        ),
        "draw --dpi": Bilingual(
            "Points par pouce du PNG (200 par défaut).",
            "Dots per inch of the PNG (200 by default).",
        ),
        "draw --format": Bilingual(
            "Format : svg (par défaut), png, pdf, pptx, html, drawio, mmd (Mermaid), dot ou gv ; "
            "sinon, la fin du nom de SORTIE le dit.",
            "Format: svg (by default), png, pdf, pptx, html, drawio, mmd (Mermaid), dot or gv; "
            "else the ending of OUT says it.",
        ),
        "check": Bilingual("Dit ce qui est à revoir ou à discuter.",
                           "Say what to repair or discuss."),
        "check, whole": Bilingual(
            "Dit ce qui, dans FICHIER, est à corriger, à revoir ou à discuter.\n\n"
            "Le code de retour est 1 s’il y a des erreurs (voir --fail-on), 0 sinon.",
            "Say what in FILE is to be repaired, looked at again or discussed.\n\n"
            "The exit code is 1 if there are errors (see --fail-on), else 0.",
        ),
        "check --format": Bilingual(
            "text (par défaut), json (dans les deux langues) ou sarif.",
            "text (by default), json (in both languages) or sarif.",
        ),
        "example": Bilingual("Donne un exemple à copier.", "Give an example to copy."),
        "example, whole": Bilingual(
            "Donne le texte d’un exemple, à copier et à changer ; sans NOM, dit lesquels il y a.",
            "Give the text of an example, to copy and change; without NAME, say which there are.",
        ),
        "example --out": Bilingual(
            "Fichier où écrire le texte (sinon, il est affiché).",
            "File to write the text to (else it is printed).",
        ),
        "kit": Bilingual("Prépare un atelier.", "Prepare a workshop."),
        "kit, whole": Bilingual(
            "Fait ce que l’on imprime pour un atelier : mode d’emploi, canevas à remplir (A0, A1, "
            "et en feuilles A3 ou A4), cartes à découper, affiche.\n\nSans FICHIER, le canevas est "
            "sans nom et les cartes sont vierges. Des fichiers de même nom sont remplacés.",
            "Make what is printed for a workshop: how-to, canvas to fill in (A0, A1, and on sheets "
            "of A3 or A4), cards to cut out, poster.\n\nWithout FILE, the canvas has no name and "
            "the cards are blank. Files of the same name are replaced.",
        ),
        "kit --out": Bilingual(
            "Dossier (sinon « kit », ou « kit-FICHIER » à côté de FICHIER).",
            "Folder (else “kit”, or “kit-FILE” beside FILE).",
        ),
        "kit --format": Bilingual(
            "Format des feuilles : pdf (par défaut), svg, png.",
            "Format of the sheets: pdf (by default), svg, png.",
        ),
        "kit --language": Bilingual(
            "Langue des feuilles (sinon, celle de la chaîne).",
            "Language of the sheets (else that of the chain).",
        ),
        **CONVERTING,
        # what was typed is not right
        "error": Bilingual("Erreur : {message}", "Error: {message}"),
        "try": Bilingual(
            "Pour en savoir plus : {command} --help", "To know more: {command} --help"
        ),
        "missing": Bilingual("il manque {name}.", "{name} is missing."),
        "missing command": Bilingual("il manque une commande.", "a command is missing."),
        "no such command": Bilingual(
            "la commande « {name} » n’existe pas.", "there is no command “{name}”."
        ),
        "no such option": Bilingual(
            "l’option {name} n’existe pas.", "there is no option {name}."
        ),
        "did you mean": Bilingual(" Vouliez-vous dire {names} ?", " Did you mean {names}?"),
        "or": Bilingual(" ou ", " or "),
        "option needs": Bilingual("l’option {name} attend une valeur.", "{name} needs a value."),
        "option is a flag": Bilingual(
            "l’option {name} ne prend pas de valeur.", "{name} takes no value."
        ),
        "too many": Bilingual("« {names} » est de trop.", "“{names}” is not expected here."),
        "bad value": Bilingual(
            "« {value} » n’est pas possible pour {name} : {reason}.",
            "“{value}” is not possible for {name}: {reason}.",
        ),
        "wrong": Bilingual("cela ne se comprend pas.", "this cannot be understood."),
        "one of": Bilingual("il faut {names}", "it must be {names}"),
        "a number": Bilingual("il faut un nombre plus grand que 0", "a number above 0 is needed"),
        "a language": Bilingual(
            "il faut un code de langue, par exemple fr ou en",
            "a language code is needed, for instance fr or en",
        ),
        "out needed": Bilingual(
            "l’entrée standard n’a pas de nom : dites avec -o où mettre le dessin.",
            "standard input has no name: say with -o where the drawing goes.",
        ),
        "name needed": Bilingual(
            "quel exemple ? Possibles : {names}.", "which example? Possible: {names}."
        ),
        # what cannot be done
        "exists": Bilingual(
            "« {path} » existe déjà ; --force le remplace.",
            "“{path}” exists already; --force replaces it.",
        ),
        "is the input": Bilingual(
            "« {path} » est le fichier à dessiner : le dessin le remplacerait.",
            "“{path}” is the file to draw: the drawing would replace it.",
        ),
        "standard input": Bilingual("entrée standard", "standard input"),
        "no input": Bilingual(
            "l’entrée standard ne peut pas être lue.", "standard input cannot be read."
        ),
        "no output": Bilingual(
            "la sortie standard ne peut pas être écrite : {why}.",
            "standard output cannot be written: {why}.",
        ),
        "interrupted": Bilingual("Interrompu.", "Interrupted."),
        # what was done
        "wrote": Bilingual("Écrit : {path}", "Wrote {path}"),
        "comments lost": Bilingual(
            "Les commentaires (les lignes qui commencent par #) ne sont pas repris.",
            "Comments (the lines that begin with #) are not carried over.",
        ),
        "counts": Bilingual("{errors}, {warnings}, {notes}.", "{errors}, {warnings}, {notes}."),
        "errors": Bilingual("{count} erreur{s}", "{count} error{s}"),
        "warnings": Bilingual("{count} avertissement{s}", "{count} warning{s}"),
        "notes": Bilingual("{count} note{s}", "{count} note{s}"),
        **TRACING,
        **METHOD,
        **COLLECTING,
        **REPORTING,
        **ASSESSING,
    }
)  # fmt: skip
"""Each text by what it is for; ``{names}`` are filled when it is said."""


_FRENCH_SPACES = re.compile(r" (?=[:;?!»]|$)|(?<=«) ")


def say(name: str, language: str, /, **values: object) -> str:
    """Return the text of that name in ``language``, its spaces unbreakable where French asks."""
    text = WORDS[name].text(language)
    if language == "fr":
        text = _FRENCH_SPACES.sub("\u00a0", text)
    return text.format_map(values)
