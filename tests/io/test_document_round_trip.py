"""What is written is read back: every chain that can be built, in every lossless form."""

from __future__ import annotations

from typing import Any

from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from strategies import chains

import valuegraph as vg
from valuegraph.io.documents.document import read_document
from valuegraph.io.documents.writing import document_of
from valuegraph.io.python_tree import tree_of
from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Link
from valuegraph.problems import Problem


def read(data: dict[str, Any]) -> tuple[ValueChain, list[Problem]]:
    """Return the chain of plain data, which must be read without any error."""
    tree, problems = tree_of(data)
    assert problems == []
    assert tree is not None
    chain, found = read_document(tree)
    assert chain is not None, "\n".join(map(str, found))
    return chain, found


def links_by_id(chain: ValueChain) -> dict[str, Link]:
    """Return the links with their ids, which equality of chains leaves aside."""
    return {link.id: link for link in chain.links}


@settings(max_examples=150)
@given(chains(), st.sampled_from(["en", "fr"]))
def test_reading_what_is_written_gives_an_equal_chain(chain: ValueChain, keys: str) -> None:
    """Nothing is lost, nothing is added, and links keep their ids, with keys in either language."""
    again, found = read(document_of(chain, keys=keys))
    assert again == chain
    assert links_by_id(again) == links_by_id(chain)
    assert {problem.code for problem in found} <= {"VG240"}


@settings(max_examples=60)
@given(chains(), st.sampled_from(["en", "fr"]))
def test_what_is_written_as_yaml_is_read_back(chain: ValueChain, keys: str) -> None:
    """The text of a file in YAML gives an equal chain."""
    text = vg.write(chain, format="yaml", keys=keys)
    assert text is not None
    again = vg.read(text, name="chaîne.yaml")
    assert again == chain
    assert links_by_id(again) == links_by_id(chain)


@settings(max_examples=60)
@given(chains())
def test_what_is_written_as_json_is_read_back(chain: ValueChain) -> None:
    """The text of a file in JSON gives an equal chain."""
    text = vg.write(chain, format="json")
    assert text is not None
    assert vg.read(text, name="chaîne.json") == chain


@settings(max_examples=60)
@given(chains(), st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(chain: ValueChain, chance: Any) -> None:
    """Where order is no data, the sections and keys of a document may stand in any."""
    document = document_of(chain)
    shuffled = dict(chance.sample(list(document.items()), len(document)))
    for section in ("actors", "resources", "support", "activities", "impacts"):
        for part, said in shuffled.get(section, {}).items():
            if isinstance(said, dict):
                keys = chance.sample(list(said), len(said))
                shuffled[section][part] = {key: said[key] for key in keys}
    assert read(shuffled)[0] == chain


@settings(max_examples=60)
@given(chains(evaluation=False), st.randoms(use_true_random=False))
def test_the_order_in_which_links_are_added_changes_nothing(chain: ValueChain, chance: Any) -> None:
    """A chain whose links are added again in another order is, and is written as, the same."""
    again = chain.copy()
    for link in chain.links:
        again.remove(link, cascade=True)
    for link in chance.sample(chain.links, len(chain.links)):
        said = {name: getattr(link, name) for name in Link.model_fields}
        again.link(said.pop("start"), said.pop("kind"), said.pop("end"), **said)
    for cell in chain.modalities:
        again.change(cell, resources=cell.resources, to=cell.to)
    assert again == chain
    assert read(document_of(again))[0] == chain


_MOST_ROUNDS = 25


def test_the_strategy_makes_chains_of_every_kind() -> None:
    """Sooner or later it makes parts and links of each kind, with all that they can say."""
    wanted = {
        "modality",
        "margin",
        "output",
        "indicator",
        "observations",
        "ratings",
        "routes",
        "translated en",
        "precedes",
        "supports",
        "regenerates",
        "linkage",
        "takes_part",
    }
    wanted |= {f"link {field}" for field in Link.model_fields
               if field not in ("id", "start", "end", "kind")}  # fmt: skip
    seen: set[str] = set()
    for number in range(_MOST_ROUNDS):
        seed(number)(settings(max_examples=40, database=None, phases=[Phase.generate])(
            given(chains())(lambda chain: seen.update(_kinds(chain)))
        ))()  # fmt: skip
        if wanted <= seen:
            return
    assert wanted <= seen


def _kinds(chain: ValueChain) -> set[str]:
    """Return what stands in a chain: kinds, filled fields of links, languages."""
    found = {part.kind for part in chain.parts()} | {link.kind for link in chain.links}
    for link in chain.links:
        found |= {f"link {field}" for field in Link.model_fields
                  if getattr(link, field) not in (None, "", (), {}, False)}  # fmt: skip
    for part in chain.parts():
        found |= {f"translated {language}" for language in part.translations}
    found |= {name for name in ("observations", "ratings") if getattr(chain, name)}
    return found | {"routes" for question in chain.questions if question.routes}
