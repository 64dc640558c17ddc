"""The tables: what is kept, with its keys and constraints.

Owns names, types and constraints of every table, the same on both engines. A table class checks
nothing when it is made, so rows are built by `db.writing` from checked values only; nothing here
leaves `db`. This is the one module without the future import: SQLModel reads the annotations.
"""

from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from tracker.kinds import (
    ChangeKind,
    CycleState,
    Decision,
    EvidenceKind,
    LinkState,
    Outlook,
    OwnerRole,
    PaperKind,
    PartnershipKind,
    Precision,
    Scope,
    Severity,
    Status,
    StepKind,
    TimescaleKind,
)

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA: MetaData = SQLModel.metadata
"""Every table; `db.migrations` makes the same ones step by step."""


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, which SQLite would otherwise give back without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn a moment into UTC on its way in."""
        del dialect
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say that a moment is UTC on its way out."""
        del dialect
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def _choice(name: str, kind: type[StrEnum], *, nullable: bool = False) -> Column[StrEnum]:
    """Return a text column that holds one of a closed set, checked by the engine."""
    held = Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda members: [str(member) for member in members],
    )
    return Column(name, held, nullable=nullable)


def _cycle() -> Column[int]:
    """Return the column that says which cycle owns a row; closed cycles are guarded by it."""
    return Column("cycle_id", Integer, ForeignKey("cycle.id"), nullable=False, index=True)


class StoreInfo(SQLModel, table=True):
    """The database itself: one row."""

    __tablename__ = "store_info"

    id: int | None = Field(default=None, primary_key=True)
    uid: str
    """Random, so that two databases can be told apart wherever they are copied."""


