"""A help desk and its server: what the tests of recordings share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from restmap import (
    UNSET,
    ArrayPage,
    Client,
    Download,
    File,
    HandlerTransport,
    Paging,
    Params,
    Request,
    Resource,
    Response,
    action,
    collection,
    param,
)

PICTURE = bytes(range(256))
ORIGIN = "https://api.desk.example"


class Ticket(Resource, uri="/tickets/{id}", body="json", page=ArrayPage()):
    id: int
    subject: str | None
    pin: str | None
    opened_by: str | None
    url: str | None

    class Create(Params):
        subject: str = UNSET
        opened_by: str = UNSET
        pin: str = param(default=UNSET, sensitive=True)
        priority: int = UNSET

    class List(Paging): ...

    class Fetch(Params):
        pin: str = param(default=UNSET, sensitive=True)

    class Delete(Params): ...

    class Attach(Params, method="POST", uri="/files", body="multipart"):
        note: str
        file: File

    class Picture(Params, method="GET", uri="/picture"): ...

    attach = action(Attach)
    attach_async = attach.awaited()
    picture = action(Picture, returns=Download)


class Desk(Client, host="api.desk.example", prefix="/v1"):
    tickets = collection(Ticket)


def ticket(number: int, **fields: Any) -> dict[str, Any]:
    nothing = dict.fromkeys(("subject", "pin", "opened_by"))
    return {"id": number, **nothing, "url": f"{ORIGIN}/v1/tickets/{number}", **fields}


def answer(request: Request) -> Response:
    """What the server of the desk responds: what was sent, as a ticket."""
    path = request.url.partition("/v1/tickets")[2].partition("?")[0]
    if path.endswith("/picture"):
        return Response(200, {"Content-Type": "image/png", "ETag": '"a"'}, PICTURE)
    if request.method == "DELETE":
        return Response(204)
    if request.method == "GET" and not path:
        return as_json([ticket(1), ticket(2)])
    sent = json.loads(request.body or b"{}") if path != "/7/files" else {}  # type: ignore[arg-type]
    return as_json(ticket(7, **sent), 201)


def as_json(body: Any, status: int = 200, **headers: str) -> Response:
    given = {"Content-Type": "application/json", **headers}
    return Response(status, given, json.dumps(body).encode())


class Server(HandlerTransport):
    """The server as a transport of both kinds."""

    def __init__(self) -> None:
        super().__init__(answer)

    async def send_async(self, request: Request) -> Response:
        return self.send(request)


class Nowhere:
    """A transport that must not be used."""

    def send(self, request: Request) -> Response:
        raise AssertionError(f"it was sent: {request}")

    async def send_async(self, request: Request) -> Response:
        raise AssertionError(f"it was sent: {request}")


def load(path: Path) -> Any:
    """The calls in the file of a recording."""
    if path.suffix == ".json":
        return json.loads(path.read_text())["calls"]
    return YAML(typ="safe", pure=True).load(path.read_text())["calls"]
