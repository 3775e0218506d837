"""Dry runs: the request of a call is shown in place of being sent, with its secrets masked."""

from __future__ import annotations

from collections.abc import Iterator

from ..api.client import Client
from ..auth.auth import Auth, NoAuth
from ..errors import escape_controls
from ..messages import Request, mask_request_headers, shown_url
from ..send.observers import ObservedCall, Observer
from ..send.shown_call import shown_parameters
from .table import cell_text


class NotSent(Exception):  # noqa: N818 (it is what was asked for)
    """The request of a call, as text; nothing was sent."""


class DryRun(Observer):
    """Ends a call before its first request is sent."""

    def before_request(self, call: ObservedCall) -> None:
        """Raise NotSent with the request."""
        raise NotSent("\n".join(_lines_of(call)))


class UnsentAuth(Auth):
    """The credentials of another Auth, where they are not requested from a server first."""

    def __init__(self, auth: Auth) -> None:
        self._auth = auth

    def authorise(self, request: Request) -> Request:
        """Add the credentials, or a header that stands for them."""
        is_at_once = type(self._auth).flow is Auth.flow or isinstance(self._auth, NoAuth)
        if is_at_once:
            return self._auth.authorise(request)
        return request.with_headers({"Authorization": "requested first"})


def make_dry(client: Client) -> None:
    """Let a client show its requests in place of sending them."""
    client.auth = UnsentAuth(client.auth)
    client.observers = [DryRun()]


def _lines_of(call: ObservedCall) -> Iterator[str]:
    request = call.sent_request
    yield escape_controls(f"{request.method} {shown_url(request.url)}")
    for name, value in mask_request_headers(request.headers).items():
        yield escape_controls(f"{name}: {value}")
    arguments = shown_parameters(call.operation, call.request, call.masked_parameters)
    if arguments:
        yield ""
        yield from (f"{cell_text(name)} = {cell_text(value)}" for name, value in arguments)
