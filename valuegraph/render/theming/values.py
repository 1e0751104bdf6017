"""The values of a theme file: colours, lines, icons, the files of the font."""

from __future__ import annotations

from pathlib import Path

from valuegraph.io.documents.reading import Reading, cut
from valuegraph.io.documents.spelled import by_spelling, spelling, suggestion
from valuegraph.io.documents.texts import is_by_language, text_of
from valuegraph.io.tree import Entry, Listing, Node, Scalar, Table
from valuegraph.model.validation import did_you_mean
from valuegraph.model.words import fold, word_code
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.colour import is_colour
from valuegraph.render.fontface import Font
from valuegraph.render.icons import ICONS
from valuegraph.render.page import PAGES
from valuegraph.render.theme import CircuitColours
from valuegraph.render.theming.fontfiles import checked_font
from valuegraph.render.theming.icons import FAMILIES, MOST_ICONS, icon_key, symbol_of
from valuegraph.render.theming.keys import fields_of, words_of
from valuegraph.render.theming.paths import PathError

_LONGEST_LINE = 300
_A_COLOUR = Bilingual("une couleur", "a colour")
A_TABLE = Bilingual("une table clé : valeur", "a key: value mapping")


def colour_of(reading: Reading, node: Node, role: str) -> str | None:
    """Return a colour; what is none is noted."""
    if not isinstance(node, Scalar):
        reading.wrong_shape(node, _A_COLOUR)
        return None
    text = node.text.strip()
    if is_colour(text):
        return text.upper()
    reading.complain("VG480", node, role=cut(role), value=cut(node.text))
    return None


def colours_of(reading: Reading, entry: Entry, least: int, most: int) -> tuple[str, ...]:
    """Return a list of colours; a lone colour is a list of one."""
    items = entry.value.items if isinstance(entry.value, Listing) else (entry.value,)
    if not least <= len(items) <= most:
        expected = Bilingual(f"une liste de {least} à {most} couleurs",
                             f"a list of {least} to {most} colours")  # fmt: skip
        reading.wrong_shape(entry.value, expected)
        return ()
    found = [colour_of(reading, item, entry.key.text) for item in items]
    return tuple(each for each in found if each)


def circuits_of(
    reading: Reading, entry: Entry
) -> tuple[dict[str, CircuitColours], dict[str, Node]]:
    """Return the colours of circuits by id, and where each was typed."""
    found: dict[str, CircuitColours] = {}
    places: dict[str, Node] = {}
    if not isinstance(entry.value, Table):
        advice = Bilingual('Par exemple {don: "#1B806A"}.', 'For instance {gift: "#1B806A"}.')
        reading.wrong_shape(entry.value, A_TABLE, advice)
        return found, places
    for circuit in entry.value:
        name = word_code("circuit", circuit.key.text) or circuit.key.text
        if name in found:
            reading.complain("VG202", circuit.key, key=cut(circuit.key.text), first=cut(name))
            continue
        tones = {"full": circuit.value}
        if isinstance(circuit.value, Table):
            fields = fields_of(reading, circuit.value, "circuit")
            tones = {key: each.value for key, each in fields.items()}
            if "full" not in tones:
                reading.complain(
                    "VG209",
                    circuit.value,
                    place=Bilingual("circuit", "circuit"),
                    key=spelling("full", {"full": ("pleine",)}, reading.keys),
                )
                continue
        read = {key: colour_of(reading, node, circuit.key.text) for key, node in tones.items()}
        places[f"circuits.{name}"] = circuit.value
        if read["full"]:
            found[name] = CircuitColours(read["full"], read.get("tint") or "")
    return found, places


def line_of(reading: Reading, entry: Entry) -> str | Bilingual | None:
    """Return a line of text, or one in French and one in English."""
    if isinstance(entry.value, Table) and is_by_language(entry.value):
        told = {each.key.text.casefold(): each.value.text for each in entry.value
                if isinstance(each.value, Scalar)}  # fmt: skip
        first = next(iter(told.values()))
        texts = Bilingual(told.get("fr", first), told.get("en", first))
        return texts if _is_short(reading, entry, *texts) else None
    text = text_of(reading, entry.value, entry.key.text)
    return text if text is not None and _is_short(reading, entry, text) else None


def _is_short(reading: Reading, entry: Entry, *texts: str) -> bool:
    if max(map(len, texts)) <= _LONGEST_LINE:
        return True
    reason = Bilingual(f"une ligne a {_LONGEST_LINE} caractères au plus",
                       f"a line has {_LONGEST_LINE} characters at most")  # fmt: skip
    reading.complain("VG220", entry.value, field=entry.key.text, value=cut(texts[0]), reason=reason)
    return False


