"""What is said of balances, decompositions and threads, and what cannot be asked of them."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note

RULES: tuple[Rule, ...] = (
    note("VG580", "on ne sait pas combien passe par : {flows}",
         "it is not known how much passes by: {flows}",
         "Donnez une quantité à la modalité ou au lien.",
         "Give the modality or the link an amount."),
    note("VG581", "déjà compté dans une modalité, donc pas une seconde fois : {links}",
         "counted in a modality already, so not a second time: {links}"),
    note("VG582", "arbre coupé aux {limit} plus grandes branches",
         "tree cut to the {limit} largest branches",
         "Demandez-en plus par limit=.", "Ask for more by limit=."),
    note("VG583", "lien à la fois favorable et défavorable, compté comme favorable : {links}",
         "link that both helps and hinders, counted as one that helps: {links}"),
    note("VG584", "{count} liens de ces chemins n’ont pas de contexte noté : les fils s’y coupent",
         "{count} links of these routes have no context noted: threads break there",
         "Notez qui le dit (« preuves: »), le lieu ou la période.",
         "Note who says it (“evidence:”), the place or the period."),
    note("VG585", "boucle trop enchevêtrée pour dire ses {count} autres parties une à une : les "
         "{told} plus visitées sont dites, et les autres comptent chacune au plus {most}",
         "loop too tangled to tell its {count} other parts one by one: the {told} visited most "
         "are told, and each of the others counts {most} at most",
         "Demandez la part qui vous intéresse : through(chain, part).",
         "Ask about the part that matters: through(chain, part)."),
    note("VG586", "recherche arrêtée après {seconds} secondes : {count} trouvés, et peut-être "
         "d’autres",
         "search stopped after {seconds} seconds: {count} found, there may be others",
         "Donnez plus de temps par time_budget=.", "Give more time by time_budget=."),
    error("VG590", "une décomposition part d’une seule partie, pas de {count}",
          "a decomposition starts from one part, not from {count}",
          "Nommez-en une par of=.", "Name one by of=."),
    error("VG591", "« cutoff » est au-dessus de 0 et au plus 1 : {value}",
          "“cutoff” is above 0 and at most 1: {value}"),
    error("VG592", "la somme ne s’arrête jamais, car cette boucle ne faiblit pas assez : {loop}",
          "the sum never ends, since this loop does not weaken enough: {loop}",
          "Baissez une force, ou demandez des parts (basis=\"strength\").",
          "Lower a strength, or ask for shares (basis=\"strength\")."),
    error("VG593", "la force de ces liens n’est pas connue : {links}",
          "the strength of these links is not known: {links}",
          "Donnez-la, ou demandez des parts (basis=\"equal\").",
          "Give it, or ask for shares (basis=\"equal\")."),
    error("VG594", "une boucle de {count} parties, dont presque rien ne sort, est trop enchevêtrée "
          "pour être calculée",
          "a loop of {count} parts, which almost nothing leaves, is too tangled to be worked out",
          "Vérifiez les forces très petites sur les liens qui y entrent, ou demandez à parts "
          "égales : basis=\"equal\".",
          "Check the very small strengths of links that lead into it, or ask in equal parts: "
          "basis=\"equal\"."),
)  # fmt: skip
