"""Turn the docstrings of the code into Markdown."""

from __future__ import annotations

import inspect
import re
import textwrap

_HEADINGS = {
    "Args:": "Arguments",
    "Attributes:": "Fields",
    "Returns:": "Gives back",
    "Raises:": "Errors",
    "Example:": "Example",
}
_ITEM = re.compile(r"(?P<names>\**\w[\w, ]*): (?P<text>.*)", re.DOTALL)


def summary(thing: object) -> str:
    """Return the first sentence of a docstring.

    Raises:
        LookupError: the thing has no docstring of its own.
    """
    return _plain(_doc(thing).split("\n\n")[0])


def markdown(thing: object) -> str:
    """Return a whole docstring: its paragraphs, then its sections as lists."""
    paragraphs: list[str] = []
    for chunk in _doc(thing).split("\n\n"):
        heading, _, rest = chunk.partition("\n")
        if heading not in _HEADINGS:
            paragraphs.append(_code(chunk) if _is_code(chunk) else _plain(chunk))
            continue
        body = textwrap.dedent(rest)
        paragraphs.append(f"*{_HEADINGS[heading]}*")
        paragraphs.append(_code(body) if _is_code(body) else _items(body))
    return "\n\n".join(paragraphs)


def _doc(thing: object) -> str:
    doc = thing.__doc__
    if not doc:
        raise LookupError(f"{thing!r} has no docstring")
    return inspect.cleandoc(doc)


def _is_code(text: str) -> bool:
    return text.lstrip().startswith(">>>")


def _code(text: str) -> str:
    return f"```pycon\n{inspect.cleandoc(text)}\n```"


def _items(body: str) -> str:
    """Return a section as a list; a section that is a sentence stays one."""
    entries: list[str] = []
    for line in body.splitlines():
        if line.startswith(" ") and entries:
            entries[-1] += " " + line.strip()
        else:
            entries.append(line.strip())
    matches = [_ITEM.fullmatch(entry) for entry in entries]
    if not all(matches):
        return _plain(" ".join(entries))
    told = [(found["names"], found["text"]) for found in matches if found]
    return "\n".join(f"- {_names(names)}: {_plain(text)}" for names, text in told)


def _names(names: str) -> str:
    return ", ".join(f"`{name.strip().lstrip('*')}`" for name in names.split(","))


def _plain(text: str) -> str:
    """Return a paragraph on one line, its code marks those of Markdown."""
    line = " ".join(text.split())
    line = re.sub(r":\w+:`~?([^`]*)`", lambda found: f"`{found[1].rsplit('.', 1)[-1]}`", line)
    return line.replace("``", "`")
