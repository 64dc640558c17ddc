"""The one way from a document to the draft of a paper.

Owns the door and what every kind of paper is told of alike; the recognisers stand in
`tracker.readers.papers` and are loaded when a paper is read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.doubts import doubts

if TYPE_CHECKING:
    from datetime import date

    from tracker.drafts import PaperDraft
    from tracker.framework import Framework
    from tracker.readers.document import Document


def read_paper(
    document: Document, *, framework: Framework, as_at: date | None = None
) -> PaperDraft:
    """Read a document as the kind of paper that it is.

    Args:
        document: The paper, from any format.
        framework: What its codes and levels mean.
        as_at: The day it speaks of, when a person gives it; else the paper's own.

    Raises:
        Unreadable: It holds no proposals and no actions; the hint says what was looked for.
    """
    from tracker.readers.papers.recognise import recognise

    paper = recognise(document, framework=framework, as_at=as_at)
    return replace(paper, problems=(*paper.problems, *doubts(paper)))
