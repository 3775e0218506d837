"""The command `restmap operations`."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from restmap.__main__ import main


def test_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["operations", "docs.examples.private_api", "COMMENTS"]) == 0
    assert capsys.readouterr().out == (
        "client.issues(issue_key).comments.create  POST  "
        "https://tracker.example/v1/issues/{issue_key}/comments\n"
        "client.issues(issue_key).comments.list    GET   "
        "https://tracker.example/v1/issues/{issue_key}/comments\n"
    )


def test_several_clients(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["operations", "docs.examples", "labels", "PUT", "relabel"]) == 0
    assert capsys.readouterr().out.startswith("client.issues.relabel  PUT  https://")

    assert main(["operations", "docs.examples", "comments", "create"]) == 0
    first, _, second = capsys.readouterr().out.split("\n\n", 2)
    assert first == "docs.examples.github_issues:GitHub"
    assert second.startswith("docs.examples.private_api:Tracker\n\nclient.issues(issue_key)")


@pytest.mark.parametrize(
    "arguments",
    [
        ["docs.examples.private_api", "--json", "comments", "post"],
        ["docs.examples.private_api", "comments", "--json", "post"],
        ["--json", "docs.examples.private_api", "comments", "post"],
    ],
)
def test_json(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["operations", *arguments]) == 0
    found: Any = json.loads(capsys.readouterr().out)

    assert found == [
        {
            "call": "client.issues(issue_key).comments.create",
            "method": "POST",
            "url": "https://tracker.example/v1/issues/{issue_key}/comments",
            "operation": "create",
            "parameters": [
                {
                    "name": "issue_key",
                    "wire_name": "issue_key",
                    "location": "path",
                    "required": True,
                    "type": "str",
                },
                {
                    "name": "text",
                    "wire_name": "text",
                    "location": "json",
                    "required": True,
                    "type": "str",
                },
            ],
            "returns": "Comment",
            "fields": [
                {"name": "id", "wire_name": "id", "type": "int"},
                {"name": "issue_key", "wire_name": "issueKey", "type": "str"},
                {"name": "text", "wire_name": "text", "type": "str"},
            ],
            "page": None,
            "client": "docs.examples.private_api:Tracker",
        }
    ]


def test_words_that_no_operation_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["operations", "docs.examples.private_api", "comments", "nothing"]) == 1
    assert capsys.readouterr() == (
        "",
        "None of the 9 operations has 'comments' and 'nothing' in it.\n",
    )
    assert main(["operations", "docs.examples.private_api", "nothing", "--json"]) == 1
    assert capsys.readouterr() == ("[]\n", "")


@pytest.mark.parametrize(
    ("package", "message"),
    [
        ("no.such.package", "restmap operations: there is no module 'no'. "
         "Write the name as in an import statement: resources.desk.\n"),
        ("resources/twilio", "restmap operations: there is no module 'resources/twilio'. "
         "Write the name as in an import statement: resources.desk.\n"),
        (".twilio", "restmap operations: '.twilio' is not the name of a module. "
         "Write the name as in an import statement: resources.desk.\n"),
        ("restmap.errors", "restmap operations: restmap.errors declares no operations. "
         "Name a package or a module with a Client, a Domain, a Version or resources in it.\n"),
    ],
)  # fmt: skip
def test_a_package_that_cannot_be_described(
    package: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["operations", package]) == 2
    assert capsys.readouterr() == ("", message)


def test_an_unknown_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["operations", "docs.examples.private_api", "--yaml"]) == 2
    assert capsys.readouterr().err == (
        "restmap operations: No such option '--yaml'. "
        "'restmap operations --help' says what it takes.\n"
    )


def test_a_reader_that_ends_early_ends_the_command() -> None:
    command = [sys.executable, "-m", "restmap", "operations", "resources.twilio"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1
