"""What was recorded of a cycle is found by an index, so that looking far back is quick."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index(
        op.f("ix_change_cycle_id_act_id"), "change", ["cycle_id", "act_id"], unique=False
    )
