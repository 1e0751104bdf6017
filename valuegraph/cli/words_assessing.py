"""What the command line says about evaluations, in French and English."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.problems import Bilingual

ASSESSING: Mapping[str, Bilingual] = {
    "DATE": Bilingual("DATE", "DATE"),
    "coverage": Bilingual("Dit ce qui est mesuré, et ce qui ne l’est pas.",
                          "Say what is measured, and what is not."),
    "coverage, whole": Bilingual(
        "Dit quelles parties, quels liens et quels chemins de la chaîne FICHIER un indicateur "
        "suit, et quelles questions, quels critères et quels indicateurs restent sans réponse.\n\n"
        "Mesuré ne veut pas dire bon, ni même connu : un indicateur peut n’avoir aucune donnée.",
        "Say which parts, links and routes of the chain FILE an indicator follows, and which "
        "questions, criteria and indicators are left without an answer.\n\n"
        "Measured does not mean good, nor even known: an indicator may have no data.",
    ),
    "progress": Bilingual("Dit où en est chaque indicateur.", "Say how each indicator stands."),
    "progress, whole": Bilingual(
        "Dit où en est chaque indicateur de la chaîne FICHIER : valeur, départ, cible, et part du "
        "chemin parcourue.\n\n"
        "Ce qui n’est pas connu reste inconnu, et n’est jamais zéro.",
        "Say how each indicator of the chain FILE stands: value, value at first, target, and how "
        "much of the way is made.\n\n"
        "What is not known stays unknown, and is never zero.",
    ),
    "progress --on": Bilingual(
        "Jour demandé, comme 2018, 2018-12 ou 2018-12-31 (sinon, celui de la dernière "
        "observation).",
        "Day asked for, such as 2018, 2018-12 or 2018-12-31 (else that of the last observation).",
    ),
    "assess --table": Bilingual("Une table au lieu du texte, en csv, md ou json.",
                                "A table in place of the text, as csv, md or json."),
    "evidence": Bilingual("Dit si les chemins sont bien connus.",
                          "Say how well the routes are known."),
    "evidence, whole": Bilingual(
        "Dit, pour chaque impact de la chaîne FICHIER, combien de chemins sont observés, "
        "plausibles, supposés, contestés ou écartés ; la table donne chaque chemin et ce qui y est "
        "le moins connu.\n\n"
        "Un chemin n’est pas mieux connu que son étape la plus faible.",
        "Say for each impact of the chain FILE how many routes are observed, plausible, assumed, "
        "disputed or refuted; the table gives each route and what is least known in it.\n\n"
        "A route is known as well as its weakest step.",
    ),
    "judgements": Bilingual("Dit ce que chacun pense, et qui est d’accord.",
                            "Say what people think, and who agrees."),
    "judgements, whole": Bilingual(
        "Dit, de chaque chose appréciée dans la chaîne FICHIER, combien de personnes l’apprécient "
        "et comment, toutes ensemble puis point de vue par point de vue.\n\n"
        "Aucune moyenne n’en est faite. D’une personne nommée, la dernière appréciation compte.",
        "Say of each thing that is judged in the chain FILE how many judge it and how, all "
        "together and viewpoint by viewpoint.\n\n"
        "No average is made. Of a person who is named, the last judgement counts.",
    ),
    "roll-up": Bilingual("Réunit les observations d’une ou de plusieurs chaînes.",
                         "Put the observations of one chain or several together."),
    "roll-up, whole": Bilingual(
        "Réunit les observations des chaînes FICHIER, chaque indicateur selon son genre : les "
        "nombres s’additionnent, d’un stock la dernière valeur compte, les réponses se comptent "
        "mot par mot.\n\n"
        "Ce qui ne s’additionne pas est dit, avec la raison ; ce qui est dit deux fois compte une "
        "fois.",
        "Put the observations of the chains FILE together, each indicator as its kind lets it: "
        "counts add up, of a stock the last value counts, answers are counted word by word.\n\n"
        "What does not add up is said, with the reason; what is told twice counts once.",
    ),
    "roll-up --of": Bilingual("Indicateurs à réunir, séparés par des virgules (sinon, tous).",
                              "Indicators to put together, with commas between them (else all)."),
    "roll-up --by": Bilingual(
        "Ce qu’il faut distinguer : des groupes comme l’âge, « chain » (la chaîne), « viewpoint » "
        "(le point de vue) ; séparés par des virgules.",
        "What to tell apart: groups such as age, “chain”, “viewpoint”; with commas between them.",
    ),
    "roll-up --every": Bilingual("Périodes à distinguer : année, trimestre ou mois.",
                                 "Periods to tell apart: year, quarter or month."),
    "roll-up --masked-below": Bilingual(
        "Masque ce qui est dit de moins de personnes que ce nombre, ou d’on ne sait combien.",
        "Hide what is told of fewer people than that number, or of nobody knows how many.",
    ),
    "coverage title": Bilingual("Ce qui est mesuré", "What is measured"),
    "progress title": Bilingual("Où en sont les indicateurs", "How the indicators stand"),
    "evidence title": Bilingual("Comment les chemins sont connus", "How well the routes are known"),
    "judgements title": Bilingual("Ce que chacun pense", "What people think"),
    "roll-up title": Bilingual("Ce que font les observations ensemble",
                               "What the observations make together"),
}  # fmt: skip
