"""Records to begin with: seeds from files and mappings, and snapshots."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from resources.twilio import Client
from resources.twilio.api.v2010.call import Call
from resources.twilio.api.v2010.message import Message
from resources.twilio.chat.v1.service import Service as ChatService
from resources.twilio.proxy.v1.service import Service
from resources.twilio.proxy.v1.session import Session
from restmap import ConfigurationError, NotFoundError
from restmap.sandbox import Sandbox

START = datetime(2027, 1, 1, tzinfo=UTC)
SEED = {
    "services": [
        {
            "sid": "KS1",
            "unique_name": "desk",
            "sessions": [
                {"sid": "KC1", "unique_name": "a", "participants": [{"identifier": "+15550100"}]},
                {"sid": "KC2", "status": "closed", "date_expiry": "2027-02-01T00:00:00Z"},
            ],
        },
        {"unique_name": "office"},
    ],
}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox("resources.twilio.proxy", "resources.twilio.api", account="AC1", start=START)
    yield sandbox
    sandbox.stop()


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Client]:
    with Client("AC1", sandbox.token, transport=sandbox, drift="error") as client:
        yield client


def check_seed(client: Client) -> None:
    services = client.proxy.v1.services.list()
    assert [each.unique_name for each in services] == ["desk", "office"]
    first, second = services[0].sessions.list()
    assert (first.sid, first.unique_name, first.status) == ("KC1", "a", "open")
    assert [each.identifier for each in first.participants.list()] == ["+15550100"]
    assert (second.status, second.date_expiry) == ("closed", datetime(2027, 2, 1, tzinfo=UTC))


YAML = """\
services:
  - sid: KS1
    unique_name: desk
    sessions:
      - {sid: KC1, unique_name: a, participants: [{identifier: "+15550100"}]}
      - {sid: KC2, status: closed, date_expiry: 2027-02-01T00:00:00Z}
  - unique_name: office
"""
LINES = """\
{"services": {"sid": "KS1", "unique_name": "desk"}}

