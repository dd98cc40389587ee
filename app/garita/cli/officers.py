"""The command ``garita officers``: promoted officers, and which of them speaks."""

from __future__ import annotations

from typing import Annotated

import typer

from garita.cli.common import JsonOption, console, language, read_settings

officers_app = typer.Typer(help="Promoted officers: versions, and which one speaks.", no_args_is_help=True)


@officers_app.command("list")
def officers_list(as_json: JsonOption = False) -> None:
    """List the built-in officer and every promoted version with its main figures."""
    from garita.terminal import officers

    officers.show(console(), language(), as_json=as_json)


@officers_app.command("use")
def officers_use(
    officer: Annotated[str, typer.Argument(help="NAME/v2, NAME for its newest version, or built-in.")],
) -> None:
    """Let this officer speak from now on."""
    from garita.terminal import officers

    officers.use(officer, read_settings(), language())


@officers_app.command("rollback")
def officers_rollback() -> None:
    """Let the officer speak again who spoke before."""
    from garita.terminal import officers

    officers.rollback(read_settings(), language())
