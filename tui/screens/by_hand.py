"""Correcting a paper by hand: one command for each thing that a person can say of a row.

Owns which dialog asks for what. What a correction does is `tracker.correcting`; where the rows are
shown, and what follows a correction, is `paper_preview`.
"""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from tracker.correcting.amending import said_of
from tracker.correcting.applying import counts_from
from tracker.correcting.corrections import Add, Amend, Drop, Join, Move, Part, Rate, Split
from tracker.correcting.rows import OUTSIDE, find_row, rows_of
from tracker.errors import NotFound
from tracker.kinds import Status
from tui.screens.base import TrackerScreen
from tui.screens.dialogs.ask_date import AskDate
from tui.screens.dialogs.ask_text import AskText
from tui.screens.dialogs.pick_one import PickOne
from tui.screens.dialogs.split_at import SplitAt

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import ModalScreen

    from tracker.correcting.corrections import Correction
    from tracker.correcting.steps import Correcting
    from tracker.drafts import ActionDraft

NO_LEVEL = "not rated"
LONG = 60
"""As many characters of what was read as stand in one line of a list."""


class ByHand(TrackerScreen):
    """A screen on which a paper is corrected."""

    held: Correcting
    """The paper, with what is corrected so far."""

    @property
    def chosen(self) -> str | None:
        """The reference of the action, or the code of the proposal, under the cursor."""
        raise NotImplementedError

    @property
    def place(self) -> str:
        """Where a missed action stands, if the person came from a problem."""
        raise NotImplementedError

    def correct(self, correction: Correction) -> None:
        """Correct the paper and show it."""
        raise NotImplementedError

    def _action(self) -> ActionDraft | None:
        """Return the action under the cursor; where there is none, say so."""
        key = self.chosen
        try:
            return find_row(rows_of(self.held.paper), key or "").draft
        except NotFound:
            self.tell("Put the cursor on an action first.")
            return None

    def _ask(self, dialog: ModalScreen[str | None], make: Callable[[str], Correction]) -> None:
        """Ask for words, and make a correction of them."""

        def answered(said: str | None) -> None:
            if said is not None:
                self.correct(make(said))

        self.app.push_screen(dialog, answered)

    def action_join(self) -> None:
        """Join the action to the one before it."""
        action = self._action()
        if action:
            self.correct(Join(action.ref))

    def action_split(self) -> None:
        """Ask where the second action begins."""
        action = self._action()
        if action is None:
            return
        ref = action.ref

        def answered(at: int | None) -> None:
            if at is not None:
                self.correct(Split(ref, at))

        self.app.push_screen(SplitAt(f"Split {ref}", action.text), answered)

    def action_drop(self) -> None:
        """Take out what is no action."""
        action = self._action()
        if action:
            self.correct(Drop(action.ref))

    def action_move(self) -> None:
        """Ask under which proposal the action stands."""
        action = self._action()
        if action:
            ref = action.ref
            title = f"Under which proposal does {ref} stand?"
            self._ask(PickOne(title, self._proposals()), lambda code: Move(ref, code))

    def _proposals(self) -> list[tuple[str, str]]:
        return [(one.code, f"{one.code} {one.name}") for one in self.held.framework.proposals]

    def action_add(self) -> None:
        """Ask for the wording of an action that was missed, and its proposal where none is near."""
        code = (self.chosen or "").partition("/")[0]
        if code and code != OUTSIDE:
            self._add(code)
        else:
            title = "Under which proposal is it printed?"
            dialog = PickOne(title, self._proposals())
            self.app.push_screen(dialog, lambda code: self._add(code) if code else None)

    def _add(self, code: str) -> None:
        place = self.place
        about = f"It will stand last under {code}. Type what the paper says."
        dialog = AskText("An action that was missed", about=about, lines=True)
        self._ask(dialog, lambda text: Add(code, text, place))

    def action_change(self) -> None:
        """Ask what of the row is to be said anew: a part of an action, or a rating."""
        key = self.chosen or ""
        if key and "/" not in key and key != OUTSIDE:
            self.action_rating()
            return
        action = self._action()
        if action is None:
            return
        parts = [
            (part, shorten(f"{part.capitalize()}: {said_of(action, part)}", LONG, placeholder="…"))
            for part in Part
        ]

        def answered(part: Part | None) -> None:
            if part is not None:
                self._change(action, part)

        self.app.push_screen(PickOne(f"What of {action.ref} was misread?", parts), answered)

    def _change(self, action: ActionDraft, part: Part) -> None:
        """Ask for what a part says."""
        ref, said = action.ref, said_of(action, part)
        title = f"The {part} of {ref}"
        dialog: ModalScreen[str | None]
        match part:
            case Part.STATUS:
                dialog = PickOne(title, [(str(one), str(one)) for one in Status], current=said)
            case Part.TIMESCALE:
                day = counts_from(self.held.paper, self.held.framework)
                if day is None:
                    self.tell("Say first on which day the paper holds: press t.")
                    return
                dialog = AskDate(title, said, as_at=day)
            case Part.OWNERS:
                about = "Posts, not names; a semicolon between two."
                dialog = AskText(title, said, about=about, optional=True)
            case _:
                optional = part is Part.DELIVERY
                dialog = AskText(title, said, lines=True, optional=optional)
        self._ask(dialog, lambda words: Amend(ref, part, words))

    def action_rating(self) -> None:
        """Ask which rating of the proposal was misread, and what it is."""
        code = (self.chosen or "").partition("/")[0]
        held = next((one for one in self.held.paper.proposals if one.code == code), None)
        if held is None:
            self.tell("Put the cursor on a proposal first.")
            return
        before = held.previous_rating or NO_LEVEL
        which = [(False, f"Now: {held.rating or NO_LEVEL}"), (True, f"Before: {before}")]

        def answered(previous: bool | None) -> None:
            if previous is not None:
                said = held.previous_rating if previous else held.rating
                self._rate(code, said or NO_LEVEL, previous=previous)

        self.app.push_screen(PickOne(f"Which rating of {code} was misread?", which), answered)

    def _rate(self, code: str, said: str, *, previous: bool) -> None:
        names = [level.name for level in self.held.framework.scale]
        levels = [(name, name) for name in (*names, NO_LEVEL)]
        when = "before" if previous else "now"
        dialog = PickOne(f"The rating of {code} {when}", levels, current=said)
        self._ask(
            dialog,
            lambda level: Rate(code, None if level == NO_LEVEL else level, previous=previous),
        )
