"""What a reader or a form proposes: plain values, not yet stored.

Owns the draft of a paper and the problems found in it. Storing a draft is `db.writing`; telling
it as JSON is here, because scripts rely on its keys.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.kinds import CycleRole, Outlook, PaperKind, Scope, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.timescale import Timescale


@dataclass(frozen=True, slots=True)
class Problem:
    """Something damaged or doubtful in a paper, kept and told with its place."""

    place: str
    severity: Severity
    message: str
    about: str = ""
    """What saying it anew mends the problem, where that is certain: `rating 1.1` or `status`."""

    def as_json(self) -> dict[str, str]:
        """Return the problem under the keys that scripts read."""
        return {"place": self.place, "severity": str(self.severity), "message": self.message}


def status_from(timescale: Timescale | None) -> Status:
    """Return the status of an action whose paper prints none: what its timescale implies."""
    implied = timescale.status if timescale else None
    return implied or Status.NOT_REPORTED


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """One improvement action as printed, at its first position."""

    ref: str
    """Its first printed position, `CODE/N`."""
    text: str
    place: str = ""
    sub_items: tuple[str, ...] = ()
    delivery: str | None = None
    """Comment, or how it will be delivered."""
    timescale: Timescale | None = None
    """None where the paper has no timescale for it at all."""
    status: Status = Status.NOT_REPORTED
    printed_status: str | None = None
    """The status cell as printed, where it is not one of our words."""
    outlook: Outlook = Outlook.NOT_STATED
    progress: str | None = None
    """What the paper says has been done so far."""
    owners: tuple[str, ...] = ()
    """Leads first, as printed."""
    contributors: tuple[str, ...] = ()
    cross_reference: str | None = None
    """The proposal whose actions are meant, for `As per 3.4`."""
    also_under: tuple[str, ...] = ()
    """Codes of further proposals under which the same action is printed."""
    aliases: tuple[str, ...] = ()
    """Its further printed positions, `CODE/N`."""
    further: tuple[tuple[str, str], ...] = ()
    """Columns we have no field for: heading and cell as printed."""
    corrected: tuple[str, ...] = ()
    """What a person corrected before it was stored, so that nobody thinks the paper says it."""

    def as_json(self) -> dict[str, object]:
        """Return the action under the keys that scripts read."""
        return {
            "ref": self.ref,
            "text": self.text,
            "sub_items": list(self.sub_items),
            "delivery": self.delivery,
            "timescale": self.timescale.as_json() if self.timescale else None,
            "status": str(self.status),
            "printed_status": self.printed_status,
            "outlook": str(self.outlook),
            "progress": self.progress,
            "owners": list(self.owners),
            "contributors": list(self.contributors),
            "cross_reference": self.cross_reference,
            "also_under": list(self.also_under),
            "aliases": list(self.aliases),
            "further": dict(self.further),
            "place": self.place,
        }


@dataclass(frozen=True, slots=True)
class NationalDetail:
    """What the national delivery plan prints for a proposal besides its actions."""

    outcome: str | None = None
    timescale: str | None = None
    leads: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    key_contributors: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    """Actions so far, as printed."""
    progress_measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalDraft:
    """One proposal as a paper prints it."""

    code: str
    title: str = ""
    """The official wording, as printed."""
    scope: Scope = Scope.LOCAL
    rating: str | None = None
    """The level's name in the framework's scale, lower case."""
    previous_rating: str | None = None
    indicators: Mapping[str, str] = field(default_factory=dict)
    """Level name to the wording printed under it."""
    evidence: tuple[str, ...] = ()
    place: str = ""
    actions: tuple[ActionDraft, ...] = ()
    national: NationalDetail | None = None

    def as_json(self) -> dict[str, object]:
        """Return the proposal under the keys that scripts read."""
        told: dict[str, object] = {
            "code": self.code,
            "title": self.title,
            "scope": str(self.scope),
            "rating": self.rating,
            "previous_rating": self.previous_rating,
            "indicators": dict(self.indicators),
            "evidence": list(self.evidence),
            "place": self.place,
            "actions": [action.as_json() for action in self.actions],
        }
        if self.national is not None:
            detail = self.national
            told |= {
                "outcome": detail.outcome,
                "timescale": detail.timescale,
                "leads": list(detail.leads),
                "officials": list(detail.officials),
                "key_contributors": list(detail.key_contributors),
                "detail": list(detail.detail),
                "notes": list(detail.notes),
                "actions": list(detail.actions),
                "progress_measures": list(detail.progress_measures),
            }
        return told


_SHARED = (
    "text",
    "place",
    "timescale",
    "status",
    "printed_status",
    "owners",
    "sub_items",
    "delivery",
    "outlook",
    "progress",
    "contributors",
    "further",
    "corrected",
)
"""What a recommendation says as an action does."""


@dataclass(frozen=True, slots=True)
class RecommendationDraft:
    """A recommendation printed under a report section instead of a proposal."""

    ref: str
    """`R/N`."""
    section: str
    text: str
    place: str = ""
    feature: str | None = None
    """The key feature that the section names, by its code."""
    timescale: Timescale | None = None
    status: Status = Status.NOT_REPORTED
    printed_status: str | None = None
    owners: tuple[str, ...] = ()
    sub_items: tuple[str, ...] = ()
    delivery: str | None = None
    outlook: Outlook = Outlook.NOT_STATED
    progress: str | None = None
    contributors: tuple[str, ...] = ()
    further: tuple[tuple[str, str], ...] = ()
    """Columns we have no field for: heading and cell as printed."""
    corrected: tuple[str, ...] = ()
    """What a person corrected before it was stored."""

    def as_action(self) -> ActionDraft:
        """Return the recommendation as the action that it is, without its section."""
        return ActionDraft(ref=self.ref, **{name: getattr(self, name) for name in _SHARED})

    @classmethod
    def from_action(
        cls, action: ActionDraft, *, section: str, feature: str | None
    ) -> RecommendationDraft:
        """Return an action as one that stands under no proposal.

        Args:
            action: The action.
            section: The heading of the report under which it is printed.
            feature: The key feature that the section names, by its code.
        """
        shared = {name: getattr(action, name) for name in _SHARED}
        return cls(ref=action.ref, section=section, feature=feature, **shared)

    def as_json(self) -> dict[str, object]:
        """Return the recommendation under the keys that scripts read."""
        return {
            "ref": self.ref,
            "section": self.section,
            "key_feature": self.feature,
            "text": self.text,
            "timescale": self.timescale.as_json() if self.timescale else None,
            "status": str(self.status),
            "printed_status": self.printed_status,
            "owners": list(self.owners),
            "sub_items": list(self.sub_items),
            "delivery": self.delivery,
            "outlook": str(self.outlook),
            "progress": self.progress,
            "contributors": list(self.contributors),
            "further": dict(self.further),
            "place": self.place,
        }


@dataclass(frozen=True, slots=True)
class CycleDraft:
    """A round of self-evaluation that a paper speaks of."""

    label: str
    as_at: date | None
    role: CycleRole

    def as_json(self) -> dict[str, object]:
        """Return the cycle under the keys that scripts read."""
        as_at = self.as_at.isoformat() if self.as_at else None
        return {"label": self.label, "as_at": as_at, "role": str(self.role)}


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A whole paper, read and not yet stored."""

    document: str
    kind: PaperKind
    sha256: str = ""
    partnership: str | None = None
    contact: str | None = None
    date_of_completion: str | None = None
    """As printed."""
    cycles: tuple[CycleDraft, ...] = ()
    """The previous round first, where the paper prints one."""
    proposals: tuple[ProposalDraft, ...] = ()
    recommendations: tuple[RecommendationDraft, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def current(self) -> CycleDraft | None:
        """The round whose ratings and actions the paper gives."""
        return next((c for c in self.cycles if c.role is CycleRole.CURRENT), None)

    @property
    def previous(self) -> CycleDraft | None:
        """The round whose ratings are printed as previous ones."""
        return next((c for c in self.cycles if c.role is CycleRole.PREVIOUS), None)

    @property
    def actions(self) -> tuple[ActionDraft, ...]:
        """Every action, once."""
        return tuple(action for proposal in self.proposals for action in proposal.actions)

    def as_json(self) -> dict[str, object]:
        """Return the paper under the keys that scripts read."""
        return {
            "document": self.document,
            "kind": str(self.kind),
            "partnership": self.partnership,
            "contact": self.contact,
            "date_of_completion": self.date_of_completion,
            "cycles": [cycle.as_json() for cycle in self.cycles],
            "proposals": [proposal.as_json() for proposal in self.proposals],
            "recommendations": [item.as_json() for item in self.recommendations],
            "problems": [problem.as_json() for problem in self.problems],
        }
