"""`restmap sandbox`, as a process of its own."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from resources.twilio import Client

SANDBOX = [sys.executable, "-W", "error", "-m", "restmap", "sandbox"]


@contextmanager
def running(*options: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """The process once it serves, and the lines it printed."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([*SANDBOX, *options], stdout=pipe, stderr=pipe, text=True)
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if line == "Ctrl-C ends it.\n":
            break
    try:
        yield process, lines
    finally:
        process.kill()
        process.communicate()


def address(lines: list[str]) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+", lines[0])
    assert found is not None, lines
    return found[0]


def test_it_says_how_to_use_it_and_ends_on_ctrl_c(tmp_path: Path) -> None:
    file = str(tmp_path / "records.sqlite")
    options = ["--account", "AC1", "--token", "t", "--database", file, "--verbose"]
    with running("resources.twilio.proxy", *options) as (process, lines):
        url = address(lines)
        assert lines == [
            f"resources.twilio.proxy at {url}",
            "",
            "  export TWILIO_ACCOUNT_SID=AC1",
            "  export TWILIO_AUTH_TOKEN=t",
            "",
            "  from resources.twilio import Client",
            f'  client = Client(base_url="{url}/{{host}}")',
            "",
            "Ctrl-C ends it.",
        ]
        with Client("AC1", "t", base_url=f"{url}/{{host}}") as client:
            client.proxy.v1.services.create(unique_name="desk")
            process.send_signal(signal.SIGINT)
            out, log = process.communicate(timeout=30)
    assert (process.returncode, out) == (0, "")
    assert re.fullmatch(rf"\S+ \S+ POST {url}/proxy.twilio.com/v1/Services 201 \d+\.\d ms\n", log)


def test_credentials_are_made_up_and_nothing_is_logged_unasked() -> None:
    with running("resources.twilio.proxy") as (process, lines):
        account, token = (line.partition("=")[2] for line in lines[2:4])
        with Client(account, token, base_url=address(lines)) as client:
            assert client.proxy.v1.services.list() == []
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30) == ("", "")
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["no.such.module"], "restmap sandbox: there is no module 'no'. "
         "Write the name as in an import statement: resources.desk.\n"),
        (["restmap.errors"], "restmap sandbox: restmap.errors declares nothing to serve. "
         "Name a module with a Domain, a Version or a Client in it, or such a class.\n"),
        (["resources.twilio.proxy", "--port", "99999"],
         "restmap sandbox: the port 99999 cannot be used: it is not between 0 and 65535. "
         "Leave the port out to get a free one.\n"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_without_a_traceback(options: list[str], complaint: str) -> None:
    run = subprocess.run([*SANDBOX, *options], capture_output=True, text=True, timeout=30)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == complaint


@pytest.mark.parametrize("options", [[], ["--port", "http", "x"], ["--colour", "x"]])
def test_the_usage_is_shown(options: list[str]) -> None:
    run = subprocess.run([*SANDBOX, *options], capture_output=True, text=True, timeout=30)
    assert run.returncode == 2
    assert run.stderr.startswith("restmap sandbox: ")
    assert run.stderr.endswith(" 'restmap sandbox --help' says what it takes.\n")
    assert run.stderr.count("\n") == 1


def test_the_version() -> None:
    run = subprocess.run([*SANDBOX[:-1], "--version"], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"restmap \d+\.\d+\.\d+\n", run.stdout)


def test_codes_are_printed_though_nothing_is_logged() -> None:
    with running("resources.twilio.verify") as (process, lines):
        account, token = (line.partition("=")[2] for line in lines[2:4])
        with Client(account, token, base_url=f"{address(lines)}/{{host}}") as client:
            service = client.verify.v2.services.create(friendly_name="Shop")
            service.verifications.create(to="+14155550100", channel="sms")
        process.send_signal(signal.SIGINT)
        _, log = process.communicate(timeout=30)
    assert re.fullmatch(r"\S+ \S+ the verification code for \+14155550100 is [0-9]{6}\n", log)


def test_seeds_are_there_from_the_beginning(tmp_path: Path) -> None:
    files = [tmp_path / "services.jsonl", tmp_path / "messages.json"]
    files[0].write_text('{"proxy.v1.services": {"unique_name": "desk"}}\n')
    files[1].write_text('{"account.messages": [{"to": "+14155550100", "body": "Hello"}]}')
    seeds = [word for file in files for word in ("--seed", str(file))]
    with running("resources.twilio", *seeds) as (_, lines):
        account, token = (line.partition("=")[2] for line in lines[2:4])
        with Client(account, token, base_url=f"{address(lines)}/{{host}}") as client:
            assert [each.unique_name for each in client.proxy.v1.services] == ["desk"]
            assert [each.body for each in client.messages] == ["Hello"]


def test_a_seed_that_is_not_there() -> None:
    command = [*SANDBOX, "resources.twilio.proxy", "--seed", "none.json"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "restmap sandbox: none.json cannot be read: No such file or directory. Name a file of "
        "records.\n"
    )
