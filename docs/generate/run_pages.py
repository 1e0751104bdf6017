"""Run every block of the documentation and keep what it prints true.

    python docs/generate/run_pages.py              write the answers into the pages
    python docs/generate/run_pages.py --check      only say which pages are not true
    python docs/generate/run_pages.py --check docs/glossary.md

The blocks of a page run in order, in one empty folder:

* ``yaml`` that begins with ``valuegraph:`` is a whole file: it is read, and saved under the
  name its first comment gives (``# jardin.yaml``) for the commands that follow;
* ``yaml`` that begins with ``theme:`` or ``thème:`` is a theme: it is read and saved likewise;
* ``yaml`` that begins with ``valuegraph-framework:`` is a common base, likewise;
* ``yaml refused`` is the same, and has to be refused;
* ``yaml saved`` is a file that the commands after it read, and so is ``csv``, below the line
  with its name;
* ``python`` is executed; what it prints is the ``text`` block that follows it at once;
* ``pycon`` is a docstring's example: its answers have to be true;
* ``console`` holds ``$ valuegraph ...`` commands, each followed by what it prints.

``sh``, ``text``, ``yaml fragment`` and ``python fragment`` are shown and not run.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pages import Block, all_pages, blocks, is_french
from regions import finish, shown

import valuegraph as vg
from valuegraph.cli import main as main_of_cli

_RUN = {"yaml", "python", "pycon", "console", "csv"}
_SHOWN = {"sh", "text"}


class PageError(Exception):
    """A block that does not do what the page says."""


def told_page(path: Path) -> str:
    """Return the page with the true answers of its blocks.

    Raises:
        PageError: a block cannot be run; the message names the page and the line.
    """
    page = path.read_text(encoding="utf-8")
    pieces: list[str] = []
    done = 0
    with _empty_folder():
        names: dict[str, object] = {"__name__": "__main__"}
        printed: str | None = None
        for block in blocks(page):
            answer = block.text
            try:
                if block.language == "text" and printed:
                    answer = printed
                printed = _run_python(block, names) if _runs(block, "python") else None
                if _runs(block, "yaml"):
                    _read_file(block)
                if block.language == "csv":
                    Path(block.file_name).write_text(block.body, encoding="utf-8")
                if block.language == "pycon":
                    _run_session(block)
                if block.language == "console":
                    answer = _run_console(block, french=is_french(path))
            except Exception as error:
                told = error if isinstance(error, PageError) else repr(error)
                raise PageError(f"{shown(path)}, line {block.line}: {told}") from error
            pieces += [page[done : block.start], answer]
            done = block.end
    return "".join(pieces) + page[done:]


def _runs(block: Block, language: str) -> bool:
    if block.language not in _RUN | _SHOWN:
        raise PageError(f"a block of the kind {block.language!r} is neither run nor only shown")
    return block.language == language and block.info != "fragment"


@contextlib.contextmanager
def _empty_folder() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        yield


def _run_python(block: Block, names: dict[str, object]) -> str:
    output = io.StringIO()
    code = compile("\n" * block.line + block.text, "<page>", "exec")
    with contextlib.redirect_stdout(output):
        exec(code, names)  # noqa: S102  # running the documentation is this script's job
    return output.getvalue()


def _read_file(block: Block) -> None:
    if block.info == "saved":
        Path(block.file_name).write_text(block.text, encoding="utf-8")
        return
    reads = (
        vg.read_theme if block.is_theme else vg.read_framework if block.is_framework else vg.read
    )
    if not block.is_chain and reads is vg.read:
        raise PageError("not a whole chain: mark it `yaml fragment`")
    Path(block.file_name).write_text(block.text, encoding="utf-8")
    try:
        reads(block.file_name)
    except vg.FileFormatError:
        if block.info != "refused":
            raise
    else:
        if block.info == "refused":
            raise PageError("it is read without complaint")


def _run_session(block: Block) -> None:
    names = {name: getattr(vg, name) for name in vg.__all__}
    session = doctest.DocTestParser().get_doctest(block.text, names, "page", None, block.line)
    output = io.StringIO()
    if doctest.DocTestRunner(verbose=False).run(session, out=output.write).failed:
        raise PageError(output.getvalue())


def _run_console(block: Block, *, french: bool) -> str:
    lines: list[str] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            lines += [line, *_command(line[2:], french=french)]
    return "\n".join(lines) + "\n"


def _command(command: str, *, french: bool) -> list[str]:
    program, *arguments = shlex.split(command)
    if program != "valuegraph":
        raise PageError(f"only valuegraph is run in a page, not {program!r}")
    written = io.BytesIO()
    output = io.TextIOWrapper(written, encoding="utf-8", write_through=True)
    language = "fr_FR.UTF-8" if french else "en_GB.UTF-8"
    with (
        _environment(LC_ALL=language, COLUMNS="80"),
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(output),
        contextlib.suppress(SystemExit),
    ):
        main_of_cli(arguments)
    text = written.getvalue().decode("utf-8").rstrip("\n")
    return [line.rstrip(" ") for line in text.split("\n")] if text else []


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def main() -> None:
    """Run the pages named on the command line, or all; exit with 1 if one cannot be run."""
    named = [Path(word).resolve() for word in sys.argv[1:] if not word.startswith("--")]
    pages: dict[Path, bytes] = {}
    failures: list[str] = []
    for path in named or all_pages():
        try:
            pages[path] = told_page(path).encode()
        except PageError as error:
            failures.append(str(error))
    sys.stderr.writelines(f"{failure}\n" for failure in failures)
    finish(pages, failed=bool(failures))


if __name__ == "__main__":
    main()
