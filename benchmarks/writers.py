"""How long each format takes, and how large its files are; SVG and PNG beside Graphviz.

Run by ``make benchmarks``. The example and a chain of 200 parts, the sheets drawn beforehand:
what is timed is the writing alone, but for the peers' ratio, which holds drawing and writing.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

from drawing import dot_source
from turns import run, take_turns

import valuegraph as vg
from valuegraph.errors import MissingExtraError
from valuegraph.render.formats import FORMATS


def chain_of(parts: int) -> vg.ValueChain:
    """Return a chain of that many parts in the proportions of a real one."""
    chain = vg.ValueChain("Un territoire", language="fr")
    for number in range(parts // 10):
        chain.add_actor(f"Partie prenante {number}", id=f"actor{number}")
        chain.add_resource(f"Ressource commune {number}", id=f"res{number}", by=[f"actor{number}"])
    activities = parts // 5
    for number in range(activities):
        received = {"gift": f"Don de temps et de produits {number}", "market": f"Achats {number}"}
        chain.add_activity(
            f"Activité {number}",
            id=f"act{number}",
            uses=[f"res{number % (parts // 10)}"],
            receives=received,
        )
    for number in range(parts - len(list(chain.parts()))):
        chain.add_impact(f"Effet social {number}", id=f"imp{number}", of=[f"act{number}"])
    return chain


def main(small: bool) -> None:
    """Print times, ratios and sizes."""
    parts = 20 if small else 200
    chains = {"example": vg.example("conserverie"), f"{parts} parts": chain_of(parts)}
    for name, chain in chains.items():
        picture = vg.draw(chain, view="extended")
        contenders = {ending: _written(picture, ending) for ending in _installed(picture)}
        contenders |= _peers(chain)
        medians = take_turns(contenders, 1 if small else 15)
        print(f"{name}: {len(list(chain.parts()))} parts, {len(picture.scenes)} sheets")
        for what, median in medians.items():
            print(f"  {what:28} {median * 1000:8.1f} ms")
        for ending in ("svg", "png"):
            if f"dot -T{ending}" in medians:
                whole = medians[f"draw and write {ending}"]
                ratio = whole / medians[f"dot -T{ending}"]
                print(f"  draw and write {ending} / dot -T{ending}: {ratio:.2f}")
    poster = vg.draw(chains["example"], page="A0")
    for ending in _installed(poster):
        size = sum(len(one) for one in poster.to_bytes(ending, dpi=50))
        print(f"{ending} of the example on A0: {size / 1000:.0f} kB")


def _installed(picture: vg.Picture) -> list[str]:
    """Return the formats whose packages are there; say which are not."""
    found = []
    for ending in FORMATS:
        try:
            picture.to_bytes(ending, dpi=50)
        except MissingExtraError as missing:
            print(f"{ending}: {missing}")
        else:
            found.append(ending)
    return found


def _written(picture: vg.Picture, ending: str) -> Callable[[], object]:
    return lambda: picture.to_bytes(ending, dpi=96)


def _peers(chain: vg.ValueChain) -> dict[str, Callable[[], object]]:
    dot = shutil.which("dot")
    if not dot:
        print("dot is not installed: no peer to compare with")
        return {}
    source = dot_source(chain).encode()

    def ours(ending: str) -> Callable[[], object]:
        return lambda: vg.draw(chain, view="extended").to_bytes(ending, dpi=96)

    def theirs(ending: str) -> Callable[[], object]:
        return lambda: subprocess.run(
            [dot, f"-T{ending}"], input=source, capture_output=True, check=True
        )

    peers: dict[str, Callable[[], object]] = {}
    for ending in ("svg", "png"):
        peers[f"draw and write {ending}"] = ours(ending)
        peers[f"dot -T{ending}"] = theirs(ending)
    return peers


if __name__ == "__main__":
    run(main)
