"""Workbooks of LibreOffice, written: OpenDocument, with nothing but the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from valuegraph.io.sheets.archive import packed
from valuegraph.io.sheets.cells import Plain
from valuegraph.io.sheets.layout import SHEETS, heading
from valuegraph.io.sheets.sheet import WrittenSheet

MIME = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = re.compile(r"^ | {2,}| $|\t")
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_CONTENT = (
    f'<office:document-content xmlns:office="{_URN}office:1.0" xmlns:table="{_URN}table:1.0" '
    f'xmlns:text="{_URN}text:1.0" xmlns:style="{_URN}style:1.0" '
    f'xmlns:fo="{_URN}xsl-fo-compatible:1.0" office:version="1.3">'
)
_STYLES = (
    '<office:automatic-styles><style:style style:name="co" style:family="table-column">'
    '<style:table-column-properties style:column-width="4.5cm"/></style:style>'
    '<style:style style:name="head" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#1f4e79" fo:wrap-option="wrap"/>'
    '<style:text-properties fo:color="#ffffff" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties '
    'fo:wrap-option="wrap" style:vertical-align="top"/></style:style></office:automatic-styles>'
)
_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="{_URN}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def ods_of(sheets: Sequence[WrittenSheet], *, keys: str) -> bytes:
    """Return a workbook in OpenDocument; every text is a text, whatever it begins with."""
    tables = "".join(piece for sheet in sheets for piece in _table(sheet, keys))
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f"{_XML}{_CONTENT}{_STYLES}{body}</office:document-content>"
    files = {
        "mimetype": MIME.encode(),
        "content.xml": content.encode(),
        "META-INF/manifest.xml": _MANIFEST.encode(),
    }
    return packed(files, stored=("mimetype",))


def _table(sheet: WrittenSheet, keys: str) -> Iterator[str]:
    yield f"<table:table table:name={quoteattr(SHEETS[sheet.code].text(keys))}>"
    yield (
        f'<table:table-column table:style-name="co" '
        f'table:number-columns-repeated="{len(sheet.columns)}"/>'
    )
    head = "".join(_cell(heading(column, keys), "head") for column in sheet.columns)
    yield f"<table:table-header-rows><table:table-row>{head}</table:table-row>"
    yield "</table:table-header-rows>"
    for row in sheet.rows:
        cells = "".join(_cell(row.get(column), "cell") for column in sheet.columns)
        yield f"<table:table-row>{cells}</table:table-row>"
    yield "</table:table>"


def _cell(value: Plain | None, style: str) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        told = "true" if value else "false"
        kind = f'office:value-type="boolean" office:boolean-value="{told}"'
        return f'<table:table-cell {kind} table:style-name="{style}"/>'
    if isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value!r}"'
        shown = f"<text:p>{value!r}</text:p>"
        return f'<table:table-cell {kind} table:style-name="{style}">{shown}</table:table-cell>'
    lines = "".join(f"<text:p>{_line(line)}</text:p>" for line in value.split("\n"))
    kind = f'office:value-type="string" table:style-name="{style}"'
    return f"<table:table-cell {kind}>{lines}</table:table-cell>"


def _line(line: str) -> str:
    """Return a line of text, with the spaces and tabs that would fall together kept apart."""
    return _SPACES.sub(_spaces, escape(line))


def _spaces(found: re.Match[str]) -> str:
    if found[0] == "\t":
        return "<text:tab/>"
    return f'<text:s text:c="{len(found[0])}"/>'
