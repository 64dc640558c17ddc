"""Fields to type in: one line, or several, in which Ctrl+A takes all, as people are used to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.suggester import Suggester

ALL = Binding("ctrl+a", "select_all", "Select all", show=False)


class Line(Input):
    """One line.

    Args:
        text: What stands there already.
        id: The widget's id.
        placeholder: An example of what may stand there.
        suggester: Completes what is typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [ALL]

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002  # Textual's own word
        placeholder: str = "",
        suggester: Suggester | None = None,
    ) -> None:
        super().__init__(
            text,
            id=id,
            placeholder=placeholder,
            suggester=suggester,
            compact=True,
            select_on_focus=False,
        )


class Lines(TextArea):
    """Several lines; Tab goes on to the next field.

    Args:
        text: What stands there already.
        id: The widget's id.
        compact: Without a border.
    """

    BINDINGS: ClassVar[list[BindingType]] = [ALL]

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002  # Textual's own word
        compact: bool = False,
    ) -> None:
        super().__init__(text, id=id, soft_wrap=True, tab_behavior="focus", compact=compact)
