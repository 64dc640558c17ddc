"""The actions under one proposal, as a list to choose from.

Owns the two lines that stand for an action here. Lateness is `tracker.rules`'s, its words
`tracker.reports.cells`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tracker.dates import say_day
from tracker.kinds import Outlook
from tracker.reports.cells import days_words, status_words
from tracker.rules import Bucket, stand
from tui.widgets.outside import shown_under

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from tracker.plan import PlanView
    from tracker.rules import Standing

TONES = {Bucket.OVERDUE: "bold $text-error", Bucket.DUE_SOON: "$text-warning"}
LONGEST = 240
"""Beyond this the form has the rest of a wording."""


class ActionRow(Static, can_focus=True):
    """One action; the cursor is on it while it has the focus.

    Args:
        standing: The action, and where it stands.
        code: The proposal under which it is shown.
    """

    def __init__(self, standing: Standing, code: str) -> None:
        super().__init__(action_lines(standing, code))
        self.ref = standing.action.ref


class ProposalActions(Vertical):
    """The actions of a proposal; a click asks to open one."""

    DEFAULT_CSS = """
    ProposalActions { height: auto; }
    ActionRow { padding: 0 1; margin-bottom: 1; }
    ActionRow:hover { background: $block-hover-background; }
    ActionRow:focus { background: $panel; padding-left: 0; border-left: thick $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    @dataclass
    class Opened(Message):
        """Somebody wants to see an action."""

        ref: str

    def __init__(self) -> None:
        super().__init__()
        self.wanted: str | None = None
        """The action to put the cursor on when the list is next shown."""

    @property
    def ref(self) -> str | None:
        """The action under the cursor."""
        row = self.screen.focused
        return row.ref if isinstance(row, ActionRow) else None

    async def show(self, plan: PlanView, code: str) -> None:
        """List the actions of a proposal; the cursor stays on the one that it was on."""
        wanted = self.wanted or self.ref
        standings = [stand(action, as_at=plan.as_at) for action in shown_under(plan, code)]
        rows = [ActionRow(standing, code) for standing in standings]
        others = [Static(words, markup=False) for words in cross_references(plan, code)]
        await self.remove_children()
        await self.mount_all([*rows, *others])
        for row in rows:
            if row.ref == wanted:
                row.focus(scroll_visible=False)
                # The page has to be laid out before it can be scrolled to a new row.
                self.call_after_refresh(row.scroll_visible, animate=False)
                self.wanted = None

    def enter(self) -> bool:
        """Put the cursor on the first action; tell whether there is one."""
        rows = self.query(ActionRow)
        if rows:
            rows.first().focus()
        return bool(rows)

    def action_move(self, by: int) -> None:
        """Go to the action beside the one under the cursor."""
        rows = list(self.query(ActionRow))
        place = next((n for n, row in enumerate(rows) if row.has_focus), -1) + by
        if not 0 <= place < len(rows):
            raise SkipAction
        rows[place].focus()

    def on_click(self, event: events.Click) -> None:
        """Say which action is wanted."""
        if isinstance(event.widget, ActionRow):
            self.post_message(self.Opened(event.widget.ref))


def action_lines(standing: Standing, code: str) -> Content:
    """Return an action's reference and wording, and below them where it stands."""
    action = standing.action
    text = action.text if len(action.text) <= LONGEST else f"{action.text[:LONGEST].rstrip()}…"
    elsewhere = [other for other in action.proposals if other != code]
    facts = [
        (status_words(action), "$text-muted"),
        (_due(standing), TONES.get(standing.bucket, "$text-muted")),
        ("" if action.outlook is Outlook.NOT_STATED else str(action.outlook), "$text-muted"),
        (", ".join(action.owner_names) or "no owner", "$text-muted"),
        (f"also under {', '.join(elsewhere)}" if elsewhere else "", "$text-muted"),
        ("" if action.record.feature else action.record.section or "", "$text-muted"),
    ]
    told = [part for part in facts if part[0]]
    joined = [piece for part in told for piece in (part, (" · ", "$text-muted"))][:-1]
    return Content.assemble((f"{action.ref}  ", "bold"), text, "\n", *joined)


def _due(standing: Standing) -> str:
    if standing.point is not None:
        return f"due {say_day(standing.point.due)} ({days_words(standing)})"
    if standing.review is not None:
        return f"review of {say_day(standing.review)} has passed"
    action = standing.action
    words = action.timescale.text if action.timescale else ""
    return "" if words.casefold() == action.status else words or "no date"


def cross_references(plan: PlanView, code: str) -> list[Content]:
    """Return where the paper points to another proposal's actions instead of printing its own."""
    return [
        Content(f"{position}  The paper points to the actions of {other}.")
        for position, other in plan.cross_references
        if position.partition("/")[0] == code
    ]
