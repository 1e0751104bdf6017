"""Whatever linked data says: no crash, no statement lost, and counts that add up."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from text_strategies import any_text

import valuegraph as vg
from valuegraph.io.cids.kept import is_ours
from valuegraph.io.cids.reading import statements_of, understood
from valuegraph.io.cids.statements import Statement

_IRIS = [f"https://e.org/{name}" for name in "abcdefg"] + ["urn:x:é", "https://e.org/a b", "_:n"]
_TYPES = [
    "cids:Organization", "cids:Stakeholder", "cids:ImpactPathway", "cids:FinancialInput",
    "cids:Activity", "cids:Output", "cids:Outcome", "cids:Theme", "cids:Indicator",
    "cids:IndicatorReport", "cids:Target", "cids:StakeholderOutcome", "i72:Measure", "Outcome",
    "https://other.org/Thing", "urn:valuegraph:terms:Impact", "urn:valuegraph:terms:Link",
]  # fmt: skip
_LINKS = [
    "forOrganization", "hasIndicator", "hasOutcome", "forIndicator", "forOutcome", "forTheme",
    "value", "canProduce", "canEnable", "hasInput", "cids:inputFor", "hasOutput", "hasTarget",
    "cids:contributes", "performs", "benefitsFrom", "forStakeholder", "hasCode", "relatesTo",
    "hasIndicatorReport", "cids:hasActualAmount", "https://other.org/knows",
    "urn:valuegraph:terms:start", "forActivity", "hasBaseline",
]  # fmt: skip
_TEXTS = [
    "hasName", "hasLegalName", "hasDescription", "unitDescription", "hasNumericalValue",
    "hasComment", "startedAtTime", "endedAtTime", "intendedImpact", "label", "unheard of",
    "urn:valuegraph:terms:id", "urn:valuegraph:terms:position", "urn:valuegraph:terms:name",
]  # fmt: skip
_SAID = st.one_of(
    st.sampled_from(["Liens ?", "12", "12.50", "9 paniers", "2024-12-31T00:00:00Z", "positive",
                     "2024-02-30", "", " ", "none", "chain", "kg", "1e400", "-0"]),
    any_text.map(lambda text: text.encode("utf-8", "ignore").decode()),
    st.integers(-10, 10),
    st.booleans(),
    st.just({"@value": "Hello", "@language": "en-CA"}),
)  # fmt: skip
_NODES = st.lists(
    st.tuples(
        st.sampled_from(_IRIS),
        st.lists(st.sampled_from(_TYPES), max_size=2),
        st.dictionaries(st.sampled_from(_LINKS), st.lists(st.sampled_from(_IRIS), max_size=2),
                        max_size=5),
        st.dictionaries(st.sampled_from(_TEXTS), _SAID, max_size=5),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


def text_of(nodes: Any) -> str:
    """Return nodes as JSON-LD that cites no context."""
    return json.dumps(
        [
            {"@id": iri, "@type": types, **texts,
             **{name: [{"@id": one} for one in iris] for name, iris in links.items()}}
            for iri, types, links, texts in nodes
        ]
    )  # fmt: skip


@settings(max_examples=40)
@given(_NODES)
@example([("https://e.org/a b", ["cids:Outcome"], {}, {"hasName": "Liens"})])
def test_no_statement_is_lost(nodes: Any) -> None:
    """What is read is written again, statement by statement; a second reading says the same."""
    told, _ = statements_of(text_of(nodes).encode(), "en", is_turtle=False)
    assert told is not None
    if not told:
        return
    found = understood(told)
    assert found.understood + found.aside == len(told)
    try:
        chain = vg.read(text_of(nodes))
    except vg.FileFormatError:  # terms of ours that cannot be: told with words, as in any file
        assert any(is_ours(one) for one in told)
        return
    text = str(vg.write(chain, format="cids"))
    after, _ = statements_of(text.encode(), "en", is_turtle=False)
    assert after is not None
    said = {spelt(one) for one in after}
    missing = [one for one in told if spelt(one) not in said and _is_said(one)]
    assert missing == [], missing
    if not any(is_ours(one) for one in told):
        assert vg.read(text) == chain


def spelt(one: Statement) -> Any:
    """Return a statement with its number without zeros that say nothing."""
    text = getattr(one.value, "text", "")
    if one.predicate.endswith("hasNumericalValue") and text:
        bare = text.rstrip("0").rstrip(".") if "." in text else text
        return (one.subject, one.predicate, "0" if bare == "-0" else bare)
    return one


def _is_said(one: Statement) -> bool:
    """Tell whether a statement is one to be said again.

    What has a broken IRI, or terms of ours that say nothing, is kept as data only.
    """
    broken = " " in one.subject or " " in getattr(one.value, "iri", "")
    return not broken and not is_ours(one)
