"""The program: its commands, their options, and the exit code of whatever happens."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NoReturn

import click

import valuegraph as vg
from valuegraph.cli import assessing, commands
from valuegraph.cli.collecting import observe
from valuegraph.cli.explaining import explain_impact
from valuegraph.cli.making import Maker
from valuegraph.cli.reporting import report
from valuegraph.cli.result_tables import FORMATS
from valuegraph.cli.spoken import (
    SpokenGroup,
    Stopped,
    language_code,
    listed,
    number,
    one_of,
    whole_number,
)
from valuegraph.cli.streams import let_go_of_output, prepare_output
from valuegraph.cli.tracing import trace
from valuegraph.cli.words import say
from valuegraph.saving import reason_of

FINE, ERRORS_FOUND, WRONG_USE = 0, 1, 2
INTERRUPTED, NOBODY_READS = 130, 141
"""What shells make of the signals INT and PIPE."""

_NOT_POSSIBLE = (
    vg.FileAccessError, vg.OptionError, vg.MissingExtraError, vg.UnknownPartError, vg.ChainError,
    vg.UnitError,
)  # fmt: skip
"""What was asked cannot be done or answered, where the file itself has no error."""


_TYPED = {"of": "--to", "end": "--to", "start": "--from", "without": "--without", "on": "--on",
          "by": "--by", "every": "--every"}  # fmt: skip


def _as_typed(problems: vg.Problems, command: str | None) -> vg.Problems:
    """Return complaints that call options what they are called here, not in Python."""
    typed = {**_TYPED, "of": "--of"} if command == "roll-up" else _TYPED
    return vg.Problems(
        replace(one, values={**one.values, "option": typed[one.values["option"]]})
        if one.values.get("option") in typed
        else one
        for one in problems
    )


class Program(SpokenGroup):
    """``valuegraph`` and its commands; what goes wrong is told in words, never traced."""

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Do what was typed and leave with the exit code.

        Raises:
            SystemExit: always.
        """
        prepare_output()
        typed = list(sys.argv[1:] if args is None else args)
        try:
            code = self._exit_code(typed)
            sys.stdout.flush()
        except BrokenPipeError:
            let_go_of_output()
            code = NOBODY_READS
        except OSError as error:
            let_go_of_output()
            why = reason_of(error).text(self.spoken)
            self._tell(Stopped(say("no output", self.spoken, why=why)))
            code = WRONG_USE
        sys.exit(code)

    def _exit_code(self, typed: list[str]) -> int:
        command = None
        try:
            with self.make_context(self.name, typed) as ctx:
                try:
                    return int(self.invoke(ctx) or FINE)
                finally:
                    command = ctx.invoked_subcommand
        except click.exceptions.Exit as done:
            return done.exit_code
        except click.ClickException as error:
            self._tell(error)
            return WRONG_USE
        except _NOT_POSSIBLE as error:
            click.echo(_as_typed(error.problems, command).to_text(self.spoken), err=True)
            return WRONG_USE
        except vg.ValueGraphError as error:
            click.echo(error.problems.to_text(self.spoken), err=True)
            return ERRORS_FOUND
        except KeyboardInterrupt:
            click.echo(say("interrupted", self.spoken), err=True)
            return INTERRUPTED

    def _tell(self, error: click.ClickException) -> None:
        ctx = error.ctx if isinstance(error, click.UsageError) else None
        if ctx:
            click.echo(ctx.get_usage(), err=True)
            click.echo(say("try", self.spoken, command=ctx.command_path) + "\n", err=True)
        click.echo(say("error", self.spoken, message=error.message), err=True)


