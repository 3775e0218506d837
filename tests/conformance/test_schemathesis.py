"""Schemathesis attacks the sandbox with the documents that `restmap openapi` writes.

No request fails with a 500, responses have the shape of the document, wrong input is refused and
right input taken. What the document does not say is in attacked.py, each with its reason.
"""

from __future__ import annotations

import pytest

from docs.examples.private_api import Issue, Tracker, make_sandbox
from restmap import Response
from restmap.sandbox import Sandbox

from .attacked import document_to_attack
from .schemathesis_run import attack

pytestmark = pytest.mark.conformance


def test_the_proxy_domain() -> None:
    with Sandbox("resources.twilio.proxy") as sandbox:
        document = document_to_attack("resources.twilio.proxy")
        report = attack(sandbox, document, examples=15)
    assert report.failures == [], report.printed
    assert report.tested == 25
    assert report.cases > 700


def test_the_private_api_of_the_examples() -> None:
    with make_sandbox() as sandbox:
        report = attack(sandbox, document_to_attack(Tracker), examples=25)
    assert report.failures == [], report.printed
    assert report.tested == 9
    assert report.cases > 400


@pytest.mark.parametrize(
    ("response", "found"),
    [
        (Response(500), "Server error"),
        (Response(201, {"Content-Type": "application/json"}, b'{"data": {"key": 7}}'), "schema"),
    ],
)
def test_it_finds_what_is_wrong(response: Response, found: str) -> None:
    with make_sandbox() as sandbox:
        sandbox.override(Issue, "create")(lambda call: response)
        report = attack(
            sandbox,
            document_to_attack(Tracker),
            examples=3,
            options=["--include-path", "/issues", "--phases", "fuzzing"],
        )
    assert any(found in each for each in report.failures), report.printed