def page_of(reading: Reading, entry: Entry) -> str | None:
    """Return the name of a page."""
    text = text_of(reading, entry.value, entry.key.text)
    by_folded = {name.casefold(): name for name in PAGES}
    if text is not None and text.strip().casefold() not in by_folded:
        reading.complain("VG221", entry.value, field=entry.key.text, value=cut(text),
                         allowed=", ".join(PAGES))  # fmt: skip
        return None
    return by_folded[text.strip().casefold()] if text is not None else None


def icons_of(reading: Reading, entry: Entry) -> dict[str, dict[str, str]]:
    """Return the icons by family and word; new words are noted, for they may be slips."""
    if not isinstance(entry.value, Table):
        reading.wrong_shape(entry.value, A_TABLE)
        return {}
    found: dict[str, dict[str, str]] = {}
    for family, symbols in fields_of(reading, entry.value, "icons").items():
        found[family] = {}
        if not isinstance(symbols.value, Table):
            reading.wrong_shape(symbols.value, Bilingual("une table mot : tracé",
                                                         "a word: path mapping"))  # fmt: skip
        elif len(symbols.value.entries) > MOST_ICONS:
            most = Bilingual(f"{MOST_ICONS} icônes au plus", f"at most {MOST_ICONS} icons")
            reading.wrong_shape(symbols.value, most)
        else:
            for symbol in symbols.value:
                _add_icon(reading, family, symbol, found[family])
    return found


def _add_icon(reading: Reading, family: str, symbol: Entry, found: dict[str, str]) -> None:
    word = symbol.key.text
    key = icon_key(family, word)
    if key in found:
        reading.complain("VG202", symbol.key, key=cut(word), first=cut(key))
        return
    what = Bilingual(f"l’icône « {cut(word)} »", f"the icon “{cut(word)}”")
    text = text_of(reading, symbol.value, word)
    if text is None:
        return
    looks_like_a_name = text.strip().replace("_", "").isalpha() and len(text.strip()) > 1
    try:
        found[key] = symbol_of(text, what)
    except PathError as error:
        if looks_like_a_name:
            near = did_you_mean(text, ICONS)
            told = suggestion(near, dict.fromkeys(near, ()), "en")
            reading.complain("VG487", symbol.value, value=cut(text), suggestion=told,
                             allowed=", ".join(ICONS))  # fmt: skip
        else:
            reading.complain("VG481", symbol.value, what=what, reason=error.reason)
    _note_new_word(reading, family, symbol)


def _note_new_word(reading: Reading, family: str, symbol: Entry) -> None:
    words = by_spelling(words_of(family))
    typed = fold(symbol.key.text)
    if typed in words:
        return
    near = list(dict.fromkeys(words[word] for word in did_you_mean(typed, words, cutoff=0.73)))
    reading.complain("VG490", symbol.key, value=cut(symbol.key.text), what=FAMILIES[family][0],
                     suggestion=suggestion(near, words_of(family), reading.keys))  # fmt: skip


def font_of(reading: Reading, entry: Entry, folder: Path | None) -> Font | None:
    """Return the font of files that stand in the theme's folder; what is wrong is noted."""
    entries = {"regular": entry}
    if isinstance(entry.value, Table):
        entries = fields_of(reading, entry.value, "font")
        if "regular" not in entries:
            key = spelling("regular", {"regular": ("normal",)}, reading.keys)
            reading.complain("VG209", entry.value, key=key,
                             place=Bilingual("la police", "the font"))  # fmt: skip
            return None
    names: dict[str, str] = {}
    files: dict[str, str | Path | None] = {"regular": None, "bold": None, "italic": None}
    for style, each in entries.items():
        text = text_of(reading, each.value, each.key.text)
        if text is None:
            return None
        path = _beside(folder, text)
        if path is None:
            reading.complain("VG488", each.value, name=cut(text))
            return None
        names[style], files[style] = cut(text), path
    font, problems = checked_font(dict(files), names)
    for problem in problems:
        at = entries.get(problem.where.id, entry).value
        reading.note(Problem(problem.code, values=problem.values), at)
    return font


def _beside(folder: Path | None, name: str) -> Path | None:
    """Return the path of a file in the theme's folder, wherever links lead."""
    if folder is None or "\0" in name or Path(name).is_absolute():
        return None
    try:
        home = folder.resolve()
        path = (home / name).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    return path if path.is_relative_to(home) else None
