"""The path of a request of one's own, from a path or a URL to its flow."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol

import attrs

from ..declare.params import Params
from ..declare.uri import cut_template
from ..errors import ConfigurationError, ParameterError, compose
from ..messages import Response, shown_url
from ..plan.compilation import compile_operation
from ..plan.operation import Operation, Verb
from ..send.exchange import exchange, whole_response
from ..send.origins import move_to_origin
from ..send.undeclared import build_undeclared_request
from .resource import Resource
from .site import Domain, Site
from .site_mounts import SiteMount

if TYPE_CHECKING:
    from ..declare.files import Content, File
    from ..send.flow import Flow
    from .site import SiteClient

    class RequestingClient(SiteClient, Protocol):
        """The part of a client that requests of one's own need."""

        @property
        def base_url(self) -> str | None: ...
        @property
        def _site(self) -> Site: ...


def undeclared_call(
    client: RequestingClient,
    method: str,
    path_or_url: str,
    query: Mapping[str, Any] | None,
    json: Any,
    form: Mapping[str, Any] | None,
    content: Content | File | str | None,
    headers: Mapping[str, str] | None,
) -> Flow[Response]:
    """The flow of a request of one's own; its arguments are checked here."""
    request = build_undeclared_request(
        method,
        find_url(client, path_or_url),
        query=query,
        json=json,
        form=form,
        content=content,
        headers=headers,
    )
    body: Literal["form", "json"] | None = None if form is None else "form"
    operation = undeclared_operation(method, body if json is ... else "json")
    return exchange(client, request, operation, whole_response)


@functools.lru_cache(maxsize=64)
def undeclared_operation(method: str, body: Literal["form", "json"] | None) -> Operation:
    """The operation of a request of one's own, as the log and observers see it.

    Its template is empty: the path is not known from a declaration.
    """

    class Undeclared(Params): ...

    verb = Verb("request", method, "collection", None, "nothing")
    options, template = Resource._plan.options, cut_template("")
    compiled = compile_operation(verb, Undeclared, template, options, "Client")
    return attrs.evolve(compiled, label="Client.request", body=body)


def find_url(client: RequestingClient, path_or_url: str) -> str:
    """The URL of a path or of a URL, on an origin that the client sends to.

    Raises ParameterError for any other one.
    """
    if path_or_url.startswith("/") and not path_or_url.startswith("//"):
        return _root(client) + path_or_url
    shown = shown_url(path_or_url)
    problem = f"{shown!r} is neither a path nor a URL."
    if path_or_url.startswith(("http://", "https://")):
        try:
            base_url = client.base_url
            if base_url and (found := move_to_origin(path_or_url, base_url, base_url)):
                return found
            for site in _sites(client):
                if found := site._move(path_or_url):
                    return found
            problem = f"the client does not send to the origin of {shown!r}; nothing was sent."
        except ValueError as error:
            problem = f"{shown!r} is not a URL: {error}."
    remedy = "Write a path, such as '/tickets', or a URL of a host that the client sends to."
    raise ParameterError(compose(problem, remedy, "Client.request"))


def _root(client: RequestingClient) -> str:
    """What the path of a request is appended to."""
    try:
        return client._site.root
    except ConfigurationError:
        if client.base_url and "{host}" not in client.base_url:
            return client.base_url
        raise ParameterError(
            compose(
                "a path alone does not say which host of the client is meant.",
                "Write the whole URL: 'https://…'.",
                "Client.request",
            )
        ) from None


def _sites(client: RequestingClient) -> Iterator[Site]:
    """The domains of a client, and its own host."""
    for cls in type(client).__mro__:
        for name, mount in vars(cls).items():
            if isinstance(mount, SiteMount) and mount.kind is Domain:
                yield getattr(client, name)
    try:
        yield client._site
    except ConfigurationError:
        return