def program(spoken: str) -> Program:
    """Return the program that speaks ``spoken``, ``fr`` or ``en``."""
    make = Maker(spoken)
    language = make.option("--language", check=language_code, help="language")
    force = make.flag("--force", help="force")
    file = make.argument("file", "FILE")
    table = make.option("--table", check=one_of(*FORMATS), help="assess --table")
    group = Program(
        "valuegraph",
        spoken=spoken,
        help=say("program", spoken),
        callback=_help_page,
        params=[language, make.version()],
    )
    for command in (
        make.command(
            "draw",
            commands.draw,
            make.argument("files", "FILES", nargs=-1),
            make.option("-o", "--out", help="draw --out", metavar="FILE"),
            make.option("--view", check=listed, help="draw --view"),
            make.option("--page", help="draw --page"),
            make.option("--language", check=language_code, help="draw --language"),
            make.option("--columns", help="draw --columns"),
            make.option("--basis", help="draw --basis"),
            make.option("--unit", help="draw --unit"),
            make.option("--highlight", help="draw --highlight", multiple=True),
            make.option("--only", help="draw --only", multiple=True),
            make.option("--detail", help="draw --detail"),
            make.option("--theme", help="draw --theme", metavar="THEME"),
            make.flag("--grey", help="draw --grey"),
            make.option("--text", help="draw --text"),
            make.option("--dpi", check=number, help="draw --dpi", metavar="NUMBER"),
            make.option("--format", help="draw --format"),
        ),
        make.command(
            "check",
            commands.check,
            make.argument("file", "FILE"),
            make.option("--pack", help="check --pack", metavar="PACK", multiple=True),
            make.option("--base", help="check --base", metavar="FILE"),
            make.option("--ignore", help="check --ignore", metavar="CODE", multiple=True),
            make.option("--fail-on", check=one_of("note", "warning", "error"), default="error",
                        help="check --fail-on"),
            make.option("--format", check=one_of("text", "json", "sarif"), default="text",
                        help="check --format"),
            language,
        ),
        make.command(
            "trace",
            trace,
            make.argument("file", "FILE"),
            make.option("--from", "start", help="trace --from"),
            make.option("--to", "end", help="trace --to"),
            make.option("--top", check=whole_number, default="10", help="trace --top",
                        metavar="NUMBER"),
            make.option("--without", help="trace --without"),
            make.option("--basis", check=one_of("equal", "links", "strength", "amount"),
                        default="equal", help="trace --basis"),
            make.option("--table", check=one_of(*FORMATS), help="trace --table"),
            language,
        ),
        make.command(
            "explain-impact",
            explain_impact,
            make.argument("file", "FILE"),
            make.argument("impact", "IMPACT"),
            language,
        ),
        make.command("coverage", assessing.coverage, file, table, language),
        make.command(
            "progress",
            assessing.progress,
            file,
            make.option("--on", help="progress --on", metavar="DATE"),
            table,
            language,
        ),
        make.command("evidence", assessing.evidence, file, table, language),
        make.command("judgements", assessing.judgements, file, table, language),
        make.command(
            "roll-up",
            assessing.roll_up,
            make.argument("files", "FILES", nargs=-1),
            make.option("--of", check=listed, help="roll-up --of"),
            make.option("--by", check=listed, help="roll-up --by"),
            make.option("--every", help="roll-up --every"),
            make.option("--masked-below", check=whole_number, help="roll-up --masked-below",
                        metavar="NUMBER"),
            table,
            language,
        ),
        make.command(
            "example",
            commands.example,
            make.argument("name", "NAME", required=False),
            make.option("-o", "--out", help="example --out", metavar="FILE"),
            force,
            language,
        ),
        make.command(
            "kit",
            commands.kit,
            make.argument("file", "[FILE]", required=False),
            make.option("-o", "--out", help="kit --out", metavar="TEXT"),
            make.option("--format", default="pdf", help="kit --format"),
            make.option("--theme", help="draw --theme", metavar="THEME"),
            make.option("--language", check=language_code, help="kit --language"),
        ),
        make.command(
            "survey",
            commands.survey,
            make.argument("file", "FILE"),
            make.option("-o", "--out", help="survey --out", metavar="FILE"),
            force,
            make.option("--language", check=language_code, help="survey --language"),
        ),
        make.command(
            "report",
            report,
            make.argument("file", "FILE"),
            make.option("-o", "--out", help="report --out", metavar="FILE"),
            force,
            make.option("--language", check=language_code, help="report --language"),
            make.option("--on", help="report --on"),
            make.option("--masked-below", check=whole_number, help="report --masked-below",
                        metavar="NUMBER"),
            make.option("--theme", help="draw --theme", metavar="THEME"),
        ),
        make.command(
            "observe",
            observe,
            make.argument("file", "FILE"),
            make.argument("table", "TABLE"),
            make.option("--mapping", help="observe --mapping", metavar="FILE"),
            make.option("-o", "--out", help="observe --out", metavar="FILE"),
            make.option("--keys", check=one_of("en", "fr"), default="en", help="convert --keys"),
            force,
            language,
        ),
        make.command(
            "convert",
            commands.convert,
            make.argument("file", "IN"),
            make.argument("out", "OUT"),
            make.option("--keys", check=one_of("en", "fr"), default="en", help="convert --keys"),
            force,
            language,
        ),
        make.command(
            "template",
            commands.template,
            make.option("-o", "--out", help="template --out", metavar="FILE"),
            force,
            make.option("--language", check=language_code, help="template --language"),
        ),
        make.command("formats", commands.formats, language),
        make.command(
            "schema",
            commands.schema,
            make.option("-o", "--out", help="schema --out", metavar="FILE"),
            make.option("--keys", check=one_of("all", "en", "fr"), default="all",
                        help="schema --keys"),
            force,
            language,
        ),
    ):  # fmt: skip
        group.add_command(command)
    return group


def _help_page(language: str | None) -> int:
    """Show the help page where no command was typed."""
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return WRONG_USE
    return FINE
