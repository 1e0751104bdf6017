"""Labels that are code in one format or another, and must come out as the text they are."""

from __future__ import annotations

import valuegraph as vg

LABELS = (
    "</svg><script>alert(1)</script>",
    "]]> & <!-- x -->",
    '"onload="alert(1)',
    "=HYPERLINK(a1;b2)",
    "#import x: y",
    "$ a^2 $ #panic",
    "\\ * _ @ref ~ `raw`",
    "<label> // note",
    "{{0}} %s %n ${x}",
    "a\u202eb\u200fc",
    "con\x00tr\x07ol\x1b",
    "{C:;|<f0>} -> --",
)


def hostile_chain() -> vg.ValueChain:
    """Return a chain in which every name is a hostile label."""
    chain = vg.ValueChain(LABELS[0], language="en", description=LABELS[1])
    for number, label in enumerate(LABELS):
        chain.add_actor(label, id=f"actor{number}")
    for number, label in enumerate(LABELS[:4]):
        chain.add_resource(label, id=f"res{number}")
    for number, label in enumerate(LABELS[4:8]):
        chain.add_activity(label, id=f"act{number}", uses=["res0"], receives={"gift": label})
    for number, label in enumerate(LABELS[8:]):
        chain.add_impact(label, id=f"imp{number}", of=["act0"])
    return chain
