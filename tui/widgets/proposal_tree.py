"""Key features and proposals as a tree, each proposal with its rating before and now.

Owns the branches and where the cursor stands; what a row says is `proposal_rows`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Tree

from tui.widgets.marked_list import pointed
from tui.widgets.proposal_rows import outside_text, row_text, shape_of

if TYPE_CHECKING:
    from rich.style import Style
    from textual.binding import BindingType
    from textual.strip import Strip
    from textual.widgets.tree import TreeNode

    from tracker.plan import PlanView


class ProposalTree(Tree[str]):
    """The plan's proposals under their key features; the data of a row is its code."""

    DEFAULT_CSS = """
    ProposalTree { overflow-x: hidden; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Open", key_display="Enter")
    ]

    @dataclass
    class Chosen(Message):
        """The cursor has come to a proposal."""

        code: str

    @dataclass
    class Entered(Message):
        """Somebody wants to go into a proposal."""

        code: str

    def __init__(self) -> None:
        super().__init__("Plan")
        self.show_root = False
        self.guide_depth = 2
        self.auto_expand = False
        self._plan: PlanView | None = None

    @property
    def code(self) -> str | None:
        """The proposal under the cursor."""
        return self.cursor_node.data if self.cursor_node else None

    def show(self, plan: PlanView) -> None:
        """Show a plan; the cursor stays on its proposal."""
        held = self.code
        shape = shape_of(plan)
        same = self._plan is not None and shape == shape_of(self._plan)
        self._plan = plan
        if not same:
            codes = [code for _, _, rows in shape for code in rows]
            self._grow(shape)
            self.go_to(held if held in codes else next(iter(codes), None))
        self._invalidate_labels()

    def _grow(self, shape: list[tuple[str, str, list[str]]]) -> None:
        self.clear()
        for feature, name, codes in shape:
            branch = self.root.add(Text(f"{feature} {name}".strip()), expand=True)
            for code in codes:
                branch.add_leaf(code, data=code)
        self.root.expand()

    def go_to(self, code: str | None) -> None:
        """Put the cursor on a proposal, opening its key feature."""
        for branch in self.root.children:
            for leaf in branch.children:
                if leaf.data == code:
                    branch.expand()
                    self.call_after_refresh(self.move_cursor, leaf)
                    return

    def _invalidate_labels(self) -> None:
        for branch in self.root.children:
            for leaf in branch.children:
                leaf.refresh()

    def render_label(self, node: TreeNode[str], base_style: Style, style: Style) -> Text:
        """Draw a row to the width that there is, the rating at its end."""
        del base_style
        width = max(10, self.size.width - self.guide_depth * (1 if node.data is None else 2))
        if node.data is None or self._plan is None:
            prefix = "▼ " if node.is_expanded else "▶ "
            label = Text.assemble(prefix, node.label, style=style)
            label.stylize("bold")
            label.truncate(width, overflow="ellipsis", pad=True)
            return label
        held = self._plan.by_code.get(node.data)
        if held is None:
            return outside_text(self._plan, node.data, width=width, style=style)
        return row_text(self._plan, held, width=width, style=style)

    def render_line(self, y: int) -> Strip:
        """Draw a line, with the sign before the row under the cursor."""
        strip = super().render_line(y)
        if self.scroll_offset.y + y != self.cursor_line:
            return strip
        return pointed(strip, at=self.guide_depth - 1)

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[str]) -> None:
        """Say which proposal the cursor is on."""
        event.stop()
        if event.node.data:
            self.post_message(self.Chosen(event.node.data))

    def on_tree_node_selected(self, event: Tree.NodeSelected[str]) -> None:
        """Go into a proposal, or open and close a key feature."""
        event.stop()
        if event.node.data:
            self.post_message(self.Entered(event.node.data))
        else:
            event.node.toggle()
