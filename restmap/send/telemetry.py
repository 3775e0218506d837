"""OpenTelemetry spans of calls, by the HTTP semantic conventions. Needs the extra `otel`.

https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..errors import ApiError, RestmapError, configuration_error
from ..messages import shown_url
from .observers import ObservedCall, Observer

if TYPE_CHECKING:
    from opentelemetry.trace import Span, TracerProvider

_KEY = "restmap.span"


class SpanObserver(Observer):
    """Creates a client span for each call, its retries included.

        client = Client(observers=[SpanObserver()])

    tracer_provider: the global one by default.
    Raises ConfigurationError where OpenTelemetry is not installed.
    """

    def __init__(self, tracer_provider: TracerProvider | None = None) -> None:
        try:
            from opentelemetry import trace
        except ImportError as error:
            raise configuration_error(
                "OpenTelemetry is not installed.", "Run: pip install 'restmap[otel]'"
            ) from error
        self._tracer_provider = tracer_provider
        self._trace = trace
        self._tracer = trace.get_tracer("restmap", tracer_provider=tracer_provider)

    def __reduce__(self) -> tuple[type[SpanObserver], tuple[TracerProvider | None]]:
        return SpanObserver, (self._tracer_provider,)

    def before_request(self, call: ObservedCall) -> None:
        """Start the span at the first attempt."""
        if _KEY in call.notes:
            return
        parts = urlsplit(call.sent_request.url)
        attributes: dict[str, Any] = {
            "http.request.method": call.sent_request.method,
            "server.address": parts.hostname or "",
            "server.port": parts.port or (443 if parts.scheme == "https" else 80),
            "url.full": shown_url(call.sent_request.url),
        }
        name, template = call.sent_request.method, call.operation.template.text
        if template:  # a request that is not declared has none
            name = f"{name} {template}"
            attributes["url.template"] = template
        call.notes[_KEY] = self._tracer.start_span(
            name,
            kind=self._trace.SpanKind.CLIENT,
            attributes=attributes,
        )

    def on_error(self, call: ObservedCall, error: RestmapError) -> None:
        """Give the span the status ERROR and the attribute `error.type`."""
        span: Span | None = call.notes.get(_KEY)
        if span is not None:
            kind = str(error.status) if isinstance(error, ApiError) else type(error).__name__
            span.set_attribute("error.type", kind)
            span.set_status(self._trace.StatusCode.ERROR)

    def on_end(self, call: ObservedCall) -> None:
        """End the span."""
        span: Span | None = call.notes.pop(_KEY, None)
        if span is None:
            return
        if call.response is not None:
            span.set_attribute("http.response.status_code", call.response.status)
        if call.attempt > 1:
            span.set_attribute("http.request.resend_count", call.attempt - 1)
        span.end()
