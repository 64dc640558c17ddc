"""Papers that make no sense: reading them never breaks, and nothing is invented."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.papers import FRAMEWORK, LEVELS, document, folded, paragraph, read, table
from tracker.errors import Unreadable
from tracker.readers.document import Cell, Document, Line

if TYPE_CHECKING:
    from tracker.drafts import PaperDraft

WORDS = (
    "", "", "", "Proposal 1.1", "Proposal 1.1 Leaders learn", "1.2", "2(iv)", "Proposal 9.9 Odd",
    "Indicator 4.2", "Key Feature 3", "Our Rating", "Rating", "Previous rating", "Indicator",
    "Evidence / Notes", "Proposed improvement actions", "Action", "Improvement action", "Lead",
    "Timescale", "Status", "RAG", "Proposal", "Ref", "Report Section", "Established",
    "Partly established", *LEVELS, "x", "\u2713", "Y", "G", "Y/G", "Y = previous rating",
    "G = rating as at April 2021", "June 2022", "In place", "All in place", "Complete", "Odd",
    "Run a course", "and the rest of it", "As per 3.4", "None", "1.1 Buy books", "CO / CFO",
    "Strathmore IJB", "DRAFT", "24 May 2019",
)  # fmt: skip
"""Every kind of text that means something somewhere, and some that mean nothing."""

LINES = st.builds(
    Line,
    st.sampled_from([word for word in WORDS if word]),
    st.sampled_from([None, None, 0, 1]),
    bold=st.booleans(),
)
CELLS = st.builds(
    Cell,
    st.lists(LINES, max_size=2).map(tuple),
    span=st.sampled_from([1, 1, 1, 2, 5]),
    fill=st.sampled_from([None, None, "FFFF00", "00B050"]),
    continues=st.sampled_from([False, False, False, True]),
)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8).map(
    lambda rows: table(*rows)
)
PARAGRAPHS = st.builds(
    paragraph,
    st.sampled_from([word for word in WORDS if word]),
    heading=st.sampled_from([None, None, 1]),
)
DOCUMENTS = st.lists(st.one_of(TABLES, TABLES, PARAGRAPHS), max_size=6).map(
    lambda blocks: document(*blocks)
)


def drafted(paper: Document) -> PaperDraft | None:
    """Read a paper, or say that it holds nothing."""
    try:
        return read(paper, as_at=date(2021, 9, 30))
    except Unreadable:
        return None


def printed(paper: Document) -> str:
    """Return every text of a document, folded, as one."""
    texts = [block.text for block in paper.blocks if not hasattr(block, "rows")]
    texts += [c.text for t in paper.tables for row in t.rows for c in row.cells]
    return folded(" ".join(texts))


@given(DOCUMENTS)
def test_no_paper_breaks_the_reading(paper: Document) -> None:
    """Any blocks in any order give a draft that holds together, or are refused; always the same."""
    draft = drafted(paper)
    assert draft == drafted(paper)
    if draft is None:
        return
    draft.as_json()
    order = [proposal.code for proposal in FRAMEWORK.proposals]
    codes = [proposal.code for proposal in draft.proposals]
    assert sorted(codes, key=order.index) == codes
    refs = [ref for action in draft.actions for ref in (action.ref, *action.aliases)]
    assert len(set(refs)) == len(refs)
    assert all(ref.split("/")[0] in order for ref in refs)
    assert all(proposal.rating in {None, *FRAMEWORK.ranks} for proposal in draft.proposals)
    assert all(problem.place and problem.message for problem in draft.problems)


@given(DOCUMENTS)
def test_no_word_is_invented(paper: Document) -> None:
    """Every word of an action, a part or a piece of evidence is printed in the paper."""
    draft = drafted(paper)
    if draft is None:
        return
    words = set(printed(paper).split())
    read_words = {
        word
        for proposal in draft.proposals
        for text in (
            *proposal.evidence,
            *(a.text for a in proposal.actions),
            *(s for a in proposal.actions for s in a.sub_items),
        )
        for word in folded(text).split()
    }
    assert read_words <= words
