"""Links between the actions of one cycle and the next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of links."""
    state = sa.Enum(
        "suggested",
        "confirmed",
        "refused",
        name="state",
        native_enum=False,
        create_constraint=True,
        length=20,
    )
    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("base_action_id", sa.Integer(), nullable=False),
        sa.Column("repeat_action_id", sa.Integer(), nullable=False),
        sa.Column("certainty", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", state, nullable=False),
        sa.ForeignKeyConstraint(
            ["base_action_id"], ["action.id"], name=op.f("fk_link_base_action_id_action")
        ),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_link_cycle_id_cycle")),
        sa.ForeignKeyConstraint(
            ["repeat_action_id"], ["action.id"], name=op.f("fk_link_repeat_action_id_action")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint(
            "base_action_id",
            "repeat_action_id",
            name=op.f("uq_link_base_action_id_repeat_action_id"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_link_cycle_id"), "link", ["cycle_id"], unique=False)
    op.create_index(op.f("ix_link_repeat_action_id"), "link", ["repeat_action_id"], unique=False)
