"""The example of a private API, on its sandbox and on a server that knows nothing of restmap."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import web

from docs.examples.private_api import Estimate, Label, Tracker, main, make_sandbox
from restmap import NotFoundError, NotModified

PAGE_SIZE = 2


class Server:
    """An issue tracker of a few lines with aiohttp.web."""

    def __init__(self) -> None:
        self.issues: dict[str, dict[str, Any]] = {}
        self.comments: list[dict[str, Any]] = []
        self.keys_of_creates: list[str] = []

    def application(self) -> web.Application:
        app = web.Application(middlewares=[self.authenticate])
        app.router.add_post("/v1/issues", self.create)
        app.router.add_get("/v1/issues", self.list_issues)
        app.router.add_put("/v1/issues/labels", self.relabel)
        app.router.add_get("/v1/issues/{key}", self.fetch)
        app.router.add_patch("/v1/issues/{key}", self.update)
        app.router.add_delete("/v1/issues/{key}", self.delete)
        app.router.add_post("/v1/issues/{key}/close", self.close)
        app.router.add_post("/v1/issues/{key}/comments", self.comment)
        app.router.add_get("/v1/issues/{key}/comments", self.list_comments)
        return app

    @web.middleware
    async def authenticate(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if request.headers.get("Authorization") != "Bearer secret":
            return web.json_response({"message": "who are you?"}, status=401)
        if request.match_info.get("key", "TR-1") not in {*self.issues, "TR-1"}:
            return web.json_response({"message": "no such issue"}, status=404)
        response: web.StreamResponse = await handler(request)
        return response

    async def create(self, request: web.Request) -> web.Response:
        self.keys_of_creates.append(request.headers["Idempotency-Key"])
        empty: dict[str, Any] = {"state": "open", "labels": [], "estimate": None}
        issue = {**empty, **await request.json()}
        # Counted after the await, so that each of two at once has a key of its own.
        key = f"TR-{len(self.issues) + 1}"
        self.issues[key] = {**issue, "key": key}
        return web.json_response({"data": self.issues[key]}, status=201)

    async def list_issues(self, request: web.Request) -> web.Response:
        state, start = request.query.get("state"), int(request.query.get("cursor", "0"))
        found = [each for each in self.issues.values() if state in (None, each["state"])]
        following = str(start + PAGE_SIZE) if found[start + PAGE_SIZE :] else None
        page = found[start : start + PAGE_SIZE]
        return web.json_response({"data": page, "nextCursor": following})

    async def fetch(self, request: web.Request) -> web.Response:
        issue = self.issues[request.match_info["key"]]
        etag = f'"{hash(json.dumps(issue))}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        return web.json_response({"data": issue}, headers={"ETag": etag})

    async def update(self, request: web.Request) -> web.Response:
        issue = self.issues[request.match_info["key"]]
        issue |= await request.json()
        return web.json_response({"data": issue})

    async def delete(self, request: web.Request) -> web.Response:
        del self.issues[request.match_info["key"]]
        return web.Response(status=204)

    async def close(self, request: web.Request) -> web.Response:
        self.issues[request.match_info["key"]]["state"] = "closed"
        return web.json_response({"data": self.issues[request.match_info["key"]]})

    async def relabel(self, request: web.Request) -> web.Response:
        given = await request.json()
        for key in given["keys"]:
            self.issues[key]["labels"] = given["labels"]
        return web.Response(status=204)

    async def comment(self, request: web.Request) -> web.Response:
        known = {"id": len(self.comments), "issueKey": request.match_info["key"]}
        self.comments.append({**known, **await request.json()})
        return web.json_response({"data": self.comments[-1]}, status=201)

    async def list_comments(self, request: web.Request) -> web.Response:
        return web.json_response({"data": self.comments, "nextCursor": None})


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def origin(server: Server) -> Iterator[str]:
    """The server over HTTP on loopback, in a thread of its own."""
    loop, ready = asyncio.new_event_loop(), threading.Event()
    runner = web.AppRunner(server.application())

    async def start() -> None:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        ready.set()

    def serve() -> None:
        loop.run_until_complete(start())
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())

    thread = threading.Thread(target=serve)
    thread.start()
    assert ready.wait(10)
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)
    loop.close()


PRINTED = """\
Fire Estimate(hours=1.5, due_on=None) ['urgent']
due Estimate(hours=1.5, due_on=2026-12-24)
1 comment(s), closed
open: {open}
{changed}
deleted [True, True, True]
"""


def test_on_the_sandbox(capsys: pytest.CaptureFixture[str]) -> None:
    sandbox = make_sandbox()
    main(Tracker(sandbox.token, transport=sandbox, drift="error", retries=1))
    printed = capsys.readouterr().out
    (listed,) = (line for line in printed.splitlines() if line.startswith("open: "))
    assert sorted(listed[6:].split(", ")) == ["Smoke", "Water"]
    assert printed == PRINTED.format(open=listed[6:], changed="unchanged")


def test_on_a_server_of_another_make(
    origin: str, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    with Tracker("secret", base_url=origin, drift="error") as tracker:
        main(tracker)
    lines = capsys.readouterr().out.splitlines()
    assert sorted(lines[3].removeprefix("open: ").split(", ")) == ["Smoke", "Water"]
    assert lines[4] == "unchanged"
    assert len(set(server.keys_of_creates)) == 3
    assert server.issues == {}


def test_awaited_and_typed(origin: str) -> None:
    async def run() -> None:
        async with Tracker("secret", base_url=origin, drift="error") as tracker:
            labels = [Label(name="a"), Label(name="b")]
            created = [
                await tracker.issues.create_async(title=title, labels=labels) for title in "abc"
            ]
            assert [issue.title async for issue in tracker.issues.stream()] == ["a", "b", "c"]
            issue = await created[0].update_async(estimate={"hours": "2"})  # type: ignore[arg-type]
            assert issue.estimate == Estimate(hours=2)
            assert issue.labels == labels
            await tracker.issues.relabel_async(keys=[issue.key], labels=[])
            fetched = await tracker.issues(issue.key).fetch_async()
            assert fetched.labels == []
            assert fetched.response is not None
            etag = fetched.response.headers["ETag"]
            with pytest.raises(NotModified):
                await tracker.issues(issue.key).fetch_async(if_none_match=etag)
            with pytest.raises(NotFoundError, match="no such issue"):
                await tracker.issues("TR-9").fetch_async()

    asyncio.run(run())
