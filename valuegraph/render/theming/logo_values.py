"""The logo as a theme file has it: its grid, its side, its shapes."""

from __future__ import annotations

from valuegraph.errors import OptionError
from valuegraph.io.documents.reading import Reading, cut, typed_text
from valuegraph.io.documents.spelled import by_spelling, spelling
from valuegraph.io.documents.texts import text_of
from valuegraph.io.tree import Entry, Listing, Node, Table
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual
from valuegraph.render.theme import LogoSide
from valuegraph.render.theming.keys import SIDES, fields_of
from valuegraph.render.theming.logo import MOST_SHAPES, Logo, LogoShape
from valuegraph.render.theming.values import A_TABLE, colour_of, line_of


def logo_of(reading: Reading, entry: Entry) -> tuple[Logo | None, LogoSide]:
    """Return the logo and where it stands."""
    if not isinstance(entry.value, Table):
        reason = Bilingual("ce n’est pas une table de tracés", "it is no mapping of paths")
        reading.complain("VG482", entry.value, reason=reason)
        return None, "left"
    fields = fields_of(reading, entry.value, "logo")
    side: LogoSide = "left"
    if "side" in fields:
        typed = text_of(reading, fields["side"].value, fields["side"].key.text) or ""
        found = by_spelling(SIDES).get(fold(typed))
        side = "right" if found == "right" else "left"
        if found is None:
            told = ", ".join(spelling(code, SIDES, reading.keys) for code in SIDES)
            reading.complain("VG221", fields["side"].value, field=fields["side"].key.text,
                             value=cut(typed), allowed=told)  # fmt: skip
    name = line_of(reading, fields["name"]) if "name" in fields else ""
    numbers = [_number(reading, fields, key, entry.value) for key in ("width", "height")]
    shapes = _shapes(reading, fields.get("shapes"), entry.value)
    if None in numbers or shapes is None:
        return None, side
    told_name = name.text(reading.keys) if isinstance(name, Bilingual) else name or ""
    try:
        return Logo(shapes, numbers[0] or 0, numbers[1] or 0, told_name), side
    except OptionError as error:
        for problem in error.problems:
            reading.note(problem, entry.value)
    return None, side


def _shapes(reading: Reading, entry: Entry | None, at: Table) -> tuple[LogoShape, ...] | None:
    items = entry.value.items if entry and isinstance(entry.value, Listing) else ()
    if not 0 < len(items) <= MOST_SHAPES:
        reason = Bilingual(f"il a une liste de 1 à {MOST_SHAPES} « formes »",
                           f"it has a list of 1 to {MOST_SHAPES} “shapes”")  # fmt: skip
        reading.complain("VG482", entry.value if entry else at, reason=reason)
        return None
    made = [_shape(reading, item) for item in items]
    return tuple(each for each in made if each) if all(made) else None


def _shape(reading: Reading, item: Node) -> LogoShape | None:
    if not isinstance(item, Table):
        reading.wrong_shape(item, A_TABLE)
        return None
    fields = fields_of(reading, item, "shape")
    if "path" not in fields:
        key = spelling("path", {"path": ("tracé",)}, reading.keys)
        place = Bilingual("une forme du logo", "a shape of the logo")
        reading.complain("VG209", item, key=key, place=place)
        return None
    path = text_of(reading, fields["path"].value, fields["path"].key.text)
    colours = {
        key: colour_of(reading, fields[key].value, fields[key].key.text)
        for key in ("colour", "outline")
        if key in fields
    }
    thickness = _number(reading, fields, "thickness", item) if "thickness" in fields else 1.0
    if path is None or None in colours.values() or thickness is None:
        return None
    try:
        return LogoShape(path, colours.get("colour") or "", colours.get("outline") or "", thickness)
    except OptionError as error:
        for problem in error.problems:
            reading.note(problem, item)
    return None


def _number(reading: Reading, fields: dict[str, Entry], key: str, at: Node) -> float | None:
    if key not in fields:
        reason = Bilingual("il lui manque sa largeur ou sa hauteur",
                           "its width or its height is missing")  # fmt: skip
        reading.complain("VG482", at, reason=reason)
        return None
    entry = fields[key]
    try:
        number = float(typed_text(entry.value).replace(",", "."))
    except ValueError:
        number = 0.0
    if 0 < number <= 100_000:
        return number
    reason = Bilingual("il faut un nombre plus grand que 0", "a number above 0 is needed")
    reading.complain("VG220", entry.value, field=entry.key.text, value=typed_text(entry.value),
                     reason=reason)  # fmt: skip
    return None
