"""The quick keys: status, note, date, owner and outlook of the actions that are meant.

Owns what each asks, and in which order. How an answer is recorded is `changing`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.changing import Change
from tracker.cleaning import clean, clean_line
from tracker.kinds import Outlook, Status
from tracker.timescale import read_timescale
from tui.screens.changing import ChangingScreen
from tui.screens.dialogs.ask_date import AskDate
from tui.screens.dialogs.ask_text import AskText
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.dialogs.pick_post import PickPost
from tui.screens.telling import be, named, short

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.plan import ActionView
    from tui.workspace import Workspace

    Actions = tuple[ActionView, ...]
    GoOn = Callable[[Change], None]


class QuickScreen(ChangingScreen):
    """A screen with actions on which the quick keys work."""

    _posts: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day in view, of which something is said."""
        if self.plan is None:
            raise RuntimeError("something is said of a plan that is in view")
        return self.plan.as_at

    def action_status(self) -> None:
        """Ask how far the actions are."""

        def ask(actions: Actions, held: Status | None, why: str) -> PickOne[Status]:
            choices = [(status, str(status)) for status in Status]
            title = f"How far {be(actions)} {named(actions)}?"
            return PickOne(title, choices, current=held or actions[0].status, refusal=why)

        self.change_meant(
            ask, lambda status: Change(on=self.day, status=status), self._complete_status
        )

    def _complete_status(self, actions: Actions, change: Change, go_on: GoOn) -> None:
        """Ask what a status cannot be recorded without."""
        if change.status is Status.WITHDRAWN:
            self.app.push_screen(
                AskText(f"Why {be(actions)} {named(actions)} withdrawn?", change.reason or ""),
                lambda why: go_on(replace(change, reason=clean_line(why))) if why else None,
            )
        elif change.status is Status.SUPERSEDED:
            self.app.push_screen(
                PickOne(
                    f"What takes the place of {named(actions)}?",
                    self._others(actions),
                    current=change.superseded_by,
                ),
                lambda ref: go_on(replace(change, superseded_by=ref)) if ref else None,
            )
        else:
            go_on(replace(change, reason=None, superseded_by=None))

    def _others(self, actions: Actions) -> list[tuple[str, str]]:
        meant = {action.id for action in actions}
        held = self.plan.actions if self.plan else ()
        return [
            (one.ref, short(f"{one.ref}  {one.text}", 64)) for one in held if one.id not in meant
        ]

    def action_note(self) -> None:
        """Ask what happened."""

        def ask(actions: Actions, held: str | None, why: str) -> AskText:
            about = "A note for the team; papers do not print it."
            title = f"What happened with {named(actions)}?"
            return AskText(title, held or "", about=about, refusal=why)

        self.change_meant(ask, lambda text: Change(on=self.day, note=clean(text)))

    def action_date(self) -> None:
        """Ask for another date, and why it moves."""

        def ask(actions: Actions, held: str | None, why: str) -> AskDate:
            timescale = actions[0].timescale if len(actions) == 1 else None
            before = timescale.text if timescale else ""
            words = before if held is None else held
            return AskDate(
                f"When {be(actions)} {named(actions)} due?", words, as_at=self.day, refusal=why
            )

        def said(words: str) -> Change:
            return Change(on=self.day, timescale=read_timescale(clean(words), as_at=self.day))

        self.change_meant(ask, said, self._ask_why_moved)

    def _ask_why_moved(self, actions: Actions, change: Change, go_on: GoOn) -> None:
        """Ask why a date moves, where one was agreed before."""
        due = change.timescale.due if change.timescale else None
        if all(action.due in {None, due} for action in actions):
            go_on(change)
            return
        about = "Committees ask for this. Enter leaves it out."
        self.app.push_screen(
            AskText("Why does the date move?", change.reason or "", about=about, optional=True),
            lambda why: (
                None if why is None else go_on(replace(change, reason=clean_line(why) or None))
            ),
        )

    def action_owner(self) -> None:
        """Ask which post leads the actions."""

        def ask(actions: Actions, held: str | None, why: str) -> PickPost:
            leads = actions[0].owner_names
            title = f"Which post leads {named(actions)}?"
            if len(leads) > 1:
                title += f" It takes the place of {', '.join(leads)}."
            return PickPost(
                title, self._posts, current=held or next(iter(leads), None), refusal=why
            )

        def said(name: str) -> Change:
            return Change(on=self.day, owners=(name,) if name else ())

        def known(names: tuple[str, ...]) -> None:
            self._posts = names
            self.change_meant(ask, said)

        self.ask(_known_posts, known, group="posts")

    def action_outlook(self) -> None:
        """Ask whether the actions will be done in time, and why."""

        def ask(actions: Actions, held: Outlook | None, why: str) -> PickOne[Outlook]:
            choices = [(outlook, str(outlook)) for outlook in Outlook]
            title = f"Will {named(actions)} be done in time?"
            return PickOne(title, choices, current=held or actions[0].outlook, refusal=why)

        self.change_meant(
            ask, lambda outlook: Change(on=self.day, outlook=outlook), self._ask_why_outlook
        )

    def _ask_why_outlook(self, _: Actions, change: Change, go_on: GoOn) -> None:
        if change.outlook is Outlook.NOT_STATED:
            go_on(change)
            return
        about = "One line, for those who ask. Enter leaves it out."
        self.app.push_screen(
            AskText(
                f"Why {change.outlook}?", change.outlook_reason or "", about=about, optional=True
            ),
            lambda why: (
                None
                if why is None
                else go_on(replace(change, outlook_reason=clean_line(why) or None))
            ),
        )


def _known_posts(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of the posts held, each once."""
    return tuple(dict.fromkeys(post.name for post in workspace.posts()))
