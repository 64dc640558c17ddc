"""Paragraphs outside tables: headings, labels, and proposals that are written without a table.

Owns what a paragraph does to the walk.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.kinds import Severity
from tracker.readers.papers.beginnings import begin_proposal, begin_section, leave, open_label
from tracker.readers.papers.blocks import extend
from tracker.readers.papers.codes import read_feature, read_heading
from tracker.readers.papers.collecting import add, flush
from tracker.readers.papers.labels import INDICATOR, SCALE, Label, read_label
from tracker.readers.papers.levels import levels_named, may_rate, without_names
from tracker.readers.papers.lookahead import heads_proposal
from tracker.readers.papers.walk import RATINGS, TITLE_LONGEST, take_title

if TYPE_CHECKING:
    from tracker.readers.document import Line
    from tracker.readers.papers.blocks import Strip
    from tracker.readers.papers.walk import Walk

_SHORT = 100
_ANSWERING = frozenset(("owners", "contributors", "timescale", "revised", "status", "rag"))
"""Labels that answer for the actions above them."""


def walk_paragraph(walk: Walk, strip: Strip, line: Line) -> None:
    """Take a paragraph."""
    if strip.running:
        walk.running[line.text] += walk.inside
        return
    walk.above = None
    if _lost_columns(walk, strip, line):
        return
    is_title = bool(line.heading) or _looks_like_title(line)
    walk.parted = "title" if is_title or walk.parted == "title" else "text"
    if _begins(walk, line, strip) or _labels(walk, line, strip):
        return
    if walk.wants_title and walk.label is None:
        take_title(walk, line.text)
    elif walk.label and walk.in_paragraphs:
        _under_label(walk, line, strip)
    elif walk.code and is_title:
        leave(walk)
    elif walk.inside:
        walk.loose.append((strip.place, line.text))


def _lost_columns(walk: Walk, strip: Strip, line: Line) -> bool:
    """Tell of a row of level names that came through as one line: its table is lost."""
    named = {level for level, _ in levels_named(line.text, walk.framework)}
    rest = " ".join(without_names(line.text, walk.framework)).split()
    bare = len(rest) <= 2 and all(word.isalpha() for word in rest)
    if len(named) < len(walk.framework.scale) or not bare:
        return False
    if not walk.columns_lost:
        walk.columns_lost = True
        walk.found.tell(
            strip.place,
            "The levels stand in one line here: the columns of the tables are lost in this file, so"
            " ratings and actions cannot be told apart. Import the Word or PDF file of the paper.",
            Severity.ERROR,
        )
    return True


def _begins(walk: Walk, line: Line, strip: Strip) -> bool:
    """Begin a key feature or a proposal; a bare number only where one's own rows follow it."""
    if read_feature(line.text, walk.framework):
        begin_section(walk, line.text, keep_table=False)
        return True
    heading = read_heading(line.text, walk.framework)
    if heading is None or len(heading.title) > TITLE_LONGEST:
        return False
    if heading.named:
        begin_proposal(walk, heading, strip)
        return True
    is_title = bool(line.heading) or line.bold
    if heading.known and line.level is None and heads_proposal(walk, is_title=is_title):
        begin_proposal(walk, heading, strip)
        return True
    return False


def _labels(walk: Walk, line: Line, strip: Strip) -> bool:
    """Open the label that a paragraph is, with what stands behind its colon."""
    label = read_label(line.text, alone=True) if line.level is None else None
    if label is None or label.key in {SCALE, INDICATOR} or not walk.inside:
        return False
    open_label(walk, label, strip, in_paragraphs=True)
    if label.rest:
        add(walk, (replace(line, text=label.rest, bold=False),), strip.place)
    return True


def _under_label(walk: Walk, line: Line, strip: Strip) -> None:
    """Take a paragraph under a label; a heading or what cannot belong to it ends the label."""
    rating = walk.label is not None and walk.label.key in RATINGS
    rated = rating and (bool(walk.lines) or not may_rate(line.text, walk.framework))
    listed = any(held.level is not None for held in walk.lines)
    if walk.label is not None and _next_action(walk, line):
        open_label(walk, Label("action"), strip, in_paragraphs=True)
    if line.heading:
        leave(walk)
    elif rated:
        flush(walk)
        walk.loose.append((strip.place, line.text))
    elif listed and line.level is None and not line.text.endswith(":"):
        if line.text[:1].islower():
            walk.lines = extend(walk.lines, (line,))
        else:
            flush(walk)
            walk.loose.append((strip.place, line.text))
    else:
        add(walk, (line,), strip.place)


def _next_action(walk: Walk, line: Line) -> bool:
    """Tell whether an item goes on with the list of actions, below the answers to the last one."""
    answers = walk.label is not None and walk.label.key in _ANSWERING
    unlisted = bool(walk.lines) and all(held.level is None for held in walk.lines)
    return answers and bool(walk.latest) and line.level is not None and unlisted


def _looks_like_title(line: Line) -> bool:
    text = line.text
    ends = text.endswith((".", ";", ","))
    return (line.bold or text.isupper()) and len(text) < _SHORT and not ends
