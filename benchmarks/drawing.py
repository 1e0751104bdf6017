"""How long a drawing takes, beside Graphviz drawing the same graph, in one run.

Run by ``make benchmarks``. Contenders take turns, so that a noisy machine is noisy to both;
medians and their ratio are printed. Graphviz draws a plainer picture: it is the peer people
know, and the bar a picture of this size is expected to stay within.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from turns import Work, run, take_turns

import valuegraph as vg

ROUNDS = 15


def dot_source(chain: vg.ValueChain) -> str:
    """Return the chain's parts and links in the DOT language, through the graphviz package."""
    import graphviz

    graph = graphviz.Digraph(graph_attr={"rankdir": "LR"}, node_attr={"shape": "box"})
    graphs = chain.to_networkx(compiled=True)
    for node, values in graphs.nodes(data=True):
        graph.node(node, values.get("name") or node)
    for start, end in graphs.edges():
        graph.edge(start, end)
    return graph.source


def main(small: bool) -> None:
    """Print the medians and the ratios."""
    chain = vg.example("conserverie")
    contenders: dict[str, Work] = {
        "import valuegraph": lambda: subprocess.run(
            [sys.executable, "-c", "import valuegraph; valuegraph.ValueChain"], check=True
        ),
        "import networkx": lambda: subprocess.run(
            [sys.executable, "-c", "import networkx"], check=True
        ),
        "bare python": lambda: subprocess.run([sys.executable, "-c", "pass"], check=True),
        "vg.draw extended -> SVG (warm)": lambda: vg.draw(chain, view="extended").svg,
        "vg.draw matrix -> SVG (warm)": lambda: vg.draw(chain, view="matrix").svg,
    }
    dot = shutil.which("dot")
    if dot:
        source = dot_source(chain).encode()
        contenders["dot -Tsvg of the same graph"] = lambda: subprocess.run(
            [dot, "-Tsvg"], input=source, capture_output=True, check=True
        )
    medians = take_turns(contenders, 1 if small else ROUNDS)
    for name, median in medians.items():
        print(f"{name:36} {median * 1000:8.1f} ms")
    if dot:
        drawn = medians["vg.draw extended -> SVG (warm)"]
        print(f"draw / dot: {drawn / medians['dot -Tsvg of the same graph']:.2f}")
    else:
        print("dot is not installed: no peer to compare with")
    imported = medians["import valuegraph"] / medians["import networkx"]
    print(f"import valuegraph / import networkx: {imported:.2f}")


if __name__ == "__main__":
    run(main)
