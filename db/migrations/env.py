"""Runs the revisions on the connection that `db.upgrading` hands over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import context

from tracker.models import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Connection

connection: Connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
