"""What an analysis used and left out, and questions that cannot be answered."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note

_LIMITS = (
    note("VG501", "rien ne mène à {parts} : aucune ligne",
         "nothing leads to {parts}: no row",
         "Dites ce qui y contribue, par « de: ».", "Say what contributes to it, with “of:”."),
    note("VG502", "on ne sait pas de quoi cela part : {parts}",
         "it is not said what this starts from: {parts}",
         "Ajoutez « utilise: » et des ressources ; d’ici là, le chemin s’arrête là.",
         "Add “uses:” and resources; until then, the way stops there."),
    note("VG503", "une partie tourne en rond, sans point de départ : {shares}",
         "some of it goes in circles, without a beginning: {shares}",
         "Reliez la boucle à une ressource.", "Link the loop to a resource."),
    note("VG504", "écarté, donc laissé de côté : {parts}",
         "refuted, so left out: {parts}"),
    note("VG505", "seul est gardé ce qui n’a pas de statut ou a l’un de ceux-ci : {statuses}",
         "only what has no status or one of these is kept: {statuses}",
         "Laissé de côté : {count} parties et liens.", "Left out: {count} parts and links."),
    note("VG506", "ce qui passe par au moins une hypothèse : {shares}",
         "what passes by at least one hypothesis: {shares}"),
    note("VG507", "valeur inconnue, donc partagé à parts égales : {parts}",
         "value unknown, so shared in equal parts: {parts}"),
    note("VG508", "liens qui freinent, dits à part et jamais dans les parts : {links}",
         "links that hinder, told apart and never in the shares: {links}"),
    note("VG509", "seules les {top} plus grandes parts sont données ; les autres font « reste »",
         "only the {top} largest shares are given; the others make “rest”"),
    note("VG510", "personne n’est dit fournir {parts}",
         "nobody is said to provide {parts}",
         "Ajoutez « par: » et les acteurs.", "Add “by:” and the actors."),
    note("VG511", "les quantités fournies ne se comparent pas toutes, donc partagé à parts égales "
         "entre ceux qui fournissent {parts}",
         "the amounts provided cannot all be compared, so shared in equal parts between those "
         "who provide {parts}"),
    note("VG512", "force donnée entre deux bornes : la valeur probable est utilisée ({links})",
         "strength given between bounds: the likely value is used ({links})"),
    note("VG513", "quantité connue pour plusieurs circuits ensemble, donc comptée dans aucun : "
         "{links}",
         "amount known for several circuits together, so counted in none: {links}",
         "Donnez une quantité à chaque modalité.", "Give each modality an amount."),
    note("VG514", "{parts} : une activité de soutien accompagne ; voyez « accompagnées »",
         "{parts}: a support activity accompanies; see “accompanied”",
         "shares(...).accompanied le dit ; supports=\"share\" la met dans le partage.",
         "shares(...).accompanied tells it; supports=\"share\" puts it in the pot."),
    note("VG515", "laissé de côté, donc jamais rencontré : {parts}",
         "left out, so never met: {parts}"),
    note("VG516", "converti par les taux déclarés : {rates}",
         "converted by the declared rates: {rates}"),
)  # fmt: skip

_ERRORS = (
    error("VG550", "« {value} » ne désigne rien pour {option}",
          "“{value}” names nothing for {option}",
          "Donnez au moins une partie, un lien, une nature ou un circuit de la chaîne.",
          "Give at least one part, link, kind or circuit of the chain."),
    error("VG551", "{value} n’est pas possible pour {option}",
          "{value} is not possible for {option}",
          "Il faut : {allowed}.", "This is needed: {allowed}."),
    error("VG552", "la force de ces liens n’est pas connue : {links}",
          "the strength of these links is not known: {links}",
          "Donnez-la, ou demandez unknown=\"equal\" : là où elle manque, parts égales.",
          "Give it, or ask for unknown=\"equal\": equal parts where it is missing."),
    error("VG553", "la quantité de ces liens n’est pas connue : {links}",
          "the amount of these links is not known: {links}",
          "Donnez-la, ou demandez unknown=\"equal\" : là où elle manque, parts égales.",
          "Give it, or ask for unknown=\"equal\": equal parts where it is missing."),
    error("VG554", "des quantités de plusieurs unités ne se comparent pas : {units}",
          "amounts in several units cannot be compared: {units}",
          "Déclarez un taux daté dans « taux », ou choisissez une autre base.",
          "Declare a dated rate in “rates”, or choose another basis."),
    error("VG555", "une quantité à partager est positive, et leur somme aussi : {links}",
          "an amount to share is positive, and so is their sum: {links}",
          "Corrigez ces quantités, ou choisissez une autre base.",
          "Correct these amounts, or choose another basis."),
    error("VG556", "{start} est aussi l’arrivée",
          "{start} is also the end",
          "Donnez deux parties différentes.", "Give two different parts."),
)  # fmt: skip

_TABLES = (
    error("VG570", "il manque la colonne « {column} » dans la table « {table} »",
          "the column “{column}” is missing in the table “{table}”",
          "Colonnes présentes : {present}.", "Columns present: {present}."),
    error("VG571", "les colonnes de la table « {table} » n’ont pas la même longueur : {lengths}",
          "the columns of the table “{table}” differ in length: {lengths}"),
    error("VG572", "valeur manquante dans la colonne « {column} » de la table « {table} », lignes "
          "{rows}",
          "missing value in the column “{column}” of the table “{table}”, rows {rows}"),
    error("VG573", "identifiant donné plusieurs fois dans la table « {table} » : {ids}",
          "id given more than once in the table “{table}”: {ids}"),
    error("VG574", "la colonne « {column} » nomme ce que la table des parties n’a pas : {ids}",
          "the column “{column}” names what the table of parts does not have: {ids}",
          "{suggestion}", "{suggestion}"),
    error("VG575", "la colonne « {column} » de la table « {table} » n’accepte pas {values} "
          "(lignes {rows})",
          "the column “{column}” of the table “{table}” does not accept {values} (rows {rows})",
          "Valeurs possibles : {allowed}.", "Possible values: {allowed}."),
    error("VG576", "« {kind} » ne peut pas relier {start} à {end} (lignes {rows})",
          "“{kind}” cannot join {start} to {end} (rows {rows})"),
    error("VG577", "il faut une chaîne, ou les deux tables « parts » et « links »",
          "a chain is needed, or both tables “parts” and “links”"),
)  # fmt: skip

RULES: tuple[Rule, ...] = _LIMITS + _ERRORS + _TABLES
