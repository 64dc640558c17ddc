"""The closed sets of the model, as plain text values.

Owns the words that never vary between frameworks: statuses, outlooks, kinds of timescale and of
decision. Rating levels are not here: a scale is data and belongs to its framework.
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where an improvement action stands."""

    NOT_REPORTED = "not reported"
    """The paper prints no status; nothing is assumed."""
    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    ONGOING = "ongoing"
    """No end by design."""
    ON_HOLD = "on hold"
    COMPLETE = "complete"
    IN_PLACE = "in place"
    """A standing arrangement: neither overdue nor counted as complete; its reviews are watched."""
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"

    @property
    def is_live(self) -> bool:
        """Tell whether an action with this status still has something to be done."""
        return self in LIVE


LIVE = frozenset(
    {
        Status.NOT_REPORTED,
        Status.NOT_STARTED,
        Status.IN_PROGRESS,
        Status.ONGOING,
        Status.ON_HOLD,
    }
)
CLOSED = frozenset(Status) - LIVE


class Outlook(StrEnum):
    """What a person expects of a live action; never computed."""

    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF_TRACK = "off track"
    NOT_STATED = "not stated"


class Scope(StrEnum):
    """Who answers for a proposal."""

    LOCAL = "local"
    NATIONAL = "national"
    """Never rated locally."""


class PartnershipKind(StrEnum):
    """Whether a partnership is an Integration Authority or the national group."""

    LOCAL = "local"
    NATIONAL = "national"


class CycleState(StrEnum):
    """The life of one round of self-evaluation."""

    DRAFTING = "drafting"
    SUBMITTED = "submitted"
    """Sent in as a draft, still open to amendment."""
    AGREED = "agreed"
    CLOSED = "closed"

    @property
    def is_draft(self) -> bool:
        """Tell whether the round is still being prepared: nobody has agreed it yet."""
        return self in {CycleState.DRAFTING, CycleState.SUBMITTED}


class StepKind(StrEnum):
    """A step in the life of a cycle."""

    OPENED = "opened"
    SUBMITTED = "submitted"
    AGREED = "agreed"
    REOPENED = "reopened"


class Decision(StrEnum):
    """How a rating came to be what it is."""

    CARRIED = "carried"
    CONFIRMED = "confirmed"
    RAISED = "raised"
    LOWERED = "lowered"
    RATED = "rated"
    NOT_RATED = "not rated"


class OwnerRole(StrEnum):
    """What a post does for an action."""

    LEAD = "lead"
    CONTRIBUTOR = "contributor"


class TimescaleKind(StrEnum):
    """What sort of answer a timescale is."""

    DATE = "date"
    RELATIVE = "relative"
    RECURRING = "recurring"
    STARTS_FROM = "starts-from"
    REVIEW = "review"
    ONGOING = "ongoing"
    IN_PLACE = "in-place"
    TO_BE_AGREED = "to-be-agreed"
    NONE = "none"
    UNCLEAR = "unclear"


class Precision(StrEnum):
    """How exact the printed words are; the date kept is the end of the stated period."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    FINANCIAL_YEAR = "financial-year"
    YEAR = "year"


class PointKind(StrEnum):
    """What falls due on a date."""

    ACTION = "action"
    MILESTONE = "milestone"
    REVIEW = "review"


class Fate(StrEnum):
    """What became of actions from one cycle to the next, in the order in which it is asked."""

    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    """To another proposal."""
    REWORDED = "reworded"
    CARRIED = "carried"
    """Word for word."""
    NOT_CARRIED = "not carried"
    NEW = "new"


class LinkState(StrEnum):
    """What a person said of a link; nothing yet while it is suggested."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


class Outcome(StrEnum):
    """What became of what an action was to achieve, beside its fate."""

    COMPLETE = "complete"
    IN_PLACE = "in place"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    OPEN = "open"
    NOT_KNOWN = "not known"


OUTCOMES = {status: Outcome(status.value) for status in Status if status in CLOSED}
"""What became of an action that is closed; one that is live is open."""


class PaperKind(StrEnum):
    """The kinds of paper that can be read."""

    SELF_EVALUATION = "self-evaluation"
    IMPROVEMENT_PLAN = "improvement-plan"
    DELIVERY_PLAN = "delivery-plan"


class CycleRole(StrEnum):
    """Which of a paper's two rounds a cycle is."""

    PREVIOUS = "previous"
    CURRENT = "current"


class Severity(StrEnum):
    """How much a problem in a paper matters."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class EvidenceKind(StrEnum):
    """What a text that stands beside an assessment is."""

    EVIDENCE = "evidence"
    OUTCOME = "outcome"
    OFFICIAL = "official"
    DETAIL = "detail"
    NOTE = "note"
    MEASURE = "progress measure"


class ChangeKind(StrEnum):
    """What an act did to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Match(StrEnum):
    """How an action of outside data meets the cycle that is held."""

    SAME = "same"
    REWORDED = "reworded"
    """Its wording differs, and perhaps more."""
    CHANGED = "changed"
    """Its wording is held, something else differs."""
    NEW = "new"
    GONE = "gone"
    """Held, and not in the data."""


class Taken(StrEnum):
    """What becomes of a value that outside data has and the cycle has not."""

    YES = "taken"
    OVERTAKEN = "overtaken"
    """Recorded for the day of the data; what was said later stays in force."""
    NO = "kept"
    """Not recorded: a person wrote here by hand what is held."""
