"""What each command does; each returns its exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import click

import valuegraph as vg
from valuegraph.cli.spoken import Stopped, WrongUse
from valuegraph.cli.streams import (
    STANDARD_INPUT,
    print_file,
    read_chain,
    read_chains,
    tell,
)
from valuegraph.cli.words import say

FINE, ERRORS_FOUND = 0, 1


def draw(*, spoken: str, files: tuple[str, ...], out: str | None, **options: Any) -> int:
    """Draw a chain, or several together, and say what was written and what did not fit."""
    language = options.pop("language") or click.get_current_context().find_root().params["language"]
    chosen = {name: value for name, value in options.items() if value not in (None, ())}
    if len(files) > 1:
        chosen.setdefault("view", ["system"])
    target = _picture_path(files, out, chosen, spoken)
    chains, notes = read_chains(files, spoken)
    picture = vg.draw(chains if len(chains) > 1 else chains[0], target, language=language, **chosen)
    for written in picture.files:
        click.echo(say("wrote", spoken, path=written))
    tell([*notes, *picture.problems], spoken)
    return FINE


def check(
    *,
    spoken: str,
    file: str,
    format: str,
    pack: tuple[str, ...],
    base: str | None,
    ignore: tuple[str, ...],
    fail_on: str,
    language: str | None,
) -> int:
    """Say what is to be repaired or discussed."""
    packs = [vg.read_pack(each, language=spoken) for each in pack]
    held = vg.read_framework(base, language=spoken) if base is not None else None
    try:
        chain, notes = read_chain(file, spoken)
        problems = vg.Problems([*notes, *vg.check(chain, packs=packs, base=held, ignore=ignore)])
    except vg.FileFormatError as error:
        problems = error.problems
    if format == "json":
        click.echo(json.dumps(problems.to_dict(), ensure_ascii=False, indent=2))
    elif format == "sarif":
        log = problems.to_sarif(file="" if file == STANDARD_INPUT else file, language=spoken)
        click.echo(json.dumps(log, ensure_ascii=False, indent=2))
    else:
        click.echo(problems.to_text(spoken))
        if problems:
            click.echo(_counts(problems, spoken))
    counted = {"error": problems.errors, "warning": [*problems.errors, *problems.warnings],
               "note": problems}[fail_on]  # fmt: skip
    return ERRORS_FOUND if counted else FINE


def example(
    *, spoken: str, name: str | None, out: str | None, force: bool, language: str | None
) -> int:
    """Give the text of an example, or say which there are."""
    if name is None and out:
        asked = say("name needed", spoken, names=", ".join(vg.example_names()))
        raise WrongUse(asked, click.get_current_context())
    if name is None:
        width = max(map(len, vg.example_names()))
        for known in vg.example_names():
            click.echo(f"{known:{width}}  {vg.example(known).about.label(spoken)}")
        return FINE
    return _given(vg.example_text(name), out, force=force, spoken=spoken)


def kit(
    *,
    spoken: str,
    file: str | None,
    out: str | None,
    format: str,
    theme: str | None,
    language: str | None,
) -> int:
    """Make what is printed for a workshop, and say what was written and what did not fit."""
    told = language or click.get_current_context().find_root().params["language"]
    chain, notes = read_chain(file, spoken) if file else (None, vg.Problems([]))
    made = vg.kit(chain, out or _kit_folder(file), language=told or (None if file else spoken),
                  format=format, theme=theme)  # fmt: skip
    for written in made.files:
        click.echo(say("wrote", spoken, path=written))
    tell([*notes, *made.problems], spoken)
    return FINE


def _kit_folder(file: str | None) -> str:
    if file in (None, STANDARD_INPUT):
        return "kit"
    path = Path(str(file))
    return str(path.with_name(f"kit-{path.stem}"))


def convert(
    *, spoken: str, file: str, out: str, keys: str, force: bool, language: str | None
) -> int:
    """Write a chain again, in another format or with the keywords of another language."""
    keep_what_is_there(out, force=force, spoken=spoken)
    chain, notes = read_chain(file, spoken)
    commented = has_comments(file)  # before writing: OUT may be FILE itself
    lost = vg.write(chain, out, keys=keys, report=True)
    click.echo(say("wrote", spoken, path=out))
    if commented:
        click.echo(say("comments lost", spoken), err=True)
    tell([*notes, *lost], spoken)
    return FINE


def template(*, spoken: str, out: str | None, force: bool, language: str | None) -> int:
    """Make an empty workbook to be filled in a workshop."""
    told = language or click.get_current_context().find_root().params["language"] or spoken
    chosen = "en" if told.casefold().startswith("en") else "fr"
    path = out or say("template name", chosen)
    keep_what_is_there(path, force=force, spoken=spoken)
    vg.template(path, language=chosen)
    click.echo(say("wrote", spoken, path=path))
    return FINE


def schema(*, spoken: str, out: str | None, keys: str, force: bool, language: str | None) -> int:
    """Give the JSON Schema of the text form."""
    text = json.dumps(vg.json_schema(keys=keys), ensure_ascii=False, indent=1) + "\n"
    return _given(text, out, force=force, spoken=spoken)


def survey(*, spoken: str, file: str, out: str | None, force: bool, language: str | None) -> int:
    """Write the questionnaire of a chain, and say what is to be known about it."""
    told = language or click.get_current_context().find_root().params["language"]
    if out is None and file == STANDARD_INPUT:
        raise WrongUse(say("survey out needed", spoken), click.get_current_context())
    target = out or str(
        Path(file).with_name(f"{Path(file).stem}-{say('survey name', spoken)}.xlsx")
    )
    keep_what_is_there(target, force=force, spoken=spoken)
    chain, notes = read_chain(file, spoken)
    found = vg.survey(chain, target, language=told)
    click.echo(say("wrote", spoken, path=target))
    tell([*notes, *found], spoken)
    return FINE


def formats(*, spoken: str, language: str | None) -> int:
    """Say which formats a chain can be read from and written to."""
    click.echo(vg.formats().to_text(spoken))
    return FINE


def has_comments(file: str) -> bool:
    """Tell whether a YAML file has lines of comment, which no chain holds."""
    if file == STANDARD_INPUT or Path(file).suffix.lower() not in (".yaml", ".yml"):
        return False
    return any(line.lstrip().startswith(b"#") for line in Path(file).read_bytes().splitlines())


def _picture_path(
    files: tuple[str, ...], out: str | None, chosen: dict[str, Any], spoken: str
) -> Path:
    """Return where the drawing goes: beside the (first) file, unless it is said otherwise."""
    file = files[0]
    if out is not None and not os.path.isdir(out):  # noqa: PTH112 - a name too long is no folder
        target = Path(out)
    elif file == STANDARD_INPUT:
        raise WrongUse(say("out needed", spoken), click.get_current_context())
    else:
        views = [view.casefold() for view in chosen.get("view", ())]
        stem = Path(file).stem if views in ([], ["extended"]) else f"{Path(file).stem}-{views[0]}"
        folder = Path(file).parent if out is None else Path(out)
        target = folder / f"{stem}.{chosen.get('format', 'svg')}"
    if os.path.realpath(target) in map(os.path.realpath, files):
        raise Stopped(say("is the input", spoken, path=target))
    return target


def _given(text: str, out: str | None, *, force: bool, spoken: str) -> int:
    """Print a text, or write it to a file where none is."""
    from valuegraph.saving import save_bytes

    if out is None:
        print_file(text)
        return FINE
    keep_what_is_there(out, force=force, spoken=spoken)
    save_bytes(out, text.encode())
    click.echo(say("wrote", spoken, path=out))
    return FINE


def keep_what_is_there(path: str, *, force: bool, spoken: str) -> None:
    """Stop where a file would be replaced that nobody said may be."""
    if os.path.lexists(path) and not force:
        raise Stopped(say("exists", spoken, path=path))


def _counts(problems: vg.Problems, spoken: str) -> str:
    kinds = {"errors": problems.errors, "warnings": problems.warnings, "notes": problems.notes}
    return say("counts", spoken, **{name: _count(name, found, spoken)
                                    for name, found in kinds.items()})  # fmt: skip


def _count(name: str, found: vg.Problems, spoken: str) -> str:
    singular = len(found) == 1 or (spoken == "fr" and not found)
    return say(name, spoken, count=len(found), s="" if singular else "s")
