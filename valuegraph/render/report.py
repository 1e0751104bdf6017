"""The way to a report: one call, one file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.model.evaluation import is_date
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.page import A4
from valuegraph.render.reporting.document import Document
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.theme import Theme

Files = Mapping[str, bytes]
"""What is written: the ending of each file's name, empty for the report's own, and its bytes."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report, ready to be written.

    Attributes:
        document: what it says, as data.
        files: the files that :meth:`save` wrote, as they were named.
    """

    document: Document
    files: tuple[str, ...] = ()

    @property
    def html(self) -> str:
        """The report as a web page of one file."""
        return self.to_bytes("html").decode()

    def to_bytes(self, format: str) -> bytes:
        """Return the report as ``html``, ``md``, ``docx`` or ``pdf``; without Markdown's pictures.

        Raises:
            OptionError: there is no such format.
            MissingExtraError: the format needs a package that is not installed.
        """
        return self._written(format.lower().lstrip("."), "report")[""]

    def save(self, path: str | os.PathLike[str]) -> Report:
        """Write the report; its ending says the format. Markdown has its pictures beside it.

        Raises:
            OptionError: the ending is that of no format.
            MissingExtraError: the format needs a package that is not installed.
            FileAccessError: it cannot be written there.
        """
        from valuegraph.saving import save_bytes

        target = Path(path)
        files = self._written(target.suffix.lower().lstrip("."), target.stem, target.name)
        names = []
        for ending, content in sorted(files.items(), reverse=True):  # the text comes last
            name = target.with_name(f"{target.stem}{ending}") if ending else target
            save_bytes(name, content)
            names.append(str(name))
        return Report(self.document, tuple(names[::-1]))

    def _written(self, format: str, stem: str, name: str = "") -> Files:
        write = _WRITERS.get(format)
        if write is not None:
            return write(self.document, stem)
        allowed = [f".{known}" for known in _WRITERS]
        if not name:
            option = Bilingual("le format", "the format")
            raise _refused(option, format, allowed, self.document.language)
        unknown = Problem("VG451", values={"name": name, "allowed": allowed})
        raise OptionError(unknown, language=self.document.language)

    def _repr_html_(self) -> str:
        return self.html


def report(
    chain: ValueChain,
    path: str | os.PathLike[str] | None = None,
    *,
    language: str | None = None,
    theme: Theme | str | os.PathLike[str] | None = None,
    on: str = "",
    masked_below: int | None = None,
) -> Report:
    """Write the report of a chain and its evaluation, in words that residents understand.

    It holds the chain in pictures, the evaluation question by question with every observation and
    judgement, what the diagram shows (shares, routes, circuits), what is solid and what rests on
    assumptions, a glossary, and the sources that every figure leads back to.

    Args:
        chain: the chain; a draft without an evaluation will do.
        path: the file to write: ``.html``, ``.md``, ``.docx`` or ``.pdf``.
        language: ``fr`` or ``en``; the chain's own by default.
        theme: the look of the house, as for :func:`valuegraph.draw`.
        on: a year, a month or a day (``2018``, ``2018-12``, ``2018-12-31``): what was observed or
            judged after it is left out. By default all is told; today's date never counts.
        masked_below: hide values behind which there are fewer people than that, or nobody knows
            how many, and as many more as it takes for none to be computed from the others; the
            rule is that of :func:`valuegraph.roll_up`.

    Raises:
        OptionError: the ending is that of no format, ``on`` is no date, or ``masked_below`` is
            less than 1.
        MissingExtraError: the format needs a package that is not installed.
        FileAccessError: it cannot be written there.
        FileFormatError: something in the theme's file cannot be accepted.
    """
    from valuegraph.render.reporting.writing import written_report
    from valuegraph.render.theming.chosen import theme_and_doubts

    told = language or chain.language
    if on and not is_date(on):
        raise _refused(
            Bilingual("la date", "the date"), on, ("2018", "2018-12", "2018-12-31"), told
        )
    if masked_below is not None and masked_below < 1:
        least = Bilingual("un nombre entier, 1 au moins", "a whole number, 1 at least")
        raise _refused("masked_below", masked_below, least, told)
    look, _ = theme_and_doubts(theme, told)
    options = ViewOptions(page=A4, language=told, theme=look)
    made = Report(written_report(chain, options, on, masked_below or 0))
    return made if path is None else made.save(path)


def _refused(option: object, value: object, allowed: object, language: str) -> OptionError:
    values = {"option": option, "value": value, "allowed": allowed}
    return OptionError(Problem("VG450", values=values), language=language)


def _as_html(document: Document, _: str) -> Files:
    from valuegraph.render.writers.report.html import html

    return {"": html(document)}


def _as_markdown(document: Document, stem: str) -> Files:
    from valuegraph.render.writers.report.markdown import markdown

    return markdown(document, stem)


def _as_docx(document: Document, _: str) -> Files:
    from valuegraph.render.writers.report.docx import docx

    return {"": docx(document)}


def _as_pdf(document: Document, _: str) -> Files:
    from valuegraph.render.writers.report.pdf import pdf

    return {"": pdf(document)}


_WRITERS: Mapping[str, Callable[[Document, str], Files]] = {
    "html": _as_html,
    "md": _as_markdown,
    "docx": _as_docx,
    "pdf": _as_pdf,
}
