"""The formats of a picture: one table says which there are and what each carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.scene import Scene

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.render.picture import Picture

SceneWriter = Callable[[Scene], bytes]
"""A writer of a host's own: one scene becomes the bytes of one file."""

TextMode = Literal["live", "paths"]


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How a picture is to be written.

    Attributes:
        text: for SVG, ``live`` or ``paths``.
        dpi: for PNG, dots per inch of the page.
    """

    text: TextMode = "live"
    dpi: float = 200


Carried = Literal["text", "alt", "look", "editable", "interactive", "chain"]

CARRIED: Mapping[Carried, Bilingual] = MappingProxyType(
    {
        "text": Bilingual("texte à chercher et à copier", "text to search and copy"),
        "alt": Bilingual("textes de remplacement", "alternative texts"),
        "look": Bilingual("couleurs et logo d’un thème", "colours and logo of a theme"),
        "editable": Bilingual("formes à modifier", "shapes to edit"),
        "interactive": Bilingual("réagit au clic et au clavier", "answers to click and keyboard"),
        "chain": Bilingual("la chaîne entière, à relire", "the whole chain, to be read back"),
    }
)
"""What a format may carry, and how that is called."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a picture.

    Attributes:
        write: a picture becomes the bytes of one file a sheet, or of one file for all sheets.
        name: what such a file is called.
        use: what it is good for.
        carries: what the file carries besides what is seen, in the order of :data:`CARRIED`.
        one_file: all sheets go into one file.
        from_chain: it is made from the chain itself and not from the sheets of a view.
        extra: the extra of this package that it needs, if it needs one.
        views: the views that are drawn when none is asked for.
    """

    write: Callable[[Picture, WriteOptions], tuple[bytes, ...]]
    name: Bilingual
    use: Bilingual
    carries: tuple[Carried, ...] = ()
    one_file: bool = False
    from_chain: bool = False
    extra: str = ""
    views: tuple[str, ...] = ("extended",)


def _svg(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.render.writers.svg import svg

    return tuple(svg(scene, text=options.text, physical=True) for scene in picture.scenes)


def _png(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.render.writers.png import png

    return tuple(png(scene, dpi=options.dpi) for scene in picture.scenes)


def _drawio(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.render.writers.drawio import drawio

    return (drawio(picture.scenes, _sheet_names(picture.scenes)),)


def _mermaid(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.render.diagrams.mermaid import mermaid

    text = mermaid(_chain_of(picture, "Mermaid"), language=picture.language)
    return (text.encode(),)


def _dot(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.render.diagrams.dot import to_graphviz

    graph = to_graphviz(_chain_of(picture, "DOT"), language=picture.language)
    return (graph.source.encode(),)


def _chain_of(picture: Picture, name: str) -> ValueChain:
    """Return the chain that a picture carries.

    Raises:
        OptionError: it carries none: it was made of sheets alone.
    """
    if picture.chain is None:
        problem = Problem("VG454", values={"format": name})
        raise OptionError(problem, language=picture.language)
    return picture.chain


def _sheet_names(scenes: tuple[Scene, ...]) -> list[str]:
    """Return a short name of each sheet: its title without the chain's, numbered if not alone."""
    names: list[str] = []
    for scene in scenes:
        short = scene.title.rpartition(" — ")[2]
        name, number = short[:1].upper() + short[1:], 2
        while name in names:
            name, number = f"{short[:1].upper()}{short[1:]} ({number})", number + 1
        names.append(name)
    return names


_DOT = Format(
    _dot,
    Bilingual("graphe DOT", "DOT graph"),
    Bilingual("Graphviz et les outils qui le lisent", "Graphviz and the tools that read it"),
    carries=("text", "editable"),
    one_file=True,
    from_chain=True,
)


def _pdf(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.io.files import write
    from valuegraph.render.writers.pdf import pdf

    text = write(picture.chain, format="json") if picture.chain is not None else ""
    return (pdf(picture.scenes, chain=str(text)),)


def _html(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.render.webpage.building import content_of
    from valuegraph.render.writers.page.document import page

    return (page(content_of(picture)),)


def _pptx(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.render.writers.pptx import pptx

    return (pptx(picture.scenes),)


FORMATS: Mapping[str, Format] = {
    "svg": Format(
        _svg,
        Bilingual("image SVG", "SVG picture"),
        Bilingual("une page web, Inkscape, Word", "a web page, Inkscape, Word"),
        carries=("text", "alt", "look"),
    ),
    "png": Format(
        _png,
        Bilingual("image PNG", "PNG picture"),
        Bilingual("un message, un document, n’importe où", "a message, a document, anywhere"),
        carries=("look",),
    ),
    "drawio": Format(
        _drawio,
        Bilingual("schéma draw.io", "draw.io diagram"),
        Bilingual("continuer le dessin dans draw.io", "to go on drawing in draw.io"),
        carries=("text", "alt", "look", "editable"),
        one_file=True,
    ),
    "mmd": Format(
        _mermaid,
        Bilingual("schéma Mermaid", "Mermaid diagram"),
        Bilingual(
            "une forge (GitLab, GitHub), un wiki, des notes",
            "a forge (GitLab, GitHub), a wiki, notes",
        ),
        carries=("text", "alt", "editable"),
        one_file=True,
        from_chain=True,
    ),
    "dot": _DOT,
    "gv": _DOT,
    "pdf": Format(
        _pdf,
        Bilingual("document PDF", "PDF document"),
        Bilingual("l’impression, de l’A4 à l’A0", "printing, from A4 to A0"),
        carries=("text", "alt", "look", "chain"),
        one_file=True,
        extra="pdf",
    ),
    "html": Format(
        _html,
        Bilingual("page web", "web page"),
        Bilingual("explorer et partager, dans un navigateur", "explore and share, in a browser"),
        carries=("text", "alt", "look", "interactive", "chain"),
        one_file=True,
        views=("extended", "matrix", "flow", "cycle"),
    ),
    "pptx": Format(
        _pptx,
        Bilingual("présentation PowerPoint", "PowerPoint presentation"),
        Bilingual(
            "PowerPoint, Impress ou Keynote, à modifier", "PowerPoint, Impress or Keynote, to edit"
        ),
        carries=("text", "alt", "look", "editable"),
        one_file=True,
        extra="pptx",
    ),
}
"""Each format by its ending: a new format is one entry here. What it carries is told by its files:
the tests open them, and the page of the formats in the documentation is made from this table."""
