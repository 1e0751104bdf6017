"""How texts and data are put into a page so that nothing in them is ever run."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import Any

from valuegraph.render.writers.svg_text import readable

_UNSAFE_IN_SCRIPT = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def text(words: str) -> str:
    """Return words as HTML text or as the value of an attribute in double quotes."""
    return escape(readable(words), quote=True)


def data(value: Any) -> str:
    """Return plain data as JSON that no parser of HTML can take for markup."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE_IN_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def integrity(content: str) -> str:
    """Return the word by which a Content-Security-Policy allows just this script or style."""
    digest = sha256(content.encode("utf-8")).digest()
    return f"'sha256-{b64encode(digest).decode('ascii')}'"
