"""Texts of every kind that people may write on a card, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

FRENCH = st.text("abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœABCDEÉLQTV ,;:.!?'’-«»()&/%0123456789")
GERMAN = st.text("abcdefghijklmnopqrstuvwxyzäöüßAÄÖÜSTW ,.-/")
LATIN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F))
GREEK_AND_CYRILLIC = st.text(st.characters(min_codepoint=0x370, max_codepoint=0x52F))
_SIGNS = "中 。 「 ا قتصاد 👩‍👩‍👧‍👦 🇫🇷 👍🏽 1️⃣ é e\u0301 x\u0302 ff fi fï ti tt ” Q/ AVATAR - ' mot"
_INVISIBLE = "\u200d\u200b\u00ad\u00a0\u202f \n\r\t\x00\x08\ud800\ufffe"
TRICKY = st.lists(
    st.sampled_from([*_SIGNS.split(), *_INVISIBLE, "\r\n", "https://a.org/b?c=d"])
).map("".join)

any_text = st.one_of(FRENCH, GERMAN, LATIN, GREEK_AND_CYRILLIC, TRICKY, st.text())
