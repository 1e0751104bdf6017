"""Documents as a person types them, read for a test, and the two of the design."""

from __future__ import annotations

from textwrap import dedent

from valuegraph.io.documents.document import read_document
from valuegraph.io.yaml.text import read_yaml
from valuegraph.model.chain import ValueChain
from valuegraph.problems import Problem


def read_typed(text: str) -> tuple[ValueChain | None, list[Problem]]:
    """Return what a typed document says, and its problems; its YAML must be right.

    ``valuegraph: 1`` is put on a first line of its own where the text does not say it.
    """
    typed = dedent(text).strip("\n") + "\n"
    if "valuegraph:" not in typed:
        typed = f"valuegraph: 1\n{typed}"
    tree, problems = read_yaml(typed)
    assert [problem for problem in problems if problem.severity == "error"] == []
    assert tree is not None
    return read_document(tree)


def chain_of(text: str) -> ValueChain:
    """Return the chain of a typed document in which nothing is wrong."""
    chain, problems = read_typed(text)
    assert chain is not None, "\n".join(map(str, problems))
    return chain


def told(text: str) -> list[str]:
    """Return what is said of a typed document: ``CODE line:column id``, in its order."""
    _, problems = read_typed(text)
    places = [(problem.code, problem.where) for problem in problems]
    return [f"{code} {where.line}:{where.column} {where.id}".rstrip() for code, where in places]


DESIGN = """
    valuegraph: 1                         # version of the format
    name: La Conserverie mobile et solidaire
    language: fr
    territory: Romans-sur-Isère

    actors:
      maraichers: Maraîchers locaux
      clirse: Le CLIRSE
      habitants:
        name: Habitants
        type: residents

    resources:
      alimentaires:
        name: Ressources alimentaires
        type: food
        by: [maraichers]                  # provided by
      humaines:
        name: Ressources humaines
        type: human
        by: [habitants]

    support:
      rd:                                 # serves the whole chain
        name: R&D territoriale
        by: clirse
        actions:
          - Identifie les besoins et les ressources
          - Implique les habitants dans l'émergence de nouveaux projets

    activities:                           # drawn in this order
      collecte:
        name: Collecte de produits
        uses: [alimentaires]
        receives:
          gift: Mise à disposition des surplus & invendables par maraîchers locaux
          local_exchange: Échange en monnaie locale convertible ?     # a hypothesis
          market: Achats en euros
      transformation:
        name: Transformation des produits
        after: collecte
        uses: [humaines]
        receives:
          gift: Implication bénévole
          local_exchange:
            name: Contribution avec contrepartie en monnaie-temps
            in_return: {what: monnaie-temps, circuit: local_exchange}
          market: Activité rémunérée
      distribution:
        name: Distribution des produits transformés
        after: transformation
        gives:
          gift: Cessions aux participants
          market: none                    # discussed: there is none

    impacts:
      cohesion:
        name: Vitalité de la communauté et cohésion sociale
        of: [transformation, distribution]        # what contributes to it
        benefits: [habitants]
        renews: [humaines]                        # the chain closes into a cycle

    links:                                # whatever the short forms above cannot say
      - start: collecte
        end: cohesion
        kind: contributes
        strength: 0.4
        confidence: low
        why: Rencontre entre producteurs et habitants

    translations:
      en:
        rd: {name: Territorial R&D}

    evaluation:
      base: socle-drome.yaml              # optional common base, plus what is local
      questions:
        lien:
          ask: La conserverie renforce-t-elle le lien social ?
          about: [cohesion]
          criteria:
            participation:
              name: Participation des habitants
              indicators:
                benevoles: {name: Bénévoles actifs, kind: count, unit: personnes, baseline: {2017: 0}, target: {2020: 30}, source: Registre, every: year}
      observations:
        - {indicator: benevoles, date: 2018-12-31, value: 20, source: Registre}
"""  # noqa: E501 -- one line a person may well type

GOLDEN = """
    name: Exemple
    actors: {maraichers: Maraichers, habitants: Habitants, agglo: Agglo, clirse: Clirse}
    resources: {alim: {by: [maraichers]}, hum: {by: [habitants]}, log: {by: [habitants, agglo]}}
    support: {rd: {by: clirse}, plateforme: {supports: [dist]}}
    activities:
      coll: {uses: [alim], receives: {gift: Surplus, market: Achats}}
      tran: {after: coll, uses: [hum], receives: {gift: Bénévolat, market: Emploi}}
      dist: {after: tran, uses: [log], gives: {gift: Cessions, local_exchange: Tic-Tacs}}
    impacts: {cohesion: {of: [tran, dist], renews: [hum]}, transition: {of: [coll, dist], renews: [alim]}}
"""  # noqa: E501 -- as the design writes it
