"""What becomes of each operation of the catalogue: Prism's verdicts, and what twilio-python sends.

Each operation is called twice, with every parameter of its document and with none but the
required ones. What an operation came to is kept, so that tests and the page that
`catalogue_page.py` writes are about the same calls.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any
from urllib.parse import unquote

import attrs
from attrs import frozen
from twilio.base.exceptions import TwilioException

from resources.twilio import Client
from restmap import ApiError, Auth, BearerAuth
from restmap.describe.routes import Route

from . import twilio_python
from .calls import Call, JudgedTransport, Shape, call_for, routes_of
from .judge import Judge
from .openapi import Operation
from .recording_server import Received, RecordingServer
from .values import TEXT

ACCOUNT, TOKEN = "AC" + "0" * 32, "token"

REQUESTS = {"every parameter": False, "required alone": True}
"""The two requests of each operation, and whether it is the one with the required alone."""

# What the client declares and the document does not have, with the reason.
PARAMETERS_BEYOND = {
    ("proxy_v1.CreateSession", "fail_on_participant_conflict"): (
        "in Twilio's Ruby documentation of SessionList, from which the resource was specified, "
        "and no longer in the document"
    ),
}

# What deletes respond with; a delete of restmap returns True, as it does in twilio-python.
NOT_READ = (
    "conversations_v2.DeleteConfiguration",
    "conversations_v2.DeleteConversationAsync",
    "knowledge_v2.DeleteKnowledgeBase",
    "memory_v1.DeleteDataMapping",
    "memory_v1.DeleteProfile",
    "memory_v1.DeleteProfileConversationSummary",
    "memory_v1.DeleteProfileIdentifier",
    "memory_v1.DeleteProfileObservation",
    "memory_v1.DeleteStore",
    "memory_v1.DeleteTraitGroup",
)


@frozen
class Asked:
    """What a library asked of the API, as the API reads it.

    origin: that of the API. headers: those that the operation documents as parameters.
    """

    method: str
    origin: str
    path: str
    query: dict[str, list[Any]]
    form: dict[str, list[Any]]
    json: Any
    content_type: str | None
    headers: dict[str, str | None]


@frozen
class Comparison:
    """One call by both libraries. theirs: the message where twilio-python cannot make it."""

    ours: Asked
    theirs: Asked | str


@frozen
class Outcome:
    """What an operation came to. reasons, comparisons: by the name of the request."""

    operation: Operation
    route: Route | None
    is_declared: bool
    reasons: dict[str, tuple[str, ...]] = attrs.field(factory=dict[str, Any])
    comparisons: dict[str, Comparison] = attrs.field(factory=dict[str, Any])

    @property
    def is_accepted(self) -> bool:
        return self.is_declared and not any(self.reasons.values())

    @property
    def is_equal(self) -> bool:
        return self.is_declared and all(
            each.ours == each.theirs for each in self.comparisons.values()
        )


class Outcomes:
    """The outcomes of operations, each found when it is first asked for."""

    def __init__(self, judge: Judge, server: RecordingServer) -> None:
        self._judge = judge
        self._server = server
        self._routes = routes_of(Client)
        self._ours = Client(ACCOUNT, TOKEN, base_url=server.url, retries=1)
        self._theirs = twilio_python.client_of(ACCOUNT, TOKEN, server.url)
        self._found: dict[str, Outcome] = {}

    def of(self, operation: Operation) -> Outcome:
        if operation.id not in self._found:
            self._found[operation.id] = self._outcome(operation)
        return self._found[operation.id]

    def close(self) -> None:
        self._ours.close()
        self._theirs.http_client.close()

    def _outcome(self, operation: Operation) -> Outcome:
        if (operation.method, operation.shape) not in self._routes:
            return Outcome(operation, None, False)
        call = call_for(operation, self._routes)
        return Outcome(
            operation,
            call.route,
            is_declared(operation, self._routes),
            {name: self._reasons(call, required_only) for name, required_only in REQUESTS.items()},
            {name: self._compared(call, required_only) for name, required_only in REQUESTS.items()},
        )

    def _reasons(self, call: Call, required_only: bool) -> tuple[str, ...]:
        """Why Prism refuses the request; nothing where it accepts it."""
        transport = JudgedTransport(self._judge)
        with suppress(ApiError):
            client = client_for(call.operation, transport)
            call.make(client, call.arguments(required_only=required_only))
        judged = transport.verdict.operation
        if judged is not None and judged != call.operation.id:
            return (f"taken for {judged}", *transport.verdict.reasons)
        return transport.verdict.reasons

    def _compared(self, call: Call, required_only: bool) -> Comparison:
        arguments = call.arguments(required_only=required_only)
        # twilio-python sends path values as they are; test_twilio_python.py shows where it leads.
        path = ["KX" + "0" * 32 if each == TEXT else each for each in call.path()]
        self._server.taken()
        with suppress(ApiError):
            call.make(self._ours, arguments, path)
        ours = self._asked(call.operation, call.operation.host)
        try:
            twilio_python.make(self._theirs, call, arguments, path)
        except TwilioException:
            pass  # the server has no responses, which a library may say as it likes
        except (AttributeError, NameError, TypeError) as error:
            return Comparison(ours, str(error))
        return Comparison(ours, self._asked(call.operation, self._theirs.http_client.origin))

    def _asked(self, operation: Operation, origin: str) -> Asked:
        (received,) = self._server.taken()
        return as_read(received, operation, origin)


def is_declared(operation: Operation, routes: dict[Shape, Route]) -> bool:
    """Whether the client has the operation, with the parameters of the document."""
    if (operation.method, operation.shape) not in routes:
        return False
    call = call_for(operation, routes)
    found = [*call.names().values(), *call.parts_of_body()]
    return found == operation.at("query", "form", "json", "header") and not beyond(call)


def beyond(call: Call) -> list[str]:
    """The parameters that the document does not have, and that no reason is given for."""
    parts = call.parts()
    known = {*call.names(), call.whole_body}
    known |= {parts[each.name] for each in call.parts_of_body() if each.name in parts}
    return [
        name
        for name in call.route.operation.arguments
        if name not in known and (call.operation.id, name) not in PARAMETERS_BEYOND
    ]


def client_for(operation: Operation, transport: Any) -> Client:
    """A client with credentials of the kind that the operation wants."""
    auth: Auth | None = BearerAuth(TOKEN) if "bearer" in operation.schemes else None
    token = TOKEN if auth is None else None
    return Client(ACCOUNT, token, transport=transport, auth=auth, retries=1)


def as_read(received: Received, operation: Operation, origin: str) -> Asked:
    """A request as the API reads it: decoded, JSON text as what it says."""
    names = [each.name.lower() for each in operation.at("header")]
    return Asked(
        received.method,
        origin,
        unquote(received.path),
        _values_read(received.query),
        _values_read(received.form),
        received.json,
        received.content_type,
        {name: _header_read(received.headers.get(name)) for name in names},
    )


def _header_read(value: str | None) -> str | None:
    """A header whose items are separated by a comma and a space, or a comma alone: as one form.

    Blanks around the items of a list mean nothing (RFC 9110 5.6.1); libraries differ in them.
    """
    return re.sub(r"\s*,\s*", ", ", value) if value is not None else None


def _values_read(pairs: dict[str, list[str]]) -> dict[str, list[Any]]:
    return {name: [_json_or_text(each) for each in values] for name, values in pairs.items()}


def _json_or_text(text: str) -> Any:
    return json.loads(text) if text.startswith(("{", "[")) else text
