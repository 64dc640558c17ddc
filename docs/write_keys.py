"""Write the README's table of keys from the table of commands: `python docs/write_keys.py`."""

from __future__ import annotations

from pathlib import Path

from tui.keys import key_table

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->\n"


def with_keys(text: str) -> str:
    """Return the README with the keys as they are now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n".join(key_table()) + "\n" + END + after


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")
