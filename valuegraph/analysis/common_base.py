"""What a chain has of a common base: what is missing, what differs, what is its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from valuegraph.model.adopting import differences
from valuegraph.model.chain import ValueChain
from valuegraph.model.framework import Framework
from valuegraph.model.part import Part
from valuegraph.model.words import key_word
from valuegraph.problems import Bilingual, Problem, Where


def base_findings(chain: ValueChain, base: Framework) -> Iterator[Problem]:
    """Yield what there is to say of a chain beside a common base.

    Args:
        chain: the chain; it is not changed.
        base: the common base.

    Yields:
        VG726 and VG727 for criteria and indicators that are missing, VG728 for each that has
        become another, VG729 for those that are local.
    """
    title = Bilingual(base.label("fr") or "—", base.label("en") or "—")
    for code, parts in (("VG726", base.criteria), ("VG727", base.indicators)):
        missing = [part for part in parts if not is_shared(chain, part)]
        if missing:
            yield _about(code, title, missing)
    for part in base.indicators:
        fields = different_fields(chain, base, part)
        if fields:
            told = Bilingual(*(", ".join(key_word(field, code) for field in fields)
                               for code in ("fr", "en")))  # fmt: skip
            where = Where(id=part.id)
            yield Problem("VG728", where, {"base": title, "fields": told, "ids": [part.id]})
    local: list[Part] = [part for part in (*chain.criteria, *chain.indicators)
                         if part.id not in base]  # fmt: skip
    if local:
        yield _about("VG729", title, local)


def is_shared(chain: ValueChain, part: Part) -> bool:
    """Tell whether a chain has a part of the same kind under the id of a base's."""
    return part.id in chain and getattr(chain.find(part.id), "kind", "") == part.kind


def different_fields(chain: ValueChain, base: Framework, part: Part) -> list[str]:
    """Return the keys in which a chain's part is not that of the base; none where it has none."""
    if not is_shared(chain, part):
        return []
    here = chain.find(part.id)
    found = differences(here, part, own=base.language, language=chain.language) \
        if isinstance(here, Part) else ()  # fmt: skip
    return ["kind" if field == "indicator_kind" else field for field in found]


def _about(code: str, title: Bilingual, parts: Sequence[Part]) -> Problem:
    names = [Bilingual(part.label("fr"), part.label("en")) for part in parts]
    where = Where(id=parts[0].id) if len(parts) == 1 else Where()
    ids = [part.id for part in parts]
    return Problem(code, where, {"base": title, "names": names, "ids": ids})
