"""Databases and papers made for tests: both engines, invented wording."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from db import queries
from db.address import Address, read_address
from db.engine import open_engine
from db.reader import open_reader
from db.revision import HEAD
from db.session import transaction
from db.writing.papers import StoredPaper, store_paper
from tests.plans import FRAMEWORK
from tracker.drafts import ActionDraft, CycleDraft, PaperDraft, ProposalDraft
from tracker.kinds import CycleRole, PaperKind
from tracker.models import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from db.session import ActSession
    from tracker.plan import PlanView

MOMENT = datetime(2022, 1, 3, 9, 30, tzinfo=UTC)
AS_AT = date(2021, 4, 30)
SERVER = "TRACKER_TEST_POSTGRES"


@contextmanager
def server_address() -> Iterator[Address]:
    """Yield a schema of its own on the test server, and drop it afterwards."""
    import psycopg

    told = os.environ.get(SERVER)
    if not told:
        pytest.skip(f"PostgreSQL: {SERVER} is not set")
    schema = f"test_{uuid4().hex}"
    server = read_address(told).target
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        try:
            yield read_address(f"{server}?options=-csearch_path%3D{schema}")
        finally:
            connection.execute(f"DROP SCHEMA {schema} CASCADE")


def make_empty(address: Address) -> None:
    """Take every row out of a schema and count from 1 again.

    Making a schema anew takes PostgreSQL much longer, so that is done only after a test that has
    changed its form.
    """
    import psycopg

    tables = [table for table in METADATA.sorted_tables if table.name != "store_info"]
    numbered = [table.name for table in tables if table.dialect_options["sqlite"]["autoincrement"]]
    columns = 1 + sum(len(table.columns) for table in METADATA.sorted_tables)
    with psycopg.connect(address.target, autocommit=True) as connection:
        form = connection.execute(
            "SELECT (SELECT version_num FROM alembic_version), count(*), current_schema()"
            " FROM information_schema.columns WHERE table_schema = current_schema()"
        ).fetchone()
        if form is None or form[:2] != (HEAD, columns):
            schema = form[2] if form else ""
            connection.execute(f"DROP SCHEMA {schema} CASCADE; CREATE SCHEMA {schema}")
            open_engine(address).dispose()
            return
        deletes = (f'DELETE FROM "{table.name}"' for table in reversed(tables))  # noqa: S608  # ours
        resets = (f"SELECT setval('{name}_id_seq', 1, false)" for name in numbered)
        connection.execute("; ".join((*deletes, *resets)))


@contextmanager
def writing(engine: Engine, verb: str = "test", who: str = "Sandy") -> Iterator[ActSession]:
    """Write one act at the moment of all tests."""
    with transaction(engine, verb=verb, who=who, at=MOMENT) as session:
        yield session


def drafted(ref: str, text: str = "", **more: object) -> ActionDraft:
    """Return an action as a paper might print it."""
    made = ActionDraft(ref=ref, text=text or f"Agree who leads {ref}", place=f"table 1, {ref}")
    return replace(made, **more)  # type: ignore[arg-type]  # the tests name the fields they mean


def proposal(code: str, *actions: ActionDraft, **more: object) -> ProposalDraft:
    """Return a proposal as a paper might print it."""
    made = ProposalDraft(code=code, place=f"table {code}", actions=actions)
    return replace(made, **more)  # type: ignore[arg-type]  # the tests name the fields they mean


def paper(
    *proposals: ProposalDraft, sha256: str = "", previous: str | None = None, **more: object
) -> PaperDraft:
    """Return a paper of an invented partnership."""
    cycles = [CycleDraft("2021", AS_AT, CycleRole.CURRENT)]
    if previous is not None:
        cycles.insert(0, CycleDraft(previous, None, CycleRole.PREVIOUS))
    made = PaperDraft(
        document="strathmore.docx",
        kind=PaperKind.IMPROVEMENT_PLAN,
        sha256=sha256,
        partnership="Strathmore",
        cycles=tuple(cycles),
        proposals=proposals,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # the tests name the fields they mean


def stored(
    engine: Engine,
    draft: PaperDraft,
    *,
    label: str = "2021",
    as_at: date = AS_AT,
    partnership: str = "Strathmore",
    again: bool = False,
) -> StoredPaper:
    """Store a paper as one act."""
    with writing(engine, f"import {draft.document}") as session:
        return store_paper(
            session=session,
            paper=draft,
            framework=FRAMEWORK,
            partnership=partnership,
            label=label,
            as_at=as_at,
            again=again,
        )


def loaded(
    address: Address,
    *,
    label: str = "2021",
    as_at: date = date(2022, 1, 31),
    partnership: str = "Strathmore",
) -> PlanView:
    """Read a plan as it stood on a day."""
    with open_reader(address) as reader:
        held = queries.find_partnership(reader, partnership)
        cycle = queries.find_cycle(reader, held.id, label)
        return queries.load_plan(reader, cycle.id, as_at=as_at)
