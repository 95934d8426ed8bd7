"""A store in a PostgreSQL database: what is in its way is told, without a password."""

from __future__ import annotations

from threading import Thread

import pytest

from runbook.store import Store, StoreError, open_store
from tests.postgres import fresh_database
from tests.stores import released, written


@pytest.fixture
def address() -> str:
    return fresh_database()


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("postgresql://ai:bimat@127.0.0.1:1/so", "no-server"),
        ("postgresql://ai:bimat@127.0.0.1:bimat/so", "no-server"),
        ("postgresql://ai:bimat@[::1/so", "bad-address"),
        ("postgresql://ai:bimat@127.0.0.1/so?khac=bimat", "bad-address"),
        ("postgresql://ai:bimat@127.0.0.1/so?sslmode=bimat", "no-server"),
        ("postgres://", "no-server"),
    ],
)
def test_what_cannot_be_reached_is_told_without_the_password(location: str, code: str) -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(StoreError) as caught:
        open_store(location)
    assert caught.value.code == code
    assert "@127" not in str(caught.value.facts)
    assert "ai:bimat" not in str(caught.value.facts)


def test_the_name_of_a_store_holds_no_password(address: str) -> None:
    with open_store(address.replace("runbook@", "runbook:bimat@"), create=True) as store:
        assert store.backend.name == "postgresql:///postgres"


def test_text_is_kept_whatever_the_environment_says(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    with written(open_store(address, create=True), released(1, "lễ")) as store:
        assert [row.event for row in store.journal()] == [released(1, "lễ")]


def test_tables_of_another_program_are_left_alone(address: str) -> None:
    with open_store(address, create=True) as store:
        store.backend.execute("CREATE SCHEMA runbook")
        store.backend.execute("CREATE TABLE khac (a INTEGER)")
        with pytest.raises(StoreError, match="foreign"):
            written(store, released(1))


def test_another_writer_is_waited_for_and_told_in_the_end(address: str) -> None:
    with open_store(address, create=True) as other, open_store(address, create=True) as store:
        written(store, released(1))
        store.backend.execute("SELECT set_config('lock_timeout', '50ms', false)")
        with other.writing(), pytest.raises(StoreError, match="busy"):
            written(store, released(2))
        store.backend.execute("SELECT set_config('lock_timeout', '20s', false)")
        waiting = Thread(target=written, args=(store, released(2)))
        with other.writing():
            waiting.start()
            waiting.join(0.2)
            assert waiting.is_alive()
        waiting.join()
        assert len(store.releases("le-thu")) == 2


def test_a_server_that_goes_away_is_told(address: str) -> None:
    def stop_while_writing(store: Store, other: Store) -> None:
        with store.writing():
            store.append(released(2))
            pid = store.backend.execute("SELECT pg_backend_pid()")[0][0]
            other.backend.execute("SELECT pg_terminate_backend(?)", (pid,))
            store.append(released(3))

    with written(open_store(address, create=True), released(1)) as store, open_store(address) as other:
        with pytest.raises(StoreError, match="no-server"):
            stop_while_writing(store, other)
        assert len(other.releases("le-thu")) == 1


def test_who_may_not_write_is_told(address: str) -> None:
    with written(open_store(address, create=True), released(1)) as store:
        store.backend.execute("SELECT set_config('default_transaction_read_only', 'on', false)")
        assert len(store.releases("le-thu")) == 1
    with open_store(address) as store:
        store.backend.execute("CREATE ROLE reader")
        store.backend.execute("SET ROLE reader")
        with pytest.raises(StoreError, match="denied"):
            written(store, released(2))
        store.backend.execute("RESET ROLE")
        store.backend.execute("DROP ROLE reader")
