"""The commands on cycles: list them, open a repeat, see how far it has come, agree it.

Owns their options, and what is asked before. The verbs are `tui.cycling` and `tui.agreeing`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.dates import say_day
from tracker.errors import Refused, UsageFault
from tracker.names import typed
from tui.cli.common import (
    AsJson,
    Format,
    On,
    agree,
    day_of,
    show_data,
    show_report,
    words_of,
    workspace_of,
)
from tui.console import narrate

if TYPE_CHECKING:
    from tracker.opening import Choice, Opening, Prepared
    from tracker.plan import ActionView

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
STOP = {"q", "quit"}


def list_cycles(context: typer.Context, form: Format = None, as_json: AsJson = False) -> None:
    """List the cycles that are held of a partnership, and how far a drafted one has come."""
    from tracker.reports.cycles import cycles_report
    from tui import cycling

    partnership, held = cycling.rounds(workspace_of(context))
    lines = [(one.cycle, one.is_live, one.progress) for one in held]
    show_report(cycles_report(partnership, lines), form=form, as_json=as_json)


def progress(
    context: typer.Context,
    cycle: Annotated[
        str | None,
        typer.Argument(metavar="LABEL", help="The cycle (default the one being drafted)."),
    ] = None,
    form: Format = None,
    as_json: AsJson = False,
) -> None:
    """Show how far a round has come: which ratings are decided, which wait."""
    from tracker.reports.cycles import progress_report
    from tui import cycling

    plan, come = cycling.progress(workspace_of(context), cycle)
    show_report(progress_report(plan, come), form=form, as_json=as_json)


def open_cycle(
    context: typer.Context,
    label: Annotated[str, typer.Argument(metavar="LABEL", help="What to call it, such as 2022.")],
    as_at: Annotated[
        str | None, typer.Option("--as-at", metavar="DATE", help="The day that it speaks of.")
    ] = None,
    complete: Annotated[
        list[str] | None,
        typer.Option("--complete", metavar="REF[=NOTE]", help="Done: ends here, not carried."),
    ] = None,
    withdraw: Annotated[
        list[str] | None,
        typer.Option("--withdraw", metavar="REF=REASON", help="Given up: not carried."),
    ] = None,
    merge: Annotated[
        list[str] | None,
        typer.Option("--merge", metavar="REF=INTO=REASON", help="Goes on in another action."),
    ] = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="Ask of every live action what becomes of it.")
    ] = False,
    yes: Yes = False,
    form: Format = None,
    as_json: AsJson = False,
) -> None:
    """Open the repeat of the live cycle as a draft: ratings and live actions are carried."""
    from tracker.opening import Opening
    from tracker.reports.opening import opening_report
    from tui import cycling

    day = day_of(as_at)
    if day is None:
        raise UsageFault(
            "Which day does the repeat speak of?",
            f"Say it: tracker cycle open {typed(label)} --as-at DATE",
        )
    workspace = workspace_of(context)
    choices = _choices(complete or [], withdraw or [], merge or [])
    opening = Opening(words_of(label) or "", day, choices)
    prepared = cycling.foresee_opening(workspace, opening)
    if ask:
        opening = _walk(prepared, opening)
        prepared = cycling.foresee_opening(workspace, opening)
    if not yes:
        for line in _preview(prepared):
            narrate(line)
    if not agree(f"Open cycle {opening.label}?", yes=yes):
        raise Refused("Nothing was changed.")
    done = cycling.open_cycle(workspace, opening)
    show_report(opening_report(done, is_done=True), form=form, as_json=as_json)
    narrate("Next: tracker cycle progress; tracker confirm CODE --by WHO; tracker rate CODE LEVEL.")


def submit(
    context: typer.Context,
    by: Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who sends it in.")] = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Mark the drafted round as sent in as a draft; it may be amended, and sent in again."""
    from tui import agreeing

    workspace = workspace_of(context)
    day = day_of(on) or workspace.settings.today
    cycle = agreeing.submit(workspace, by=words_of(by), on=day)
    if as_json:
        show_data({"cycle": cycle.label, "state": str(cycle.state), "on": day.isoformat()})
        return
    typer.echo(f"Cycle {cycle.label} is submitted as a draft; it may still be amended.")


