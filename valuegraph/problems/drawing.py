"""What a drawing had to do so that everything fits, and options that do not exist."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note, warning

RULES: tuple[Rule, ...] = (
    warning("VG401", "le texte de « {id} » est abrégé dans le schéma : {text}",
            "the text of “{id}” is shortened in the drawing: {text}",
            "Il est donné en entier dans l’annexe et le texte alternatif ; une page plus grande "
            "ou un texte plus court l’évite.",
            "The annex and the alternative text give it whole; a larger page or a shorter text "
            "avoids it."),
    note("VG402", "le schéma tient sur {count} feuilles : {reason}",
         "the drawing takes {count} sheets: {reason}",
         "Regroupez des éléments, ou tirez une seule feuille par partie de la chaîne.",
         "Group parts, or draw one sheet for each part of the chain."),
    warning("VG403", "la police n’a pas les caractères {characters} : ils deviennent « {shown} »",
            "the font has no {characters}: they become “{shown}”",
            "Le texte alternatif garde le vrai texte ; un thème peut donner une autre police.",
            "The alternative text keeps the true text; a theme can give another font."),
    note("VG404", "faute de place, {what} sont à lire ensemble ou en annexe : {ids}",
         "for want of room, {what} are to be read together or in the annex: {ids}"),
    note("VG405", "cette vue ne montre pas ce qui devait être mis en évidence : {names}",
         "this view does not show what was to be highlighted: {names}",
         "Choisissez une autre vue, ou élargissez « only ».",
         "Choose another view, or a wider “only”."),
    error("VG450", "« {value} » n’est pas possible pour {option}",
          "“{value}” is not possible for {option}",
          "Valeurs possibles : {allowed}.", "Possible values: {allowed}."),
    error("VG451", "le format du fichier « {name} » n’est pas connu",
          "the format of the file “{name}” is not known",
          "Extensions possibles : {allowed}.", "Possible endings: {allowed}."),
    error("VG452", "{dpi} points par pouce donnent une image de {width} × {height} pixels",
          "{dpi} dots per inch make a picture of {width} × {height} pixels",
          "Une image a entre 1 et {most} pixels de côté, et {millions} millions en tout.",
          "A picture has from 1 to {most} pixels a side, and {millions} million in all."),
    error("VG453", "{use}, il manque le paquet « {package} »",
          "{use}, the package “{package}” is missing",
          "Tapez : pip install \"valuegraph[{extra}]\"",
          "Type: pip install \"valuegraph[{extra}]\""),
    error("VG454", "{format} se fait d’une chaîne, pas de feuilles seules",
          "{format} is made from a chain, not from sheets alone",
          "Dessinez la chaîne par vg.draw.", "Draw the chain with vg.draw."),
    error("VG460", "il n’y a aucun chemin à mettre en évidence",
          "there is no route to highlight",
          "Dites ce qui mène de l’un à l’autre, ou choisissez d’autres bouts.",
          "Say what leads from one to the other, or choose other ends."),
    error("VG461", "un chemin a deux bouts : {value}", "a route has two ends: {value}",
          "Écrivez par exemple « route:depart>arrivee ».",
          "Write for example “route:start>end”."),
)  # fmt: skip
