"""A common base written to a file: reading it gives an equal framework."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from valuegraph.errors import OptionError
from valuegraph.io.documents.wording import Wording, said_by
from valuegraph.io.documents.writing import translations_of
from valuegraph.io.documents.writing_evaluation import evaluation_of
from valuegraph.io.encoding import require_whole_characters
from valuegraph.io.frameworks.drafting import HEADER, VERSION, FrameworkDraft
from valuegraph.io.sources import TEXT_ENDINGS
from valuegraph.io.yaml.writing import yaml_of
from valuegraph.model.framework import Framework
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.problems import Bilingual, Problem
from valuegraph.saving import save_bytes

_OF_KEYS = Bilingual("la langue des clés", "the language of the keys")


def write_framework(
    framework: Framework, target: str | os.PathLike[str] | None = None, *, keys: str = "en"
) -> str | None:
    """Write a common base to a YAML or JSON file, whole or not at all, or return its text.

    Args:
        framework: the framework; nothing of it is lost.
        target: the file, its ending the format; the text in YAML is returned without one.
        keys: ``"en"`` or ``"fr"``, the language of keys and words in YAML; JSON is in English.

    Raises:
        OptionError: the ending or the language of the keys is not known.
        FileAccessError: the file cannot be written.
    """
    if keys not in ("en", "fr"):
        values = {"option": _OF_KEYS, "value": keys, "allowed": ["en", "fr"]}
        raise OptionError(Problem("VG450", values=values), language=framework.language)
    ending = Path(target).suffix.lower() if target is not None else ".yaml"
    if target is not None and ending not in TEXT_ENDINGS:
        values = {"name": Path(target).name, "allowed": list(TEXT_ENDINGS)}
        raise OptionError(Problem("VG451", values=values), language=framework.language)
    if ending == ".json":
        data = framework_document(framework)
        text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    else:
        text = yaml_of(framework_document(framework, keys=keys))
    require_whole_characters(text, framework.language)
    if target is None:
        return text
    save_bytes(target, text.encode("utf-8"))
    return None


def framework_document(framework: Framework, *, keys: str = "en") -> dict[str, Any]:
    """Return a framework as the plain data of its file, in the order in which it is written."""
    draft, wording = FrameworkDraft.of(framework), Wording(keys)
    key = wording.key
    about = said_by(wording, draft.about, WHOLE_CHAIN)
    extra = about.pop(key("extra"), {})
    dimensions = {}
    for part in framework.dimensions:
        said = said_by(wording, part, "dimension")
        if part.status_is_implied:
            del said[key("status")]
        dimensions[part.id] = part.name if list(said) == [key("name")] else said
    sections = {
        "dimensions": dimensions,
        **evaluation_of(draft, wording),
        key("translations"): translations_of(draft, wording),
        key("extra"): extra,
    }
    head = {HEADER: VERSION, **about, key("language"): framework.language}
    return head | {name: value for name, value in sections.items() if value}
