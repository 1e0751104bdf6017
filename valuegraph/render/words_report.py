"""The words of a report, in French and English: plain ones, that residents understand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from valuegraph.problems import Bilingual

REPORT: Mapping[str, Bilingual] = MappingProxyType(
    {
        "report on": Bilingual("Rapport d’évaluation : {name}", "Evaluation report: {name}"),
        "contents": Bilingual("Sommaire", "Contents"),
        "sources": Bilingual("Sources", "Sources"),
        "source": Bilingual("Source", "Source"),
        # opening
        "in short": Bilingual("En bref", "In short"),
        "in short chain": Bilingual(
            "Cette chaîne de valeur relie {counts}.", "This value chain joins {counts}."
        ),
        "in short evaluation": Bilingual(
            "Son évaluation pose {questions}, avec {criteria}, {indicators} et {observations}.",
            "Its evaluation asks {questions}, with {criteria}, {indicators} and {observations}.",
        ),
        "in short nothing": Bilingual(
            "Elle n’a pas encore d’évaluation : ce rapport dit ce que montre le schéma, "
            "et ce qui reste à décider.",
            "It has no evaluation yet: this report tells what the diagram shows, "
            "and what is left to decide.",
        ),
        "how to read": Bilingual(
            "Comment lire ce rapport : les parts et les chemins sont une lecture du schéma, "
            "dessiné par celles et ceux qui le connaissent ; ce ne sont pas des mesures. "
            "Les mesures sont les observations ; chacune renvoie à sa source par un numéro entre "
            "crochets. "
            "Ce qu’on ne sait pas est écrit « inconnu », jamais zéro.",
            "How to read this report: shares and routes are a reading of the diagram, drawn by "
            "those who know it; they are not measurements. The measurements are the observations; "
            "a number in brackets leads from each to its source. What is not known is written "
            "“unknown”, never zero.",
        ),
        "told of": Bilingual("{what} : {text}", "{what}: {text}"),
        "unknown": Bilingual("inconnu", "unknown"),
        "yes": Bilingual("oui", "yes"),
        "no": Bilingual("non", "no"),
        "ratio of": Bilingual("{ratio} ({part} sur {whole})", "{ratio} ({part} of {whole})"),
        "one question": Bilingual("1 question", "1 question"),
        "questions": Bilingual("{count} questions", "{count} questions"),
        "one criterion": Bilingual("1 critère", "1 criterion"),
        "criteria": Bilingual("{count} critères", "{count} criteria"),
        "one indicator": Bilingual("1 indicateur", "1 indicator"),
        "indicators": Bilingual("{count} indicateurs", "{count} indicators"),
        "one observation noted": Bilingual("1 observation", "1 observation"),
        "observations noted": Bilingual("{count} observations", "{count} observations"),
        # pictures
        "in pictures": Bilingual("La chaîne en images", "The chain in pictures"),
        "figure extended": Bilingual(
            "La chaîne de valeur : des ressources du territoire, par les activités et les "
            "circuits, aux impacts.",
            "The value chain: from local resources, by activities and circuits, to impacts.",
        ),
        "figure flow": Bilingual(
            "Ce qui mène des ressources aux impacts. Largeurs : {basis}. C’est une lecture du "
            "schéma, pas une mesure de l’impact.",
            "What leads from resources to impacts. Widths: {basis}. It is a reading of the "
            "diagram, not a measurement of the impact.",
        ),
        "figure framework": Bilingual(
            "Les questions, les critères, les indicateurs, et ce qu’ils mesurent.",
            "The questions, the criteria, the indicators, and what they measure.",
        ),
        # the thread
        "thread": Bilingual("Question par question", "Question by question"),
        "no question": Bilingual(
            "Aucune question évaluative n’est encore posée. "
            "Que voulez-vous savoir de cette chaîne ?",
            "No evaluation question is asked yet. What do you want to know of this chain?",
        ),
        "without a question": Bilingual("Sans question", "Without a question"),
        "is about": Bilingual(
            "La question porte sur : {names}.", "The question is about: {names}."
        ),
        "follows route": Bilingual(
            "Elle suit le chemin : {route}.", "It follows the route: {route}."
        ),
        "no criterion": Bilingual(
            "Aucun critère ne dit encore à quoi l’on verra que c’est réussi.",
            "No criterion says yet what would show that it succeeds.",
        ),
        "criterion": Bilingual("Critère : {name}", "Criterion: {name}"),
        "criterion by": Bilingual("Proposé par : {who}.", "Proposed by: {who}."),
        "no indicator": Bilingual("Aucun indicateur encore.", "No indicator yet."),
        "indicator": Bilingual("Indicateur : {name}", "Indicator: {name}"),
        "measures": Bilingual("mesure {names}", "measures {names}"),
        "no observation": Bilingual(
            "Rien n’a encore été observé.", "Nothing has been observed yet."
        ),
        "observations of": Bilingual("Observations : {name}", "Observations: {name}"),
        "date": Bilingual("Date", "Date"),
        "value": Bilingual("Valeur", "Value"),
        "of whom": Bilingual("Pour qui, où", "Of whom, where"),
        "viewpoint": Bilingual("Point de vue", "Viewpoint"),
        "people": Bilingual("Personnes", "People"),
        "all together": Bilingual("ensemble", "all together"),
        "baseline": Bilingual("départ ({date}) : {value}", "baseline ({date}): {value}"),
        "target": Bilingual("cible ({date}) : {value}", "target ({date}): {value}"),
        "judgements": Bilingual(
            "Ce que chacun en pense : {name}", "What people think of it: {name}"
        ),
        "judgement": Bilingual("Appréciation", "Judgement"),
        "who": Bilingual("Qui", "Who"),
        "why": Bilingual("Pourquoi", "Why"),
        "other judgements": Bilingual(
            "Ce que chacun pense du reste", "What people think of the rest"
        ),
        "all agree": Bilingual("Les {count} avis concordent.", "All {count} opinions agree."),
        "opinions differ": Bilingual(
            "Les avis diffèrent : {counts}. Aucune moyenne n’en est faite.",
            "Opinions differ: {counts}. No average is made of them.",
        ),
        "times": Bilingual("{value} ({count} fois)", "{value} ({count} times)"),
        # progress
        "progress": Bilingual("Où en est-on ?", "Where do things stand?"),
        "as of": Bilingual(
            "La dernière observation est de {date}.", "The last observation is of {date}."
        ),
        "known on": Bilingual(
            "Ce que l’on savait à la fin de la date {date} ; ce qui est venu après est laissé de "
            "côté.",
            "What was known at the end of {date}; what came later is left out.",
        ),
        "figure progress": Bilingual(
            "La dernière valeur de chaque indicateur chiffré, son point de départ et sa cible. "
            "Chaque ligne a sa propre échelle, qui commence à zéro.",
            "The last value of each indicator in figures, where it began and its target. Each row "
            "has a scale of its own, which begins at zero.",
        ),
        "chart progress": Bilingual("Les indicateurs et leurs cibles", "Indicators and targets"),
        "progress table": Bilingual(
            "Chaque indicateur, de son point de départ à sa cible",
            "Each indicator, from where it began to its target",
        ),
        "indicator head": Bilingual("Indicateur", "Indicator"),
        "start": Bilingual("Départ", "Baseline"),
        "last value": Bilingual("Dernière valeur", "Last value"),
        "aim": Bilingual("Cible", "Target"),
        "where it stands": Bilingual("Où l’on en est", "Where it stands"),
        "seen on": Bilingual("vu en {date}", "seen in {date}"),
        "several values": Bilingual("{count} valeurs", "{count} values"),
        "not said": Bilingual("non dit", "not told"),
        "reached": Bilingual("cible atteinte", "target reached"),
        "not reached": Bilingual("cible pas encore atteinte", "target not reached yet"),
        "no target": Bilingual("pas de cible", "no target"),
        "no data yet": Bilingual("pas encore de donnée", "no data yet"),
        "cannot be said": Bilingual("à discuter ensemble", "to be discussed together"),
        # what is not measured
        "not measured": Bilingual("Ce qui n’est pas mesuré", "What is not measured"),
        "figure coverage": Bilingual(
            "Combien d’éléments de chaque sorte un indicateur mesure.",
            "How many parts of each kind an indicator measures.",
        ),
        "chart coverage": Bilingual("Ce qui est mesuré", "What is measured"),
        "with data": Bilingual("mesuré, avec des données", "measured, with data"),
        "without data": Bilingual("mesuré, sans donnée encore", "measured, no data yet"),
        "nothing measures": Bilingual("rien ne le mesure", "nothing measures it"),
        "with data told": Bilingual("avec des données : {count}", "with data: {count}"),
        "without data told": Bilingual("sans donnée encore : {count}", "no data yet: {count}"),
        "nothing measures told": Bilingual(
            "rien ne les mesure : {count}", "nothing measures them: {count}"
        ),
        "resource many": Bilingual("Ressources", "Resources"),
        "support many": Bilingual("Activités de soutien", "Support activities"),
        "activity many": Bilingual("Activités", "Activities"),
        "output many": Bilingual("Réalisations", "Outputs"),
        "impact many": Bilingual("Impacts", "Impacts"),
        "routes measured": Bilingual(
            "{what} : {share} de ses chemins passent par quelque chose de mesuré "
            "({some} sur {count}).",
            "{what}: {share} of its routes pass by something that is measured ({some} of {count}).",
        ),
        "without measure": Bilingual(
            "Aucun indicateur ne mesure : {names}.", "No indicator measures: {names}."
        ),
        "question open": Bilingual(
            "Questions sans critère : {names}.", "Questions without a criterion: {names}."
        ),
        "criterion open": Bilingual(
            "Critères sans indicateur : {names}.", "Criteria without an indicator: {names}."
        ),
        "indicator open": Bilingual(
            "Indicateurs sans donnée encore : {names}.", "Indicators without data yet: {names}."
        ),
        "not all measured": Bilingual(
            "Ce n’est pas une faute : tout ne se mesure pas. Que voulez-vous suivre, et que "
            "préférez-vous raconter ?",
            "This is no fault: not everything can be measured. What do you want to follow, and "
            "what would you rather tell?",
        ),
        "all measured": Bilingual(
            "Un indicateur mesure chaque élément, et chaque indicateur a des données.",
            "An indicator measures each part, and each indicator has data.",
        ),
        # what the diagram says
        "numbers": Bilingual("Ce que montre le schéma", "What the diagram shows"),
        "shares": Bilingual("D’où part chaque impact", "What each impact starts from"),
        "shares of origins": Bilingual(
            "Part de chaque point de départ dans chaque impact",
            "Share of each starting point in each impact",
        ),
        "impact": Bilingual("Impact", "Impact"),
        "starts from": Bilingual("Part de", "Starts from"),
        "no share": Bilingual(
            "Rien ne mène encore à un impact.", "Nothing leads to an impact yet."
        ),
        "routes": Bilingual("Par quels chemins", "By which routes"),
        "routes counted": Bilingual(
            "{count} chemins mènent des ressources aux impacts ; en voici {shown}.",
            "{count} routes lead from the resources to the impacts; here are {shown}.",
        ),
        "routes in words": Bilingual(
            "Les chemins, et les circuits qu’ils traversent",
            "The routes, and the circuits they cross",
        ),
        "one route": Bilingual(
            "Un seul chemin mène des ressources aux impacts.",
            "A single route leads from the resources to the impacts.",
        ),
        "route": Bilingual("Chemin", "Route"),
        "known how": Bilingual("Ce qu’on en sait", "How it is known"),
        "by circuits": Bilingual("Par quels circuits", "By which circuits"),
        "comes in": Bilingual("Ce qui entre", "What comes in"),
        "goes out": Bilingual("Ce qui sort", "What goes out"),
        "figure mix": Bilingual(
            "Part de chaque circuit, pour chaque impact : en haut ce qui entre, en bas ce qui "
            "sort. {caption}",
            "Share of each circuit, for each impact: above what comes in, below what goes out. "
            "{caption}",
        ),
        "chart mix": Bilingual("Les circuits de chaque impact", "The circuits of each impact"),
        "no circuit told": Bilingual("sans circuit nommé", "no circuit named"),
        "in circles": Bilingual("tourne en rond", "goes in circles"),
        # what is solid
        "solid": Bilingual(
            "Ce qui est solide, ce qui repose sur des hypothèses",
            "What is solid, and what rests on assumptions",
        ),
        "known well": Bilingual("Ce que l’on sait de chaque chemin", "How each route is known"),
        "weakest step": Bilingual(
            "Un chemin est connu comme l’est son pas le moins sûr : observé, plausible (une preuve "
            "est notée), supposé, discuté ou réfuté. Passer par un don et passer par un "
            "achat sont ici deux chemins.",
            "A route is known as its least certain step is: observed, plausible (evidence is "
            "noted), assumed, disputed or refuted. One by a gift and one by a purchase are two "
            "routes here.",
        ),
        "rests on": Bilingual("De quoi chaque impact dépend", "What each impact depends on"),
        "to be confirmed": Bilingual("Ce qui reste à confirmer", "What is still to be confirmed"),
        "doubtful": Bilingual("Les éléments à confirmer", "The elements to be confirmed"),
        "nothing to confirm": Bilingual(
            "Aucun élément n’est dit hypothétique, prévu ou contesté.",
            "No element is said to be a hypothesis, planned or disputed.",
        ),
        "element": Bilingual("Élément", "Element"),
        "status": Bilingual("Statut", "Status"),
        "reason": Bilingual("Ce qui est dit", "What is said"),
        # glossary
        "glossary": Bilingual("Les mots de ce rapport", "The words of this report"),
        "glossary table": Bilingual("Glossaire", "Glossary"),
        "word": Bilingual("Mot", "Word"),
        "meaning": Bilingual("Sens", "Meaning"),
        "chain source": Bilingual("Le schéma : {text}", "The diagram: {text}"),
        "indicator source": Bilingual("{name} : {text}", "{name}: {text}"),
    }
)
"""Each text by what it says; ``{names}`` are filled when it is said."""


def say(what: str, language: str, /, **values: object) -> str:
    """Return the text of that name in ``language`` (English where we have no such language)."""
    return REPORT[what].text(language).format_map(values)
