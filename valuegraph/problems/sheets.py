"""What can be wrong with a workbook or a folder of tables."""

from __future__ import annotations

from valuegraph.problems.rule import Rule, error, note, warning

RULES: tuple[Rule, ...] = (
    error("VG610", "aucune feuille de ce classeur n’est reconnue",
          "no sheet of this workbook is known",
          "Une feuille porte un de ces titres : {allowed}. Pour partir d’un classeur vide : "
          "valuegraph template -o fiches.xlsx.",
          "A sheet has one of these titles: {allowed}. To begin with an empty workbook: "
          "valuegraph template -o cards.xlsx."),
    error("VG611", "cette feuille n’a pas de titres de colonnes",
          "this sheet has no headings",
          "Sa première ligne nomme les colonnes, par exemple : {allowed}.",
          "Its first row names the columns, for instance: {allowed}."),
    note("VG612", "cette feuille est masquée, et elle est lue comme les autres",
         "this sheet is hidden, and is read like the others",
         "Supprimez-la si elle ne doit pas compter.", "Delete it if it is not to count."),
    warning("VG613", "cette ligne n’a rien sous un titre connu, elle n’est pas lue : {shown}",
            "this row has nothing under a known heading and is not read: {shown}"),
    error("VG614", "le titre de colonne « {shown} » n’est pas connu",
          "the heading “{shown}” is not known",
          "{suggestion}Titres possibles ici : {allowed}.",
          "{suggestion}Possible headings here: {allowed}."),
    error("VG615", "cette cellule contient une formule sans valeur, ou en erreur : {shown}",
          "this cell holds a formula without a value, or with an error: {shown}",
          "Les formules ne sont pas calculées ici : enregistrez le classeur dans votre tableur, ou "
          "tapez la valeur.",
          "Formulas are not worked out here: save the workbook in your spreadsheet, or type the "
          "value."),
    error("VG616", "cette cellule est une date ({shown}) là où il faut un texte ou un nombre",
          "this cell is a date ({shown}) where a text or a number is needed",
          "Le tableur a changé ce qui a été tapé (« 1-2 » devient une date) : donnez à la colonne "
          "le format Texte, puis retapez.",
          "The spreadsheet changed what was typed (“1-2” becomes a date): give the column the "
          "format Text, then type it again."),
    warning("VG617", "cette feuille n’est pas connue, elle n’est pas lue",
            "this sheet is not known and is not read",
            "{suggestion}Son titre dit ce qu’elle contient.",
            "{suggestion}Its title says what it holds."),
    error("VG618", "« {kind} » n’est pas un genre d’élément", "“{kind}” is not a kind of part",
          "Genres possibles : {allowed}.", "Possible kinds: {allowed}."),
    error("VG619", "une modalité dit son activité, son sens (reçoit ou donne) et son circuit ; "
          "ici : {shown}",
          "a modality says its activity, its way (receives or gives) and its circuit; here: "
          "{shown}",
          "L’activité est une de celles de la feuille Activités, par son identifiant ou son nom.",
          "The activity is one of those of the sheet Activities, by its id or its name."),
    error("VG620", "ce classeur est abîmé, ou n’en est pas un",
          "this workbook is damaged, or is not one",
          "Ouvrez-le dans votre tableur et enregistrez-le de nouveau en .xlsx ou .ods.",
          "Open it in your spreadsheet and save it again as .xlsx or .ods."),
    error("VG621", "ce classeur est protégé par un mot de passe, ou dans un ancien format",
          "this workbook has a password, or is in an old format",
          "Enregistrez-le sans mot de passe, en .xlsx ou .ods.",
          "Save it without a password, as .xlsx or .ods."),
    error("VG622", "ce classeur contient des macros", "this workbook holds macros",
          "Enregistrez-le sans macros, en .xlsx ou .ods.",
          "Save it without macros, as .xlsx or .ods."),
    error("VG623", "ce classeur va chercher des valeurs dans un autre fichier",
          "this workbook takes values from another file",
          "Remplacez ces liens par leurs valeurs (dans Excel : Données, Modifier les liens).",
          "Replace these links by their values (in Excel: Data, Edit Links)."),
    error("VG624", "ce classeur se déplie en bien plus qu’une chaîne ne demande : {what}",
          "this workbook unpacks into far more than a chain needs: {what}",
          "Vérifiez que c’est le bon fichier.", "Check that this is the right file."),
    error("VG625", "un texte de {count} caractères ne tient pas dans une cellule ({most} au plus)",
          "a text of {count} characters does not fit into a cell ({most} at most)",
          "Raccourcissez-le, ou écrivez la chaîne en YAML, en JSON ou en CSV.",
          "Shorten it, or write the chain as YAML, JSON or CSV."),
    error("VG626", "le fichier « {name} » manque dans ce dossier, ou n’est pas un tableau lisible",
          "the file “{name}” is missing in this folder, or is not a table that can be read",
          "Le fichier datapackage.json du dossier le nomme.",
          "The file datapackage.json of the folder names it."),
    error("VG627", "le fichier datapackage.json ne se comprend pas",
          "the file datapackage.json cannot be understood",
          "Il contient une liste « resources », chacune avec « name » et « path ».",
          "It holds a list “resources”, each with “name” and “path”."),
)  # fmt: skip
