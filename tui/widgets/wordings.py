"""Two actions side by side, with what a person needs to judge whether they are the same.

Owns what is shown of each; marking the words that differ is `word_diff`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tui.widgets.fate_rows import whole_wording
from tui.widgets.word_diff import marked

if TYPE_CHECKING:
    from tracker.compare import Comparison
    from tracker.plan import ActionView, PlanView


def side_by_side(compared: Comparison, before: ActionView, after: ActionView) -> tuple[Text, Text]:
    """Return two actions in full, with the words marked that the other does not have."""
    earlier, later = marked(whole_wording(before), whole_wording(after))
    return _one(compared.base, before, earlier), _one(compared.repeat, after, later)


def _one(plan: PlanView, action: ActionView, wording: Text) -> Text:
    text = Text().append(f"{plan.cycle.label}: {action.ref}\n", "bold")
    text.append_text(wording).append("\n")
    if action.timescale is not None and action.timescale.text:
        text.append(f"Timescale: {action.timescale.text}\n")
    if action.owners:
        text.append(f"Led by: {', '.join(action.owner_names)}\n")
    under = ", ".join(action.proposals[1:])
    if under:
        text.append(f"Also under: {under}\n")
    return text.append(f"Status: {action.status}")