class FrameworkRow(SQLModel, table=True):
    """A framework that cycles are assessed against."""

    __tablename__ = "framework"
    __table_args__ = (UniqueConstraint("key", "version"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    key: str
    name: str
    version: str
    published: date


class LevelRow(SQLModel, table=True):
    """A level of a framework's scale."""

    __tablename__ = "level"
    __table_args__ = (
        UniqueConstraint("framework_id", "name"),
        UniqueConstraint("framework_id", "rank"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    framework_id: int = Field(foreign_key="framework.id")
    name: str
    rank: int
    is_low: bool


class FeatureRow(SQLModel, table=True):
    """A key feature of a framework."""

    __tablename__ = "key_feature"
    __table_args__ = (UniqueConstraint("framework_id", "code"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    framework_id: int = Field(foreign_key="framework.id")
    position: int
    code: str
    name: str


class ProposalRow(SQLModel, table=True):
    """A proposal of a framework, with the newest official wording that a paper taught."""

    __tablename__ = "proposal"
    __table_args__ = (UniqueConstraint("framework_id", "code"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    framework_id: int = Field(foreign_key="framework.id")
    feature_id: int = Field(foreign_key="key_feature.id")
    position: int
    code: str
    name: str
    """Our short name."""
    scope: Scope = Field(sa_column=_choice("scope", Scope))
    timescale: str | None = None
    wording: str | None = None
    """The official wording, newest learned."""
    wording_as_at: date | None = None
    """The as-at date of the cycle that taught it."""


class PartnershipRow(SQLModel, table=True):
    """An Integration Authority, or the national group."""

    __tablename__ = "partnership"
    __table_args__ = (UniqueConstraint("key"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    uid: str
    key: str
    """The name folded, so that one name in two spellings is one partnership."""
    name: str
    kind: PartnershipKind = Field(sa_column=_choice("kind", PartnershipKind))
    contact: str | None = None


class CycleRow(SQLModel, table=True):
    """One round of self-evaluation of a partnership."""

    __tablename__ = "cycle"
    __table_args__ = (UniqueConstraint("partnership_id", "label"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    uid: str
    partnership_id: int = Field(foreign_key="partnership.id")
    framework_id: int = Field(foreign_key="framework.id")
    label: str
    as_at: date | None = None
    ordered_on: date
    """Its place among the cycles: its as-at date; where that is not known, the as-at date of the
    cycle that printed its ratings, and it stands before that one."""
    state: CycleState = Field(sa_column=_choice("state", CycleState))
    ratings_only: bool = False


class StepRow(SQLModel, table=True):
    """A step in the life of a cycle: who took it and when, as against who typed it."""

    __tablename__ = "cycle_step"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    act_id: int = Field(foreign_key="act.id")
    kind: StepKind = Field(sa_column=_choice("kind", StepKind))
    taken_on: date
    taken_by: str | None = None
    """The body or meeting."""
    reason: str | None = None
    from_cycle_id: int | None = Field(default=None, foreign_key="cycle.id", index=True)
    """The cycle that an opened one was prepared from."""


class SourceRow(SQLModel, table=True):
    """A document that was read in."""

    __tablename__ = "source"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    partnership_id: int = Field(foreign_key="partnership.id")
    cycle_id: int = Field(sa_column=_cycle())
    act_id: int = Field(foreign_key="act.id")
    document: str
    kind: PaperKind = Field(sa_column=_choice("kind", PaperKind))
    format: str
    sha256: str = Field(index=True)
    size: int
    date_of_completion: str | None = None


class ProblemRow(SQLModel, table=True):
    """What was damaged or doubtful in a document, kept as told when it was read."""

    __tablename__ = "problem"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    source_id: int = Field(foreign_key="source.id")
    place: str
    severity: Severity = Field(sa_column=_choice("severity", Severity))
    message: str


class AssessmentRow(SQLModel, table=True):
    """What a cycle holds of one proposal; there is one for every proposal of its framework."""

    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("cycle_id", "proposal_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(foreign_key="cycle.id")
    proposal_id: int = Field(foreign_key="proposal.id")
    source_id: int | None = Field(default=None, foreign_key="source.id")
    title: str | None = None
    """The official wording as this cycle's paper prints it."""
    previous_printed_id: int | None = Field(default=None, foreign_key="level.id")
    place: str | None = None


class IndicatorRow(SQLModel, table=True):
    """The wording printed under a level."""

    __tablename__ = "indicator"
    __table_args__ = (UniqueConstraint("assessment_id", "level_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    assessment_id: int = Field(foreign_key="assessment.id")
    level_id: int = Field(foreign_key="level.id")
    text: str


class EvidenceRow(SQLModel, table=True):
    """A text that stands beside an assessment."""

    __tablename__ = "evidence"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    assessment_id: int = Field(foreign_key="assessment.id", index=True)
    kind: EvidenceKind = Field(sa_column=_choice("kind", EvidenceKind))
    position: int
    text: str


class DecisionRow(SQLModel, table=True):
    """A dated decision on a rating: who decided, apart from who typed it."""

    __tablename__ = "rating_decision"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    assessment_id: int = Field(foreign_key="assessment.id", index=True)
    act_id: int = Field(foreign_key="act.id")
    kind: Decision = Field(sa_column=_choice("kind", Decision))
    level_id: int | None = Field(default=None, foreign_key="level.id")
    decided_on: date | None = None
    decided_by: str | None = None
    reason: str | None = None
    within: str | None = None
    """What has changed within the level."""
    source_id: int | None = Field(default=None, foreign_key="source.id")


class ActionRow(SQLModel, table=True):
    """An improvement action; what becomes of it stands in its updates."""

    __tablename__ = "action"
    __table_args__ = (
        UniqueConstraint("cycle_id", "code", "number"),
        CheckConstraint("number > 0", name="number"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(foreign_key="cycle.id")
    source_id: int | None = Field(default=None, foreign_key="source.id")
    code: str
    number: int
    text: str
    sub_items: str | None = None
    """A JSON list of texts."""
    delivery: str | None = None
    section: str | None = None
    feature: str | None = None
    """The key feature's code, where it stands under no proposal."""
    further: str | None = None
    """A JSON list of heading and cell, for columns that we have no field for."""
    place: str | None = None


class ActionProposalRow(SQLModel, table=True):
    """A proposal that an action stands under."""

    __tablename__ = "action_proposal"
    __table_args__ = (UniqueConstraint("action_id", "proposal_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    action_id: int = Field(foreign_key="action.id")
    proposal_id: int = Field(foreign_key="proposal.id")
    position: int


class PositionRow(SQLModel, table=True):
    """A printed position: the action that stands there, or the proposal that it refers to."""

    __tablename__ = "position"
    __table_args__ = (
        UniqueConstraint("cycle_id", "code", "number"),
        CheckConstraint("action_id IS NOT NULL OR cross_reference IS NOT NULL", name="target"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(foreign_key="cycle.id")
    code: str
    number: int
    action_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    cross_reference: str | None = None
    text: str | None = None
    """The words of a cross reference as printed."""
    place: str | None = None


class NumberingRow(SQLModel, table=True):
    """The highest number that a partnership ever used under a code: numbers are never reused."""

    __tablename__ = "numbering"
    __table_args__ = (UniqueConstraint("partnership_id", "code"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    partnership_id: int = Field(foreign_key="partnership.id")
    code: str
    last: int


class UpdateRow(SQLModel, table=True):
    """What was said of an action on a day; an empty field says nothing of it."""

    __tablename__ = "action_update"
    __table_args__ = (
        # Few are superseded; without it, taking an action away would look at every update.
        Index(
            None,
            "superseded_by_id",
            sqlite_where=text("superseded_by_id IS NOT NULL"),
            postgresql_where=text("superseded_by_id IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    action_id: int = Field(foreign_key="action.id", index=True)
    act_id: int = Field(foreign_key="act.id")
    source_id: int | None = Field(default=None, foreign_key="source.id")
    happened_on: date
    status: Status | None = Field(default=None, sa_column=_choice("status", Status, nullable=True))
    printed_status: str | None = None
    timescale_text: str | None = None
    timescale_kind: TimescaleKind | None = Field(
        default=None, sa_column=_choice("timescale_kind", TimescaleKind, nullable=True)
    )
    """Empty where the update says nothing of a timescale."""
    timescale_reading: str | None = None
    due: date | None = None
    start: date | None = None
    precision: Precision | None = Field(
        default=None, sa_column=_choice("precision", Precision, nullable=True)
    )
    review: date | None = None
    former: date | None = None
    recurrence: str | None = None
    implied_status: Status | None = Field(
        default=None, sa_column=_choice("implied_status", Status, nullable=True)
    )
    outlook: Outlook | None = Field(
        default=None, sa_column=_choice("outlook", Outlook, nullable=True)
    )
    outlook_reason: str | None = None
    board_text: str | None = None
    note: str | None = None
    said_by: str | None = None
    reason: str | None = None
    superseded_by_id: int | None = Field(default=None, foreign_key="action.id")


class MilestoneRow(SQLModel, table=True):
    """A dated point of the timescale that an update set."""

    __tablename__ = "milestone"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    action_id: int = Field(foreign_key="action.id", index=True)
    update_id: int = Field(foreign_key="action_update.id", index=True)
    position: int
    label: str
    due: date
    done_on: date | None = None


class LinkRow(SQLModel, table=True):
    """An action of an earlier cycle and the action of a later one that goes on with it."""

    __tablename__ = "link"
    __table_args__ = (
        UniqueConstraint("base_action_id", "repeat_action_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    """The later cycle, to which the link belongs."""
    base_action_id: int = Field(foreign_key="action.id")
    repeat_action_id: int = Field(foreign_key="action.id", index=True)
    certainty: int
    """In thousandths."""
    reason: str
    state: LinkState = Field(sa_column=_choice("state", LinkState))


class PostRow(SQLModel, table=True):
    """A post: what papers name instead of people."""

    __tablename__ = "post"
    __table_args__ = (UniqueConstraint("partnership_id", "key"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    partnership_id: int = Field(foreign_key="partnership.id")
    key: str
    """Name and body folded."""
    name: str
    body: str | None = None
    holder: str | None = None
    email: str | None = None


class OwnerRow(SQLModel, table=True):
    """A post that leads an action or contributes to it."""

    __tablename__ = "action_owner"
    __table_args__ = (UniqueConstraint("action_id", "post_id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = Field(sa_column=_cycle())
    action_id: int = Field(foreign_key="action.id")
    post_id: int = Field(foreign_key="post.id", index=True)
    role: OwnerRole = Field(sa_column=_choice("role", OwnerRole))
    position: int


class ActRow(SQLModel, table=True):
    """One write: its number, when, who and why."""

    __tablename__ = "act"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    """The act number: without gaps, in the order of commits."""
    at: datetime = Field(sa_type=Instant)
    who: str
    verb: str
    reason: str | None = None
    undoes: int | None = Field(default=None, foreign_key="act.id")


class ChangeRow(SQLModel, table=True):
    """What an act did to one row."""

    __tablename__ = "change"
    __table_args__ = (
        Index(None, "record_table", "record_id"),
        # To look back is to take back what a cycle went through since: a few thousand of a million.
        Index(None, "cycle_id", "act_id"),
        {"sqlite_with_rowid": False},
    )

    act_id: int = Field(primary_key=True, foreign_key="act.id")
    number: int = Field(primary_key=True)
    """Its place in the act, from 1."""
    table_name: str
    row_id: int
    record_table: str
    """The record that a person thinks of as changed: the action of an update, say."""
    record_id: int
    cycle_id: int | None = None
    """No foreign key: the history of a cycle outlives it."""
    kind: ChangeKind = Field(sa_column=_choice("kind", ChangeKind))
    fields: str = Field(sa_type=Text)
    """A JSON object: of an update, field to old and new value; of an insert or a delete, field to
    the value that came or went, without the empty ones."""
