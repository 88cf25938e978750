"""The ``designsys`` command: finds its sub-commands as the modules of this package.

A sub-command ``x`` is the Click command named ``command`` in ``designsys/cli/x.py``;
it is imported only when it is called, so that a missing extra never stops another
command. Nothing here does any work of its own.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from designsys.errors import DesignsysError, message_language, nearest

__all__ = ["main"]


class LazyGroup(click.Group):
    """A Click group whose commands are modules, imported when named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(
            module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        try:
            module = importlib.import_module(f"{__name__}.{cmd_name}")
        except ModuleNotFoundError as missing:
            if missing.name and missing.name.split(".")[0] == "designsys":
                raise
            raise _missing_extra(cmd_name, missing.name or "") from None
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in self.list_commands(ctx):
            near = nearest(name, self.list_commands(ctx))
            ctx.fail(
                f"コマンド「{name}」はありません。" + (f"「{near}」のことですか。" if near else "")
                if message_language() == "ja"
                else f"there is no command '{name}'." + (f" Did you mean '{near}'?" if near else "")
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # A command whose extra is missing is still listed: its help tells how to get it.
        rows = []
        for name in self.list_commands(ctx):
            try:
                command = self.get_command(ctx, name)
                rows.append((name, command.get_short_help_str() if command else ""))
            except DesignsysError as error:
                rows.append((name, str(error)))
        with formatter.section("Commands"):
            formatter.write_dl(rows)


# The extra that brings each command's libraries; a name that is not here needs none.
_EXTRAS = {"audit": "audit", "docs": "docs"}


def _missing_extra(command: str, module: str) -> DesignsysError:
    extra = _EXTRAS.get(command, "all")
    return DesignsysError(
        en=f"'designsys {command}' needs {module}: run pip install 'designsys[{extra}]'.",
        ja=f"「designsys {command}」には {module} が要ります。pip install 'designsys[{extra}]' を実行してください。",
    )


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="designsys", prog_name="designsys")
def group() -> None:
    """Accessible components, tokens, docs and gates for public services.

    \b
    Example:
      designsys show text_input --example error
    """


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; whatever was wrong is one sentence on stderr and exit 2.

    Output is made to survive a console of another encoding (cp932 on Windows): a
    character that it lacks becomes ``?`` or an escape rather than a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace" if stream is sys.stderr else "replace")
    try:
        result = group.main(
            args=list(args) if args is not None else None, prog_name="designsys", standalone_mode=False
        )
    except DesignsysError as error:
        _stop("\n".join(filter(None, (str(error), error.frame))))
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        _stop(error.format_message())
    except click.Abort:
        sys.exit(130)
    sys.exit(result if isinstance(result, int) else 0)


def _stop(sentence: str) -> NoReturn:
    click.echo(f"designsys: {sentence}", err=True)
    sys.exit(2)
