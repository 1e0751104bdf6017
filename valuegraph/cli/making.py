"""Commands, their arguments and their options, made in one language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import click

import valuegraph as vg
from valuegraph.cli.spoken import Check, SpokenCommand
from valuegraph.cli.words import say


class Maker:
    """Makes commands and their options in one language."""

    def __init__(self, spoken: str) -> None:
        self.spoken = spoken

    def command(
        self, name: str, does: Callable[..., int], *params: click.Parameter
    ) -> SpokenCommand:
        """Return a command that does something with its parameters."""
        return SpokenCommand(
            name,
            spoken=self.spoken,
            callback=partial(does, spoken=self.spoken),
            params=list(params),
            help=say(f"{name}, whole", self.spoken),
            short_help=say(name, self.spoken),
        )

    def argument(
        self, name: str, metavar: str, *, required: bool = True, nargs: int = 1
    ) -> click.Argument:
        """Return what is typed without a name."""
        said = say(metavar, self.spoken)
        return click.Argument([name], metavar=said, required=required, nargs=nargs)

    def option(
        self,
        *names: str,
        help: str,
        metavar: str = "TEXT",
        check: Check | None = None,
        default: str | None = None,
        multiple: bool = False,
    ) -> click.Option:
        """Return an option that takes a value."""
        said, told = say(metavar, self.spoken), say(help, self.spoken)
        return click.Option(
            names, metavar=said, help=told, callback=check, default=default, multiple=multiple
        )

    def flag(self, name: str, *, help: str) -> click.Option:
        """Return an option that is typed or not."""
        return click.Option([name], is_flag=True, help=say(help, self.spoken))

    def version(self) -> click.Option:
        """Return the option that shows the version."""
        told = say("version", self.spoken)
        return click.Option(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, help=told,
            callback=_version,
        )  # fmt: skip


def _version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"valuegraph {vg.__version__}")
        ctx.exit()