def agree_cycle(
    context: typer.Context,
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="The body or meeting that agrees it.")
    ] = None,
    leave: Annotated[
        list[str] | None,
        typer.Option("--leave", metavar="CODE=REASON", help="Leave a rating undecided."),
    ] = None,
    on: On = None,
    form: Format = None,
    as_json: AsJson = False,
) -> None:
    """Agree the drafted round: it is the live one from now on, the one before is closed."""
    from tracker.agreeing import Agreement
    from tracker.reports.agreeing import agreed_report
    from tui import agreeing

    workspace = workspace_of(context)
    left = [text.partition("=") for text in leave or []]
    agreement = Agreement(
        by=words_of(by),
        on=day_of(on) or workspace.settings.today,
        leave=tuple((code.strip(), words_of(reason) or "") for code, _, reason in left),
    )
    done, closed = agreeing.agree(workspace, agreement)
    show_report(agreed_report(done, closed), form=form, as_json=as_json)
    narrate("To take it back: tracker undo; later, tracker cycle reopen --reason WHY.")


def reopen(
    context: typer.Context,
    label: Annotated[
        str | None, typer.Argument(metavar="LABEL", help="The cycle (default the last closed).")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="Who decided so (default you).")
    ] = None,
    on: On = None,
    as_json: AsJson = False,
) -> None:
    """Open the cycle that was closed last again; the one after it is a draft once more."""
    from tui import agreeing

    live, draft = agreeing.reopen(
        workspace_of(context), label, by=words_of(by), reason=words_of(reason), on=day_of(on)
    )
    if as_json:
        show_data({"live": live, "draft": draft})
        return
    typer.echo(f"Cycle {live} is live again; cycle {draft} is a draft.")


def _preview(prepared: Prepared) -> list[str]:
    """Return what opening does, in plain lines."""
    from tracker.reports.opening import opening_report

    report = opening_report(prepared, is_done=False)
    lines = [report.title, report.subtitle, *report.sections[0].paragraphs]
    return lines + [
        f"{action.ref} {choice.becomes}"
        + (f" into {choice.into}" if choice.into else "")
        + (f": {choice.reason}" if choice.reason else "")
        for action, choice in prepared.chosen
    ]


def _choices(complete: list[str], withdraw: list[str], merge: list[str]) -> tuple[Choice, ...]:
    """Return what the options say of actions."""
    from tracker.opening import Becomes, Choice

    found = []
    for text in complete:
        refs, _, note = text.partition("=")
        found += [
            Choice(ref.strip(), Becomes.COMPLETE, words_of(note))
            for ref in refs.split(",")
            if ref.strip()
        ]
    for text in withdraw:
        ref, _, reason = text.partition("=")
        found.append(Choice(ref.strip(), Becomes.WITHDRAWN, words_of(reason)))
    for text in merge:
        ref, _, rest = text.partition("=")
        into, _, reason = rest.partition("=")
        found.append(Choice(ref.strip(), Becomes.MERGED, words_of(reason), words_of(into)))
    return tuple(found)


def _walk(prepared: Prepared, opening: Opening) -> Opening:
    """Ask of every live action of which nothing was said what becomes of it."""
    from dataclasses import replace

    if not sys.stdin.isatty():
        raise Refused(
            "--ask asks questions, and nobody is there to answer.",
            "Say it with --complete, --withdraw and --merge; all others are carried.",
        )
    narrate(
        "For each action: Enter carries it, c complete, w withdraw, m merge; q carries the rest."
    )
    choices = list(opening.choices)
    for place, action in enumerate(prepared.carried, start=1):
        narrate(f"\n{place} of {len(prepared.carried)}: {_line(action)}")
        answer = _prompt("Enter, c, w, m or q").casefold()
        while answer not in {"", "c", "w", "m", *STOP}:
            narrate("Type Enter, c, w, m or q.")
            answer = _prompt("Enter, c, w, m or q").casefold()
        if answer in STOP:
            break
        choices += _answered(action, answer)
    return replace(opening, choices=tuple(choices))


def _answered(action: ActionView, answer: str) -> list[Choice]:
    """Return the choice that an answer makes, with the reason asked for."""
    from tracker.opening import Becomes, Choice

    if answer == "c":
        return [Choice(action.ref, Becomes.COMPLETE, words_of(_prompt("What shows it?")))]
    if answer == "w":
        return [Choice(action.ref, Becomes.WITHDRAWN, words_of(_needed("Why?")))]
    if answer == "m":
        into = _needed("Into which action?")
        return [Choice(action.ref, Becomes.MERGED, words_of(_needed("Why?")), words_of(into))]
    return []


def _line(action: ActionView) -> str:
    due = f", due {say_day(action.due)}" if action.due else ""
    return f"{action.ref} {action.text} ({action.status}{due})"


def _prompt(question: str) -> str:
    answer: str = typer.prompt(question, default="", show_default=False, err=True)
    return answer.strip()


def _needed(question: str) -> str:
    """Ask until something is said."""
    answer = _prompt(question)
    while not answer:
        narrate("This needs an answer.")
        answer = _prompt(question)
    return answer
