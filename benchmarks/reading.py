"""A chain of a hundred parts read and checked from YAML, JSON and XLSX, beside bare readers.

The bare readers (``yaml.safe_load``, ``json.load``, ``pandas.read_excel``) give lists and tables;
they know neither places nor kinds, and check nothing: the ratio is what places, checks and a chain
cost. Names are held to be equal. What is remembered of words from one reading to the next is
forgotten before each. Run by ``make benchmarks``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from turns import absent, contest, run, told

import valuegraph as vg
from valuegraph.model.words import fold

SECTIONS = ("actors", "resources", "support", "activities", "outputs", "impacts")
WORDS = (
    "collecte", "produits", "locaux", "transformation", "partagée", "habitants", "atelier",
    "cuisine", "solidaire", "réseau", "territoire", "mutualisation", "ressources", "coopération",
    "circuit", "bocaux", "jardin", "école", "quartier", "entraide",
)  # fmt: skip
ROUNDS = 15


def main(small: bool) -> None:
    """Print a contest for each format."""
    chain = hundred()
    links = len(chain.links)
    told("parts, cells aside", sum(len(getattr(chain, section)) for section in SECTIONS))
    told("cells", len(chain.modalities))
    told("links", links)
    readers: dict[str, tuple[str, Callable[[Path], Any]]] = {
        "yaml": ("yaml.safe_load", by_yaml),
        "json": ("json.load", by_json),
        "xlsx": ("pandas.read_excel", by_pandas),
    }
    with TemporaryDirectory() as folder:
        for ending, (name, reader) in readers.items():
            path = Path(folder) / f"chain.{ending}"
            vg.write(chain, path)
            try:
                reader(path)
            except ImportError as error:
                absent(str(error.name))
                continue
            medians = contest(
                f"{ending.upper()}, {path.stat().st_size:,} bytes",
                {"vg.read": partial(ours, path), name: partial(reader, path)},
                rounds=1 if small else ROUNDS,
                same=same,
            )
            told(f"vg.read / {name}", medians["vg.read"] / medians[name], unit="x")


def hundred() -> vg.ValueChain:
    """Return a chain of a hundred parts, with forty cells, as long-winded as people are."""
    chain = vg.ValueChain("Cent éléments", language="fr")
    actors = [chain.add_actor(called(n, 3)) for n in range(12)]
    resources = [
        chain.add_resource(
            called(n, 4), type="food", by=[actors[n % 12]], amount=f"{10 * n + 1} kg"
        )
        for n in range(20)
    ]
    activities: list[Any] = []
    for n in range(20):
        activity = chain.add_activity(
            called(n, 5),
            after=activities[-1:],
            uses=resources[n : n + 2],
            by=actors[n % 12],
            description=called(n, 20),
        )
        chain.add_modality(activity, circuit="gift", way="receives", name=called(n, 7))
        chain.add_modality(activity, circuit="market", way="receives", name=f"{called(n, 4)} ?")
        activities.append(activity)
    for n in range(6):
        chain.add_support(called(n, 4), by=actors[n], actions=[called(n + k, 9) for k in range(3)])
    for n in range(12):
        chain.add_output(called(n, 3), of=[activities[n]])
    for n in range(30):
        chain.add_impact(
            called(n, 6),
            of=[{"part": activities[n % 20], "strength": 0.5}, activities[(n + 7) % 20]],
            benefits=[actors[n % 12]],
            renews=[resources[n % 20]],
        )
    return chain


def called(number: int, length: int) -> str:
    """Return a name of several words, no two alike."""
    words = (WORDS[(number * 7 + step * 3) % len(WORDS)] for step in range(length))
    return f"{' '.join(words).capitalize()} {number}"


def ours(path: Path) -> vg.ValueChain:
    """Return the chain, nothing remembered of the last reading."""
    fold.cache_clear()
    return vg.read(path)


def by_yaml(path: Path) -> dict[str, Any]:
    """Return what PyYAML gives."""
    import yaml

    return dict(yaml.safe_load(path.read_bytes()))


def by_json(path: Path) -> dict[str, Any]:
    """Return what json gives."""
    with path.open("rb") as stream:
        return dict(json.load(stream))


def by_pandas(path: Path) -> dict[str, Any]:
    """Return what pandas gives: a table a sheet."""
    import pandas as pd

    return pd.read_excel(path, sheet_name=None)


def same(chain: vg.ValueChain, found: dict[str, Any]) -> None:
    """Hold the names of the parts of each section equal."""
    for section in SECTIONS:
        expected = [part.name for part in getattr(chain, section)]
        assert names_in(found, section) == expected, section


def names_in(found: dict[str, Any], section: str) -> list[str]:
    """Return the names of a section, as a bare reader gives it."""
    if section in found:
        parts = found[section]
        return [one if isinstance(one, str) else one["name"] for one in parts.values()]
    titles = {"support": "Support activities"}
    table = found[titles.get(section, section.capitalize())]
    return [str(name) for name in table["name"]]


if __name__ == "__main__":
    run(main)
