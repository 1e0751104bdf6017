"""What is said of coverage, progress, evidence and roll-ups, and what cannot be asked of them."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note

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
    note("VG598", "appréciations plus anciennes de personnes qui ont changé d’avis, non comptées : "
         "{count}",
         "earlier judgements of people who changed their mind, not counted: {count}"),
    note("VG599", "{count} observations d’une date moins fine que la période demandée sont "
         "dites à part",
         "{count} observations of a date less fine than the period asked for are told apart"),
    error("VG604", "il manque des colonnes : {columns} (colonnes trouvées : {found})",
          "columns are missing: {columns} (columns found: {found})",
          "Une observation a au moins « indicator », « date », et « value » ou « numerator » et "
          "« denominator ».",
          "An observation has at least “indicator”, “date”, and “value” or “numerator” and "
          "“denominator”."),
    error("VG605", "{count} lignes sans date possible, dont les lignes {rows} : {dates}",
          "{count} rows without a possible date, among them rows {rows}: {dates}",
          "Une date s’écrit 2018, 2018-12 ou 2018-12-31.",
          "A date is written 2018, 2018-12 or 2018-12-31."),
    note("VG606", "ne s’additionne pas ({why}) : {names}", "does not add up ({why}): {names}"),
    note("VG607", "{count} observations disent avec plus ou moins de détail ce que d’autres disent "
         "déjà : elles ne sont pas comptées deux fois",
         "{count} observations tell in more or less detail what others tell already: they are not "
         "counted twice"),
    note("VG608", "valeurs inconnues, comptées à part et jamais comme zéro : {count}",
         "unknown values, counted apart and never as zero: {count}"),
    note("VG609", "{count} lignes cachent un petit nombre (moins de {least}), ou ce qui "
         "permettrait de le retrouver",
         "{count} rows hide a small number (below {least}), or what would let it be worked out"),
)  # fmt: skip
