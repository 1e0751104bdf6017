"""Cases of the rules on the evaluation framework and its data."""

from __future__ import annotations

from check_cases.case import Case, all_of, sound
from valuegraph.model.chain import ValueChain


def evaluated() -> ValueChain:
    """Return a sound chain with one question, one criterion and one indicator, all in order."""
    chain = sound()
    chain.add_question("Plus de lien ?", id="lien", about=["bonds", "ecology"])
    chain.add_criterion("Participation", id="part", question="lien")
    chain.add_indicator(
        "Bénévoles",
        id="count",
        criterion="part",
        indicator_kind="count",
        unit="personnes",
        source="Registre",
        direction="up",
        baseline={"2017": 4},
        target={"2020": 30},
    )
    chain.add_observation("count", date="2018", value=20)
    return chain


def indicators(count: int) -> object:
    """Return the change that adds so many indicators."""

    def change(chain: ValueChain) -> None:
        for number in range(count):
            chain.add_indicator(f"Mesure {number}", measures="bonds")

    return change


def case(code: str, finds: object, passes: object) -> Case:
    """Return a case that begins with an evaluated chain."""
    return Case(code, finds, passes, start=evaluated)


FRAMEWORK = (
    case("VG380", indicators(10), indicators(9)),
    case(
        "VG381",
        lambda chain: chain.change("part", question=""),
        lambda chain: chain.change("part", name="Engagement"),
    ),
    case(
        "VG382",
        lambda chain: chain.change("count", criterion="", measures=["bonds"]),
        lambda chain: chain.change("count", measures=["bonds"]),
    ),
    case(
        "VG383",
        lambda chain: chain.change("lien", about=[]),
        all_of(
            lambda chain: chain.change("lien", about=[]),
            lambda chain: chain.change("count", measures=["cook-contributes-bonds"]),
        ),
    ),
    case(
        "VG384",
        lambda chain: chain.change("lien", about=["bonds"]),
        all_of(
            lambda chain: chain.change("lien", about=["bonds"]),
            lambda chain: chain.change("count", measures=["ecology"]),
        ),
    ),
)

DATA = (
    case(
        "VG390",
        lambda chain: chain.add_indicator("Repas", measures="bonds"),
        lambda chain: chain.add_indicator("Repas", measures="bonds", baseline={"2017": 3}),
    ),
    case(
        "VG391",
        lambda chain: chain.change("count", source=""),
        all_of(
            lambda chain: chain.change("count", source=""),
            lambda chain: chain.add_observation("count", date="2019", value=22, source="Agenda"),
        ),
    ),
    case(
        "VG392",
        lambda chain: chain.change("count", unit=""),
        all_of(
            lambda chain: chain.change("count", unit=""),
            lambda chain: chain.add_observation("count", date="2019", value="22 personnes"),
        ),
    ),
    case(
        "VG393",
        all_of(
            lambda chain: chain.change("count", unit=""),
            lambda chain: chain.add_observation("count", date="2019", value="22 personnes"),
            lambda chain: chain.add_observation("count", date="2020", value="9 familles"),
        ),
        lambda chain: chain.add_observation("count", date="2019", value="22 personnes"),
    ),
    case(
        "VG394",
        lambda chain: chain.change("count", direction="down"),
        lambda chain: chain.change("count", direction="stable"),
    ),
    case(
        "VG395",
        lambda chain: chain.add_observation("count", date="2018", value=21),
        lambda chain: chain.add_observation("count", date="2018", value=21, viewpoint="Habitants"),
    ),
    case(
        "VG396",
        lambda chain: chain.add_observation("count", date="2019", value="beaucoup"),
        all_of(
            lambda chain: chain.change("count", indicator_kind="qualitative"),
            lambda chain: chain.add_observation("count", date="2019", value="beaucoup"),
        ),
    ),
)

CASES = (*FRAMEWORK, *DATA)
