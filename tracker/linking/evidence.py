"""How sure the likeness of two wordings makes us that they are one action.

Owns the few measures by which pairs, and one action with its parts, are judged, and the certainty
that follows. The coefficients are log odds, near what logistic regression gives on invented pairs
of cycles; `benchmarks/matching.py` fits them again, and measures them on pairs left out.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple


class Measures(NamedTuple):
    """What is measured of a pair; 0 where nothing speaks for or against it."""

    likeness: float
    """Share of the weight of both wordings that is in both."""
    cover: float
    """Share of the lighter wording that the other holds: high where one is cut short."""
    frame: float
    """The same words in the same order around what differs: a template filled in anew."""
    shortfall: float
    """How much less alike they are than a partner that either would rather have; 0 or less."""
    proposal: float
    """1 where they stand under the same proposal, a half where either stands under none."""
    dates: float
    """1 where the date that one of them calls former is the other's."""
    delivery: float
    """Likeness of how they are to be delivered."""


class Joint(NamedTuple):
    """What is measured of one action and several that may be its parts."""

    likeness: float
    """Of the one and all its parts together."""
    added: float
    """The least share that is the one's of all that only one part has."""
    shortfall: float
    """How much less like the one its parts are than like others, added up; 0 or less."""


PAIR = Measures(6.2, 3.3, -5.2, 5.1, 1.6, 1.5, 0.4)
PAIR_INTERCEPT = -4.6
JOINT = Joint(4.0, 9.0, 5.5)
JOINT_INTERCEPT = -6.8
WORD_FOR_WORD = 7.0
"""Log odds of a pair that agrees word for word."""
TWICE_THE_SAME = 1.0
"""Log odds that a wording which stood twice, and stands once, is both."""


def weigh_pair(measures: Measures) -> float:
    """Return the log odds that two wordings are one action."""
    return PAIR_INTERCEPT + sum(c * m for c, m in zip(PAIR, measures, strict=True))


def weigh_joint(measures: Joint) -> float:
    """Return the log odds that one action is several together."""
    return JOINT_INTERCEPT + sum(c * m for c, m in zip(JOINT, measures, strict=True))


def certainty(odds: float) -> float:
    """Return log odds as a probability, to the thousandth; nothing that is suggested is sure."""
    return min(0.999, round(1 / (1 + exp(-odds)), 3))
