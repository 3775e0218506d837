"""Requests of one's own: the methods of a client for what no declaration describes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..declare.files import Content, File
    from ..messages import Response
    from ..send.flow import Flow
    from .undeclared import RequestingClient


class RequestMethods:
    """The methods of a client that send what no declaration describes."""

    def request(
        self: RequestingClient,
        method: str,
        path_or_url: str,
        *,
        query: Mapping[str, Any] | None = None,
        json: Any = ...,
        form: Mapping[str, Any] | None = None,
        content: Content | File | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """Send a request of your own, with the credentials, retries, errors and observers of all.

            client.request("GET", "/tickets/7/audit", query={"since": date(2026, 11, 24)}).json()

        path_or_url: a path below the host and prefix of the client, or the whole URL of a host
            that the client sends to.
        query: values by name; None is left out, and a list repeats its name.
        json, form, content: the request body, at most one of them; content is text, bytes, a path,
            an open file, an iterator of bytes, or a File, and is sent as it is.
        headers: they replace headers of the client. Without an `Accept` among them, JSON is
            preferred.
        Raises ParameterError for what cannot be sent, a URL of another origin among it, before
        anything is sent.
        """
        parts = {"query": query, "json": json, "form": form, "content": content}
        return self._run(_call(self, method, path_or_url, headers=headers, **parts))

    async def request_async(
        self: RequestingClient,
        method: str,
        path_or_url: str,
        *,
        query: Mapping[str, Any] | None = None,
        json: Any = ...,
        form: Mapping[str, Any] | None = None,
        content: Content | File | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """The awaited form of `request`."""
        parts = {"query": query, "json": json, "form": form, "content": content}
        return await self._run_async(_call(self, method, path_or_url, headers=headers, **parts))


def _call(client: RequestingClient, method: str, path_or_url: str, **parts: Any) -> Flow[Response]:
    from .undeclared import undeclared_call  # for few programs

    return undeclared_call(client, method, path_or_url, **parts)
