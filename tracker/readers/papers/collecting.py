"""What stands under a label: lines are collected there and read when it ends.

Owns what the lines of each label become: ratings, evidence, actions, or answers to actions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.kinds import CycleRole
from tracker.readers.document import Cell, Line
from tracker.readers.papers.blocks import extend, flat
from tracker.readers.papers.found import Printed
from tracker.readers.papers.lists import read_items
from tracker.readers.papers.marks import RatingRow
from tracker.readers.papers.owners import split_posts
from tracker.readers.papers.plan_actions import tell_items
from tracker.readers.papers.walk import RATINGS, Walk

if TYPE_CHECKING:
    from tracker.readers.papers.labels import Label


def add(walk: Walk, lines: tuple[Line, ...], place: str) -> None:
    """Put lines under the open label."""
    if not walk.lines:
        walk.lines_place = place
    walk.lines = extend(walk.lines, lines)


def flush(walk: Walk) -> None:
    """Read the lines that stand under the open label."""
    lines, label, place = walk.lines, walk.label, walk.lines_place
    walk.lines = ()
    if not lines or label is None:
        return
    if label.key in RATINGS:
        take_rating(walk, (Cell(lines),), place)
    elif label.key == "evidence" or (label.key == "progress" and not walk.latest):
        _take_evidence(walk, lines, place)
    elif label.key == "action":
        _take_actions(walk, lines, place)
    else:
        _answer_all(walk, label, lines, place)


def take_rating(walk: Walk, cells: tuple[Cell, ...], place: str) -> None:
    """Note a row of marks as the proposal's."""
    label = walk.label
    if label is None or not any(cell.lines or cell.fill for cell in cells):
        return
    role = CycleRole.PREVIOUS if label.key == "previous_rating" else None
    if label.dated:
        walk.found.dated.setdefault(role or CycleRole.CURRENT, label.dated)
    if walk.code is None:
        told = " ".join(cell.text for cell in cells if cell.lines)
        if walk.stray:
            walk.found.tell(place, f'The rating of "{walk.stray}" is not kept: "{told}".')
        return
    notes = walk.found.about(walk.code, walk.table or place)
    notes.levels = notes.levels or walk.levels
    notes.rating_rows.append(RatingRow(cells, place, role))


def _take_evidence(walk: Walk, lines: tuple[Line, ...], place: str) -> None:
    if walk.code:
        notes = walk.found.about(walk.code, place)
        notes.evidence = extend(notes.evidence, lines)
    else:
        message = f'The evidence of "{walk.stray}" is not kept: "{flat(lines)}".'
        walk.found.tell(place, message)


def _take_actions(walk: Walk, lines: tuple[Line, ...], place: str) -> None:
    read = read_items(lines, walk.framework, code=walk.code)
    tell_items(read, place, walk.found)
    for item in read.items:
        walk.latest.append(len(walk.found.actions))
        walk.found.actions.append(
            Printed(
                item.text,
                place,
                (walk.code,) if walk.code else (),
                walk.stray or walk.section,
                item.sub_items,
                item.cross_reference,
            )
        )


def _answer_all(walk: Walk, label: Label, lines: tuple[Line, ...], place: str) -> None:
    """Give a lead, a date or a status printed below actions to each of them."""
    if not walk.latest:
        walk.found.tell(place, f'"{flat(lines)}" stands beside no action and is not read.')
    for index in walk.latest:
        printed = walk.found.actions[index]
        if label.key == "owners":
            printed = replace(printed, owners=(*printed.owners, *split_posts(lines)))
        elif label.key == "contributors":
            printed = replace(printed, contributors=(*printed.contributors, *split_posts(lines)))
        else:
            printed = replace(printed, values=(*printed.values, (label.key, flat(lines))))
        walk.found.actions[index] = printed
