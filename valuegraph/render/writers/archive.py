"""Archives that do not say when they were made."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNIX, _READABLE = 3, 0o644


def undated(saved: bytes) -> bytes:
    """Return the same archive with one fixed date, whatever the time and the system."""
    result = BytesIO()
    with ZipFile(BytesIO(saved)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name)  # dated 1 January 1980, the first day that the format knows
            entry.compress_type = ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _READABLE << 16
            target.writestr(entry, source.read(name))
    return result.getvalue()
