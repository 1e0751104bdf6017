"""Commands that speak the person's language, where click itself would speak English."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from typing import Any

import click

from valuegraph.cli.words import say


class WrongUse(click.UsageError):
    """What was typed cannot be understood; the message is in the person's language already."""


class Stopped(click.ClickException):
    """What was asked cannot be done; the message is in the person's language already."""


class SpokenCommand(click.Command):
    """A command whose pages and complaints are in ``spoken``, ``fr`` or ``en``."""

    allow_extra_args = True  # so that it is we who complain of them

    def __init__(self, name: str, *, spoken: str, **settings: Any) -> None:
        super().__init__(name, options_metavar=say("OPTIONS", spoken), **settings)
        self.spoken = spoken

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option ``--help``, told in our words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("help", self.spoken)
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how the command is typed."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = f"{say('usage', self.spoken)} "
        formatter.write_usage(ctx.command_path, pieces, prefix=prefix)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        records = [option.get_help_record(ctx) for option in _options(self, ctx)]
        with formatter.section(say("options", self.spoken)):
            formatter.write_dl([record for record in records if record])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed.

        Raises:
            WrongUse: it cannot be understood.
        """
        try:
            left = super().parse_args(ctx, args)
        except WrongUse:
            raise
        except click.UsageError as error:
            raise WrongUse(self._complaint(error, ctx), ctx) from None
        self._refuse_what_is_left(ctx)
        return left

    def _refuse_what_is_left(self, ctx: click.Context) -> None:
        if ctx.args:
            raise WrongUse(say("too many", self.spoken, names=" ".join(ctx.args)), ctx)

    def _complaint(self, error: click.UsageError, ctx: click.Context) -> str:
        """Tell one of click's errors in our words."""
        if isinstance(error, click.NoSuchOption):
            known = [name for option in _options(self, ctx) for name in option.opts]
            return self._with_a_guess("no such option", error.option_name, known)
        if isinstance(error, click.BadOptionUsage):
            named = [opt for opt in _options(self, ctx) if error.option_name in opt.opts]
            is_flag = any(option.is_flag for option in named)
            name = "option is a flag" if is_flag else "option needs"
            return say(name, self.spoken, name=error.option_name)
        if isinstance(error, click.MissingParameter):
            missing = error.param.human_readable_name if error.param else ""
            return say("missing", self.spoken, name=missing)
        return say("wrong", self.spoken)

    def _with_a_guess(self, name: str, typed: str, known: Iterable[str]) -> str:
        near = difflib.get_close_matches(typed, list(known), n=2)
        guess = say("did you mean", self.spoken, names=say("or", self.spoken).join(near))
        return say(name, self.spoken, name=typed) + (guess if near else "")


class SpokenGroup(SpokenCommand, click.Group):
    """A group of spoken commands, listed in the order in which they were added."""

    def __init__(self, name: str, *, spoken: str, **settings: Any) -> None:
        metavar = say("COMMAND", spoken)
        super().__init__(
            name,
            spoken=spoken,
            subcommand_metavar=metavar,
            invoke_without_command=True,
            **settings,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        with formatter.section(say("commands", self.spoken)):
            formatter.write_dl(
                [(name, command.short_help or "") for name, command in self.commands.items()]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed.

        Raises:
            WrongUse: there is no such command.
        """
        if args[0] not in self.commands:
            raise WrongUse(self._with_a_guess("no such command", args[0], self.commands), ctx)
        return super().resolve_command(ctx, args)

    def _refuse_what_is_left(self, ctx: click.Context) -> None:
        """Leave it: it is the command and its arguments."""


Check = Callable[[click.Context, click.Parameter, str | None], Any]
"""What is made of the value of an option; refused values raise :class:`WrongUse`."""


def one_of(*words: str) -> Check:
    """Return the check of an option that is one of ``words``, whatever its case."""

    def checked(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        word = value.strip().casefold() if value is not None else None
        if word is not None and word not in words:
            raise _refused(value, param, ctx, "one of", words)
        return word

    return checked


def listed(ctx: click.Context, param: click.Parameter, value: str | None) -> list[str] | None:
    """Split an option that may hold several words, with commas between them."""
    return [word.strip() for word in value.split(",")] if value is not None else None


def number(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """Check an option that is a number above 0, with a point or a comma."""
    if value is None:
        return None
    found = re.fullmatch(r"(\d{1,9})[.,]?(\d{0,9})", value)
    if not found or not float(f"{found[1]}.{found[2]}"):
        raise _refused(value, param, ctx, "a number")
    return float(f"{found[1]}.{found[2]}")


def whole_number(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Check an option that is a whole number above 0."""
    if value is None:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", value) or not int(value):
        raise _refused(value, param, ctx, "a whole number")
    return int(value)


def language_code(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Check an option that is a language code, such as ``fr``, ``EN`` or ``pt_BR``."""
    if value is None:
        return None
    code, *region = value.replace("_", "-").split("-")
    told = "-".join([code.casefold(), *region])
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", told):
        raise _refused(value, param, ctx, "a language")
    return told


def _refused(
    value: str | None,
    param: click.Parameter,
    ctx: click.Context,
    reason: str,
    words: Iterable[str] = (),
) -> WrongUse:
    spoken = ctx.command.spoken if isinstance(ctx.command, SpokenCommand) else "fr"
    why = say(reason, spoken, names=say("or", spoken).join(words))
    name = max(param.opts, key=len)
    return WrongUse(say("bad value", spoken, value=value, name=name, reason=why), ctx)


def _options(command: click.Command, ctx: click.Context) -> list[click.Option]:
    return [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
