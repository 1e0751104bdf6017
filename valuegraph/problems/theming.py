"""What can be wrong with the look of a house: its colours, its font, its icons, its logo."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note, warning

RULES: tuple[Rule, ...] = (
    error("VG480", "« {role} » n’est pas une couleur : « {value} »",
          "“{role}” is not a colour: “{value}”",
          "Une couleur s’écrit « #RRVVBB », entre guillemets, par exemple \"#1F3A5F\".",
          "A colour is written “#RRGGBB”, in quotes, for instance \"#1F3A5F\"."),
    error("VG481", "le tracé de {what} ne peut pas être dessiné : {reason}",
          "the path of {what} cannot be drawn: {reason}",
          "Un tracé est ce que SVG écrit dans « d » : des commandes M L H V C S Q T A Z et des "
          "nombres, rien d’autre.",
          "A path is what SVG writes in “d”: the commands M L H V C S Q T A Z and numbers, "
          "nothing else."),
    error("VG482", "le logo ne peut pas être dessiné : {reason}",
          "the logo cannot be drawn: {reason}",
          "Donnez sa largeur, sa hauteur et une liste de formes, chacune un tracé et une couleur. "
          "Un éditeur comme Inkscape fait des tracés de toute image vectorielle.",
          "Give its width, its height and a list of shapes, each a path and a colour. An editor "
          "such as Inkscape makes paths of any vector picture."),
    error("VG483", "la police « {name} » ne peut pas être utilisée : {reason}",
          "the font “{name}” cannot be used: {reason}", "{advice}", "{advice}"),
    warning("VG484", "la police « {name} » dit que sa licence interdit de l’inclure ailleurs",
            "the font “{name}” says that its licence forbids embedding it in a document",
            "Les dessins contiennent les lettres employées : demandez l’accord du fondeur, ou "
            "prenez une autre police.",
            "Drawings hold the letters they use: ask its foundry, or take another font."),
    error("VG485", "{use} : le contraste de {colour} sur {ground} (« {on} ») est de {ratio}, il "
          "faut {needed}",
          "{use}: the contrast of {colour} on {ground} (“{on}”) is {ratio}, {needed} is needed",
          "Il manque {gap}. {better}", "{gap} is missing. {better}"),
    warning("VG486", "les circuits « {first} » ({colour}) et « {second} » ({other}) se ressemblent "
            "trop {sight} : écart de {difference}, il faudrait {least}",
            "the circuits “{first}” ({colour}) and “{second}” ({other}) look too alike {sight}: "
            "a difference of {difference}, {least} would do",
            "Rendez l’une plus claire ou plus foncée, en gardant son contraste. Leur icône et leur "
            "nom les distinguent encore.",
            "Make one of them lighter or darker, keeping its contrast. Their icon and their name "
            "still tell them apart."),
    error("VG487", "l’icône « {value} » n’existe pas",
          "there is no icon “{value}”",
          "{suggestion}Donnez un tracé sur une grille de 24, ou une de nos icônes : {allowed}.",
          "{suggestion}Give a path on a grid of 24, or one of our icons: {allowed}."),
    error("VG488", "le fichier « {name} » n’est pas à côté du thème",
          "the file “{name}” is not beside the theme",
          "Mettez les fichiers de police dans le dossier du thème, ou dans un dossier qu’il "
          "contient, et écrivez leur nom depuis là.",
          "Put the font files into the theme’s folder, or into a folder in it, and write their "
          "name from there."),
    error("VG489", "ce thème est de la version {version}, et nous ne lisons que la version 1",
          "this theme is of version {version}, and we read version 1 only"),
    note("VG490", "« {value} » n’est pas un mot que nous connaissons : {what}",
         "“{value}” is not a word we know: {what}",
         "{suggestion}L’icône servira aux parties qui portent ce mot.",
         "{suggestion}The icon will serve the parts that bear this word."),
)  # fmt: skip
