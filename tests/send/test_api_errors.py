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
    RateLimitError,
    Resource,
    Response,
    RestmapError,
    ServerError,
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
    (418, ApiError),
    (422, ApiError),
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


SHAPES: list[tuple[dict[str, Any], dict[str, Any]]] = [
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
        {"message": "The token ran out."},
    ),
    ({"error": "invalid_grant"}, {"message": "invalid_grant"}),
    (
        {"message": "Bad", "errors": [{"field": "a"}], "documentation_url": "https://d.example"},
        {"message": "Bad", "details": [{"field": "a"}], "more_info": "https://d.example"},
    ),
    (
        {"errors": [{"detail": "No credit.", "code": "C1"}, {"detail": "No wit."}]},
        {"message": "No credit.", "code": "C1"},
    ),
    ({"errors": ["No credit."]}, {"message": "", "details": ["No credit."]}),
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


FACTS = {"status": 404, "code": 5, "headers": {"X": "y"}, "url": "https://a.example", "attempts": 3}

ERRORS = [
    kind
    for name in restmap.__all__
    if isinstance(kind := getattr(restmap, name), type) and issubclass(kind, BaseException)
]


def test_there_are_errors_to_try():
    assert len(ERRORS) > 14


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_survives_pickling(kind):
    error = kind("what\n  remedy", **FACTS) if issubclass(kind, RestmapError) else kind("what")
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
