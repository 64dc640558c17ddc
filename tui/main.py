"""The console script: turns what was typed into a command, and whatever happens into an exit code.

Composition root. Loads no screen, database or document library by itself.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tui.console import narrate, settle_streams
from tui.exits import Exit, exit_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    settle_streams()
    sys.excepthook = own_fault
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return run(words)
    except TrackerError as error:
        complain(error)
        return exit_for(error)
    except KeyboardInterrupt:
        narrate("Interrupted; nothing was changed.")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; the rest has nowhere to go.
        sys.stderr.close()
        return Exit.DONE


def run(words: list[str]) -> int:
    """Run one command.

    Raises:
        TrackerError: What was asked is refused or cannot be done.
    """
    import typer
    from typer.exceptions import TyperException

    from tui.cli.app import app

    try:
        code = typer.main.get_command(app).main(words, prog_name="tracker", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except TyperException as error:
        narrate(error.format_message())
        narrate(f"See how it is written: {_asked(error)} --help")
        return Exit.USAGE
    return code if isinstance(code, int) else Exit.DONE


def _asked(error: Exception) -> str:
    """Return the command that could not be understood, as far as it was."""
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "tracker"


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
