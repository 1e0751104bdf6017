"""What is said about a ValueFlows graph that is read as a chain."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note, warning

RULES: tuple[Rule, ...] = (
    error("VG680", "il n’y a pas ici le graphe attendu : il faut {expected}",
          "the graph is not where it is expected: {expected} needed",
          "Un graphe ValueFlows commence par « @context », puis « @graph » et la liste des nœuds.",
          "A ValueFlows graph begins with “@context”, then “@graph” and the list of nodes."),
    note("VG681", "circuit déduit, que le fichier ne dit pas : {circuit}, car {why}",
         "circuit inferred, which the file does not say: {circuit}, as {why}",
         "Vérifiez-le : la réciprocité ne dit pas tout.",
         "Check it: reciprocity does not say everything."),
    note("VG682", "échange sans processus, lu comme une activité",
         "exchange without a process, read as an activity"),
    error("VG683", "il n’y a ici ni processus ni flux : rien n’en fait une chaîne",
          "there is no process and no flow here: nothing makes it a chain",
          "Il faut au moins un Process, ou un Intent, un Commitment ou un EconomicEvent.",
          "At least one Process is needed, or an Intent, a Commitment or an EconomicEvent."),
    warning("VG684", "mis de côté : {type} « {id} »", "set aside: {type} “{id}”"),
    note("VG685", "« {id} » est décrit deux fois, et différemment : de deux états d’une chose le "
         "premier compte, deux flux sont deux flux",
         "“{id}” is told of twice, and differently: of two states of a thing the first counts, two "
         "flows are two flows"),
    note("VG686", "plusieurs quantités qui ne s’ajoutent pas : aucune n’est reprise",
         "several amounts that do not add up: none is taken"),
    note("VG687", "« {id} » ne fait que déplacer ou rendre sous un accord : non repris",
         "“{id}” only moves or gives back under an agreement: left out"),
)  # fmt: skip
