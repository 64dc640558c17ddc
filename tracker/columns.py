"""The column vocabulary: what the headings of an action plan mean, however they are worded.

Owns one tuple of columns with the wordings under which papers and sheets print them, used by
everything that reads a table or writes one that will be read back. Leaves the words inside cells
to `status_words` and `timescale`, and finding the head row to the readers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Column:
    """One kind of column."""

    key: str
    """A stable name."""
    heading: str
    """How we print it."""
    synonyms: tuple[str, ...] = ()
    """Other whole headings, folded as `fold` does."""
    pattern: str = ""
    """Matched inside a short folded heading when no whole heading fits; earlier columns win."""


COLUMNS = (
    Column("updated", "Last updated", ("date updated", "date of update", "updated on")),
    Column("completed", "Date completed", ("actual completion date", "completed on")),
    Column("start", "Start date", ("start", "commencement date", "from")),
    Column(
        "previous_rating",
        "Previous rating",
        ("previous", "rating before", "baseline", "last rating", "previous level", "last time"),
        r"\b(?:previous|prior|last|baseline|initial|original|earlier) .*\b(?:rating|level|score)\b"
        r"|\b(?:rating|level|score) .*\b(?:before|previous|baseline)\b",
    ),
    Column(
        "rating",
        "Our rating",
        (
            "rating",
            "current rating",
            "rating now",
            "now",
            "assessment",
            "self assessment",
            "self evaluation",
            "score",
            "level",
            "position now",
        ),
        r"\brating\b|^\d{4} score$|^score \d{4}$"
        r"|\bself (?:assessed|evaluated|assessment|evaluation) (?:level|score)\b"
        r"|\bassessed level\b|\b(?:current|agreed) level\b",
    ),
    Column(
        "revised",
        "Revised date",
        ("revised", "new date", "new timescale", "extended to", "extension"),
        r"\b(?:revised|amended|extended|updated|new|re ?baselined) .*"
        r"\b(?:date|timescales?|timeline|deadline|target|due|completion)\b",
    ),
    Column(
        "owners_timescale",
        "Lead and timescale",
        (),
        r"(?=.*\b(?:leads?|owners?|responsible|officer|who|whom)\b)"
        r"(?=.*\b(?:timescales?|dates?|when|deadline|due)\b)",
    ),
    Column("review", "Review date", ("date of review", "next review", "review", "review by")),
    Column(
        "owners",
        "Lead",
        (
            "leads",
            "owner",
            "owners",
            "who",
            "by who",
            "by whom",
            "post holder",
            "person",
            "responsibility",
            "accountability",
            "officer",
            "post",
            "manager",
        ),
        r"\b(?:leads?|owners?|owned by|responsible|responsibility|accountable|assigned|whom"
        r"|action by|lead officers?)\b",
    ),
    Column(
        "contributors",
        "Contributors",
        ("partners", "support", "supported by", "with whom", "key partners", "who else"),
        r"\b(?:contributors?|contributing|supporting|partners? involved|delivery partners?"
        r"|stakeholders)\b",
    ),
    Column(
        "rag",
        "RAG",
        (
            "brag",
            "brag status",
            "rag status",
            "rag rating",
            "brag rating",
            "colour",
            "traffic light",
        ),
        r"\bb?rag\b|\btraffic light\b",
    ),
    Column("outlook", "Outlook", ("confidence", "delivery confidence", "forecast")),
    Column(
        "timescale",
        "Timescale",
        (
            "timescales",
            "when",
            "by when",
            "date",
            "due",
            "target",
            "deadline",
            "timeline",
            "timeframe",
            "by",
            "completion",
            "date for completion",
            "original",
            "end",
            "end date",
            "finish",
            "finish date",
        ),
        r"\b(?:timescales?|time scales?|timelines?|timeframes?|time frames?|deadlines?|due"
        r"|by when|target dates?|completion dates?|delivery dates?|date (?:due|for)|dates?)\b",
    ),
    Column(
        "progress",
        "Progress",
        (
            "update",
            "updates",
            "position",
            "latest position",
            "current position",
            "progress to date",
            "progress update",
            "actions so far",
            "commentary",
            "status update",
            "narrative",
        ),
        r"\b(?:progress(?! measures?)|updates?|latest position|position statement"
        r"|actions? (?:so far|to date|taken)|achieved to date)\b",
    ),
    Column(
        "status",
        "Status",
        ("state", "current status", "stage", "complete", "completed y n", "complete y n"),
        r"\bstatus\b",
    ),
    Column(
        "measure",
        "Measure",
        ("measures", "kpi", "kpis", "success criteria", "measure of success", "milestones"),
        r"\b(?:measures?|measured|kpis?|success|milestones|how will we know)\b",
    ),
    Column(
        "outcome",
        "Outcome",
        ("outcomes", "impact", "benefit", "benefits", "expected outcome", "what difference"),
        r"\b(?:outcomes?|impact|benefits?)\b",
    ),
    Column(
        "evidence",
        "Evidence",
        (
            "evidence notes",
            "evidence our notes",
            "notes",
            "our notes",
            "rationale",
            "where are we now",
            "strengths",
        ),
        r"\b(?:evidence|rationale)\b",
    ),
    Column(
        "delivery",
        "How it will be delivered",
        (
            "comment",
            "comments",
            "delivery",
            "how",
            "approach",
            "method",
            "detail",
            "details",
            "description",
            "comment how we will deliver",
            "steps",
            "key steps",
            "key tasks",
            "tasks",
            "implementation",
        ),
        r"\bhow (?:we|it|this|will)\b|\bcomments?\b|\bdelivery\b|\b(?:proposal|action) detail\b",
    ),
    Column(
        "reference",
        "Reference",
        (
            "ref",
            "ref no",
            "ref number",
            "reference no",
            "reference number",
            "no",
            "number",
            "id",
            "item",
            "item no",
            "code",
            "serial",
        ),
        r"\b(?:ref|reference|action (?:no|number|id))\b",
    ),
    Column(
        "proposal",
        "Proposal",
        (
            "proposals",
            "proposal no",
            "msg",
            "msg ref",
            "msg proposal",
            "msg proposals",
            "proposal indicator",
            "indicator",
            "msg indicator",
            "related proposal",
            "linked proposal",
            "msg recommendation",
            "feature supporting integration",
        ),
        r"\b(?:proposals?|msg)\b",
    ),
    Column(
        "section",
        "Report section",
        ("section", "chapter", "workstream", "work stream", "area", "area for improvement"),
        r"\breport section\b|\bworkstream\b",
    ),
    Column("feature", "Key feature", ("feature", "key features", "theme"), r"\bkey feature\b"),
    Column(
        "action",
        "Improvement action",
        (
            "action",
            "actions",
            "actions required",
            "action required",
            "task",
            "what",
            "what we will do",
            "what will we do",
            "what needs to be done",
            "what do we need to do",
            "recommendation",
            "recommendations",
            "improvement",
            "improvements",
            "next steps",
            "areas for improvement",
            "activity",
            "commitment",
            "improvement plan",
            "objective",
        ),
        r"\b(?:actions?|improvements?|tasks?|recommendations?|what (?:we|will|do))\b",
    ),
)
"""Every column, in the order in which patterns are tried."""

_EXACT = {
    wording: column.key
    for column in COLUMNS
    for wording in (column.heading.casefold(), *column.synonyms)
}
_PATTERNS = tuple((column.key, re.compile(column.pattern)) for column in COLUMNS if column.pattern)
_SHORT = 120
_LONGEST = 9
"""Words in a heading; a longer text is a sentence, not a heading."""


def fold(text: str) -> str:
    """Return a heading in the form in which the vocabulary compares it.

    Case, punctuation and a bracketed plural do not count: `Lead/s`, `Lead(s)` and `LEADS` agree.
    """
    # Short texts come back again and again while a table is read; long ones are not worth keeping.
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    text = re.sub(r"(?<=\w)(?:\(s\)|/s\b|'s\b)", "s", text.casefold().replace("\u2019", "'"))
    return " ".join(re.sub(r"[^\w]|_", " ", text.replace("&", " and ")).split())


_fold_short = lru_cache(maxsize=4096)(_fold)


def find_column(heading: str) -> str | None:
    """Return the key of the column that a heading names, or None.

    Args:
        heading: The heading as printed; words in brackets are passed over when need be.
    """
    for attempt in dict.fromkeys((heading, re.sub(r"\([^)]*\)", " ", heading))):
        folded = fold(attempt)
        if folded in _EXACT:
            return _EXACT[folded]
    if not 0 < len(folded.split()) <= _LONGEST:
        return None
    return next((key for key, pattern in _PATTERNS if pattern.search(folded)), None)
