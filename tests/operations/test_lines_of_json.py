"""Request bodies with one JSON value in each line: NDJSON."""

from __future__ import annotations

from typing import Any

import pytest

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    DeclarationError,
    Model,
    Params,
    Resource,
    Response,
    action,
    collection,
    param,
)
from restmap.sandbox import Sandbox, SandboxCall
from tests.support import Served, message_without_place

LINES = "application/x-ndjson"


class Step(Model):
    index: str
    at: int | None = None


class Job(Resource, uri="/jobs/{id}"):
    id: str

    class Run(Params, uri="/run", content_type=LINES):
        steps: list[Step] = param(location="body")
        refresh: bool = param(location="query", default=UNSET)

    class Send(Params, uri="/send", content_type=LINES):
        lines: str = param(location="body")

    class Perhaps(Params, uri="/perhaps", content_type=LINES):
        lines: list[dict[str, Any]] = param(location="body", default=UNSET)

    run = action(Run, returns=None)
    send = action(Send, returns=None)
    perhaps = action(Perhaps, returns=None)


def test_each_item_is_a_line() -> None:
    served = Served(*[Response(204)] * 4)
    job = served.mount(Job)("a")
    job.run(steps=[Step(index="a\n"), {"index": "b", "at": 2}], refresh=True)
    job.send(lines='{"a":1}\n')
    job.perhaps(lines=[])
    job.perhaps()
    assert [each.body for each in served.requests] == [
        b'{"index":"a\\n"}\n{"index":"b","at":2}\n',
        b'{"a":1}\n',
        b"",
        b"",
    ]
    assert {each.headers["Content-Type"] for each in served.requests} == {LINES}
    assert served.requests[0].headers["Accept"] == "application/json"
    assert served.urls[0].endswith("/jobs/a/run?refresh=true")


def test_the_sandbox_reads_lines_over_http() -> None:
    class Jobs(Client, host="api.jobs.example"):
        jobs = collection(Job)

    given: list[Any] = []
    sandbox = Sandbox(Jobs)

    @sandbox.override(Job, "run")
    def run(call: SandboxCall) -> None:
        given.append(call.arguments["steps"])

    with sandbox, Jobs(auth=BearerAuth(sandbox.token), base_url=sandbox.url) as client:
        client.jobs("a").run(steps=[Step(index="a"), Step(index="b", at=2)])
    assert given == [[Step(index="a"), Step(index="b", at=2)]]


def test_a_body_that_is_no_list_is_refused() -> None:
    with pytest.raises(DeclarationError) as caught:

        class Wrong(Resource, uri="/wrong/{id}"):
            id: str

            class Create(Params, body="json", content_type=LINES):
                index: str

    assert message_without_place(caught) == (
        "content_type='application/x-ndjson' is one JSON value in each line, and the request body "
        "is no list.\n"
        "  Write one parameter for it: `lines: list[dict[str, Any]] = param(location='body')`, or "
        "`lines: str = param(location='body')` for text that is sent as it is."
    )
