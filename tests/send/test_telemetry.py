"""A span a call, by OpenTelemetry's own SDK."""

from __future__ import annotations

import asyncio
import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from restmap import BearerAuth, Client, ConfigurationError, Request, Response, RestmapError
from restmap.send.telemetry import SpanObserver

from ..support import json_response
from .desk import COLOURS, TICKET, Desk, broken, failed


class Spans:
    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self.exporter))

    def of(
        self, colour: str, *responses: Any, verb: str = "fetch", **settings: Any
    ) -> ReadableSpan:
        """The one span of a call that gets these responses."""
        desk = Desk(colour, *responses, observers=[SpanObserver(self.provider)], **settings)
        with suppress(RestmapError):
            desk.do(verb)
        (span,) = self.exporter.get_finished_spans()
        self.exporter.clear()
        return span


@pytest.fixture
def spans() -> Iterator[Spans]:
    spans = Spans()
    yield spans
    spans.provider.shutdown()


@pytest.mark.parametrize("colour", COLOURS)
def test_a_call_is_a_client_span(spans: Spans, colour: str) -> None:
    span = spans.of(colour, TICKET, auth=BearerAuth("s3cret"))
    assert (span.name, span.kind) == ("GET /Tickets/{sid}", trace.SpanKind.CLIENT)
    assert span.status.status_code is trace.StatusCode.UNSET
    assert dict(span.attributes or {}) == {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "server.address": "api.desk.example",
        "server.port": 443,
        "url.full": "https://api.desk.example/v1/Tickets/T1",
        "url.template": "/Tickets/{sid}",
    }


def test_a_port_of_ones_own(spans: Spans) -> None:
    span = spans.of("blocking", TICKET, base_url="http://127.0.0.1:8080")
    assert span.attributes is not None
    assert span.attributes["server.port"] == 8080
    assert spans.of("blocking", TICKET, base_url="http://127.0.0.1").attributes["server.port"] == 80  # type: ignore[index]


def test_no_query_and_no_secret(spans: Spans) -> None:
    desk = Desk(
        "blocking",
        TICKET,
        auth=BearerAuth("s3cret"),
        observers=[SpanObserver(spans.provider)],
    )
    desk.tickets("T1").fetch(pin="s3cret")
    (span,) = spans.exporter.get_finished_spans()
    assert "s3cret" not in span.to_json()
    assert "Pin" not in span.to_json()


@pytest.mark.parametrize("colour", COLOURS)
def test_repetitions_are_counted(spans: Spans, colour: str) -> None:
    span = spans.of(colour, failed(503), broken(), TICKET)
    assert span.attributes is not None
    assert span.attributes["http.request.resend_count"] == 2
    assert span.attributes["http.response.status_code"] == 200
    assert span.status.status_code is trace.StatusCode.UNSET


@pytest.mark.parametrize("colour", COLOURS)
def test_a_failure_of_the_api(spans: Spans, colour: str) -> None:
    span = spans.of(colour, failed(404))
    assert span.attributes is not None
    assert span.attributes["error.type"] == "404"
    assert span.attributes["http.response.status_code"] == 404
    assert span.status.status_code is trace.StatusCode.ERROR


def test_a_failure_of_sending(spans: Spans) -> None:
    span = spans.of("blocking", failed(503), broken(), retries=2)
    assert span.attributes is not None
    assert span.attributes["error.type"] == "TransportError"
    assert "http.response.status_code" not in span.attributes
    assert span.status.status_code is trace.StatusCode.ERROR


def test_an_interrupt_ends_the_span(spans: Spans) -> None:
    def interrupted(_: Request) -> Response:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        spans.of("blocking", interrupted)
    assert len(spans.exporter.get_finished_spans()) == 1


def test_a_walk_has_a_span_a_page(spans: Spans) -> None:
    pages = (
        json_response({"items": [], "next": "/v1/Tickets?Page=2"}),
        json_response({"items": [], "next": None}),
    )
    desk = Desk("blocking", *pages, observers=[SpanObserver(spans.provider)])
    desk.do("list")
    names = [span.name for span in spans.exporter.get_finished_spans()]
    assert names == ["GET /Tickets", "GET /Tickets"]


@pytest.mark.parametrize("prefetch", [0, 1])
@pytest.mark.parametrize("colour", COLOURS)
def test_spans_belong_to_the_span_of_the_caller(spans: Spans, colour: str, prefetch: int) -> None:
    pages = (
        json_response({"items": [], "next": "/v1/Tickets?Page=2"}),
        json_response({"items": [], "next": None}),
    )
    desk = Desk(colour, *pages, observers=[SpanObserver(spans.provider)])

    async def walk() -> None:
        async for _ in desk.tickets.stream(prefetch=prefetch):
            pass

    with spans.provider.get_tracer("test").start_as_current_span("work") as work:
        if colour == "blocking":
            assert list(desk.tickets.stream(prefetch=prefetch)) == []
        else:
            asyncio.run(walk())
    first, second, _ = spans.exporter.get_finished_spans()
    assert first.parent is not None
    assert second.parent is not None
    here = work.get_span_context().span_id
    assert (first.parent.span_id, second.parent.span_id) == (here, here)


def test_a_call_without_a_request_has_no_span(spans: Spans) -> None:
    class Refusing(BearerAuth):
        def authorise(self, request: Request) -> Request:
            raise ConfigurationError("no key")

    desk = Desk("blocking", TICKET, auth=Refusing("x"), observers=[SpanObserver(spans.provider)])
    with pytest.raises(ConfigurationError):
        desk.do("fetch")
    assert spans.exporter.get_finished_spans() == ()


def test_without_opentelemetry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(ConfigurationError) as caught:
        SpanObserver()
    assert str(caught.value) == (
        "OpenTelemetry is not installed.\n  Run: pip install 'restmap[otel]'"
    )
    assert isinstance(caught.value.__cause__, ImportError)


def test_a_client_with_spans_can_be_pickled() -> None:
    client = pickle.loads(pickle.dumps(Client(observers=[SpanObserver()])))
    assert [type(each).__name__ for each in client.observers] == ["LogObserver", "SpanObserver"]


def test_a_request_that_is_not_declared_has_no_template(spans: Spans) -> None:
    desk = Desk("blocking", TICKET, observers=[SpanObserver(spans.provider)])
    desk.client.request("GET", "https://api.desk.example/v1/anything")
    (span,) = spans.exporter.get_finished_spans()
    assert span.name == "GET"
    assert "url.template" not in dict(span.attributes or {})