{"proxy.v1.services.sessions": {"service_sid": "KS1", "sid": "KC1", "unique_name": "a"}}
{"sessions.participants": [{"service_sid": "KS1", "session_sid": "KC1", "identifier": "+15550100"}]}
{"Session": {"service_sid": "KS1", "sid": "KC2", "status": "closed",\
 "date_expiry": "2027-02-01T00:00:00Z"}}
{"services": {"unique_name": "office"}}
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [("seed.json", json.dumps(SEED)), ("seed.yaml", YAML), ("seed.yml", YAML), ("s.jsonl", LINES)],
)
def test_a_seed_from_a_file(
    sandbox: Sandbox, client: Client, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    sandbox.seed(tmp_path / name)
    check_seed(client)


def test_a_seed_can_be_sown_again(sandbox: Sandbox, client: Client) -> None:
    for _ in range(2):
        sandbox.seed(SEED)
        sandbox.seed({Service: [{"unique_name": "office", "chat_instance_sid": "IS1"}]})
        check_seed(client) if _ == 0 else None
    assert len(sandbox.records(Service)) == 2
    assert len(sandbox.records(Session)) == 2
    assert client.proxy.v1.services("office").fetch().chat_instance_sid == "IS1"
    sandbox.reset()
    assert sandbox.records(Service) == []


def test_records_of_responses_and_of_the_account(sandbox: Sandbox, client: Client) -> None:
    message = client.messages.create(to="+14155550100", from_="+14155550101", body="Hello")
    saved = json.loads(message.to_json())
    sandbox.reset()
    sandbox.seed({"messages": saved, "Call": {"from_": "+14155550101", "to": "+14155550100"}})
    assert client.messages(message.sid).fetch() == message
    assert sandbox.records(Call)[0]["from"] == "+14155550101"
    assert sandbox.add(Message, to="+14155550102")["account_sid"] == "AC1"


@pytest.mark.parametrize(
    ("seed", "message"),
    [
        ({"servces": []}, "no collection is named 'servces'.\n"),
        ({"participants": {}}, "'participants' names several collections.\n  Write more of one of "
         "their names: api.v2010.account.conferences.participants, "
         "proxy.v1.services.sessions.participants."),
        ({"services": [5]}, "a record of Service is int.\n  Write its fields as an object.\n"
         "  in services, record 1, in the seed"),
        ({"services": [{}, {"uniqe_name": "x"}]}, "Service has no field 'uniqe_name'.\n"),
        ({"sessions": {"unique_name": "x"}},
         "Session cannot be added: the path value 'service_sid' is missing.\n"
         "  Give its parent first, and the fields values of their types.\n"
         "  in sessions, record 1, in the seed"),
        ({"sessions": {"service_sid": "KS9"}},
         "Session cannot be added: The requested resource /v1/Services/KS9 was not found.\n"),
        ({"services": {"sid": "KS1", "sessions": [{"mode": "voice-only", "status": object()}]}},
         "Session cannot be added: expected one of 'open', 'in-progress', 'closed', 'failed', "
         "'unknown'\n"
         "  Give its parent first, and the fields values of their types.\n"
         "  in sessions, record 1, in the seed, below services, record 1, in the seed"),
    ],
)  # fmt: skip
def test_a_seed_that_cannot_be(sandbox: Sandbox, seed: Any, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        sandbox.seed({"services": [{"unique_name": "good"}], **seed})
    assert str(caught.value).startswith(message)
    assert sandbox.records(Service) == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", "{", "a.json cannot be read: Expecting property name enclosed in double quotes"),
        ("a.json", "[]", "a.json has list, not records by their collections.\n"
         '  Write an object such as {"services": [{"unique_name": "desk"}]}.'),
        ("a.jsonl", '{"services": {}}\n[]', "a.jsonl, line 2 has list, not records"),
        ("a.jsonl", '{"services": {}}\n{', "a.jsonl cannot be read: Expecting property name"),
        ("a.yaml", "a: [", "a.yaml cannot be read: while parsing a flow node"),
        ("a.json", b"\xff", "a.json cannot be read: 'utf-8' codec can't decode byte 0xff"),
        ("a.json", None, "a.json cannot be read: No such file or directory.\n"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    name: str, text: str | bytes | None, message: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    if text is not None:
        Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigurationError) as caught:
        sandbox.seed(name)
    assert str(caught.value).startswith(message)
    assert sandbox.records(Service) == []


# -- snapshots ------------------------------------------------------------------------------


@pytest.mark.parametrize("stored", ["in memory", "in a file"])
def test_a_snapshot_brings_back_records_and_time(stored: str, tmp_path: Path) -> None:
    file = tmp_path / "records.sqlite" if stored == "in a file" else None
    sandbox = Sandbox("resources.twilio.api", account="AC1", start=START, database=file)
    client = Client("AC1", sandbox.token, transport=sandbox)
    message = client.messages.create(to="+14155550100", from_="+14155550101", body="Hello")
    snapshot = sandbox.snapshot()
    for _ in range(2):
        sandbox.clock.advance(60)
        assert message.fetch().status == "delivered"
        other = client.messages.create(to="+14155550100", from_="+14155550101", body="Other")
        message.delete()
        sandbox.restore(snapshot)
        assert sandbox.clock.now() == START
        assert [each.status for each in client.messages.list()] == ["queued"]
        with pytest.raises(NotFoundError):
            other.fetch()
    assert repr(snapshot) == "<Snapshot of 2027-01-01T00:00:00Z>"
    snapshot.save(tmp_path / "saved.sqlite")
    sandbox.stop()

    later = START + timedelta(seconds=1)
    again = Sandbox(
        "resources.twilio.api", account="AC1", start=later, database=tmp_path / "saved.sqlite"
    )
    client = Client("AC1", again.token, transport=again)
    assert [each.status for each in client.messages.list()] == ["sent"]
    again.stop()
    with pytest.raises(ConfigurationError, match="the snapshot cannot be saved as"):
        snapshot.save(tmp_path / "no folder" / "saved.sqlite")


def test_a_clock_that_runs_goes_on_from_the_snapshot() -> None:
    sandbox = Sandbox("resources.twilio.api")
    before = sandbox.clock.now()
    snapshot = sandbox.snapshot()
    sandbox.clock.advance(3600)
    sandbox.restore(snapshot)
    assert before <= sandbox.clock.now() < before + timedelta(hours=1)
    sandbox.stop()


def test_a_snapshot_is_not_made_while_a_request_is_handled(
    sandbox: Sandbox, client: Client
) -> None:
    snapshot = sandbox.snapshot()
    for action in (sandbox.snapshot, lambda: sandbox.restore(snapshot)):

        @sandbox.override(Message, "list")
        def list_messages(call: Any, action: Any = action) -> None:
            action()

        with pytest.raises(ConfigurationError) as caught:
            client.messages.list()
        assert str(caught.value) == (
            "a snapshot cannot be made or restored while a request is handled.\n"
            "  Do it in the test, not in an override."
        )


def test_a_seed_goes_to_the_place_that_it_names() -> None:
    with Sandbox("resources.twilio.chat", "resources.twilio.ip_messaging") as sandbox:
        client = Client(sandbox.account, sandbox.token, base_url=f"{sandbox.url}/{{host}}")
        sandbox.seed({"ip_messaging.v1.services": {"sid": "IS1", "friendly_name": "one"}})
        assert client.chat.v1.services.list() == []
        assert [each.sid for each in client.ip_messaging.v1.services] == ["IS1"]
        assert len(sandbox.records(ChatService)) == 1
        client.close()
