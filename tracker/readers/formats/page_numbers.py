"""How papers number their pages, in running heads and feet.

Owns the patterns. Which lines are heads and feet is each format's own: text has lines and gaps, PDF
has places.
"""

from __future__ import annotations

import re

NUMBERED = re.compile(r"\bpage\s*:?\s*\d+(?:\s*(?:of|/)\s*\d+)?|\b\d+\s*\|\s*page\b", re.IGNORECASE)
"""A number that is said to be of a page, such as `Page 3 of 12`."""
BARE = re.compile(r"\W*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*")
"""A line that holds nothing but a number."""
LAST = re.compile(r"(?<![\d.,])\d{1,4}$")
"""A number at the end of a foot."""
