"""The steps in the life of a cycle: opened, submitted, agreed, reopened."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of steps."""
    kind = sa.Enum(
        "opened",
        "submitted",
        "agreed",
        "reopened",
        name="kind",
        native_enum=False,
        create_constraint=True,
        length=20,
    )
    op.create_table(
        "cycle_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("kind", kind, nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("taken_by", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("from_cycle_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_cycle_step_act_id_act")),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_cycle_step_cycle_id_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["from_cycle_id"], ["cycle.id"], name=op.f("fk_cycle_step_from_cycle_id_cycle")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle_step")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cycle_step_cycle_id"), "cycle_step", ["cycle_id"], unique=False)
    op.create_index(
        op.f("ix_cycle_step_from_cycle_id"), "cycle_step", ["from_cycle_id"], unique=False
    )
