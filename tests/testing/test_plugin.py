"""The plugin of pytest, in tests that a user could have written."""

from __future__ import annotations

import re

import pytest

pytest_plugins = ["pytester"]

DESK = """
from restmap import (
    UNSET, ArrayPage, BasicAuth, Client, Domain, Paging, Params, Resource, Version, collection,
    domain, version,
)


class Ticket(Resource, uri="/tickets/{id}", page=ArrayPage()):
    id: int
    subject: str

    class Create(Params):
        subject: str = UNSET

    class List(Paging): ...
    class Fetch(Params): ...


class Desk(Client, host="api.desk.example"):
    tickets = collection(Ticket)
"""

FIRST = """
import pytest
from apis.desk import Desk, Ticket

pytestmark = pytest.mark.sandbox("apis.desk")
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with an API, and the settings of its tests."""
    pytester.mkpydir("apis").joinpath("desk.py").write_text(DESK)
    pytester.makeini(
        "[pytest]\npythonpath = .\naddopts = -p no:cacheprovider --strict-markers -W error\n"
    )
    return pytester


def run(project: pytest.Pytester, tests: str, *options: str) -> pytest.RunResult:
    project.makepyfile(test_desk=tests)
    return project.runpytest_subprocess(*options)


# -- the sandbox ----------------------------------------------------------------------------


def test_a_sandbox_and_its_client(project: pytest.Pytester) -> None:
    result = run(
        project,
        FIRST
        + """
def test_create(sandbox, sandbox_client):
    assert isinstance(sandbox_client, Desk)
    assert sandbox_client.drift == "error"
    ticket = sandbox_client.tickets.create(subject="Fire")
    assert [each["subject"] for each in sandbox.records(Ticket)] == ["Fire"]
    assert [each.method for each in sandbox.requests] == ["POST"]

def test_it_is_empty_again(sandbox_client):
    assert sandbox_client.tickets.list() == []

async def create(client):
    return await client.tickets.create_async(subject="Fire")

def test_await(sandbox_client):
    import asyncio
    assert asyncio.run(create(sandbox_client)).subject == "Fire"

@pytest.mark.sandbox(Desk, account="ada", token="lovelace")
def test_the_closest_marker_counts(sandbox):
    assert (sandbox.account, sandbox.token) == ("ada", "lovelace")
""",
    )
    result.assert_outcomes(passed=4)


def test_the_requests_of_a_test_that_fails_are_shown(project: pytest.Pytester) -> None:
    result = run(
        project,
        FIRST
        + """
def test_wrong(sandbox_client):
    sandbox_client.tickets.create(subject="Fire")
    sandbox_client.tickets.list(limit=1)
    with pytest.raises(Exception):
        sandbox_client.tickets(9).fetch()
    assert False

def test_right(sandbox_client):
    sandbox_client.tickets.create(subject="Water")
""",
    )
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.re_match_lines(
        [
            "-+ restmap requests -+",
            r"POST http://127\.0\.0\.1:\d+/api\.desk\.example/tickets 201",
            r"GET http://127\.0\.0\.1:\d+/api\.desk\.example/tickets 200",
            r"GET http://127\.0\.0\.1:\d+/api\.desk\.example/tickets/9 404",
        ],
        consecutive=True,
    )
    assert str(result.stdout).count("restmap requests") == 1


def test_settings_name_what_is_served(project: pytest.Pytester) -> None:
    project.makeini(
        "[pytest]\npythonpath = .\nrestmap_sandbox = apis.desk\nrestmap_client = apis.desk:Desk\n"
    )
    result = run(
        project,
        """
def test_create(sandbox_client):
    assert sandbox_client.tickets.create(subject="Fire").id
""",
    )
    result.assert_outcomes(passed=1)


def test_the_client_is_found_in_the_package_around(project: pytest.Pytester) -> None:
    tests = """
import pytest

@pytest.mark.sandbox("resources.twilio.proxy")
def test_create(sandbox_client):
    assert type(sandbox_client).__module__ == "resources.twilio.client"
    sandbox_client.proxy.v1.services.create(unique_name="pharmacy")

@pytest.mark.sandbox("resources.twilio.proxy.v1")
def test_version(sandbox_client):
    assert type(sandbox_client).__module__ == "resources.twilio.client"

@pytest.mark.sandbox("resources.twilio.api")
def test_the_account_is_that_of_the_sandbox(sandbox, sandbox_client):
    sent = sandbox_client.messages.create(to="+14155550100", from_="+14155550101", body="Hello")
    assert sent.account_sid == sandbox.account
"""
    run(project, tests).assert_outcomes(passed=3)


