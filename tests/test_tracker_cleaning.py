"""What never gets into a text, whatever it comes from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cleaning import clean, clean_line


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("plain", "plain"),
        ("a\x00b\x07c\x7f", "abc"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]8;;http://example.org\x07link\x1b]8;;\x1b\\", "link"),
        ("\x9b1mbold", "bold"),
        ("\x1bPsecret\x1b\\shown", "shown"),
        ("half\ud800", "half"),
        ("31\u00a0March\u20092022", "31 March 2022"),
        ("one\r\ntwo\rthree\u2028four\x0bfive", "one\ntwo\nthree\nfour\nfive"),
        ("over\u202edue", "overdue"),
        ("zero\u200bwidth\ufeff so\u00adft", "zerowidth soft"),
        ("cafe\u0301", "café"),
        ("of\ufb01ce", "office"),
        ("✔\ufe0f", "✔"),
        ("שלום", "שלום"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_clean_takes_out_only_what_is_no_text(dirty: str, cleaned: str) -> None:
    """Control, escape and invisible characters go; letters, breaks and tabs stay."""
    assert cleaned == clean(dirty)


def test_clean_line_folds_white_space() -> None:
    """A line has single spaces and none at its ends."""
    assert "one two three" == clean_line(" one \t two\nthree ")


@given(st.text())
def test_clean_text_is_clean(text: str) -> None:
    """Nothing is left that a terminal or database could trip over, and cleaning again is idle."""
    cleaned = clean(text)
    kinds = {unicodedata.category(character) for character in cleaned} - {"Cf", "Co", "Cn"}
    assert not kinds & {"Cs", "Zl", "Zp"}
    assert not {c for c in cleaned if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
    assert cleaned == clean(cleaned)
