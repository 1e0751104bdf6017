"""What is said of coverage, progress, evidence and roll-ups, and what cannot be asked of them."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, note

RULES: tuple[Rule, ...] = (
    note("VG587", "les preuves de ces chemins ne sont comptées que sur ceux qui sont montrés, car "
         "des liens tournent en rond",
         "evidence is counted on the routes shown only, since links go round"),
    note("VG588", "trop de chemins tournent en rond pour être comptés : {parts}",
         "too many routes go round to be counted: {parts}"),
    note("VG589", "aucune donnée, ce qui ne veut pas dire zéro : {names}",
         "no data, which does not mean zero: {names}",
         "Ajoutez une observation.", "Add an observation."),
    note("VG595", "les observations d’une même date diffèrent, aucune n’est retenue : {names}",
         "observations of one date differ, none is preferred: {names}",
         "Chacune reste lisible, avec son point de vue.", "Each can be read, with its viewpoint."),
    note("VG596", "seules des valeurs par groupe sont connues, et elles ne s’additionnent pas : "
         "{names}",
         "only values by group are known, and they do not add up: {names}",
         "Ajoutez la valeur de l’ensemble.", "Add the value of the whole."),
    note("VG597", "des observations plus récentes que la date demandée sont laissées de côté : "
         "{names}",
         "observations later than the day asked for are left out: {names}"),
    note("VG598", "des personnes ont revu leur avis : {count} appréciations plus anciennes ne sont "
         "pas comptées",
         "people changed their mind: {count} earlier judgements are not counted"),
)  # fmt: skip
