"""Check with packs given by name, by file or as they are."""

from __future__ import annotations

import os
from collections.abc import Iterable

from valuegraph.analysis import check as checking
from valuegraph.analysis.common_base import base_findings
from valuegraph.analysis.packs.pack import Pack
from valuegraph.io.frameworks.reading import read_framework
from valuegraph.io.packs.reading import read_pack
from valuegraph.model.chain import ValueChain
from valuegraph.model.framework import Framework
from valuegraph.problems import Problems


def check(
    chain: ValueChain,
    *,
    packs: Iterable[Pack | str | os.PathLike[str]] = (),
    base: Framework | str | os.PathLike[str] | None = None,
    language: str | None = None,
    ignore: Iterable[str] = (),
) -> Problems:
    """Return what there is to discuss or to correct in a chain.

    A chain is never refused here: what it holds is legal, so there are notes and warnings and
    no errors, and a draft gets the notes a facilitator would put to the group.

    Args:
        chain: the chain; it is not changed.
        packs: packs of rules to check besides our own: names (:func:`valuegraph.packs`), paths of
            files, or packs that were read.
        base: a common base that the chain is held against: one that was read, its name or its
            path; what is missing, what differs and what is local is told.
        language: the language in which the result prints itself, the chain's own by default;
            every problem can be told in French and in English.
        ignore: codes of rules to leave out, such as ``["VG340", "fonda/territory"]``, or names of
            whole packs; ``"valuegraph"`` are our own.

    Returns:
        Warnings first, then notes; where a rule finds more than three parts, one problem
        names them all (``values["ids"]``). Refuted parts and links are left out.

    Raises:
        OptionError: ``ignore`` names a code that does not exist, no pack has a name given, or two
            packs have the same one.
        FileFormatError: something in the file of a pack or of the base cannot be accepted.
        FileAccessError: the file of a pack or of the base cannot be opened.

    Example:
        >>> chain = ValueChain("Jardin partagé", language="en", territory="Romans")
        >>> check(chain, packs=["fonda"], ignore=["valuegraph"]).codes()
        ('fonda/support-shown', 'fonda/several-actors')
    """
    given = [packs] if isinstance(packs, str | os.PathLike | Pack) else packs
    read = [each if isinstance(each, Pack) else read_pack(each) for each in given]
    left_out = [ignore] if isinstance(ignore, str) else list(ignore)
    found = checking.check(chain, packs=read, language=language, ignore=left_out)
    if base is None:
        return found
    framework = base if isinstance(base, Framework) else read_framework(base, language=language)
    beside = [one for one in base_findings(chain, framework) if one.code not in left_out]
    return Problems([*found, *beside], language=found.language)
