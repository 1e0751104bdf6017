"""The chain that a PDF carries along as an attached file."""

from __future__ import annotations

import logging
from io import BytesIO
from itertools import islice
from typing import Any

from valuegraph.extras import required
from valuegraph.io.encoding import decode
from valuegraph.problems import Bilingual, Problem

START = b"%PDF-"
ATTACHED = "chain.json"
"""How our own PDF calls the chain it carries; a text form alone under another name will do."""

_USE = Bilingual("Pour lire la chaîne jointe à un PDF", "To read the chain attached to a PDF")
_MOST_FILES = 100
_MOST_FILTERS = 2
_SHOWN = 5


class _TooLargeError(Exception):
    """An attached file is larger than what is read."""


def attached_text(
    data: bytes, endings: tuple[str, ...], *, most: int, language: str
) -> tuple[str | None, list[Problem]]:
    """Return the text of the chain attached to a PDF, or ``None``, and what is wrong.

    Args:
        data: the whole PDF.
        endings: the endings of the files that may be a chain.
        most: the largest attached file that is read, in bytes.
        language: the language of the error if no PDF can be read here.

    Raises:
        MissingExtraError: pypdf is not installed.
    """
    pypdf = required("pypdf", extra="pdf", use=_USE, language=language)
    if not (log := logging.getLogger("pypdf")).hasHandlers():
        log.addHandler(logging.NullHandler())  # else its remarks go to standard error
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted:
            return None, [Problem("VG181")]
        files = {str(file.name): file for file in islice(reader.attachment_list, _MOST_FILES)}
        chains = [name for name in files if name.lower().endswith(endings)]
        name = ATTACHED if ATTACHED in chains else next(iter(chains), "")
        if not name:
            return None, [Problem("VG180")]
        if name != ATTACHED and len(chains) > 1:
            values = {"names": sorted(chains)[:_SHOWN], "wanted": ATTACHED}
            return None, [Problem("VG183", values=values)]
        content = _content(files[name], most)
    except _TooLargeError:
        told = Bilingual(f"{most // 10**6} Mo", f"{most // 10**6} MB")
        return None, [Problem("VG104", values={"most": told})]
    except Exception:
        # A damaged or hostile file can break its reader in any way, and none of them is ours.
        return None, [Problem("VG182")]
    return decode(content)


def _content(file: Any, most: int) -> bytes:
    """Return the bytes of an attached file, unpacked no further than is needed to refuse it."""
    streams = file.pdf_object["/EF"]
    stream = (streams.get("/UF") or streams["/F"]).get_object()
    filters = stream.get("/Filter", ())
    if not isinstance(filters, str) and len(filters) > _MOST_FILTERS:
        raise _TooLargeError
    content: bytes = file.content  # pypdf itself unpacks 75 MB at most
    if len(content) > most:
        raise _TooLargeError
    return content
