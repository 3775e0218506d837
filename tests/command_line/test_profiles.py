"""Credentials of the command line: the environment, and profiles that nobody else can read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from restmap.sandbox import Sandbox

from .conftest import SHOP, Run, add_orders

FETCH = ["call", SHOP, "orders", "1", "fetch", "--fields", "id"]


@pytest.fixture
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "profiles.toml"
    monkeypatch.setenv("RESTMAP_PROFILES", str(path))
    return path


def write(path: Path, text: str, mode: int = 0o600) -> None:
    path.write_text(text)
    path.chmod(mode)


def test_a_profile_has_the_arguments_of_the_client(
    run: Run, sandbox: Sandbox, profiles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_orders(sandbox, 1)
    write(profiles, f'[work]\ntoken = "{sandbox.token}"\nbase_url = "{sandbox.url}"\n')
    monkeypatch.delenv("SHOP_TOKEN")
    monkeypatch.delenv("RESTMAP_BASE_URL")

    status, out, _ = run(*FETCH, "--profile", "work")
    assert (status, json.loads(out)) == (0, {"id": 1})
    monkeypatch.setenv("RESTMAP_PROFILE", "work")
    assert run(*FETCH)[0] == 0


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o666, 0o620])
def test_a_file_that_others_can_read_is_refused(
    mode: int, run: Run, sandbox: Sandbox, profiles: Path
) -> None:
    write(profiles, '[work]\ntoken = "hidden"\n', mode)

    assert run(*FETCH, "--profile", "work") == (
        2,
        "",
        f"restmap call: {profiles} has the mode {mode:03o}, so others can read the credentials "
        f"in it. Run: chmod 600 {profiles}\n",
    )
    assert sandbox.requests == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[work]\ntoken = "hidden"\n',
         "there is no profile 'home' in {path}. Profiles: work."),
        ('home = "hidden"\n', "'home' in {path} is not in a profile. "
                              "Write [NAME] in a line above it."),
        ('[home]\ntoken = hidden\n',
         "{path} is not TOML: Invalid value (at line 2, column 9). Correct it."),
        ('[home]\ntoken = "hidden"\ncolour = "red"\n',
         "the client Shop has no argument 'colour'. It has: token, base_url, transport, timeout, "
         "retries, drift, headers, user_agent, connection, observers, pace, allow_plain_http, "
         "clock, now, sleep, sleep_async, auth, credentials, variables."),
        ('[home]\nretries = 2\n', "the client Shop needs token. Set SHOP_TOKEN in the "
         "environment, or write them into a profile: --profile NAME"),
    ],
)  # fmt: skip
def test_a_wrong_profile(
    text: str, message: str, run: Run, sandbox: Sandbox, profiles: Path
) -> None:
    write(profiles, text)

    status, out, err = run(*FETCH, "--profile", "home")
    assert (status, out) == (2, "")
    assert err == f"restmap call: {message.format(path=profiles)}\n"
    assert "hidden" not in err


def test_no_file(run: Run, sandbox: Sandbox, profiles: Path) -> None:
    assert run(*FETCH, "--profile", "work")[2] == (
        f"restmap call: the profiles cannot be read from {profiles}: No such file or directory. "
        "Write the file, with mode 600; or set RESTMAP_PROFILES to the path of another.\n"
    )


def test_credentials_that_are_missing(
    run: Run, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHOP_TOKEN")
    for name in ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"):
        monkeypatch.delenv(name, raising=False)

    assert run(*FETCH) == (
        2,
        "",
        "restmap call: the client Shop needs token. Set SHOP_TOKEN in the environment, "
        "or write them into a profile: --profile NAME\n",
    )
    status, _, err = run("call", "resources.twilio", "messages", "SM1", "fetch")
    assert status == 2
    assert err.startswith("restmap call: the client has no account_sid. ")


def test_a_package_without_a_client(run: Run, sandbox: Sandbox) -> None:
    module = "resources.twilio.proxy.v1.session"
    words = ["call", module, "collections(Session).under(client)(KS1).list", "--dry-run"]

    status, out, _ = run(*words, "--base-url", "https://api.example.com")
    assert status == 0
    assert out.startswith("GET https://api.example.com/Services/KS1/Sessions\n")


def test_a_package_without_a_host(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RESTMAP_BASE_URL", raising=False)
    module = "resources.twilio.proxy.v1.session"

    assert run("list", module, "Session", "KS1")[2] == (
        "restmap list: the package does not say which host its requests go to. "
        "Give it: --base-url https://api.example.com\n"
    )


BY_SCHEME = """
from restmap import BasicScheme, BearerScheme, Client, Params, Resource, collection, one_of

class Ticket(Resource, uri="/tickets/{id}"):
    id: int
    class Fetch(Params): ...

class Desk(Client, host="api.desk.example", security=one_of(BearerScheme(), BasicScheme())):
    tickets = collection(Ticket)
"""


def test_credentials_that_the_class_keyword_names(
    run: Run, tmp_path: Path, profiles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk_by_scheme.py").write_text(BY_SCHEME)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delenv("RESTMAP_BASE_URL", raising=False)
    fetch = ("call", "desk_by_scheme", "tickets", "7", "fetch", "--dry-run")

    assert run(*fetch)[2] == (
        "restmap call: Desk has no credentials. Set DESK_TOKEN or DESK_USERNAME or DESK_PASSWORD "
        "in the environment, or name a profile: --profile NAME\n"
    )
    monkeypatch.setenv("DESK_TOKEN", "hidden")
    assert "Authorization: ***" in run(*fetch)[1]
    write(profiles, '[work.credentials]\nusername = "Ann"\npassword = "hidden"\n')
    assert "Authorization: ***" in run(*fetch, "--profile", "work")[1]
