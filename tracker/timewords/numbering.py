"""Numbers that belong to the word before them: `Phase 2`, `Section 21`.

Owns telling them from days of the month. `Phase 1 June 2021` may be a day or a month; only where
the numbers of one word follow each other, as in `Phase 1 June 2021, Phase 2 March 2022`, is it
certain that they are no days.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker import periods
from tracker.timewords.lexicon import NUMBERED, REFERENCES, Word
from tracker.timewords.tokens import Token, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_BARE_DAY = re.compile(r"(\d\d?)(?: of)?[ -]?(?!st\b|nd\b|rd\b|th\b)[a-z]{3}")
_COUNTED = NUMBERED | REFERENCES
_JOINTS = frozenset({Word.AND, Word.COMMA, Word.DASH, Word.SLASH, Word.TO})


class _Claim(NamedTuple):
    """A number to which the word before it may lay claim."""

    label: str
    number: int
    figures: str


def tell_numbers(tokens: list[Token], low: str) -> list[Token]:
    """Tell numbers that belong to the word before them from days.

    Args:
        tokens: The words of the timescale.
        low: The text in lower case that they were found in.
    """
    claims = _claims(tokens, low)
    if not claims:
        return tokens
    counted = len(claims) > 1 and _follow(list(claims.values()))
    made: list[Token] = []
    for index, token in enumerate(tokens):
        claim = claims.get(index)
        if claim is None:
            made.append(token)
        elif token.word is Word.NUMBER:
            made.append(_number(token, claim, low))
        elif counted and token.word is Word.DATE:
            made.extend(_split(token, claim, low))
        else:
            reason = f"“{claim.figures}” may be a day or belong to the word “{claim.label}”"
            made.append(fault(reason, token, token))
    return made


def _claims(tokens: list[Token], low: str) -> dict[int, _Claim]:
    found: dict[int, _Claim] = {}
    for index, token in enumerate(tokens):
        if token.numbers:
            label = _label(tokens, index, found)
            claim = label and _claim(token, label, low)
            if claim:
                found[index] = claim
    return found


def _label(tokens: list[Token], index: int, found: dict[int, _Claim]) -> str:
    """Return the word that may lay claim to a number, directly or through the number before it."""
    if index > 1 and tokens[index - 1].word in _JOINTS and index - 2 in found:
        return found[index - 2].label
    before = tokens[index - 1].text if index else ""
    word = before.rsplit(" ", 1)[-1].removesuffix("s")
    return word if word in _COUNTED else ""


def _claim(token: Token, label: str, low: str) -> _Claim | None:
    figures = low[token.start : token.end]
    if token.word is not Word.NUMBER:
        bare = _BARE_DAY.match(figures)
        if bare is None or (len(bare[1]) > 1 and label not in REFERENCES):
            return None
        figures = bare[1]
    return _Claim(label, int(figures.rstrip("stndrh")), figures)


def _follow(claims: list[_Claim]) -> bool:
    return all(
        one.label == two.label and two.number == one.number + 1 for one, two in pairwise(claims)
    )


def _number(token: Token, claim: _Claim, low: str) -> Token:
    """Return a number with the word before it as one name."""
    start = max(0, low.rfind(claim.label, 0, token.start))
    return Token(Word.UNKNOWN, start, token.start + len(claim.figures), claim.figures)


def _split(token: Token, claim: _Claim, low: str) -> Iterator[Token]:
    """Return a number and the month after it as the two that they are."""
    year, month = token.numbers
    middle = token.start + len(claim.figures)
    yield _number(token, claim, low)
    period = periods.month_of(year, month)
    yield token._replace(start=middle + 1, period=period, numbers=(year,))
