"""What each key of the text form says, where it stands, in French and in English."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.problems import Bilingual


def _table(**rows: str) -> Mapping[str, Bilingual]:
    return {key.rstrip("_"): Bilingual(*text.split(" | ")) for key, text in rows.items()}


MEANINGS: Mapping[str, Mapping[str, Bilingual]] = {
    "chain": _table(
        valuegraph="la version de la forme texte : 1 | the version of the text form: 1",
        name="le nom de la chaîne | the chain’s name",
        description="quelques phrases, en sous-titre | a few sentences, as a subtitle",
        language="la langue des textes (`fr` par défaut) | the language of the texts (`fr` by "
        "default)",
        territory="le territoire | the territory",
        level="l’échelle : organisation, projet ou territoire | the scale: organisation, project "
        "or territory",
        period="la période décrite | the period it describes",
        part_of="la chaîne dont celle-ci fait partie | the chain this one belongs to",
        scales="des mots qui valent une force : `{strength: {faible: 0.2}}` | words that stand "
        "for a strength: `{strength: {weak: 0.2}}`",
        rates="des conversions déclarées et datées | declared, dated conversions",
        translations="les textes dans d’autres langues | the texts in other languages",
        extra="tout le reste, gardé tel quel | anything else, kept as it is",
        actors="les parties prenantes | the stakeholders",
        resources="les ressources | the resources",
        circuits="des circuits à vous, ou un autre nom pour ceux de la méthode | circuits of your "
        "own, or another name for those of the method",
        support="les activités de soutien | the support activities",
        activities="les activités principales, dans l’ordre du dessin | the primary activities, "
        "in the order of drawing",
        outputs="les réalisations, que l’on peut compter | the outputs, that can be counted",
        impacts="les impacts sociaux | the social impacts",
        margin="la marge, pour le schéma de Porter | the margin, for Porter’s chart",
        links="les liens que les formes courtes ne peuvent pas dire | the links that the short "
        "forms cannot say",
        evaluation="le référentiel : questions, critères, indicateurs, observations | the "
        "evaluation framework: questions, criteria, indicators, observations",
    ),
    "part": _table(
        name="le nom ; un `?` final dit que c’est une hypothèse | the name; a final `?` says that "
        "it is a hypothesis",
        description="quelques phrases | a few sentences",
        status="observé, prévu, hypothèse, discuté ou réfuté | observed, planned, hypothesis, "
        "disputed or refuted",
        story="`main` ou `detail` : ce que montre la page unique | `main` or `detail`: what the "
        "one readable page shows",
        group="un titre commun à plusieurs éléments | a heading several parts stand under",
        codes="des codes de catalogues partagés (ODD…) | codes of shared catalogues (SDG…)",
        evidence="d’où on le tient | where it comes from",
        extra="tout le reste, gardé tel quel | anything else, kept as it is",
    ),
    "actor": _table(
        type="habitants, bénévoles, association, public… ou un autre mot | residents, volunteers, "
        "association, public… or any other word",
        roles="ses rôles, en mots libres | its roles, in free words",
    ),
    "resource": _table(
        type="alimentaire, humaine, logistique… ou un autre mot | food, human, logistic… or any "
        "other word",
        by="qui l’apporte | who provides it",
        ownership="commune ou propre | common or owned",
        state="en sommeil ou utilisée | dormant or used",
        amount="combien il y en a | how much there is",
    ),
    "support": _table(
        type="gouvernance, R&D, plateforme… ou un autre mot | governance, R&D, platform… or any "
        "other word",
        by="qui la porte | who carries it",
        level="l’échelle où elle est portée | the scale it is carried at",
        actions="quelques lignes : ce qui est fait | a few lines: what is done",
        supports="`all` (toute la chaîne, par défaut), `none`, des activités, ou un texte par "
        "activité | `all` (the whole chain, by default), `none`, activities, or a text for each "
        "activity",
    ),
    "activity": _table(
        by="qui la porte | who carries it",
        after="les activités qui viennent avant | the activities that come before it",
        uses="les ressources dont elle a besoin | the resources it needs",
        receives="par quel circuit elle reçoit, et quoi | by which circuit it receives, and what",
        gives="par quel circuit elle donne, et quoi | by which circuit it gives, and what",
        produces="ses réalisations | its outputs",
        sequence="dans la section : `true`, chaque activité suit la précédente | in the section: "
        "`true`, each activity follows the one before",
    ),
    "modality": _table(
        name="le texte de la case | the text of the cell",
        status="le statut de la case | the status of the cell",
        with_="avec qui | with whom",
        amount="combien il en passe | how much passes",
        in_return="ce qui revient : `{what, amount, circuit}` | what comes back: `{what, amount, "
        "circuit}`",
        resources="les ressources qui entrent par là (en recevant) | the resources that enter "
        "this way (when receiving)",
        to="les impacts auxquels cela mène (en donnant) | the impacts this way leads to (when "
        "giving)",
        id="son identifiant, s’il n’est pas `activité.receives.circuit` | its id, where it is not "
        "`activity.receives.circuit`",
    ),
    "item": _table(
        part="l’élément dont il s’agit | the part in question",
    ),
    "in_return": _table(
        what="ce qui revient | what comes back",
        amount="combien | how much",
        circuit="par quel circuit | by which circuit",
    ),
    "output": _table(
        of="les activités qui la produisent | the activities that produce it",
        amount="combien | how much",
    ),
    "impact": _table(
        dimension="sociale, économique, environnementale… ou un autre mot | social, economic, "
        "environmental… or any other word",
        sign="`+`, `-` ou `mixed` : un jugement | `+`, `-` or `mixed`: a judgement",
        of="ce qui y contribue | what contributes to it",
        benefits="à qui il profite | whom it benefits",
        costs="à qui il coûte | whom it costs",
        renews="les ressources qu’il renouvelle | the resources it renews",
        depletes="les ressources qu’il épuise | the resources it depletes",
        reinforces="les activités qu’il renforce | the activities it reinforces",
    ),
    "margin": _table(
        of="les activités qui y contribuent (toutes par défaut) | the activities that contribute "
        "to it (all by default)",
    ),
    "link": _table(
        start="l’élément de départ | the part it starts from",
        end="l’élément d’arrivée, ou `chain` | the part it leads to, or `chain`",
        kind="sa nature, voir le tableau plus bas | its kind, see the table below",
        id="son identifiant, si besoin | its id, if needed",
        label="quelques mots sur la flèche | a few words on the arrow",
        why="par quel mécanisme | by what mechanism",
        sign="`+`, `-` ou `mixed` | `+`, `-` or `mixed`",
        strength="une force entre 0 et 1 | a strength between 0 and 1",
        amount="combien il en passe | how much passes",
        circuit="par quel circuit | by which circuit",
        status="observé, prévu, hypothèse, discuté ou réfuté | observed, planned, hypothesis, "
        "disputed or refuted",
        confidence="faible, moyenne ou forte | low, medium or high",
        evidence="d’où on le tient | where it comes from",
        assumptions="ce qu’il suppose | what it assumes",
        delay="au bout de combien de temps | after how long",
        period="pendant quelle période | during which period",
        essential="`true` : sans lui, l’arrivée s’arrête | `true`: without it the end stops",
        extra="tout le reste, gardé tel quel | anything else, kept as it is",
    ),
    "amount": _table(
        amount="le nombre | the number",
        unit="l’unité | the unit",
    ),
    "scales": _table(
        strength="mot → nombre entre 0 et 1 | word → number between 0 and 1",
    ),
    "strength": _table(
        low="au moins | at least",
        likely="sans doute | probably",
        high="au plus | at most",
    ),
    "rate": _table(
        unit="l’unité | the unit",
        equals="ce que vaut une unité | what one unit is worth",
        date="depuis quand | since when",
    ),
    "evidence": _table(
        source="la source | the source",
        quote="une citation | a quote",
        date="la date | the date",
        who="qui le dit | who says so",
    ),
    "evaluation": _table(
        base="un socle commun : son nom ou son fichier | a common base: its name or file",
        questions="les questions évaluatives | the evaluation questions",
        criteria="des critères sans question | criteria without a question",
        indicators="des indicateurs sans critère | indicators without a criterion",
        observations="les valeurs datées | the dated values",
        ratings="ce que les uns et les autres en pensent | what different people think of it",
    ),
    "question": _table(
        ask="la question elle-même | the question itself",
        about="les éléments et les liens dont elle parle | the parts and links it is about",
        routes="les chemins entiers dont elle parle : `[[temps, repas, liens]]` | the whole routes "
        "it is about: `[[time, meals, bonds]]`",
        criteria="ses critères | its criteria",
    ),
    "criterion": _table(
        of="sa question, s’il n’est pas écrit dedans | its question, where it does not stand "
        "inside it",
        dimension="sociale, économique, environnementale… ou un autre mot | social, economic, "
        "environmental… or any other word",
        by="qui l’a proposé | who proposed it",
        indicators="ses indicateurs | its indicators",
    ),
    "indicator": _table(
        of="son critère, s’il n’est pas écrit dedans | its criterion, where it does not stand "
        "inside it",
        kind="dénombrement, stock, rapport, échelle, qualitatif ou oui/non | count, stock, ratio, "
        "ordinal, qualitative or yes/no",
        unit="l’unité de ses valeurs | the unit of its values",
        scale="les mots d’une échelle, du moins au plus | the words of a scale, from least to most",
        numerator="ce qu’un rapport compte au-dessus | what a ratio counts above",
        denominator="ce qu’il compte au-dessous | what it counts below",
        breakdowns="par quoi on distingue ses valeurs : `{âge: [moins de 30 ans, 30 ans et plus]}` "
        "| by what its values are told apart: `{age: [under 30, 30 and over]}`",
        direction="dans quel sens on espère qu’il ira | which way it is hoped to go",
        baseline="la valeur de départ, par date | the value before, by date",
        target="la valeur espérée, par date | the value hoped for, by date",
        source="d’où viennent les valeurs | where the values come from",
        method="comment on les recueille | how they are collected",
        every="à quel rythme | how often",
        by="par qui | by whom",
        measures="les éléments et les liens qu’il mesure | the parts and links it measures",
    ),
    "observation": _table(
        indicator="l’indicateur | the indicator",
        date="une année, un mois ou un jour | a year, a month or a day",
        value="un nombre, une quantité ou des mots | a number, an amount or words",
        numerator="d’un rapport : ce qui est au-dessus | of a ratio: what is above",
        denominator="d’un rapport : ce qui est au-dessous | of a ratio: what is below",
        breakdown="de qui, où : `{âge: moins de 30 ans}` | of whom, where: `{age: under 30}`",
        people="le nombre de personnes derrière la valeur | how many people stand behind the value",
        source="la source | the source",
        viewpoint="du point de vue de qui | from whose point of view",
        quote="dans les mots de qui | in whose words",
        extra="tout le reste, gardé tel quel | anything else, kept as it is",
    ),
    "rating": _table(
        of="l’élément, le lien, la question ou le critère jugé | the part, link, question or "
        "criterion that is judged",
        date="une année, un mois ou un jour | a year, a month or a day",
        value="un nombre ou un mot | a number or a word",
        by="qui le dit | who says so",
        viewpoint="en tant que quoi : habitante, salarié, financeur… | as what: a resident, an "
        "employee, a funder…",
        why="pourquoi, dans ses mots | why, in their words",
        extra="tout le reste, gardé tel quel | anything else, kept as it is",
    ),
}  # fmt: skip
"""Where a key stands -> key -> what it says there."""
