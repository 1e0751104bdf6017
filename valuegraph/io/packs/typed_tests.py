"""The tests of a rule, from what was typed."""

from __future__ import annotations

from valuegraph.analysis.packs.pack import Test
from valuegraph.analysis.packs.testing import LINK_WORDS, SCOPES, TESTS
from valuegraph.io.documents.reading import Reading, cut, listed
from valuegraph.io.documents.spelled import (
    Spellings,
    by_spelling,
    spelled_fields,
    spelling,
    suggestion,
)
from valuegraph.io.documents.texts import text_of
from valuegraph.io.tree import Entry, Listing, Node, Table
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import KEYS, VOCABULARY, fold
from valuegraph.problems import Bilingual

_NAMES: Spellings = {"any": ("une_de",), **{name: (kind.french,) for name, kind in TESTS.items()}}
_YES: Spellings = {"yes": ("oui", "true", "vrai")}
_WAYS: Spellings = {"receives": KEYS["receives"], "gives": KEYS["gives"]}
SCOPE_WORDS: Spellings = {
    "chain": ("chaîne",), "actor": ("acteur",), "resource": ("ressource",),
    "support": ("soutien",), "activity": ("activité",), "modality": ("modalité",),
    "output": ("réalisation", "produit"), "impact": ("impact",), "margin": ("marge",),
    "link": ("lien",), "question": ("question",), "criterion": ("critère",),
    "indicator": ("indicateur",),
}  # fmt: skip
"""What a rule can look at -> how it is written in French."""

_NOT_ASKED = frozenset({"id", "translations", "extra", "name", "rates", "scales", "base"})
_TESTS = Bilingual("des tests", "tests")
_A_TABLE = Bilingual("une table test : valeur", "a test: value mapping")
_A_COUNT = Bilingual("une table nature : nombre", "a kind: number mapping")
_A_NUMBER = Bilingual("il faut un nombre entier", "a whole number is needed")


def tests_of(reading: Reading, node: Node, scope: str) -> tuple[Test, ...]:
    """Return the tests that are to hold together; what is wrong is noted."""
    if not isinstance(node, Table):
        reading.wrong_shape(node, _A_TABLE)
        return ()
    tests: list[Test] = []
    for name, entry in spelled_fields(reading, node, _TESTS, _NAMES).items():
        if name == "any":
            groups = entry.value.items if isinstance(entry.value, Listing) else (entry.value,)
            choices = tuple(tests_of(reading, group, scope) for group in groups)
            tests.append(Test("any", choices=choices))
        elif scope not in TESTS[name].scopes:
            reading.complain("VG251", entry.key, test=cut(entry.key.text), kind=scope,
                             allowed=", ".join(TESTS[name].scopes))  # fmt: skip
        else:
            tests += _test(reading, name, entry, scope)
    return tuple(tests)


def _test(reading: Reading, name: str, entry: Entry, scope: str) -> list[Test]:
    takes = TESTS[name].takes
    if takes == "count":
        return _counts(reading, name, entry)
    words = {
        "fields": fields_spelled(scope),
        "links": {code: VOCABULARY["kind"].get(code, ()) for code in LINK_WORDS},
        "ways": _WAYS,
        "yes": _YES,
        "yes or indicator fields": {**_YES, **fields_spelled("indicator")},
    }[takes]
    found = [word_of(reading, each, entry.key.text, words) for each in listed(entry.value)]
    return [Test(name, tuple(word for word in found if word not in ("", "yes")))]


def fields_spelled(scope: str) -> Spellings:
    """Return the fields that may be asked of a kind of part, with their French spelling."""
    names = (name for name in SCOPES[scope].model_fields if name not in _NOT_ASKED)
    return {name: KEYS.get(name, ()) for name in names}


def _counts(reading: Reading, name: str, entry: Entry) -> list[Test]:
    if not isinstance(entry.value, Table):
        reading.wrong_shape(entry.value, _A_COUNT)
        return []
    tests = []
    kinds = {scope: words for scope, words in SCOPE_WORDS.items() if scope != "chain"}
    for each in entry.value:
        kind = word_of(reading, each.key, entry.key.text, kinds)
        typed = text_of(reading, each.value, each.key.text) or ""
        if not typed.isdecimal() or len(typed) > 9:
            reading.complain("VG220", each.value, field=cut(each.key.text), value=cut(typed),
                             reason=_A_NUMBER)  # fmt: skip
        elif kind:
            tests.append(Test(name, (kind,), int(typed)))
    return tests


def word_of(reading: Reading, node: Node, field: str, words: Spellings) -> str:
    """Return the word that was meant, or nothing; what is wrong is noted."""
    typed = text_of(reading, node, field)
    if typed is None:
        return ""
    codes = by_spelling(words)
    if fold(typed) in codes:
        return codes[fold(typed)]
    near = list(dict.fromkeys(codes[each] for each in did_you_mean(fold(typed), codes)))
    allowed = ", ".join(spelling(code, words, reading.keys) for code in words)
    reading.complain("VG250", node, value=cut(typed), field=cut(field), allowed=allowed,
                     suggestion=suggestion(near, words, reading.keys))  # fmt: skip
    return ""
