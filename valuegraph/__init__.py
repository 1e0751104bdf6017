"""Value chains of the social and solidarity economy: describe, check, question, draw.

    >>> import valuegraph as vg
    >>> chain = vg.ValueChain("Conserverie mobile et solidaire", language="fr")
    >>> food = chain.add_resource("Surplus des maraîchers", type="food")
    >>> collect = chain.add_activity("Collecte", uses=[food])
    >>> [link.id for link in chain.links]
    ['surplus_des_maraichers-feeds-collecte']

Names are imported when they are first used, so that ``import valuegraph`` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from valuegraph.homes import HOME_OF

if TYPE_CHECKING:
    from valuegraph.analysis.balance import Balance, balance
    from valuegraph.analysis.budget import TimeBudget
    from valuegraph.analysis.comparing import ComparedCell, Comparison, compare_on
    from valuegraph.analysis.coverage import Coverage, Covered, coverage
    from valuegraph.analysis.cycles import Cycle, Cycles, cycles
    from valuegraph.analysis.decomposition import Decomposition, decomposition
    from valuegraph.analysis.evidence import KnownRoute, RouteEvidence, evidence
    from valuegraph.analysis.judgements import Judged, Judgements, judgements
    from valuegraph.analysis.loss import Loss, LossEach, loss
    from valuegraph.analysis.mix import Mix, mix
    from valuegraph.analysis.network import Network, network
    from valuegraph.analysis.packs.pack import Pack, PackRule
    from valuegraph.analysis.progress import Followed, Progress, progress
    from valuegraph.analysis.reach import Reach, reach
    from valuegraph.analysis.roll_up import Rolled, RollUp, roll_up
    from valuegraph.analysis.routes import Route, Routes, iter_routes, routes
    from valuegraph.analysis.schemas import result_schema
    from valuegraph.analysis.shares import Shares, shares
    from valuegraph.analysis.solidity import Solidity, solidity
    from valuegraph.analysis.spread import Spread, spread
    from valuegraph.analysis.threads import Thread, Threads, threads
    from valuegraph.analysis.through import Through, ThroughEach, through
    from valuegraph.errors import (
        ChainError,
        FileAccessError,
        FileFormatError,
        MissingExtraError,
        OptionError,
        UnitError,
        UnknownPartError,
        ValueGraphError,
    )
    from valuegraph.examples import example, example_names, example_text
    from valuegraph.io.cids.findings import CidsFinding, CidsValidation
    from valuegraph.io.cids.validation import validate_cids
    from valuegraph.io.collecting.collected import Aside, Collected
    from valuegraph.io.collecting.reading import observations_from
    from valuegraph.io.files import read, read_with_notes, write
    from valuegraph.io.format_table import Formats, formats
    from valuegraph.io.frames import from_frames, to_frames
    from valuegraph.io.frameworks.reading import framework_names, framework_text, read_framework
    from valuegraph.io.frameworks.writing import write_framework
    from valuegraph.io.graphs.reading import read_graph
    from valuegraph.io.packs.checking import check
    from valuegraph.io.packs.reading import pack_names, pack_text, packs, read_pack
    from valuegraph.io.reports.iati import iati
    from valuegraph.io.reports.logical_framework import logical_framework
    from valuegraph.io.reports.table import ReportTable
    from valuegraph.io.reports.value_map import value_map
    from valuegraph.io.schemas.text_form import json_schema
    from valuegraph.io.sheets.template import template
    from valuegraph.io.xlsform.survey import survey
    from valuegraph.model.activity import Circuit, Modality, PrimaryActivity, SupportActivity
    from valuegraph.model.actor import Actor
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.evaluation import Criterion, Indicator, Observation, Question, Rating
    from valuegraph.model.framework import Dimension, Framework
    from valuegraph.model.graph import from_networkx, to_networkx
    from valuegraph.model.impact import Impact, Margin, Output
    from valuegraph.model.link import Link
    from valuegraph.model.part import Evidence
    from valuegraph.model.quantity import Quantity
    from valuegraph.model.resource import Resource
    from valuegraph.problems import Problem, Problems
    from valuegraph.render.diagrams.dot import to_graphviz
    from valuegraph.render.draw import draw
    from valuegraph.render.html import html
    from valuegraph.render.kit.kit import Kit, kit
    from valuegraph.render.picture import Picture
    from valuegraph.render.report import Report, report
    from valuegraph.render.theme import CircuitColours, Theme
    from valuegraph.render.theming.fontfiles import read_font
    from valuegraph.render.theming.logo import Logo, LogoShape
    from valuegraph.render.theming.reading import read_theme, theme_names, theme_text
    from valuegraph.render.theming.report import ThemeReport

__version__ = "0.1.0"


__all__ = [
    "Actor",
    "Aside",
    "Balance",
    "ChainError",
    "CidsFinding",
    "CidsValidation",
    "Circuit",
    "CircuitColours",
    "Collected",
    "ComparedCell",
    "Comparison",
    "Coverage",
    "Covered",
    "Criterion",
    "Cycle",
    "Cycles",
    "Decomposition",
    "Dimension",
    "Evidence",
    "FileAccessError",
    "FileFormatError",
    "Followed",
    "Formats",
    "Framework",
    "Impact",
    "Indicator",
    "Judged",
    "Judgements",
    "Kit",
    "KnownRoute",
    "Link",
    "Logo",
    "LogoShape",
    "Loss",
    "LossEach",
    "Margin",
    "MissingExtraError",
    "Mix",
    "Modality",
    "Network",
    "Observation",
    "OptionError",
    "Output",
    "Pack",
    "PackRule",
    "Picture",
    "PrimaryActivity",
    "Problem",
    "Problems",
    "Progress",
    "Quantity",
    "Question",
    "Rating",
    "Reach",
    "Report",
    "ReportTable",
    "Resource",
    "RollUp",
    "Rolled",
    "Route",
    "RouteEvidence",
    "Routes",
    "Shares",
    "Solidity",
    "Spread",
    "SupportActivity",
    "Theme",
    "ThemeReport",
    "Thread",
    "Threads",
    "Through",
    "ThroughEach",
    "TimeBudget",
    "UnitError",
    "UnknownPartError",
    "ValueChain",
    "ValueGraphError",
    "__version__",
    "balance",
    "check",
    "compare_on",
    "coverage",
    "cycles",
    "decomposition",
    "draw",
    "evidence",
    "example",
    "example_names",
    "example_text",
    "formats",
    "framework_names",
    "framework_text",
    "from_frames",
    "from_networkx",
    "html",
    "iati",
    "iter_routes",
    "json_schema",
    "judgements",
    "kit",
    "logical_framework",
    "loss",
    "mix",
    "network",
    "observations_from",
    "pack_names",
    "pack_text",
    "packs",
    "progress",
    "reach",
    "read",
    "read_font",
    "read_framework",
    "read_graph",
    "read_pack",
    "read_theme",
    "read_with_notes",
    "report",
    "result_schema",
    "roll_up",
    "routes",
    "shares",
    "solidity",
    "spread",
    "survey",
    "template",
    "theme_names",
    "theme_text",
    "threads",
    "through",
    "to_frames",
    "to_graphviz",
    "to_networkx",
    "validate_cids",
    "value_map",
    "write",
    "write_framework",
]


def __getattr__(name: str) -> Any:
    if name not in HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
