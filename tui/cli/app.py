"""The table of commands: what stands before a command, and every command by its name.

Owns the names of commands. What each takes and tells stands in the module of its subject.
"""

from __future__ import annotations

from typing import Annotated

import typer

from tui.cli import (
    cycles,
    deciding,
    demo,
    doctor,
    editing,
    lists,
    papers,
    recalling,
    rounds,
    serve,
    setup,
    timescales,
)


def _say_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"tracker {version('tracker')}")
        raise typer.Exit


def before(
    context: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="ADDRESS",
            help="A SQLite file, or postgresql://user@server/database; or demo. "
            "(TRACKER_DB; else tracker.db in your data folder.)",
        ),
    ] = None,
    partnership: Annotated[
        str | None,
        typer.Option(
            "--partnership",
            metavar="NAME",
            help="Whose plan. (TRACKER_PARTNERSHIP; else the only one held.)",
        ),
    ] = None,
    me: Annotated[
        str | None,
        typer.Option(
            "--me",
            metavar="NAME",
            help="Who acts, recorded with every change. (TRACKER_ME; else your login.)",
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Keep an improvement action plan: read published papers, say what is overdue."""
    del db, partnership, me, version
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    callback=before,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
cycle_app = typer.Typer(help="The rounds of self-evaluation.", no_args_is_help=True)

app.command("import")(papers.import_papers)
app.command("overdue")(lists.overdue)
app.command("actions")(lists.actions)
app.command("owners")(lists.owners)
app.command("show")(lists.show)
app.command("summary")(lists.summary)
app.command("setup")(setup.setup)
app.command("add")(editing.add)
app.command("update")(editing.update)
app.command("edit")(editing.edit)
app.command("rate")(deciding.rate)
app.command("confirm")(deciding.confirm)
app.command("history")(recalling.history)
app.command("undo")(recalling.undo)
app.command("redo")(recalling.redo)
app.add_typer(cycle_app, name="cycle")
cycle_app.command("list")(cycles.list_cycles)
cycle_app.command("progress")(cycles.progress)
cycle_app.command("open")(cycles.open_cycle)
cycle_app.command("submit")(cycles.submit)
cycle_app.command("agree")(cycles.agree_cycle)
cycle_app.command("reopen")(cycles.reopen)
app.command("compare")(rounds.compare)
app.command("link")(rounds.link)
app.command("unlink")(rounds.unlink)
app.command("trend")(rounds.trend)
app.command("check")(rounds.check)
app.command("timescale")(timescales.timescale)
app.command("demo")(demo.demo)
app.command("serve")(serve.serve)
app.command("doctor")(doctor.doctor)
