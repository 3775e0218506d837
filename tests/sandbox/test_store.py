"""What is kept, and where: in memory, and in an SQLite file over a restart."""

import json
import sqlite3
import threading
from pathlib import Path

import pytest

import restmap
from resources.twilio import Client
from restmap import (
    ConfigurationError,
    ConflictError,
    Domain,
    Params,
    Request,
    Resource,
    Version,
    collection,
    domain,
    version,
)
from restmap.sandbox import Sandbox

PROXY = "resources.twilio.proxy"


def test_a_file_keeps_the_records_over_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "records.sqlite"
    with Sandbox(PROXY, account="AC1", token="t", database=file) as sandbox:
        client = Client("AC1", "t", base_url=sandbox.url)
        service = client.proxy.v1.services.create(unique_name="desk")
        made = [service.sessions.create(unique_name=f"s{number}") for number in range(5)]
        service.sessions("s1").delete()
        page = service.sessions.page(page_size=2)
        client.close()
    with Sandbox(PROXY, account="AC1", token="t", database=file) as sandbox:
        client = Client("AC1", "t", base_url=sandbox.url)
        sessions = client.proxy.v1.services("desk").sessions
        found = sessions.list()
        assert [each.sid for each in found] == [made[number].sid for number in (0, 2, 3, 4)]
        # Addresses are those of today.
        assert found[0].url.startswith(sandbox.url)
        with pytest.raises(ConflictError):
            sessions.create(unique_name="s4")
        assert page.next_page_url is not None
        query = page.next_page_url.partition("?")[2]
        resumed = sessions.get_page(f"{service.url.replace(page.url[:22], sandbox.url[:22])}"
                                    f"/Sessions?{query}")  # fmt: skip
        assert [each.unique_name for each in resumed] == ["s3", "s4"]
        client.close()
    assert [each.name for each in tmp_path.iterdir()] == ["records.sqlite"]


def desk_client(hook: type[Resource]) -> type[restmap.Client]:
    """A client of an API in which a resource is declared anew."""

    class V1(Version, prefix="/v1"):
        hooks = collection(hook)

    class Desk(Domain, host="api.desk.example"):
        v1 = version(V1)

    class DeskClient(restmap.Client):
        desk = domain(Desk)

    return DeskClient


def test_records_of_a_file_may_lack_fields_that_were_declared_later(tmp_path: Path) -> None:
    def first() -> type[Resource]:
        class Hook(Resource, uri="/hooks/{id}", body="json"):
            id: str

        return Hook

    def second() -> type[Resource]:
        class Hook(Resource, uri="/hooks/{id}", body="json"):
            id: str
            url: str

            class Create(Params):
                url: str

            class Fetch(Params): ...

        return Hook

    file, hook = tmp_path / "records.sqlite", first()
    sandbox = Sandbox(desk_client(hook), database=file)
    added = sandbox.add(hook, id="HK1")
    sandbox.stop()
    assert added == {"id": "HK1"}

    sandbox = Sandbox(desk_client(second()), token="t", database=file)
    url = "http://api.desk.example/v1/hooks/HK1"
    response = sandbox.handle(Request("GET", url, {"Authorization": "Bearer t"}))
    sandbox.stop()
    assert (response.status, json.loads(response.body)) == (200, {"id": "HK1", "url": url})


def test_a_sandbox_begins_empty_in_memory() -> None:
    for _ in range(2):
        with Sandbox(PROXY, account="AC1", token="t") as sandbox:
            client = Client("AC1", "t", transport=sandbox)
            client.proxy.v1.services.create(unique_name="desk")
            assert len(client.proxy.v1.services.list()) == 1


def test_a_file_that_is_none_of_a_sandbox(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("These are notes, and more than a hundred bytes of them. " * 10)
    with pytest.raises(ConfigurationError) as refused:
        Sandbox(PROXY, database=text)
    assert str(refused.value) == (
        f"the database '{text}' cannot be used: file is not a database.\n"
        "  Name a file that a sandbox created, or one that does not exist yet."
    )
    later = tmp_path / "later.sqlite"
    connection = sqlite3.connect(later)
    connection.execute("PRAGMA user_version = 7")
    connection.close()
    with pytest.raises(ConfigurationError, match="its tables have version 7"):
        Sandbox(PROXY, database=later)
    with pytest.raises(ConfigurationError, match="unable to open database file"):
        Sandbox(PROXY, database=tmp_path / "no folder" / "records.sqlite")


def test_threads_share_a_sandbox() -> None:
    sandbox = Sandbox(PROXY, account="AC1", token="t")
    service = Client("AC1", "t", transport=sandbox).proxy.v1.services.create(unique_name="desk")
    outcomes: list[str] = []

    def create(name: str) -> None:
        sessions = Client("AC1", "t", transport=sandbox).proxy.v1.services(service.sid).sessions
        for number in range(20):
            try:
                sessions.create(unique_name=f"{name}{number}")
                outcomes.append("made")
            except ConflictError:
                outcomes.append("taken")

    threads = [threading.Thread(target=create, args=(name,)) for name in ("a", "a", "b", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["made"] * 40 + ["taken"] * 40
    assert len(service.sessions.list()) == 40
    sandbox.stop()


def test_closing_twice_does_no_harm() -> None:
    sandbox = Sandbox(PROXY).start()
    sandbox.start()
    sandbox.stop()
    sandbox.stop()
    assert repr(sandbox) == "<Sandbox of Proxy, V1: not started>"
    with pytest.raises(ConfigurationError) as refused:
        _ = sandbox.url
    assert str(refused.value) == (
        "the sandbox has no address, because it is not started.\n"
        "  Start it: with sandbox: … or sandbox.start()."
    )
