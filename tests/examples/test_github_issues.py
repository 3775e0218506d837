"""The example of another vendor: what it prints, and what it sends for that.

GitHub is a function here: it responds from a table of method and path, two issues a page.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from docs.examples.github_issues import GitHub, main
from restmap import HandlerTransport, Request, Response

REPO = "/repos/octocat/hello-world"
USER = {"login": "octocat", "id": 1}
BUG = {"name": "bug", "color": "d73a4a"}


def issue(number: int, title: str, **fields: Any) -> dict[str, Any]:
    """An issue, with fewer fields than GitHub's and one that the example does not declare."""
    known = {"id": 1000 + number, "number": number, "title": title, "state": "open"}
    return {**known, "user": USER, "labels": [BUG], "reactions": {"+1": 2}, **fields}


LISTED = [
    issue(7, "It is slow"),
    issue(6, "It is loud"),
    issue(5, "It leaks", state="closed"),
    issue(4, "It squeaks", state="closed", labels=[]),
    issue(3, "beyond the limit"),
]
CLOSED = issue(8, "Found a bug", state="closed", state_reason="completed")

RESPONSES: dict[tuple[str, str], tuple[int, Any]] = {
    ("GET", REPO): (200, {"full_name": "octocat/hello-world", "owner": USER}),
    ("POST", f"{REPO}/issues"): (201, issue(8, "Found a bug")),
    ("POST", f"{REPO}/issues/8/labels"): (
        200,
        [BUG, {"name": "good first issue", "color": "7057ff"}],
    ),
    ("POST", f"{REPO}/issues/8/comments"): (201, {"id": 99, "body": "It does now."}),
    ("PATCH", f"{REPO}/issues/comments/99"): (200, {"id": 99, "body": "It does now: …"}),
    ("GET", f"{REPO}/issues/8/comments"): (200, [{"id": 99, "body": "It does now: …"}]),
    ("PUT", f"{REPO}/issues/8/lock"): (204, None),
    ("DELETE", f"{REPO}/issues/8/lock"): (204, None),
    ("PATCH", f"{REPO}/issues/8"): (200, CLOSED),
}  # fmt: skip

PRINTED = """\
octocat/hello-world: the latest bugs
  #7 It is slow [bug] open
  #6 It is loud [bug] open
  #5 It leaks [bug] closed
  #4 It squeaks [] closed
opened #8 by octocat
labelled bug, good first issue
commented 1 time(s)
locked True, closed as completed
"""


def github(request: Request) -> Response:
    """What GitHub would respond with."""
    parts = urlsplit(request.url)
    if (request.method, parts.path) == ("GET", f"{REPO}/issues"):
        return page_of_issues(parts.query)
    status, body = RESPONSES[request.method, parts.path]
    return Response(status, body=b"" if body is None else json.dumps(body).encode())


def page_of_issues(query: str) -> Response:
    """Two of the issues, and in the header where the next two are."""
    number = int(parse_qs(query).get("page", ["1"])[0])
    items = LISTED[2 * number - 2 : 2 * number]
    query = f"labels=bug&sort=created&per_page=2&page={number + 1}"
    url = f"https://api.github.com{REPO}/issues?{query}"
    headers = {"Link": f'<{url}>; rel="next", <https://api.github.com/last>; rel="last"'}
    return Response(200, headers if 2 * number < len(LISTED) else {}, json.dumps(items).encode())


@pytest.fixture
def transport() -> HandlerTransport:
    return HandlerTransport(github)


@pytest.fixture
def client(transport: HandlerTransport) -> GitHub:
    return GitHub("a-token", transport=transport)


def test_it_prints_what_a_reader_expects(
    client: GitHub, capsys: pytest.CaptureFixture[str]
) -> None:
    main(client, "octocat", "hello-world")

    assert capsys.readouterr().out == PRINTED


def test_what_it_sends(client: GitHub, transport: HandlerTransport) -> None:
    main(client, "octocat", "hello-world")

    origin = "https://api.github.com"
    assert [f"{each.method} {each.url.removeprefix(origin)}" for each in transport.requests] == [
        f"GET {REPO}",
        f"GET {REPO}/issues?labels=bug&sort=created&per_page=2",
        f"GET {REPO}/issues?labels=bug&sort=created&per_page=2&page=2",
        f"POST {REPO}/issues",
        f"POST {REPO}/issues/8/labels",
        f"POST {REPO}/issues/8/comments",
        f"PATCH {REPO}/issues/comments/99",
        f"GET {REPO}/issues/8/comments",
        f"PUT {REPO}/issues/8/lock",
        f"PATCH {REPO}/issues/8",
    ]
    assert [json.loads(each.body) for each in transport.requests if each.body] == [
        {"title": "Found a bug", "body": "It does not work."},
        {"labels": ["bug", "good first issue"]},
        {"body": "It does now."},
        {"body": "It does now: see the release notes."},
        {"lock_reason": "resolved"},
        {"state": "closed", "state_reason": "completed"},
    ]


def test_what_every_request_has(client: GitHub, transport: HandlerTransport) -> None:
    main(client, "octocat", "hello-world")

    for request in transport.requests:
        assert request.headers["Authorization"] == "Bearer a-token"
        assert request.headers["X-GitHub-Api-Version"] == "2022-11-28"
        assert request.headers["Accept"] == "application/json"
        assert request.headers.get("Content-Type") == ("application/json" if request.body else None)


def test_null_is_sent_where_the_body_is_json(client: GitHub, transport: HandlerTransport) -> None:
    client.api.v3.repos(owner="octocat", repo="hello-world").issues(8).update(body=None)

    assert transport.requests[-1].body == b'{"body":null}'


def test_delete_has_no_body(client: GitHub, transport: HandlerTransport) -> None:
    unlocked = client.api.v3.repos(owner="octocat", repo="hello-world").issues(8).unlock()

    assert unlocked
    assert transport.requests[-1].body is None
    assert "Content-Type" not in transport.requests[-1].headers
