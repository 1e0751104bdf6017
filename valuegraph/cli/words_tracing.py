"""The words of the commands that question a chain, in French and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from valuegraph.problems import Bilingual

TRACING: Mapping[str, Bilingual] = MappingProxyType(
    {
        # the help pages
        "IMPACT": Bilingual("IMPACT", "IMPACT"),
        "trace": Bilingual(
            "Dit d’où vient un impact et par quels chemins.",
            "Say where an impact comes from, and by which routes.",
        ),
        "trace, whole": Bilingual(
            "Dit d’où viennent les impacts de la chaîne FICHIER, par quels chemins, et ce qui "
            "change sans une partie.\n\n"
            "Une partie se désigne par son identifiant ou son nom, ou par une nature (impacts) ; "
            "--without accepte aussi un circuit (circuit:gift) ou un acteur (actor:clirse).",
            "Say where the impacts of the chain FILE come from, by which routes, and what changes "
            "without a part.\n\n"
            "A part is given by its id or its name, or by a kind (impacts); --without also takes "
            "a circuit (circuit:gift) or an actor (actor:clirse).",
        ),
        "trace --from": Bilingual(
            "D’où partent les chemins (sinon, de toutes les ressources).",
            "Where routes start (else at all resources).",
        ),
        "trace --to": Bilingual(
            "Où arrivent les chemins (sinon, à tous les impacts).",
            "Where routes end (else at all impacts).",
        ),
        "trace --top": Bilingual(
            "Nombre de chemins montrés au plus (10 par défaut).",
            "Number of routes shown at most (10 by default).",
        ),
        "trace --without": Bilingual(
            "Ce que l’on retire, pour voir ce qui en dépend.",
            "What is taken away, to see what depends on it.",
        ),
        "trace --basis": Bilingual(
            "Comment on partage : equal (à parts égales, par défaut), links, strength, amount.",
            "How it is shared out: equal (in equal parts, by default), links, strength, amount.",
        ),
        "trace --table": Bilingual(
            "Une table au lieu du texte, en csv, md ou json : avec --without ce qui en dépend, "
            "avec --from les chemins, sinon les parts.",
            "A table in place of the text, as csv, md or json: with --without what depends on "
            "it, with --from the routes, else the shares.",
        ),
        "explain-impact": Bilingual(
            "Explique un impact, à lire à voix haute.", "Explain an impact, to be read aloud."
        ),
        "explain-impact, whole": Bilingual(
            "Dit d’où vient un impact de la chaîne FICHIER, ce qui l’accompagne, ce qui le "
            "fragilise et ce qu’il renouvelle, en phrases à lire à voix haute.",
            "Say where an impact of the chain FILE comes from, what accompanies it, what makes "
            "it fragile and what it renews, in sentences to be read aloud.",
        ),
        # what was typed is not right
        "a whole number": Bilingual(
            "il faut un nombre entier plus grand que 0", "a whole number above 0 is needed"
        ),
        "not an impact": Bilingual(
            "« {name} » n’est pas un impact. Impacts de cette chaîne : {impacts}.",
            "“{name}” is not an impact. Impacts of this chain: {impacts}.",
        ),
        "no impact": Bilingual("aucun", "none"),
        # trace
        "shares title": Bilingual("D’où viennent les impacts", "Where the impacts come from"),
        "routes title": Bilingual("Par quels chemins", "By which routes"),
        "limits title": Bilingual("À savoir", "To know"),
        "no route": Bilingual("Il n’y a aucun chemin.", "There is no route."),
        "route count": Bilingual(
            "Chemins : {count} ; montrés : {shown}, {order}.",
            "Routes: {count}; shown: {shown}, {order}.",
        ),
        "routes apart": Bilingual(
            "En comptant à part chaque modalité et chaque lien parallèle : {count}.",
            "Counting each modality and each parallel link apart: {count}.",
        ),
        "at least": Bilingual("au moins {count}", "at least {count}"),
        "by strength": Bilingual("les plus forts d’abord", "the strongest first"),
        "by order": Bilingual(
            "dans l’ordre du schéma (il manque des forces pour les classer)",
            "in the order of the diagram (strengths are missing to rank them)",
        ),
        "variants": Bilingual("{count} variantes", "{count} variants"),
        "strength": Bilingual("force {value}", "strength {value}"),
        "status": Bilingual("statut : {value}", "status: {value}"),
        "confidence": Bilingual("confiance : {value}", "confidence: {value}"),
        # explain-impact
        "origins title": Bilingual("D’où cela vient", "Where it comes from"),
        "nothing leads": Bilingual(
            "Dans ce schéma, rien ne mène encore à {impact}. Qu’est-ce qui y contribue ?",
            "In this diagram nothing leads to {impact} yet. What contributes to it?",
        ),
        "supports title": Bilingual("Ce qui l’accompagne", "What accompanies it"),
        "accompanies": Bilingual(
            "{support} soutient {served} et accompagne {share} de {impact}.",
            "{support} supports {served} and accompanies {share} of {impact}.",
        ),
        "accompanies nothing": Bilingual(
            "{support} n’accompagne aucune activité qui mène à {impact}.",
            "{support} accompanies no activity that leads to {impact}.",
        ),
        "the whole chain": Bilingual("toute la chaîne", "the whole chain"),
        "support stops": Bilingual(
            "Sans ce soutien s’arrêterait : {parts}.", "Without this support would stop: {parts}."
        ),
        "support stops nothing": Bilingual(
            "Aucun lien ne le dit essentiel : le schéma ne dit pas ce qui s’arrêterait sans lui.",
            "No link says it is essential: the diagram does not say what would stop without it.",
        ),
        "no support": Bilingual(
            "Aucune activité de soutien n’est nommée.", "No support activity is named."
        ),
        "circuits title": Bilingual("Par quels circuits", "By which circuits"),
        "actors title": Bilingual("S’il manquait quelqu’un", "If somebody were missing"),
        "departure cuts": Bilingual(
            "Sans {actor}, plus rien ne mènerait à {impact}.",
            "Without {actor}, nothing would lead to {impact} any more.",
        ),
        "departure cuts none": Bilingual(
            "Aucun départ d’un seul acteur ne couperait {impact} de tout ce qui y mène.",
            "No single actor’s departure would cut {impact} from all that leads to it.",
        ),
        "departure touches": Bilingual("Sans {actor} : {effects}.", "Without {actor}: {effects}."),
        "passes": Bilingual("{share} passe par ce qui partirait",
                            "{share} passes by what would leave"),
        "is accompanied": Bilingual("{share} en est accompagné", "{share} is accompanied by it"),
        "nobody provides": Bilingual(
            "plus personne n’apporterait ou ne porterait {parts}",
            "nobody would provide or carry {parts} any more",
        ),
        "stops": Bilingual("cela arrêterait {parts}", "this would stop {parts}"),
        "others provide": Bilingual("d’autres fournissent encore {parts}",
                                    "others still provide {parts}"),
        "no actor": Bilingual("Aucun acteur n’est nommé.", "No actor is named."),
        "cycle title": Bilingual("Ce qu’il renouvelle", "What it renews"),
        "renews": Bilingual("{impact} renouvelle {parts}.", "{impact} renews {parts}."),
        "depletes": Bilingual("{impact} épuise {parts}.", "{impact} depletes {parts}."),
        "reinforces": Bilingual("{impact} renforce {parts}.", "{impact} reinforces {parts}."),
        "renews nothing": Bilingual(
            "Rien ne dit ce que {impact} renouvelle ou épuise.",
            "Nothing says what {impact} renews or depletes.",
        ),
        "loop": Bilingual("Le cycle se referme : {loop}.", "The cycle closes: {loop}."),
        "solidity title": Bilingual("Est-ce solide ?", "Is it solid?"),
        "weakest": Bilingual(
            "Sur le chemin le mieux établi, le lien le plus fragile : {link} ({known}).",
            "On the best-known route, the weakest link: {link} ({known}).",
        ),
        "sources of evidence": Bilingual(
            "sources de preuve : {count}", "sources of evidence: {count}"
        ),
    }
)  # fmt: skip
"""Each text by what it is for; ``{names}`` are filled when it is said."""
