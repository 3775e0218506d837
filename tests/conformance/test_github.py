"""The example of another vendor, judged by GitHub's own document.

The example declares a slice: some operations, and of these some parameters and fields. All that it
does declare has to be right.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from docs.examples.github_issues import GitHub
from restmap import ApiError, HandlerTransport, Response

from .calls import JudgedTransport, call_for, routes_of
from .github_documents import document
from .judge import Judge
from .openapi import Operation, operations
from .wrongs import Wrong, wrongs_of

# What the slice leaves out is no drift; what it declares has to be there and to be readable.
pytestmark = [
    pytest.mark.conformance,
    pytest.mark.filterwarnings("ignore:the response has a field:restmap.DriftWarning"),
    pytest.mark.filterwarnings("ignore:.* is not declared:restmap.DriftWarning"),
]

ROUTES = routes_of(GitHub)
OPERATIONS = [each for each in operations(document()) if (each.method, each.shape) in ROUTES]
WRONGS = [
    pytest.param(operation, wrong, id=f"{operation.id}: {wrong.what}")
    for operation in OPERATIONS
    for wrong in wrongs_of(call_for(operation, ROUTES))
]
EXAMPLES = [
    pytest.param(operation, body, id=f"{operation.id}: {name}")
    for operation in OPERATIONS
    for name, body in operation.examples.items()
]

each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge([document()]) as judge:
        yield judge


@pytest.fixture
def transport(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> JudgedTransport:
    # Drift is said once for each field; what another test has seen shall not count here.
    monkeypatch.setattr("restmap.decode.drift._reported", set[Any]())
    return JudgedTransport(judge)


def client_of(transport: Any) -> GitHub:
    return GitHub("token", transport=transport, retries=1, drift="warn")


def test_every_declared_operation_is_one_of_the_document() -> None:
    assert set(ROUTES) == {(each.method, each.shape) for each in OPERATIONS}


@each_operation
def test_parameters_are_some_of_the_document(operation: Operation) -> None:
    call = call_for(operation, ROUTES)
    names = call.names()

    assert set(call.route.operation.arguments) <= set(names)
    required = {name for name, each in call.route.operation.arguments.items() if each.required}
    assert {name for name, each in names.items() if each.required} <= required


@each_operation
def test_every_parameter_is_accepted(operation: Operation, transport: JudgedTransport) -> None:
    call = call_for(operation, ROUTES)

    read_fields(call.make(client_of(transport), call.arguments()))

    assert transport.verdict.reasons == ()
    assert transport.verdict.operation == operation.id


@each_operation
def test_required_alone_is_accepted(operation: Operation, transport: JudgedTransport) -> None:
    call = call_for(operation, ROUTES)
    required = {name for name, each in call.route.operation.parameters.items() if each.required}

    call.make(
        client_of(transport),
        {name: each for name, each in call.arguments().items() if name in required},
    )

    assert transport.verdict.reasons == ()
    assert transport.verdict.operation == operation.id


@pytest.mark.parametrize(("operation", "body"), EXAMPLES)
def test_documented_response_is_read(
    operation: Operation, body: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("restmap.decode.drift._reported", set[Any]())
    transport = HandlerTransport(lambda request: Response(200, body=json.dumps(body).encode()))
    call = call_for(operation, ROUTES)

    read_fields(call.make(client_of(transport), call.arguments()))


def read_fields(result: Any) -> None:
    """Read every field of a record or of a page's records: what does not fit is a warning."""
    for record in result if hasattr(result, "next_page_url") else [result]:
        if hasattr(record, "to_dict"):
            record.to_dict()


@pytest.mark.parametrize(("operation", "wrong"), WRONGS)
def test_judge_refuses(operation: Operation, wrong: Wrong, transport: JudgedTransport) -> None:
    call = call_for(operation, ROUTES)
    transport.edit = wrong.edit

    with suppress(ApiError):
        call.make(client_of(transport), call.arguments() | wrong.arguments, wrong.path)

    assert not transport.verdict.accepted
    assert wrong.reason.lower() in "\n".join(transport.verdict.reasons).lower()


def test_links_of_the_header_are_found(transport: JudgedTransport) -> None:
    repository = GitHub("token", transport=transport).api.v3.repos(owner="octocat", repo="hello")

    page = repository.issues.page(page_size=2)

    assert len(page) == 1
    assert page.next_page_url == "https://api.github.com/resource?page=2"
