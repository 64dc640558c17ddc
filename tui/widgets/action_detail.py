"""An action in some lines, beside or below a list: what the list has no room for.

Owns the choice and order of what is shown. The whole of an action is its form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import Static

from tracker.cleaning import clean
from tracker.dates import say_day
from tracker.kinds import Outlook
from tracker.reports.cells import days_words, status_words

if TYPE_CHECKING:
    from tracker.plan import ActionView, UpdateView
    from tracker.rules import Standing

MORE = "… {} shows the rest"
TOLD = 6
"""Updates that are shown, the newest first."""


class ActionDetail(Static):
    """The action under the cursor.

    Args:
        opens: The key that opens all of it, as people write it.
    """

    DEFAULT_CSS = """
    ActionDetail { height: 4; padding: 0 1; border-top: solid $panel; background: $background; }
    """

    def __init__(self, opens: str = "Enter") -> None:
        super().__init__(markup=False)
        self._more = MORE.format(opens)
        self._standing: Standing | None = None

    def show(self, standing: Standing | None) -> None:
        """Show an action, or nothing."""
        self._standing = standing
        words = Text() if standing is None else described(standing)
        # Its size does not depend on the words, so that a step in the list lays nothing out.
        self.update(self._cut(words), layout=False)

    def _cut(self, words: Text) -> Text:
        """Return as much as there is room for, with a sign where there is more."""
        width, height = self.size
        if not width or not height:
            return words
        lines = words.wrap(self.app.console, width)
        if len(lines) <= height:
            return words
        kept = Text("\n").join(lines[: height - 1])
        return kept.append(f"\n{self._more}", "italic")

    def on_resize(self) -> None:
        """Cut anew."""
        self.show(self._standing)


def described(standing: Standing) -> Text:
    """Return an action in words, the most important first."""
    action = standing.action
    text = Text()
    text.append(f"{action.ref}  ", "bold")
    text.append(clean(action.text))
    for item in action.record.sub_items:
        text.append(f"\n  • {clean(item)}")
    text.append(f"\n{facts(standing)}")
    if action.record.delivery:
        text.append("\n\nHow: ", "bold")
        text.append(clean(action.record.delivery))
    for update in reversed(action.updates[-TOLD:]):
        said = spoken(update)
        if said:
            text.append(f"\n\n{say_day(update.happened_on)}", "bold")
            text.append(f"  {said}")
    return text


def facts(standing: Standing) -> str:
    """Return status, date, owners and outlook in one line."""
    action = standing.action
    owners = ", ".join(action.owner_names) or "no owner"
    parts = [status_words(action), _when(standing), owners]
    if action.outlook is not Outlook.NOT_STATED:
        why = f" ({action.outlook_reason})" if action.outlook_reason else ""
        parts.append(f"{action.outlook}{why}")
    proposals = _elsewhere(action)
    return " · ".join(clean(part) for part in (*parts, proposals) if part)


def _when(standing: Standing) -> str:
    timescale = standing.action.timescale
    said = timescale.text if timescale and timescale.text else "no timescale"
    if said.casefold() == standing.action.status:
        said = ""
    days = days_words(standing)
    return f"{said} ({days})" if days else said


def _elsewhere(action: ActionView) -> str:
    codes = [code for code in action.proposals if code != action.record.code]
    return f"also under {', '.join(codes)}" if codes else ""


def spoken(update: UpdateView) -> str:
    """Return what was said in an update, for the board first."""
    words = [clean(part) for part in (update.board_text, update.note, update.reason) if part]
    signed = f" ({update.said_by})" if update.said_by and words else ""
    return " · ".join(words) + signed
