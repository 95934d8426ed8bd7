"""A store in a PostgreSQL database, for a workspace that several machines share.

The tables stand in a schema of their own, `runbook`. Writers take one advisory lock for their transaction, so the
journal has one order and no number is left out; readers are never held up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from runbook.store.errors import StoreError
from runbook.store.tables import Row

if TYPE_CHECKING:
    import psycopg

_LOCK = 0x72756E62  # any number that nobody else locks
_CODES = {"53100": "full", "42501": "denied", "25006": "denied", "28": "denied", "3D000": "missing", "08": "no-server"}


class PostgresDatabase:
    """A connection to one database. Raises StoreError wherever it or the network does not allow it."""

    mode = "postgresql"

    def __init__(self, address: str) -> None:
        """Raises StoreError: "no-driver" where psycopg is not installed."""
        try:
            import psycopg
        except ImportError:
            raise StoreError("no-driver") from None
        self._error = psycopg.Error
        self.name = _without_password(address)
        with self._told():
            self._connection: psycopg.Connection[Row] = psycopg.connect(address, autocommit=True)
        self.execute("SET synchronous_commit = on")
        self.execute("SET search_path = runbook")
        self.execute("SET client_min_messages = warning")

    def execute(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        with self._told():
            cursor = self._connection.execute(sql.replace("?", "%s").encode(), values)
            return cursor.fetchall() if cursor.description else []

    def executemany(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        with self._told(), self._connection.cursor() as cursor:
            cursor.executemany(sql.replace("?", "%s").encode(), rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, alone: all of it or nothing."""
        yield from self._transaction("BEGIN", f"SELECT pg_advisory_xact_lock({_LOCK})")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One state of the store for several questions."""
        yield from self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def _transaction(self, *opening: str) -> Iterator[None]:
        try:
            for statement in opening:
                self.execute(statement)
            yield
            self.execute("COMMIT")
        except BaseException:
            with suppress(StoreError):
                self.execute("ROLLBACK")
            raise

    def tables(self) -> set[str]:
        """The names of the tables that are there."""
        rows = self.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'runbook'")
        return {str(name) for (name,) in rows}

    def prepare(self) -> None:
        """Where the tables will stand."""
        self.execute("CREATE SCHEMA IF NOT EXISTS runbook")

    def forbid_changes(self) -> None:
        """Let the journal only grow."""
        self.execute(
            "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'the journal only grows'; END $$"
        )
        self.execute(
            "CREATE TRIGGER journal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse()"
        )

    def damage(self) -> str:
        """The server checks its own pages; what can be asked here is answered by the chain and the tables."""
        return ""

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except self._error as error:
            state = getattr(error, "sqlstate", None) or "08"
            code = next((code for prefix, code in _CODES.items() if state.startswith(prefix)), "failed")
            reason = " ".join(str(error).split())
            raise StoreError(code, path=self.name, reason=reason) from None


def _without_password(address: str) -> str:
    """The address as it may be shown."""
    from urllib.parse import urlsplit

    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"
