"""Which language the command line speaks: the option, else the locale, else French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from valuegraph.problems import told_language

OPTION = "--language"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_NO_LANGUAGE = ("", "c", "posix")


def spoken_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return ``fr`` or ``en``.

    Args:
        arguments: what was typed; the last ``--language`` in it decides, wherever it stands,
            since the help pages and the complaints about the rest must speak it too.
        environment: else the first of LC_ALL, LC_MESSAGES and LANG that is set decides; the
            locales C and POSIX name no language.
    """
    asked = _asked(arguments) or _locale(environment)
    return told_language(asked) if asked else "fr"


def _asked(arguments: Sequence[str]) -> str:
    asked = ""
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--":
            break
        if argument == OPTION:
            asked = following or asked
        elif argument.startswith(f"{OPTION}="):
            asked = argument.removeprefix(f"{OPTION}=") or asked
    return asked


def _locale(environment: Mapping[str, str]) -> str:
    setting = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    code = setting.split(".")[0].split("@")[0]
    return "" if code.casefold() in _NO_LANGUAGE else code