def test_what_is_not_clear_is_said(project: pytest.Pytester) -> None:
    tests = (
        FIRST.partition("\npytestmark")[0]
        + """
class Other(Desk):
    def __init__(self, key): ...

def test_nothing(sandbox): ...

@pytest.mark.sandbox(Desk, client="apis.desk:Dask")
def test_no_class(sandbox_client): ...

@pytest.mark.sandbox(Desk, client=Other)
def test_other_arguments(sandbox_client): ...
"""
    )
    result = run(project, tests)
    result.assert_outcomes(errors=3)
    result.stdout.fnmatch_lines(
        [
            "E * the fixture 'sandbox' does not know what to serve.",
            "E *  Mark the test: @pytest.mark.sandbox('apis.desk'), or write restmap_sandbox = *",
            "E * the fixture 'sandbox_client' needs one class of a client, and found 'apis.*'.",
            "E *  Name it: @pytest.mark.sandbox('apis.desk', client=Desk), or write *",
            "E * Other cannot be created with auth=, drift= and base_url=: *",
            "E *  Write a fixture 'sandbox_client' of your own, which takes the place of this one.",
        ]
    )


def test_fixtures_of_the_project_take_their_place(project: pytest.Pytester) -> None:
    tests = """
import pytest

@pytest.fixture
def sandbox():
    return "mine"

@pytest.fixture
def recorded():
    return "mine"

@pytest.mark.sandbox("payments")
def test_mine(sandbox, recorded):
    assert sandbox == recorded == "mine"
"""
    run(project, tests).assert_outcomes(passed=1)


def test_without_waitress_the_client_is_in_the_same_process(project: pytest.Pytester) -> None:
    project.makeconftest(
        "import importlib.util\n"
        "find_spec = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name: None if name == 'waitress' else find_spec(name)\n"
    )
    tests = (
        FIRST
        + """
def test_create(sandbox, sandbox_client):
    assert "not started" in repr(sandbox)
    sandbox_client.tickets.create(subject="Fire")
    sandbox_client.tickets(9).fetch()
"""
    )
    result = run(project, tests)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["POST https://api.desk.example/tickets 201", "GET https://api.desk.example/tickets/9 404"]
    )


# -- recordings -----------------------------------------------------------------------------

RECORDING = """
import pytest
from restmap import HandlerTransport, Response
from apis.desk import Desk

SENT = []

def respond(request):
    SENT.append(request)
    return Response(200, body=b'{"id": 1, "subject": "Fire"}')

pytestmark = pytest.mark.recorded(transport=HandlerTransport(respond))
"""


def recordings(project: pytest.Pytester) -> list[str]:
    folder = project.path / "recordings"
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*.*"))


def test_calls_are_recorded_in_a_file_of_the_name_of_the_test(project: pytest.Pytester) -> None:
    tests = (
        RECORDING
        + """
def test_fetch(recorded):
    assert Desk(transport=recorded).tickets(1).fetch().subject == "Fire"
    assert len(SENT) == recorded.is_recording

class TestDesk:
    @pytest.mark.parametrize("key", [1, 2])
    def test_fetch(self, recorded, key):
        assert Desk(transport=recorded).tickets(key).fetch().subject == "Fire"

@pytest.mark.parametrize("key", ["a/b", "a b"])
def test_strange(recorded, key):
    Desk(transport=recorded).tickets(1).fetch()
"""
    )
    run(project, tests).assert_outcomes(passed=5)
    *plain, first, second = recordings(project)
    assert plain == [
        "test_desk/TestDesk.test_fetch.1.yaml",
        "test_desk/TestDesk.test_fetch.2.yaml",
        "test_desk/test_fetch.yaml",
    ]
    # Of two tests whose names only differ in what a file name cannot have.
    for strange in (first, second):
        assert re.fullmatch(r"test_desk/test_strange\.a-b-[0-9a-f]{8}\.yaml", strange)
    run(project, tests, "--restmap-record=none").assert_outcomes(passed=5)


