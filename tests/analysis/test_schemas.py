"""What an answer sends as JSON is what its published schema says, for any chain."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from chain_builders import golden
from evaluated_chains import followed
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from random_chains import tangled_chains

import valuegraph as vg
from valuegraph.analysis.result import Answer
from valuegraph.analysis.schemas import RESULT_NAMES, result_schema
from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain

QUESTIONS: dict[str, Callable[[ValueChain], Answer]] = {
    "shares": lambda chain: vg.shares(chain, top=2),
    "accompanied": lambda chain: vg.shares(chain).accompanied,
    "spread": vg.spread,
    "through": lambda chain: vg.through(chain, chain.activities[0]),
    "through_each": vg.through,
    "mix": vg.mix,
    "reach": lambda chain: vg.reach(chain, end=chain.activities[0]),
    "routes": lambda chain: vg.routes(chain, limit=3),
    "loss": lambda chain: vg.loss(chain, without=chain.activities[0]),
    "loss_each": vg.loss,
    "solidity": vg.solidity,
    "cycles": vg.cycles,
    "balance": vg.balance,
    "decomposition": lambda chain: vg.decomposition(chain, of=chain.activities[0]),
    "threads": vg.threads,
    "coverage": vg.coverage,
    "progress": vg.progress,
    "evidence": lambda chain: vg.evidence(chain, limit=3),
    "judgements": vg.judgements,
    "roll_up": lambda chain: vg.roll_up(chain, every="year", masked_below=3),
}


def refused(name: str, answer: Answer) -> list[str]:
    """Return what a schema refuses of an answer as it is sent."""
    sent = json.loads(json.dumps(answer.to_dict(), allow_nan=False))
    validator = Draft202012Validator(result_schema(name))
    return [f"{list(one.absolute_path)}: {one.message}" for one in validator.iter_errors(sent)]


@pytest.mark.parametrize("name", RESULT_NAMES)
def test_every_schema_is_one_and_says_what_it_is_of(name: str) -> None:
    """Each is a schema of the draft it names, with a row that has fields."""
    schema = result_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == name
    assert schema["properties"]["rows"]["items"]["properties"]
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("name", RESULT_NAMES)
@settings(max_examples=15)
@given(chain=tangled_chains(signs=True, statuses=True, strengths="some"))
def test_any_answer_is_what_its_schema_says(name: str, chain: ValueChain) -> None:
    """On chains that go round, hinder and leave things out."""
    assert refused(name, QUESTIONS[name](chain)) == []


@pytest.mark.parametrize("name", RESULT_NAMES)
def test_the_examples_and_the_options_are_within_the_schemas(name: str) -> None:
    """With amounts, actors, strengths and what comes back told."""
    for chain in (golden(), *map(vg.example, vg.example_names())):
        assert refused(name, QUESTIONS[name](chain)) == []
    strong = golden()
    for link in strong.links:
        strong.change(link, strength=0.5, evidence=[{"who": "Ana", "source": "entretien"}])
    assert refused(name, QUESTIONS[name](strong)) == []
    assert refused("shares", vg.shares(golden(), by="actors")) == []
    assert refused("reach", vg.reach(golden(), start="alim", max_links=2)) == []
    assert refused("routes", vg.routes(strong, top=2).folded()) == []
    raw = vg.decomposition(strong, of="cohesion", basis="raw")
    assert refused("decomposition", raw) == []


@pytest.mark.parametrize("name", ["coverage", "progress", "evidence", "judgements", "roll_up"])
def test_answers_on_an_evaluation_are_within_the_schemas(name: str) -> None:
    """With values, targets, viewpoints, judgements and what is not known."""
    chain = followed()
    chain.add_rating("cohesion", date="2020", value=4, viewpoint="habitants", why="on se parle")
    chain.add_rating("coll", date="2020", value="fort", by="Ana")
    answer = QUESTIONS[name](chain)
    assert refused(name, answer) == []
    assert len(answer.to_frame())
    assert "<table>" in answer._repr_html_()


def test_a_schema_refuses_what_is_not_the_answer() -> None:
    """Another answer, a field too many, a missing one."""
    sent = vg.shares(golden()).to_dict()
    validator = Draft202012Validator(result_schema("spread"))
    assert not validator.is_valid(sent)
    own = Draft202012Validator(result_schema("shares"))
    assert not own.is_valid({**sent, "more": 1})
    del sent["digest"]
    assert not own.is_valid(sent)


def test_an_unknown_answer_has_no_schema() -> None:
    """The complaint names those that have one."""
    with pytest.raises(OptionError, match=r"VG450(.|\n)*loss_each"):
        result_schema("lost")
