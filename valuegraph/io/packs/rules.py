"""The rules of a pack, from what was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from valuegraph.analysis.packs.pack import Pack, PackRule
from valuegraph.io.documents.reading import Reading, cut
from valuegraph.io.documents.spelled import Fields, Spellings, spelled_fields, spelling
from valuegraph.io.documents.texts import by_language, is_by_language, text_of
from valuegraph.io.packs.typed_tests import SCOPE_WORDS, tests_of, word_of
from valuegraph.io.tree import Entry, Node, Table
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual, Severity

_PACK: Spellings = {
    "pack": ("paquet",), "title": ("titre",), "description": ("description",),
    "source": ("source",), "rules": ("règles",),
}  # fmt: skip
_RULE: Spellings = {
    "each": ("chaque",), "where": ("où",), "must": ("doit",), "severity": ("gravité",),
    "says": ("dit",), "reason": ("raison",), "repair": ("remède",), "from": ("d_après",),
}  # fmt: skip
_SEVERITIES: Spellings = {"note": ("note",), "warning": ("avertissement",)}
_A_PACK = Bilingual("un paquet de règles", "a pack of rules")
_A_RULE = Bilingual("une règle", "a rule")
_A_TABLE = Bilingual("une table clé : valeur", "a key: value mapping")
_NOTHING = Bilingual("", "")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}", re.ASCII)
_A_NAME = Bilingual("il faut des minuscules sans accent, des chiffres et « - »",
                    "plain small letters, digits and “-” are needed")  # fmt: skip


def is_french(tree: Node) -> bool:
    """Tell whether a pack is written with French keys."""
    if not isinstance(tree, Table):
        return False
    typed = {fold(entry.key.text) for entry in tree}
    return bool(typed & {fold("paquet"), fold("règles"), fold("titre")})


def pack_of(reading: Reading, tree: Node) -> Pack | None:
    """Return a pack, or nothing where it has no name or no rules; what is wrong is noted."""
    if not isinstance(tree, Table):
        reading.wrong_shape(tree, _A_TABLE)
        return None
    fields = spelled_fields(reading, tree, _A_PACK, _PACK)
    name = _name(reading, fields["pack"].value, fields["pack"].key.text) if "pack" in fields else ""
    for key in ("pack", "rules"):
        if key not in fields:
            _missing(reading, tree, key, _PACK, _A_PACK)
    rules = _rules(reading, fields["rules"].value) if "rules" in fields else []
    texts = {key: words_of(reading, fields.get(key)) for key in ("title", "description", "source")}
    if not name or any(problem.severity == "error" for problem in reading.problems):
        return None
    title = texts["title"] if any(texts["title"]) else Bilingual(name, name)
    return Pack(name, title, texts["description"], texts["source"], tuple(rules))


def _rules(reading: Reading, node: Node) -> list[PackRule]:
    if not isinstance(node, Table):
        reading.wrong_shape(node, Bilingual("une table règle : contenu", "a rule: content mapping"))
        return []
    read = [_rule(reading, entry) for entry in node]
    return [rule for rule in read if rule is not None]


def _rule(reading: Reading, entry: Entry) -> PackRule | None:
    rule_id = _name(reading, entry.key, entry.key.text)
    if not isinstance(entry.value, Table):
        reading.wrong_shape(entry.value, _A_TABLE)
        return None
    fields = spelled_fields(reading.within(entry.key.text), entry.value, _A_RULE, _RULE)
    inside = reading.within(entry.key.text)
    for key in ("each", "must", "says"):
        if key not in fields:
            _missing(inside, entry.value, key, _RULE, _A_RULE)
    each = _word(inside, fields, "each", SCOPE_WORDS)
    severity = _word(inside, fields, "severity", _SEVERITIES) or "note"
    if not each:
        return None
    must = tests_of(inside, fields["must"].value, each) if "must" in fields else ()
    where = tests_of(inside, fields["where"].value, each) if "where" in fields else ()
    texts = {key: words_of(inside, fields.get(key)) for key in ("says", "reason", "repair", "from")}
    return PackRule(rule_id, each, must, where, Severity(severity), texts["says"],
                    texts["reason"], texts["repair"], texts["from"])  # fmt: skip


def words_of(reading: Reading, entry: Entry | None) -> Bilingual:
    """Return a text in both languages; one that is given once stands for both."""
    if entry is None:
        return _NOTHING
    texts: Mapping[str, Node] = {"": entry.value}
    if is_by_language(entry.value):
        texts = by_language(reading, entry.value)
    told = {code: text_of(reading, node, entry.key.text) for code, node in texts.items()}
    known = {code: text.strip() for code, text in told.items() if text}
    first = next(iter(known.values()), "")
    return Bilingual(known.get("fr", first), known.get("en", first))


def _word(reading: Reading, fields: Fields, key: str, words: Spellings) -> str:
    return word_of(reading, fields[key].value, fields[key].key.text, words) if key in fields else ""


def _name(reading: Reading, node: Node, field: str) -> str:
    name = text_of(reading, node, field) or ""
    if not _NAME.fullmatch(name):
        reading.complain("VG220", node, field=cut(field), value=cut(name), reason=_A_NAME)
    return name


def _missing(reading: Reading, at: Node, key: str, spellings: Spellings, place: Bilingual) -> None:
    reading.complain("VG209", at, key=spelling(key, spellings, reading.keys), place=place)