def test_a_request_that_was_not_recorded_fails_the_test(project: pytest.Pytester) -> None:
    tests = (
        RECORDING
        + """
def test_fetch(recorded):
    client = Desk(transport=recorded)
    client.tickets(1).fetch()
    client.tickets(KEY).fetch()
"""
    )
    run(project, tests.replace("KEY", "1")).assert_outcomes(passed=1)
    result = run(project, tests.replace("KEY", "2"))
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "E  *RecordingError: the recording *test_fetch.yaml' does not have this request.",
            "E  *The nearest is its call 1, GET https://api.desk.example/tickets/1: the path is *",
            "GET https://api.desk.example/tickets/1 200, replayed",
            "GET https://api.desk.example/tickets/2 RecordingError",
        ]
    )
    run(project, tests.replace("KEY", "2"), "--restmap-record=all").assert_outcomes(passed=1)
    run(project, tests.replace("KEY", "2")).assert_outcomes(passed=1)


def test_a_test_that_fails_leaves_its_recording_as_it_was(project: pytest.Pytester) -> None:
    tests = (
        RECORDING
        + """
def test_fetch(recorded):
    Desk(transport=recorded).tickets(KEY).fetch()
    assert KEY == 1

async def fetch(client):
    await client.tickets(1).fetch_async()
"""
    )
    run(project, tests.replace("KEY", "2")).assert_outcomes(failed=1)
    assert recordings(project) == []
    run(project, tests.replace("KEY", "1")).assert_outcomes(passed=1)
    before = (project.path / "recordings/test_desk/test_fetch.yaml").read_bytes()
    failed = run(project, tests.replace("KEY", "2"), "--restmap-record=all")
    failed.assert_outcomes(failed=1)
    failed.stdout.fnmatch_lines(["GET https://api.desk.example/tickets/2 200, recorded"])
    assert (project.path / "recordings/test_desk/test_fetch.yaml").read_bytes() == before


def test_markers_and_settings_say_what_is_replaced(project: pytest.Pytester) -> None:
    project.makeini("[pytest]\npythonpath = .\nrestmap_replace = subject\n")
    tests = (
        RECORDING
        + """
def test_setting(recorded):
    Desk(transport=recorded).tickets(1).fetch()

@pytest.mark.recorded(replace=["id"])
def test_marker(recorded):
    Desk(transport=recorded).tickets(1).fetch()
"""
    )
    run(project, tests).assert_outcomes(passed=2)
    folder = project.path / "recordings/test_desk"
    assert "subject: REPLACED-1" in (folder / "test_setting.yaml").read_text()
    written = (folder / "test_marker.yaml").read_text()
    assert "subject: Fire" in written
    assert "id: 0" in written


def test_awaited_calls_are_recorded(project: pytest.Pytester) -> None:
    tests = """
import asyncio
import pytest
from restmap import Response
from apis.desk import Desk

class Server:
    async def send(self, request):
        return Response(200, body=b'{"id": 1, "subject": "Fire"}')

pytestmark = pytest.mark.recorded(transport=Server())

def test_fetch(recorded):
    async def fetch(key):
        return await Desk(transport=recorded).tickets(key).fetch_async()
    assert asyncio.run(fetch(1)).subject == "Fire"
    if FAILS:
        asyncio.run(fetch(2))
"""
    run(project, tests.replace("FAILS", "False")).assert_outcomes(passed=1)
    result = run(project, tests.replace("FAILS", "True"))
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "GET https://api.desk.example/tickets/1 200, replayed",
            "GET https://api.desk.example/tickets/2 RecordingError",
        ]
    )


# -- what it costs --------------------------------------------------------------------------


def test_it_loads_nothing_until_it_is_used(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # what other plugins load
    tests = """
import sys

def test_nothing_is_loaded():
    loaded = {each for each in sys.modules if each.split(".")[0] in ("restmap", "resources")}
    assert loaded == {"restmap", "restmap._version", "restmap.hidden_resources", "restmap.testing",
                      "restmap.testing.plugin", "restmap.testing.stash"}
    assert not {"attr", "cattrs", "urllib3", "ruamel", "waitress"} & {*sys.modules}
"""
    run(project, tests, "-p", "restmap.testing.plugin").assert_outcomes(passed=1)


def test_its_options_and_markers_are_described(project: pytest.Pytester) -> None:
    options = str(project.runpytest_subprocess("--help").stdout)
    assert "--restmap-record={once,none,all}" in options
    assert "restmap_sandbox (args)" in options
    markers = str(project.runpytest_subprocess("--markers").stdout)
    assert "@pytest.mark.sandbox(*declared, client=None, **settings): what the fixture" in markers


def test_it_can_be_switched_off(project: pytest.Pytester) -> None:
    result = run(project, "def test_none(recorded): ...", "-p", "no:restmap")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*fixture 'recorded' not found"])
