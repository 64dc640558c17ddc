"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def choice(name: str, words: list[str]) -> sa.Enum:
    """Return the type of a text column that holds one of a closed set."""
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=20)


def upgrade() -> None:
    """Make every table of the first revision."""
    op.create_table(
        "act",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["act.id"], name=op.f("fk_act_undoes_act")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
    )
    op.create_table(
        "framework",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("published", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_framework")),
        sa.UniqueConstraint("key", "version", name=op.f("uq_framework_key_version")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "partnership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", choice("kind", ["local", "national"]), nullable=False),
        sa.Column("contact", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership")),
        sa.UniqueConstraint("key", name=op.f("uq_partnership_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "store_info",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_store_info")),
    )
    op.create_table(
        "change",
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("record_table", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=True),
        sa.Column("kind", choice("kind", ["insert", "update", "delete"]), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_change_act_id_act")),
        sa.PrimaryKeyConstraint("act_id", "number", name=op.f("pk_change")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_change_record_table_record_id"),
        "change",
        ["record_table", "record_id"],
        unique=False,
    )
    op.create_table(
        "cycle",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("framework_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.Column("ordered_on", sa.Date(), nullable=False),
        sa.Column(
            "state", choice("state", ["drafting", "submitted", "agreed", "closed"]), nullable=False
        ),
        sa.Column("ratings_only", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["framework_id"], ["framework.id"], name=op.f("fk_cycle_framework_id_framework")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_cycle_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycle")),
        sa.UniqueConstraint("partnership_id", "label", name=op.f("uq_cycle_partnership_id_label")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "key_feature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("framework_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["framework_id"], ["framework.id"], name=op.f("fk_key_feature_framework_id_framework")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_feature")),
        sa.UniqueConstraint("framework_id", "code", name=op.f("uq_key_feature_framework_id_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "level",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("framework_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("is_low", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["framework_id"], ["framework.id"], name=op.f("fk_level_framework_id_framework")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_level")),
        sa.UniqueConstraint("framework_id", "name", name=op.f("uq_level_framework_id_name")),
        sa.UniqueConstraint("framework_id", "rank", name=op.f("uq_level_framework_id_rank")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "numbering",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnership.id"],
            name=op.f("fk_numbering_partnership_id_partnership"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_numbering")),
        sa.UniqueConstraint(
            "partnership_id", "code", name=op.f("uq_numbering_partnership_id_code")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("holder", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_post_partnership_id_partnership")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
        sa.UniqueConstraint("partnership_id", "key", name=op.f("uq_post_partnership_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("framework_id", sa.Integer(), nullable=False),
        sa.Column("feature_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("scope", choice("scope", ["local", "national"]), nullable=False),
        sa.Column("timescale", sa.String(), nullable=True),
        sa.Column("wording", sa.String(), nullable=True),
        sa.Column("wording_as_at", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["feature_id"], ["key_feature.id"], name=op.f("fk_proposal_feature_id_key_feature")
        ),
        sa.ForeignKeyConstraint(
            ["framework_id"], ["framework.id"], name=op.f("fk_proposal_framework_id_framework")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sa.UniqueConstraint("framework_id", "code", name=op.f("uq_proposal_framework_id_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column(
            "kind",
            choice("kind", ["self-evaluation", "improvement-plan", "delivery-plan"]),
            nullable=False,
        ),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("date_of_completion", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_source_act_id_act")),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_source_cycle_id_cycle")),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnership.id"],
            name=op.f("fk_source_partnership_id_partnership"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_source_cycle_id"), "source", ["cycle_id"], unique=False)
    op.create_index(op.f("ix_source_sha256"), "source", ["sha256"], unique=False)
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sub_items", sa.String(), nullable=True),
        sa.Column("delivery", sa.String(), nullable=True),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("feature", sa.String(), nullable=True),
        sa.Column("further", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.CheckConstraint("number > 0", name=op.f("ck_action_number")),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_action_cycle_id_cycle")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_action_source_id_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint(
            "cycle_id", "code", "number", name=op.f("uq_action_cycle_id_code_number")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("previous_printed_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_assessment_cycle_id_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["previous_printed_id"],
            ["level.id"],
            name=op.f("fk_assessment_previous_printed_id_level"),
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_assessment_proposal_id_proposal")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_assessment_source_id_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint(
            "cycle_id", "proposal_id", name=op.f("uq_assessment_cycle_id_proposal_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "problem",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("severity", choice("severity", ["note", "warning", "error"]), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycle.id"], name=op.f("fk_problem_cycle_id_cycle")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_problem_source_id_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_problem_cycle_id"), "problem", ["cycle_id"], unique=False)
    op.create_table(
        "action_owner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("role", choice("role", ["lead", "contributor"]), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_owner_action_id_action")
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_action_owner_cycle_id_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["post_id"], ["post.id"], name=op.f("fk_action_owner_post_id_post")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_owner")),
        sa.UniqueConstraint("action_id", "post_id", name=op.f("uq_action_owner_action_id_post_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_action_owner_cycle_id"), "action_owner", ["cycle_id"], unique=False)
    op.create_index(op.f("ix_action_owner_post_id"), "action_owner", ["post_id"], unique=False)
    op.create_table(
        "action_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_proposal_action_id_action")
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_action_proposal_cycle_id_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_action_proposal_proposal_id_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_proposal")),
        sa.UniqueConstraint(
            "action_id", "proposal_id", name=op.f("uq_action_proposal_action_id_proposal_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_action_proposal_cycle_id"), "action_proposal", ["cycle_id"], unique=False
    )
    op.create_table(
        "action_update",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column(
            "status",
            choice(
                "status",
                [
                    "not reported",
                    "not started",
                    "in progress",
                    "ongoing",
                    "on hold",
                    "complete",
                    "in place",
                    "withdrawn",
                    "superseded",
                ],
            ),
            nullable=True,
        ),
        sa.Column("printed_status", sa.String(), nullable=True),
        sa.Column("timescale_text", sa.String(), nullable=True),
        sa.Column(
            "timescale_kind",
            choice(
                "timescale_kind",
                [
                    "date",
                    "relative",
                    "recurring",
                    "starts-from",
                    "review",
                    "ongoing",
                    "in-place",
                    "to-be-agreed",
                    "none",
                    "unclear",
                ],
            ),
            nullable=True,
        ),
        sa.Column("timescale_reading", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column(
            "precision",
            choice("precision", ["day", "month", "quarter", "season", "financial-year", "year"]),
            nullable=True,
        ),
        sa.Column("review", sa.Date(), nullable=True),
        sa.Column("former", sa.Date(), nullable=True),
        sa.Column("recurrence", sa.String(), nullable=True),
        sa.Column(
            "implied_status",
            choice(
                "implied_status",
                [
                    "not reported",
                    "not started",
                    "in progress",
                    "ongoing",
                    "on hold",
                    "complete",
                    "in place",
                    "withdrawn",
                    "superseded",
                ],
            ),
            nullable=True,
        ),
        sa.Column(
            "outlook",
            choice("outlook", ["on track", "at risk", "off track", "not stated"]),
            nullable=True,
        ),
        sa.Column("outlook_reason", sa.String(), nullable=True),
        sa.Column("board_text", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("said_by", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("superseded_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_action_update_act_id_act")),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_update_action_id_action")
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_action_update_cycle_id_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_action_update_source_id_source")
        ),
        sa.ForeignKeyConstraint(
            ["superseded_by_id"],
            ["action.id"],
            name=op.f("fk_action_update_superseded_by_id_action"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_update")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_action_update_action_id"), "action_update", ["action_id"], unique=False
    )
    op.create_index(op.f("ix_action_update_cycle_id"), "action_update", ["cycle_id"], unique=False)
    op.create_index(
        op.f("ix_action_update_superseded_by_id"),
        "action_update",
        ["superseded_by_id"],
        unique=False,
        sqlite_where=sa.text("superseded_by_id IS NOT NULL"),
        postgresql_where=sa.text("superseded_by_id IS NOT NULL"),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            choice(
                "kind", ["evidence", "outcome", "official", "detail", "note", "progress measure"]
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_evidence_assessment_id_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_evidence_cycle_id_cycle")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_evidence_assessment_id"), "evidence", ["assessment_id"], unique=False)
    op.create_index(op.f("ix_evidence_cycle_id"), "evidence", ["cycle_id"], unique=False)
    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("level_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name=op.f("fk_indicator_assessment_id_assessment")
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_indicator_cycle_id_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["level_id"], ["level.id"], name=op.f("fk_indicator_level_id_level")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.UniqueConstraint(
            "assessment_id", "level_id", name=op.f("uq_indicator_assessment_id_level_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_indicator_cycle_id"), "indicator", ["cycle_id"], unique=False)
    op.create_table(
        "position",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("cross_reference", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.CheckConstraint(
            "action_id IS NOT NULL OR cross_reference IS NOT NULL", name=op.f("ck_position_target")
        ),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_position_action_id_action")
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_position_cycle_id_cycle")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
        sa.UniqueConstraint(
            "cycle_id", "code", "number", name=op.f("uq_position_cycle_id_code_number")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_position_action_id"), "position", ["action_id"], unique=False)
    op.create_table(
        "rating_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            choice("kind", ["carried", "confirmed", "raised", "lowered", "rated", "not rated"]),
            nullable=False,
        ),
        sa.Column("level_id", sa.Integer(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("within", sa.String(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_rating_decision_act_id_act")),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            name=op.f("fk_rating_decision_assessment_id_assessment"),
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_rating_decision_cycle_id_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["level_id"], ["level.id"], name=op.f("fk_rating_decision_level_id_level")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_rating_decision_source_id_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_decision")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_rating_decision_assessment_id"), "rating_decision", ["assessment_id"], unique=False
    )
    op.create_index(
        op.f("ix_rating_decision_cycle_id"), "rating_decision", ["cycle_id"], unique=False
    )
    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("update_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_milestone_action_id_action")
        ),
        sa.ForeignKeyConstraint(
            ["cycle_id"], ["cycle.id"], name=op.f("fk_milestone_cycle_id_cycle")
        ),
        sa.ForeignKeyConstraint(
            ["update_id"], ["action_update.id"], name=op.f("fk_milestone_update_id_action_update")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_milestone_action_id"), "milestone", ["action_id"], unique=False)
    op.create_index(op.f("ix_milestone_cycle_id"), "milestone", ["cycle_id"], unique=False)
    op.create_index(op.f("ix_milestone_update_id"), "milestone", ["update_id"], unique=False)
