"""Labels that mean something to a program that is not careful; in every format they are text."""

from __future__ import annotations

import re

from valuegraph.model.chain import ValueChain

HOSTILE = (
    "</svg><script>alert(1)</script>",
    "]]> <!-- & --> <![CDATA[",
    '" onload="alert(1)" x="',
    "'/><img src=x onerror=alert(1)>",
    "a:b:sw port:n:e",
    "end",
    "subgraph x",
    'click n1 href "javascript:alert(1)"',
    "%%{init: {'theme': 'dark'}}%% style a:b#c;",
    "graph TD; A-->B; #quot; &quot; &lt;b&gt; &#65;",
    "`**gras** _souligné_` ~~barré~~",
    "1. premier",
    "- puce",
    "# titre https://exemple.org www.exemple.org moi@exemple.org",
    "|{}[]()>/\\ \\N \\G \\l \\",
    "<b>html</b> <<table>>",
    '=HYPERLINK("http://exemple.org";"ici")',
    "+1-2@SOMME(A1)",
    "$$\\frac{1}{2}$$ %placeholder% ${jndi}",
    "\u202eetiurd à ehcuag\u202c \u200fعربي\u200e",
    "cloche\x07 nul\x00 échap\x1b[31m",
    "#import x: y",
    "$ a^2 $ #panic \\ * _ @ref ~ `raw` // note",
    "<label> {{0}} %s %n ${x}",
    "__proto__",
    "constructor",
)


def plain(text: str) -> str:
    """Return a text as it may be shown: without controls or half characters, spaces made one."""
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\u00ad]+", "", text)
    return " ".join(re.sub("[\ud800-\udfff]", "\ufffd", kept).split())


def hostile_chain() -> ValueChain:
    """Return a chain whose every text is hostile."""
    chain = ValueChain(HOSTILE[0], description=HOSTILE[9])
    for number, label in enumerate(HOSTILE):
        chain.add_actor(label, id=f"who{number}", description=label)
        chain.add_resource(label, id=f"res{number}", by=[f"who{number}"])
        chain.add_impact(label, id=f"imp{number}", description=label)
    chain.add_circuit(HOSTILE[4], id="own")
    for number, label in enumerate(HOSTILE):
        chain.add_activity(
            label,
            id=f"act{number}",
            uses=[f"res{number}"],
            receives={"own": {"name": label}, "gift": {"name": label, "status": "hypothesis"}},
            gives={"market": {"name": label}},
        )
        chain.add_support(label, id=f"sup{number}", supports={f"act{number}": label})
        chain.link(f"act{number}", "contributes", f"imp{number}", why=label, label=label)
    return chain
