"""The fields of the action form, in their order, and reading them as one value.

Owns labels, hints and editors. What the values mean is `tracker.action_form`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static, TextArea

from tracker.kinds import Outlook, Status
from tui.widgets.choice import Choice
from tui.widgets.form_field import FormField
from tui.widgets.line import Line, Lines
from tui.widgets.milestone_ticks import MilestoneTicks
from tui.widgets.timescale_input import TimescaleInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult

    from tracker.action_form import Form
    from tracker.plan import ActionView


class ActionFields(Vertical):
    """Every field of an action.

    Args:
        form: What stands in them.
        action: The action, for its milestones.
        as_at: The day from which relative timescales count.
    """

    DEFAULT_CSS = """
    ActionFields { height: auto; }
    ActionFields Horizontal { height: auto; }
    ActionFields Horizontal > FormField { width: 1fr; margin: 0 1 1 0; }
    ActionFields .part { height: 1; text-style: bold; color: $text-primary; }
    """

    class Ready(Message):
        """All fields stand, and can be filled in."""

    def __init__(self, form: Form, action: ActionView, *, as_at: date) -> None:
        super().__init__()
        self._form, self._action, self._as_at = form, action, as_at

    def compose(self) -> ComposeResult:
        """Yield the fields: how it stands, what is said of it, what it is."""
        form = self._form
        yield Static("How it stands", classes="part", markup=False)
        with Horizontal():
            yield FormField("status", "Status", _choice(Status, form.status), first=form.status)
            yield FormField(
                "outlook", "Outlook", _choice(Outlook, form.outlook), first=form.outlook
            )
        yield FormField("superseded_by", "Which action takes its place", _line(""))
        yield FormField("outlook_reason", "Why this outlook", _line(form.outlook_reason))
        timescale = TimescaleInput(form.timescale, as_at=self._as_at)
        yield FormField("timescale", "Timescale", timescale)
        yield MilestoneTicks(self._action.milestones)
        yield FormField("reason", "Why", _line(form.reason), hint="a moved date, a withdrawal")
        yield FormField("owners", "Led by", _line(form.owners), hint="posts, apart by semicolons")
        yield Static("What is said of it", classes="part", markup=False)
        with Horizontal(id="texts"):
            yield FormField(
                "board_text", "For the board", _lines(form.board_text, 4), hint="papers print it"
            )
            yield FormField(
                "note", "A new note", _lines("", 4), hint="for the team; no paper prints it"
            )
        with Horizontal():
            yield FormField("said_by", "Said by", _line(form.said_by), hint="you, if empty")
            yield FormField("on", "Happened on", _line(form.on))
        yield Static("The action itself", classes="part", markup=False)
        yield FormField("text", "Improvement action", _lines(form.text, 4))
        yield FormField("delivery", "How we will deliver it", _lines(form.delivery, 3))
        yield FormField("proposals", "Under proposals", _line(form.proposals))

    def on_mount(self) -> None:
        """Tell that all fields stand, once they do."""
        self.call_later(self.post_message, self.Ready())

    def field(self, name: str) -> FormField:
        """Return a field by its name."""
        return self.query_one(f"#field-{name}", FormField)

    @property
    def fields(self) -> Sequence[FormField]:
        """Every field."""
        return list(self.query(FormField))

    @property
    def form(self) -> Form:
        """What stands in all of them."""
        typed = {field.field_name: field.value for field in self.fields}
        return replace(self._form, **typed, done=self.query_one(MilestoneTicks).ticked)

    def put(self, form: Form) -> None:
        """Let a form stand in the fields."""
        for field in self.fields:
            field.put(getattr(form, field.field_name))
        self.query_one(MilestoneTicks).tick(form.done)

    def show_milestones(self, action: ActionView) -> None:
        """Show the milestones as the plan holds them now."""
        self.query_one(MilestoneTicks).show(action.milestones)

    def know_posts(self, names: Sequence[str]) -> None:
        """Complete posts while one is typed."""
        editor = self.field("owners").editor
        if isinstance(editor, Input):
            editor.suggester = SuggestFromList(list(names), case_sensitive=False)


def _line(text: str) -> Input:
    return Line(text)


def _lines(text: str, height: int) -> TextArea:
    area = Lines(text, compact=True)
    area.styles.height = height
    return area


def _choice(values: type[Status | Outlook], held: str) -> Choice:
    return Choice([str(value) for value in values], held)
