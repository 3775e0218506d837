"""No credential is in a repr, a message, or a pickled error."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import pytest

import restmap
from resources.twilio import Client
from restmap import (
    Auth,
    BasicAuth,
    BearerAuth,
    HandlerTransport,
    HeaderAuth,
    NoAuth,
    Request,
    Response,
    RestmapError,
)
from tests.support import DeskClient

SECRET = "hunter2"
BASE64 = "QUMxOmh1bnRlcjI="  # AC1:hunter2


def shows(text: str) -> bool:
    return SECRET in text or BASE64 in text


AUTHS: list[tuple[Auth, dict[str, str]]] = [
    (BasicAuth("AC1", SECRET), {"Authorization": f"Basic {BASE64}"}),
    (BearerAuth(SECRET), {"Authorization": f"Bearer {SECRET}"}),
    (HeaderAuth("X-Api-Key", SECRET), {"X-Api-Key": SECRET}),
    (HeaderAuth("Private-Thing", SECRET), {"Private-Thing": SECRET}),
]


@pytest.mark.parametrize(("auth", "headers"), AUTHS)
def test_an_auth_object_adds_its_header_and_hides_it(auth, headers):
    request = auth.authorise(Request("GET", "https://a.example", {"Accept": "x"}))
    assert request.headers == {"Accept": "x", **headers}
    assert not shows(repr(request))
    assert repr(auth) == str(auth) == f"{type(auth).__name__}(***)"
    assert repr(DeskClient(auth=auth)) == f"Vendor.DeskClient(auth={type(auth).__name__}(***))"


def test_the_header_of_a_call_wins_over_that_of_the_client():
    request = Request("GET", "https://a.example", {"authorization": "own"})
    assert BearerAuth(SECRET).authorise(request).headers == {"authorization": "own"}


def test_no_auth_adds_nothing():
    request = Request("GET", "https://a.example", {"Accept": "x"})
    assert NoAuth().authorise(request) == request
    assert Auth().authorise(request) == request
    assert repr(NoAuth()) == "NoAuth()"


def test_an_auth_object_of_ones_own_signs_requests():
    class Signed(Auth):
        def authorise(self, request: Request) -> Request:
            return request.with_headers({"X-Signature": f"{len(request.body or b'')}"})

    transport = HandlerTransport(lambda _: Response(204))
    client = Client("AC1", auth=Signed(), transport=transport)
    client.proxy.v1.services("KS1").delete()
    assert transport.requests[0].headers["X-Signature"] == "0"
    assert repr(client) == "Twilio.Client(auth=Signed(***))"


def test_a_password_may_be_any_text():
    headers = BasicAuth("AC1", "pä:ss").authorise(Request("GET", "https://a.example")).headers
    assert headers == {"Authorization": "Basic QUMxOnDDpDpzcw=="}


REPRS: list[Callable[[Any], object]] = [
    lambda client: client,
    lambda client: client.proxy,
    lambda client: client.proxy.v1,
    lambda client: client.proxy.v1.services,
    lambda client: client.proxy.v1.services("KS1"),
    lambda client: client.proxy.v1.services("KS1").fetch,
    lambda client: client.proxy.v1.services.stream(),
    lambda client: copy.copy(client),
]


@pytest.mark.parametrize("reach", REPRS)
def test_no_repr_shows_a_credential(reach):
    client = Client("AC1", SECRET, transport=HandlerTransport(lambda _: Response(204)))
    shown = reach(client)
    assert not shows(f"{shown!r} {shown}")


def test_a_request_shows_neither_its_credentials_nor_its_body():
    transport = HandlerTransport(lambda _: Response(204))
    Client("AC1", SECRET, transport=transport).proxy.v1.services.create(unique_name=SECRET)
    (request,) = transport.requests
    assert shows(str(request.headers))
    assert not shows(repr(request))
    assert "<18 bytes>" in repr(request)


def test_a_response_shows_no_cookie_no_link_and_no_body():
    signed = f"https://files.example/?signature={SECRET}"
    headers = {"Set-Cookie": SECRET, "Authorization": SECRET, "Location": signed, "Link": signed}
    shown = repr(Response(200, headers, SECRET.encode()))
    assert not shows(shown)
    assert "<7 bytes>" in shown


def refusing(_: Request) -> Response:
    return Response(401, {"Content-Type": "text/html"}, b"<html>")


def unreadable(_: Request) -> Response:
    return Response(200, {"Content-Type": "text/html"}, b"<html>")


def failing(request: Request) -> Response:
    raise restmap.TransportError(f"no response.\n  in {request.method}", maybe_sent=True)


FAILURES: list[tuple[Callable[[Request], Response], Callable[[Any], object]]] = [
    (refusing, lambda services: services("KS1").fetch()),
    (refusing, lambda services: services.create(unique_name="a")),
    (unreadable, lambda services: services("KS1").fetch()),
    (unreadable, lambda services: services.list(page_size=5)),
    (failing, lambda services: services("KS1").fetch()),
    (refusing, lambda services: services.list(limit=-1)),
    (refusing, lambda services: services.get_page(f"https://evil.example/?token={SECRET}")),
    (refusing, lambda services: services.get_page(f"https://u:{SECRET}@evil.example/")),
]


@pytest.mark.parametrize(("server", "use"), FAILURES)
def test_no_error_shows_a_credential(server, use, caplog):
    caplog.set_level(logging.DEBUG)
    client = Client("AC1", SECRET, transport=HandlerTransport(server), retries=1)
    with pytest.raises(RestmapError) as caught:
        use(client.proxy.v1.services)
    error = caught.value
    assert not shows("".join(traceback.format_exception_only(error)))
    assert not shows(repr(error))
    assert not shows(caplog.text)
    assert BASE64.encode() not in pickle.dumps(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
