"""The console script: turns what was typed into a command, and whatever happens into an exit code.

Composition root. Loads no screen, database or document library by itself.
"""

from __future__ import annotations

import gc
import os
import re
import sys
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tui.console import let_output_go, narrate, settle_streams
from tui.exits import Exit, exit_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from typer.exceptions import TyperException


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    settle_streams()
    sys.excepthook = own_fault
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = run(words)
        sys.stdout.flush()
    except TrackerError as error:
        complain(error)
        return exit_for(error)
    except KeyboardInterrupt:
        narrate("Interrupted; nothing was changed.")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        let_output_go()
        return Exit.DONE
    return code


def run(words: list[str]) -> int:
    """Run one command.

    Raises:
        TrackerError: What was asked is refused or cannot be done.
    """
    told = told_the_app(words)
    if told is not None and can_show_screens():
        return open_app(told)
    import typer
    from typer.exceptions import TyperException

    from tui.cli.app import app

    command = typer.main.get_command(app)
    try:
        # Not through the command's own `main`: it takes a closed pipe for a failure.
        with command.make_context("tracker", words) as context:
            command.invoke(context)
    except typer.Exit as left:
        return left.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except TyperException as error:
        for line in usage_fault(error):
            narrate(line)
        return Exit.USAGE
    return Exit.DONE


def can_show_screens() -> bool:
    """Tell whether somebody is there to see screens: at a terminal, or in a browser."""
    return (sys.stdin.isatty() and sys.stdout.isatty()) or "TEXTUAL_DRIVER" in os.environ


def told_the_app(words: list[str]) -> dict[str, str] | None:
    """Return what stands before the command, where no command follows; else None.

    What is not plainly one of these options is left to the commands' own reading of it.
    """
    told: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        option, equals, value = word.partition("=")
        found = value if equals else next(rest, None) if option in FIRST else None
        if option not in FIRST or found is None:
            return None
        told[option.removeprefix("--")] = found
    return told


def open_app(told: dict[str, str]) -> int:
    """Open the terminal application and return its exit code once it is left."""
    from tui.app import TrackerApp
    from tui.settings import find_settings, now

    settings = find_settings(
        database=told.get("db"), partnership=told.get("partnership"), me=told.get("me")
    )
    terminal = sys.stdin.fileno() if sys.stdin.isatty() else None
    app = TrackerApp(
        settings,
        clock=now,
        is_seen=lambda: terminal is None or os.isatty(terminal),
        opened=collect_seldom,
    )
    app.run()
    return app.return_code or Exit.DONE


def collect_seldom() -> None:
    """Look for garbage in what is young, and seldom in what has lived long.

    The program and a plan stay; to look through them again and again would hold up keys for a
    twentieth of a second each time.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


FIRST = frozenset({"--db", "--partnership", "--me"})
"""The options that stand before the command."""


def usage_fault(error: TyperException) -> tuple[str, str]:
    """Return what is wrong with the words of a command, and what to do."""
    context = getattr(error, "ctx", None)
    asked = context.command_path if context is not None else "tracker"
    option = getattr(error, "option_name", None)
    if option in FIRST:
        command = asked.removeprefix("tracker").strip()
        return f"{option} stands before the command.", f"Write: tracker {option} ... {command}"
    message = error.format_message().replace("Value error, ", "")
    message = re.sub(r"Input should be a valid integer.*", "a whole number is needed.", message)
    message = re.sub(r"Input should be greater than or equal to (\d+)", r"at least \1.", message)
    message = re.sub(r"(?<!\w)'([^']*)'(?!\w)", r"“\1”", message)
    return message, f"See how it is written: {asked} --help"


def own_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show a fault of the program itself, with what a person needs to know about it."""
    sys.__excepthook__(kind, error, trace)
    narrate("This is a fault in tracker, not in what you did; the command has changed nothing.")
    narrate("Please report it with the lines above. tracker doctor checks the database.")


def complain(error: TrackerError) -> None:
    """Say what went wrong and what to do next, on stderr."""
    narrate(error.message)
    if error.hint:
        narrate(error.hint)


if __name__ == "__main__":
    sys.exit(main())
