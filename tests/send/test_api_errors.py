"""Refusing responses: status 400 and above raise ApiError, whatever their body is."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

import restmap
from resources.twilio import Client
from resources.twilio.pages import MetaPage
from restmap import (
    ApiError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    HandlerTransport,
    NotFoundError,
    Paging,
    Params,
    PermissionDeniedError,
    PreconditionFailedError,
    RateLimitError,
    Resource,
    Response,
    RestmapError,
    ServerError,
    UnprocessableEntityError,
)
from tests.support import ROOT, Served, meta_page


class Ticket(Resource, uri="/Tickets/{sid}", page=MetaPage):
    sid: str

    class Create(Params):
        subject: str = restmap.UNSET

    class List(Paging): ...

    class Fetch(Params):
        token: str = restmap.UNSET

    class Delete(Params): ...


CLASSES = [
    (400, BadRequestError),
    (401, AuthenticationError),
    (402, ApiError),
    (403, PermissionDeniedError),
    (404, NotFoundError),
    (409, ConflictError),
    (412, PreconditionFailedError),
    (418, ApiError),
    (422, UnprocessableEntityError),
    (429, RateLimitError),
    (451, ApiError),
    (500, ServerError),
    (503, ServerError),
    (599, ServerError),
]

BODIES = [
    (b"", {}, None, ""),
    (b"<html>gateway</html>", {"Content-Type": "text/html"}, None, ""),
    (b"[1]", {}, None, ""),
    (b"null", {}, None, ""),
    (b"\xff", {}, None, ""),
    (b"[" * 100_000, {}, None, ""),
    (b'{"code": 20404, "message": "gone"}', {}, 20404, "gone"),
]


@pytest.mark.parametrize(("status", "kind"), CLASSES)
@pytest.mark.parametrize(("body", "headers", "code", "message"), BODIES)
def test_a_status_has_its_class_whatever_the_body(status, kind, body, headers, code, message):
    with pytest.raises(ApiError) as caught:
        Served(Response(status, headers, body)).mount(Ticket).create()
    error = caught.value
    assert type(error) is kind
    assert (error.status, error.code, error.message) == (status, code, message)
    assert (error.body, error.headers) == (body, headers)
    assert str(error).startswith(
        f"status {status}: {message or 'the response has no error message'}\n"
    )


@pytest.mark.parametrize("status", [200, 201, 299])
def test_another_status_is_no_error(status):
    assert Served(Response(status, body=b'{"sid": "TI1"}')).mount(Ticket).create().sid == "TI1"


def test_an_error_of_twilio():
    body = {
        "code": 20404,
        "message": "The requested resource was not found",
        "more_info": "https://www.twilio.com/docs/errors/20404",
        "status": 404,
        "details": {"a": 1},
    }
    response = Response(404, {"Twilio-Request-Id": "RQ1"}, json.dumps(body).encode())
    transport = HandlerTransport(lambda _: response)
    with pytest.raises(NotFoundError) as caught:
        Client("AC1", "t", transport=transport).proxy.v1.services("KS1").fetch()
    error = caught.value
    assert str(error) == (
        "status 404: The requested resource was not found\n"
        "  code 20404, more info https://www.twilio.com/docs/errors/20404, request id RQ1\n"
        "  in GET https://proxy.twilio.com/v1/Services/KS1"
    )
    assert (error.code, error.details, error.request_id) == (20404, {"a": 1}, "RQ1")
    assert (error.method, error.url) == ("GET", "https://proxy.twilio.com/v1/Services/KS1")
    assert error.more_info == "https://www.twilio.com/docs/errors/20404"


SHAPES: list[tuple[Any, dict[str, Any]]] = [
    (  # RFC 9457
        {
            "type": "https://example.com/out-of-credit",
            "title": "You do not have enough credit.",
            "detail": "Your balance is 30, but that costs 50.",
            "status": 403,
        },
        {
            "message": "Your balance is 30, but that costs 50.",
            "more_info": "https://example.com/out-of-credit",
            "code": None,
        },
    ),
    ({"title": "No credit."}, {"message": "No credit.", "more_info": None}),
    (
        {"error": {"code": "no_credit", "message": "No credit."}},
        {"message": "No credit.", "code": "no_credit"},
    ),
    (
        {"error": "invalid_grant", "error_description": "The token ran out."},
        {"message": "The token ran out.", "code": "invalid_grant"},
    ),
    ({"error": "invalid_grant"}, {"message": "invalid_grant", "code": None}),
    (
        {"message": "Bad", "errors": [{"field": "a"}], "documentation_url": "https://d.example"},
        {"message": "Bad: a", "details": [{"field": "a"}], "more_info": "https://d.example"},
    ),
    (
        {"errors": [{"detail": "No credit.", "code": "C1"}, {"detail": "No wit."}]},
        {"message": "No credit; No wit.", "code": "C1"},
    ),
    ({"errors": ["No credit."]}, {"message": "No credit.", "details": ["No credit."]}),
    (  # FastAPI
        {
            "detail": [
                {"type": "missing", "loc": ["body", "title"], "msg": "Field required"},
                {"type": "int_parsing", "loc": ["query", "ids", 0], "msg": "Not an integer"},
            ]
        },
        {
            "message": "body.title: Field required; query.ids.0: Not an integer",
            "details": [
                {"type": "missing", "loc": ["body", "title"], "msg": "Field required"},
                {"type": "int_parsing", "loc": ["query", "ids", 0], "msg": "Not an integer"},
            ],
            "more_info": None,
        },
    ),
    (  # JSON:API
        {
            "errors": [
                {
                    "status": "422",
                    "code": "blank",
                    "title": "Invalid attribute",
                    "detail": "must not be blank",
                    "source": {"pointer": "/data/attributes/title"},
                },
                {"title": "Invalid parameter", "source": {"parameter": "sort"}},
            ]
        },
        {
            "message": "/data/attributes/title: must not be blank; sort: Invalid parameter",
            "code": "blank",
        },
    ),
    (  # Ruby on Rails
        {"errors": {"title": ["is missing", "is too short"], "address": {"city": ["is odd"]}}},
        {
            "message": "title: is missing; title: is too short; address.city: is odd",
            "details": {"title": ["is missing", "is too short"], "address": {"city": ["is odd"]}},
        },
    ),
    ({"errors": {"title": "is missing"}}, {"message": "title: is missing"}),
    (  # Django REST framework
        {"title": ["This field is required."], "non_field_errors": ["Too late."]},
        {"message": "title: This field is required; non_field_errors: Too late."},
    ),
    (  # Laravel, whose message repeats the first error
        {"message": "The title is missing.", "errors": {"title": ["The title is missing."]}},
        {"message": "The title is missing."},
    ),
    (  # GitHub
        {
            "message": "Validation Failed",
            "errors": [{"resource": "Issue", "field": "title", "code": "missing_field"}],
        },
        {"message": "Validation Failed: title: missing_field"},
    ),
    (  # Google
        {
            "error": {
                "code": 403,
                "message": "Not allowed.",
                "errors": [{"message": "Not allowed.", "reason": "forbidden"}],
            }
        },
        {"message": "Not allowed.", "code": 403},
    ),
    (  # Jira
        {"errorMessages": ["No project."], "errors": {"summary": "is missing"}},
        {"message": "summary: is missing; No project."},
    ),
    (  # Mongoose
        {"errors": {"title": {"message": "The title is missing.", "kind": "required"}}},
        {"message": "title: The title is missing."},
    ),
    (  # Symfony, in problem details
        {
            "type": "https://symfony.com/errors/validation",
            "title": "Validation Failed",
            "detail": "title: must not be blank",
            "violations": [{"propertyPath": "title", "title": "must not be blank"}],
        },
        {
            "message": "title: must not be blank",
            "details": [{"propertyPath": "title", "title": "must not be blank"}],
        },
    ),
    (  # RFC 7807
        {
            "title": "Your request is not valid.",
            "invalid-params": [{"name": "age", "reason": "must be positive"}],
        },
        {"message": "Your request is not valid: age: must be positive"},
    ),
    (  # Salesforce
        [{"message": "No such column.", "errorCode": "INVALID_FIELD"}],
        {"message": "No such column.", "code": "INVALID_FIELD"},
    ),
    ("Not today", {"message": "Not today", "details": None}),
    (
        {"errors": [{"field": str(number), "message": "is odd"} for number in range(12)]},
        {"message": "; ".join(f"{n}: is odd" for n in range(10)) + "; and 2 more"},
    ),
    ({"errors": [[["a"]], 5, None, "", {}, True]}, {"message": "a; 5; true"}),
    ({"errors": {"a": {"b": {"c": {"d": {"e": {"f": {"g": {"h": {"i": 1}}}}}}}}}}, {"message": ""}),
    ({"errors": []}, {"message": "", "code": None}),
    ({"message": None, "code": 0}, {"message": "", "code": 0}),
    ({"message": 5}, {"message": "5"}),
    ({}, {"message": "", "code": None, "details": None, "more_info": None}),
]


@pytest.mark.parametrize(("body", "facts"), SHAPES)
def test_the_error_bodies_of_common_apis_are_read(body, facts):
    response = Response(
        403, {"Content-Type": "application/problem+json"}, json.dumps(body).encode()
    )
    with pytest.raises(PermissionDeniedError) as caught:
        Served(response).mount(Ticket).create()
    assert {name: getattr(caught.value, name) for name in facts} == facts
    assert caught.value.data == body


def test_members_of_problem_details_are_kept_and_about_blank_is_not_shown():
    body = {"type": "about:blank", "title": "Forbidden", "balance": 30, "accounts": ["/1", "/2"]}
    headers = {"Content-Type": "application/problem+json; charset=utf-8"}
    with pytest.raises(PermissionDeniedError) as caught:
        Served(Response(403, headers, json.dumps(body).encode())).mount(Ticket).create()
    assert caught.value.data["balance"] == 30
    assert caught.value.data["accounts"] == ["/1", "/2"]
    assert caught.value.more_info is None
    assert str(caught.value) == f"status 403: Forbidden\n  in POST {ROOT}/Tickets"


@pytest.mark.parametrize(
    ("content_type", "given", "more_info"),
    [
        ("application/problem+json", "urn:problem:credit", "urn:problem:credit"),
        ("application/json", "card_error", None),
        ("application/json", "https://d.example/card", "https://d.example/card"),
        ("application/problem+json", 5, None),
    ],
)
def test_the_type_of_an_error_is_more_info_where_it_is_a_link(content_type, given, more_info):
    body = json.dumps({"type": given, "title": "No."}).encode()
    with pytest.raises(ConflictError) as caught:
        Served(Response(409, {"Content-Type": content_type}, body)).mount(Ticket).create()
    assert caught.value.more_info == more_info


def test_plain_text_is_the_message():
    response = Response(404, {"Content-Type": "text/plain; charset=latin-1"}, b"\xfcber all\n")
    with pytest.raises(NotFoundError) as caught:
        Served(response).mount(Ticket)("TI1").fetch()
    assert caught.value.message == "über all"
    assert caught.value.data is None


def test_control_characters_of_a_server_are_escaped_where_they_are_shown(caplog):
    caplog.set_level("INFO", "restmap")
    said = {"message": "gone\x1b[2J\nroot\u202e", "code": "a\x07b", "more_info": "http://a\x7f"}
    response = Response(404, {"X-Request-Id": "r\x1b1"}, json.dumps(said).encode())
    with pytest.raises(NotFoundError) as caught:
        Served(response).mount(Ticket)("TI1").fetch()
    assert str(caught.value) == (
        "status 404: gone\\x1b[2J\\nroot\\u202e\n"
        "  code a\\x07b, more info http://a\\x7f, request id r\\x1b1\n"
        f"  in GET {ROOT}/Tickets/TI1"
    )
    assert caught.value.message == said["message"]
    assert all(text.isprintable() for text in caplog.messages)
    assert caplog.messages[0].endswith(" r\\x1b1")


def test_a_long_message_is_cut_where_it_is_shown():
    response = Response(404, {}, json.dumps({"message": "m" * 3000}).encode())
    with pytest.raises(NotFoundError) as caught:
        Served(response).mount(Ticket)("TI1").fetch()
    assert str(caught.value).splitlines()[0] == f"status 404: {'m' * 2000}…"
    assert len(caught.value.message) == 3000


def test_a_message_shows_how_long_the_api_asks_to_wait():
    response = Response(429, {"Retry-After": "60"}, b'{"message": "Slow down"}')
    with pytest.raises(RateLimitError) as caught:
        Served(response).mount(Ticket).create()
    assert caught.value.retry_after == 60
    assert str(caught.value) == (
        f"status 429: Slow down\n  retry after 60 s\n  in POST {ROOT}/Tickets"
    )


def test_an_error_shows_no_query():
    with pytest.raises(NotFoundError) as caught:
        Served(Response(404)).mount(Ticket)("a b").fetch(token="secret")
    assert str(caught.value) == (
        f"status 404: the response has no error message\n  in GET {ROOT}/Tickets/a%20b"
    )
    assert caught.value.url == f"{ROOT}/Tickets/a%20b"


def test_a_delete_that_is_refused_raises():
    with pytest.raises(NotFoundError):
        Served(Response(404)).mount(Ticket)("TI1").delete()


def test_the_error_of_a_later_page_leaves_the_records_before_it():
    served = Served(meta_page([{"sid": "a"}], f"{ROOT}/Tickets?Page=1"), Response(500))
    records = iter(served.mount(Ticket).stream())
    assert next(records).sid == "a"
    with pytest.raises(ServerError) as caught:
        next(records)
    assert caught.value.url == f"{ROOT}/Tickets"


FACTS = {"status": 404, "code": 5, "headers": {"X": "y"}, "url": "https://a.example"}

ERRORS = [
    kind
    for name in restmap.__all__
    if isinstance(kind := getattr(restmap, name), type) and issubclass(kind, BaseException)
]


def test_there_are_errors_to_try():
    assert len(ERRORS) > 14


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_survives_pickling(kind):
    facts = FACTS if issubclass(kind, RestmapError) else {}
    error = kind("what", **facts)
    if isinstance(error, RestmapError):
        error.attempts = 3
        error.page_url = "https://a.example/page"
    twin = pickle.loads(pickle.dumps(error))
    assert type(twin) is kind
    assert str(twin) == str(error)
    assert vars(twin) == vars(error)


@pytest.mark.parametrize("kind", [each for each in ERRORS if each is not restmap.DriftWarning])
def test_every_error_is_a_restmap_error(kind):
    assert issubclass(kind, RestmapError)
    assert issubclass(restmap.ParameterError, ValueError)


def test_an_error_as_it_was_raised_survives_pickling():
    with pytest.raises(NotFoundError) as caught:
        Served(Response(404, {"X-Request-Id": "r1"}, b'{"code": 5}')).mount(Ticket)("TI1").fetch()
    twin = pickle.loads(pickle.dumps(caught.value))
    assert (twin.status, twin.code, twin.request_id) == (404, 5, "r1")
    assert str(twin) == str(caught.value)


# -- raised by programs ---------------------------------------------------------------------


def test_a_program_may_raise_one():
    error = NotFoundError("no such ticket", code=7, details={"id": 1})
    assert (error.status, error.message, error.code) == (404, "no such ticket", 7)
    assert (error.headers, error.body, error.data, error.retry_after) == ({}, b"", None, None)
    assert str(error) == "status 404: no such ticket\n  code 7"
    assert str(ApiError("odd")) == "odd"
    assert str(ApiError("odd", status=418)) == "status 418: odd"
    assert ApiError().message == ""


def test_a_subclass_with_other_arguments_survives_pickling():
    twin = pickle.loads(pickle.dumps(OutOfCreditError(30)))
    assert (type(twin), twin.balance, twin.status) == (OutOfCreditError, 30, 402)
    assert str(twin) == "status 402: the balance is 30"


class OutOfCreditError(ApiError):
    status = 402

    def __init__(self, balance: int) -> None:
        super().__init__(f"the balance is {balance}")
        self.balance = balance
