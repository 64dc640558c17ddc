"""Posts that an action's own words name."""

from __future__ import annotations

import pytest

from tracker.posts import posts_named


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["The Chief Officer will write the plan."], ("Chief Officer",)),
        (["CFO to report; the CO to agree"], ("Chief Finance Officer", "Chief Officer")),
        (["Chief Financial Officer"], ("Chief Finance Officer",)),
        (["support for the Section 95 Officer"], ("Chief Finance Officer",)),
        (["Deputy Chief Officer leads"], ("Deputy Chief Officer",)),
        (["the LA Chief Financial Officer attends"], ()),
        (["NHS CFO and Council CFO"], ()),
        (["Chief Officers meet monthly"], ()),
        (["the COs of three areas"], ()),
        (["co-operate and co-produce"], ()),
        (["Head of Adult Services and the Chief Nurse"], ("Head of Adult Services", "Chief Nurse")),
        (["Director of Finance to confirm"], ("Director of Finance",)),
        (["the Locality Manager and others"], ("Locality Manager",)),
        (["chair of the IJB"], ("IJB Chair",)),
        ([None, "Chief Nurse", None], ("Chief Nurse",)),
        ([], ()),
        (["Chief Officer. Chief Officer."], ("Chief Officer",)),
    ],
)
def test_posts_are_found_in_the_words(texts: list[str | None], expected: tuple[str, ...]) -> None:
    """One post by its usual spellings; a plural names none, a longer title is not cut."""
    assert expected == posts_named(texts)
