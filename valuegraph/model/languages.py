"""The codes of languages: which a text may be told in, and which are sure to be meant as one."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
    "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
"""The two-letter codes (ISO 639-1)."""

_WELL_KNOWN = "ast ber bci cnr frp gcf gcr gsw kab pcd rcf rom swb wls"
"""Three-letter codes of languages spoken where chains are drawn, without a two-letter one."""

_MAIN = frozenset(_TWO_LETTERS.split())
SURE = _MAIN | frozenset(_WELL_KNOWN.split())
"""Codes that can hardly be meant as another word."""
_SHAPE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_language(text: str) -> bool:
    """Tell whether ``text`` is a language code: ``fr``, ``pt-BR``, or any of three letters."""
    main = text.partition("-")[0]
    return _SHAPE.fullmatch(text) is not None and (len(main) == 3 or main in _MAIN)


def is_surely_a_language(text: str) -> bool:
    """Tell whether ``text`` is a code that can hardly be meant as another word."""
    main = text.partition("-")[0]
    return _SHAPE.fullmatch(text) is not None and main in SURE


def _checked(text: str) -> str:
    if not is_language(text):
        raise ValueError("a language code is needed")
    return text


Language = Annotated[str, AfterValidator(_checked)]
"""A language code, such as ``fr``, ``en`` or ``pt-BR``."""
