"""A store in a PostgreSQL database, for a workspace that several machines share.

The tables stand in a schema of their own, `runbook`. Writers take one advisory lock for their transaction, so the
journal has one order and no number is left out; readers are never held up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from runbook.store.errors import StoreError
from runbook.store.tables import SCHEMA, Row

if TYPE_CHECKING:
    import psycopg

PATIENCE = 60  # seconds to wait for others that write
_LOCK = 0x72756E62  # any number that nobody else locks
# Values of https://www.postgresql.org/docs/current/errcodes-appendix.html, or how they begin.
_CODES = {
    "08": "no-server",
    "22": "unwritable",
    "25006": "denied",
    "28": "denied",
    "40": "busy",
    "42501": "denied",
    "53100": "full",
    "53": "busy",
    "55P03": "busy",
    "57P": "no-server",
}
_TRIGGER = (
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'the journal only grows'; END $$",
    "CREATE TRIGGER journal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal"
    " FOR EACH STATEMENT EXECUTE FUNCTION refuse()",
)
_SETTINGS = {"search_path": "runbook", "synchronous_commit": "on", "lock_timeout": f"{PATIENCE}s"}


class PostgresDatabase:
    """A connection to one database. Raises StoreError wherever it or the network does not allow it."""

    mode = "postgresql"

    def __init__(self, address: str, create: bool = False) -> None:
        """`create`: begin a store where there is none; else its absence is the error "missing".

        Raises StoreError: "no-driver" where psycopg is not installed, "bad-address", "no-server".
        """
        try:
            import psycopg
        except ImportError:
            raise StoreError("no-driver") from None
        self._psycopg = psycopg
        self.name = _without_password(address)
        with self._told():
            self._connection: psycopg.Connection[Row] = psycopg.connect(**_options(address), autocommit=True)
        try:
            for name, value in _SETTINGS.items():
                self.execute("SELECT set_config(?, ?, false)", (name, value))
            if not create and self.version() is None:
                raise StoreError("missing", path=self.name)
        except BaseException:
            self.close()
            raise

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
        # Whatever the server's default: each question sees what stands there after the lock was waited for.
        yield from self._transaction(
            "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", f"SELECT pg_advisory_xact_lock({_LOCK})"
        )

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

    def version(self) -> str | None:
        """The version of the tables, None where there are none. Raises StoreError ("foreign")."""
        rows = self.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'runbook'")
        if not rows:
            return None
        if ("meta",) not in rows:
            raise StoreError("foreign", path=self.name)
        found = self.execute("SELECT value FROM meta WHERE name = 'version'")
        return str(found[0][0]) if found else "?"

    def prepare(self) -> None:
        """Make the tables, their texts in the order of their letters' numbers as in SQLite; the journal only grows."""
        self.execute("CREATE SCHEMA IF NOT EXISTS runbook")
        for statement in SCHEMA:
            self.execute(statement.replace(" TEXT", ' TEXT COLLATE "C"'))
        for statement in _TRIGGER:
            self.execute(statement)

    def damage(self) -> str:
        """The server checks its own pages; what can be asked here is answered by the chain and the tables."""
        return ""

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except UnicodeEncodeError as error:
            raise StoreError("unwritable", path=self.name, reason=str(error)) from None
        except self._psycopg.Error as error:
            # Without a number: found wrong before it was sent, or no answer at all.
            state = error.sqlstate or ("22" if isinstance(error, self._psycopg.DataError) else "08")
            code = next((code for prefix, code in _CODES.items() if state.startswith(prefix)), "failed")
            raise StoreError(code, path=self.name, reason=" ".join(str(error).split())) from None


def _options(address: str) -> dict[str, Any]:
    """The parts of an address. Raises StoreError; the library's own words could hold the password."""
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        return {"connect_timeout": 10, **conninfo_to_dict(address, client_encoding="UTF8")}
    except (psycopg.Error, ValueError):
        raise StoreError("bad-address", path=_without_password(address)) from None


def _without_password(address: str) -> str:
    """The address as it may be shown."""
    try:
        parts = urlsplit(address)
        return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"
    except ValueError:
        return "postgresql://"
