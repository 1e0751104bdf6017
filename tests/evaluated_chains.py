"""Small chains with an evaluation, by hand and at random, for what is asked of evaluations."""

from __future__ import annotations

from chain_builders import golden
from hypothesis import strategies as st

from valuegraph.model.chain import ValueChain


def followed() -> ValueChain:
    """Return the golden chain with a question, indicators of several kinds and observations."""
    chain = golden()
    chain.add_question(ask="Renforce-t-elle le lien social ?", id="lien", about=["cohesion"])
    chain.add_question(ask="Et le climat ?", id="climat")
    chain.add_criterion("Participation", id="participation", question="lien")
    chain.add_criterion("Plaisir", id="plaisir", question="lien")
    chain.add_indicator(
        "Bénévoles", id="benevoles", criterion="participation", indicator_kind="count",
        unit="personnes",
        baseline={"2017": 0}, target={"2020": 30}, every="year", measures=["tran"],
    )  # fmt: skip
    chain.add_indicator("Moral", id="moral", criterion="participation", indicator_kind="ordinal",
                        scale=["bas", "moyen", "haut"], direction="up")  # fmt: skip
    chain.add_indicator(
        "Femmes", id="femmes", indicator_kind="ratio", unit="%", breakdowns={"âge": ["a", "b"]}
    )
    chain.add_observation("benevoles", date="2018-12-31", value=20, source="Registre")
    chain.add_observation("benevoles", date="2017-12-31", value=5)
    chain.add_observation("moral", date="2018", value="bas", viewpoint="équipe")
    chain.add_observation("moral", date="2018", value="haut", viewpoint="habitants")
    return chain


AMOUNTS = st.integers(-50, 50)
DATES = st.sampled_from(["2017", "2018", "2018-06", "2018-06-30", "2019-01-31", "2020"])


@st.composite
def seen_indicators(draw: st.DrawFn) -> ValueChain:
    """Draw a chain with one indicator of numbers, a baseline and a target or none, and values."""
    chain = ValueChain()
    dated = st.dictionaries(DATES, AMOUNTS, max_size=1)
    chain.add_indicator(
        id="n", indicator_kind=draw(st.sampled_from(["count", "stock"])), unit="kg",
        direction=draw(st.sampled_from(["up", "down", "stable"])),
        baseline=draw(dated), target=draw(dated),
        breakdowns={"âge": ["jeune", "vieux"]},
        every=draw(st.sampled_from(["", "mois", "year", "quand on peut"])),
    )  # fmt: skip
    for _ in range(draw(st.integers(0, 6))):
        groups = draw(st.sampled_from([{}, {}, {"âge": "jeune"}, {"âge": "vieux"}]))
        chain.add_observation("n", date=draw(DATES), value=draw(AMOUNTS), breakdown=groups,
                              viewpoint=draw(st.sampled_from(["", "équipe"])))  # fmt: skip
    return chain
