"""The questionnaire of a chain, written to a file."""

from __future__ import annotations

import os

from valuegraph.io.xlsform.questions import form_of
from valuegraph.io.xlsform.workbook import workbook_bytes
from valuegraph.model.chain import ValueChain
from valuegraph.problems import Problems, told_language
from valuegraph.saving import save_bytes


def survey(
    chain: ValueChain, path: str | os.PathLike[str], *, language: str | None = None
) -> Problems:
    """Write a questionnaire (XLSForm) that asks for a value of every indicator of a chain.

    KoboToolbox, ODK and other tools that read XLSForm take it as it is, with French and English
    labels. A filled form has the columns ``date``, ``source``, ``viewpoint``, one
    ``breakdown_<name>`` for each way in which values are told apart, and for each indicator its
    id, or for a ratio ``<id>__numerator`` and ``<id>__denominator``.

    Args:
        chain: the chain; it is not changed. Refuted indicators are not asked.
        path: the file to write, ``enquete.xlsx``; a file of that name is replaced.
        language: the language in which the form opens, the chain's own by default.

    Returns:
        What is to be known about the form: columns that could not be called what their indicator
        is called, indicators whose kind is not told and which are asked as well as we can.

    Raises:
        MissingExtraError: openpyxl is not installed.
        FileAccessError: the file cannot be written.
    """
    told = told_language(language or chain.language)
    form = form_of(chain, told)
    save_bytes(path, workbook_bytes(form, told))
    return Problems(form.problems, language=told)
