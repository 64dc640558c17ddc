"""The revision of the tables that this version of the program writes.

Owns one constant, so that opening a database need not load Alembic to learn that nothing has to
be done. A test holds it equal to the newest revision in `db.migrations`.
"""

from __future__ import annotations

HEAD = "0001"
