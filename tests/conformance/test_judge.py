"""The judge bites: right requests to Proxy are accepted, and wrong ones refused for the fault."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from attrs import frozen

from .judge import Judge
from .openapi import Operation, operations
from .twilio_documents import documents

pytestmark = pytest.mark.conformance

SERVICE = "KS" + "0" * 32
SESSION = "KC" + "1" * 32
PARTICIPANT = "KP" + "2" * 32

SERVICES_URL = "https://proxy.twilio.com/v1/Services"
SESSIONS_URL = f"{SERVICES_URL}/{SERVICE}/Sessions"
PARTICIPANTS_URL = f"{SESSIONS_URL}/{SESSION}/Participants"
MESSAGES_URL = f"{PARTICIPANTS_URL}/{PARTICIPANT}/MessageInteractions"

CREDENTIALS = {"Authorization": "Basic QUM6c2VjcmV0"}
FORM = {**CREDENTIALS, "Content-Type": "application/x-www-form-urlencoded"}
JSON = {**CREDENTIALS, "Content-Type": "application/json"}


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge([documents()["proxy_v1"]]) as judge:
        yield judge


@frozen
class Request:
    method: str
    url: str
    headers: dict[str, str] = CREDENTIALS
    body: bytes = b""


def form(url: str, *fields: tuple[str, str], method: str = "POST") -> Request:
    return Request(method, url, FORM, urlencode(fields).encode())


ALL_OF_A_SESSION = [
    ("UniqueName", "Order #1234"),
    ("DateExpiry", "2030-01-02T03:04:05Z"),
    ("Ttl", "3600"),
    ("Mode", "voice-only"),
    ("Status", "open"),
    ("Participants", '{"Identifier": "+14155551212"}'),
    ("Participants", '{"Identifier": "+14155551213"}'),
]

RIGHT = {
    "create with all parameters": (
        "proxy_v1.CreateSession",
        form(SESSIONS_URL, *ALL_OF_A_SESSION),
    ),
    "create with none": ("proxy_v1.CreateSession", form(SESSIONS_URL)),
    "create with the required one": (
        "proxy_v1.CreateParticipant",
        form(PARTICIPANTS_URL, ("Identifier", "+14155551212")),
    ),
    "update": (
        "proxy_v1.UpdateSession",
        form(f"{SESSIONS_URL}/{SESSION}", ("Status", "closed")),
    ),
    "fetch": ("proxy_v1.FetchSession", Request("GET", f"{SESSIONS_URL}/{SESSION}")),
    "delete": ("proxy_v1.DeleteSession", Request("DELETE", f"{SESSIONS_URL}/{SESSION}")),
    "list": ("proxy_v1.ListService", Request("GET", SERVICES_URL)),
    "list a page": (
        "proxy_v1.ListSession",
        Request("GET", f"{SESSIONS_URL}?PageSize=5&Page=1&PageToken=PA%2B1"),
    ),
    "a repeated array": (
        "proxy_v1.CreateMessageInteraction",
        form(
            MESSAGES_URL, ("MediaUrl", "https://a.example/1"), ("MediaUrl", "https://a.example/2")
        ),
    ),
}

# What is wrong, the request, and a part of the reason.
WRONG = {
    "enum": (form(SESSIONS_URL, ("Mode", "smoke-signals")), "Mode must be equal to one of"),
    "required field missing": (
        form(PARTICIPANTS_URL, ("FriendlyName", "Ann")),
        "must have required property 'Identifier'",
    ),
    "required field missing, body empty": (form(PARTICIPANTS_URL), "Body parameter is required"),
    "SID in the path": (
        Request("GET", f"{SERVICES_URL}/PN{'0' * 32}/Sessions"),
        "servicesid must match pattern",
    ),
    "SID too short": (
        form(PARTICIPANTS_URL, ("Identifier", "+1"), ("ProxyIdentifierSid", "PN00")),
        "ProxyIdentifierSid must NOT have fewer than 34 characters",
    ),
    "text for an integer": (form(SESSIONS_URL, ("Ttl", "an hour")), "Ttl must be integer"),
    "text for an integer in the query": (
        Request("GET", f"{SESSIONS_URL}?PageSize=many"),
        "pagesize must be integer",
    ),
    "integer out of bounds": (Request("GET", f"{SESSIONS_URL}?PageSize=1001"), "must be <= 1000"),
    "date": (form(SESSIONS_URL, ("DateExpiry", "tomorrow")), 'must match format "date-time"'),
    "date without a zone": (
        form(SESSIONS_URL, ("DateExpiry", "2030-01-02T03:04:05")),
        'must match format "date-time"',
    ),
    "unknown form field": (form(SESSIONS_URL, ("TTL", "3600")), "found 'TTL'"),
    "unknown query parameter": (
        Request("GET", f"{SESSIONS_URL}?Status=open"),
        "proxy_v1.ListSession takes no query parameter 'Status'",
    ),
    "query parameter in the wrong case": (
        Request("GET", f"{SESSIONS_URL}?pageSize=5"),
        "proxy_v1.ListSession takes no query parameter 'pageSize'",
    ),
    "query parameter of Prism": (
        Request("GET", f"{SESSIONS_URL}?__code=200"),
        "proxy_v1.ListSession takes no query parameter '__code'",
    ),
    "query parameter given twice": (
        Request("GET", f"{SESSIONS_URL}?Page=1&Page=2"),
        "page must be integer",
    ),
    "form field given twice": (
        form(SESSIONS_URL, ("Ttl", "1"), ("Ttl", "2")),
        "proxy_v1.CreateSession takes the form field 'Ttl' only once",
    ),
    "first value of an array": (
        form(MESSAGES_URL, ("MediaUrl", "no url"), ("MediaUrl", "https://a.example/2")),
        'MediaUrl must match format "uri"',
    ),
    "last value of an array": (
        form(MESSAGES_URL, ("MediaUrl", "https://a.example/1"), ("MediaUrl", "no url")),
        'MediaUrl must match format "uri"',
    ),
    "method": (form(SESSIONS_URL, method="PUT"), 'does not have "put" method defined'),
    "path": (Request("GET", f"{SERVICES_URL}/{SERVICE}/Session"), "hasn't been found"),
    "path with .json": (Request("GET", f"{SERVICES_URL}.json"), "hasn't been found"),
    "dot segments": (
        Request("GET", f"{SERVICES_URL}/{SERVICE}/Sessions/%2E%2E/PhoneNumbers"),
        "dot segment '%2E%2E' in the path",
    ),
    "host": (
        Request("GET", "https://api.twilio.com/v1/Services"),
        "hasn't been matched with any of the provided servers",
    ),
    "content type": (
        Request("POST", SESSIONS_URL, JSON, b'{"Ttl": 3600}'),
        "Supported content types: application/x-www-form-urlencoded",
    ),
    "no content type": (Request("POST", SESSIONS_URL, CREDENTIALS, b"Ttl=3600"), "Request body"),
    "body on GET": (Request("GET", SESSIONS_URL, FORM, b"PageSize=5"), "non-empty body"),
    "no credentials": (Request("GET", SESSIONS_URL, {}), "does not fullfil the security"),
    "credentials of another kind": (
        Request("GET", SESSIONS_URL, {"Authorization": "Bearer token"}),
        "does not fullfil the security",
    ),
    "Prefer": (
        Request("GET", SESSIONS_URL, {**CREDENTIALS, "prefer": "code=200"}),
        "the header prefer steers Prism",
    ),
}


@pytest.mark.parametrize(("operation", "request_"), RIGHT.values(), ids=RIGHT.keys())
def test_right_request_is_accepted(judge: Judge, operation: str, request_: Request) -> None:
    verdict = judge.verdict(request_.method, request_.url, request_.headers, request_.body)

    assert verdict.reasons == ()
    assert verdict.accepted
    assert verdict.operation == operation


@pytest.mark.parametrize(("request_", "reason"), WRONG.values(), ids=WRONG.keys())
def test_wrong_request_is_refused(judge: Judge, request_: Request, reason: str) -> None:
    verdict = judge.verdict(request_.method, request_.url, request_.headers, request_.body)

    assert not verdict.accepted
    assert reason in "\n".join(verdict.reasons)


def test_right_request_gets_a_response(judge: Judge) -> None:
    verdict = judge.verdict("GET", SERVICES_URL, CREDENTIALS)

    assert verdict.status == 200
    assert b'"services"' in verdict.body


def test_operations_of_a_document() -> None:
    found = {operation.id: operation for operation in operations(documents()["proxy_v1"])}

    create = found["proxy_v1.CreateSession"]
    assert len(found) == 25
    assert (create.method, create.host) == ("POST", "https://proxy.twilio.com")
    assert create.path == "/v1/Services/{ServiceSid}/Sessions"
    assert create.content_types == ("application/x-www-form-urlencoded",)
    assert names(create, "path") == ["ServiceSid"]
    assert names(create, "form") == list(dict(ALL_OF_A_SESSION))
    assert [each.name for each in create.parameters if each.is_array] == ["Participants"]
    assert [each.name for each in create.parameters if each.required] == ["ServiceSid"]


def names(operation: Operation, location: str) -> list[str]:
    return [each.name for each in operation.parameters if each.location == location]
