"""Rules: what the server of an API does that its declarations do not say."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from http import HTTPStatus
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from ..declare.date_serializers import iso8601
from ..declare.deferred import Deferred
from ..declare.uri import UriTemplate, encode_segment
from ..errors import configuration_error
from ..messages import Request, Response
from .credentials import Credentials
from .refusal import Refusal

if TYPE_CHECKING:
    from ..api.resource import Resource
    from ..describe.nodes import Node


@attrs.frozen
class RecordContext:
    """A record at the address where one request reached it.

    path: its path values. origin: that of the request's URL. credentials: those of the sandbox.
    """

    node: Node
    path: tuple[str, ...]
    origin: str
    credentials: Credentials

    @property
    def url(self) -> str:
        """The record's own URL."""
        return self._expand([self.node.item])[0]

    @property
    def uri(self) -> str:
        """The record's own path, relative to the host."""
        return self.url.removeprefix(self.origin)

    @property
    def links(self) -> dict[str, str]:
        """The URLs of the collections below the record, by name."""
        children = self.node.children
        urls = self._expand([child.collection for child in children.values()])
        return dict(zip(children, urls, strict=True))

    def _expand(self, templates: list[UriTemplate]) -> list[str]:
        # A page has many records with several links each, so the path is encoded only once.
        segments = [*map(encode_segment, self.path), ""]
        address = self.origin + self.node.prefix
        return [
            address + "".join(chain.from_iterable(zip(template.literals, segments, strict=True)))
            for template in templates
        ]


class Rules:
    """What the server of an API does that its declarations do not say. Subclass it for an API.

        class Desk(Domain, host="desk.example.com"):
            sandbox_rules = deferred("resources.desk.sandbox:DeskRules")

    The rules of this class are the defaults: credentials by HTTP basic auth or as a bearer token,
    errors as problem details (RFC 9457), a field `url`, and the usual names of dates.
    """

    account_prefix: ClassVar[str] = ""
    behaviours: ClassVar[Mapping[str, Any]] = {}
    """What the servers of each host do with records: a `Behaviour`, or its path in `deferred()`."""

    filter_names: ClassVar[Mapping[str, str]] = {}
    """What list parameters mean whose names say less: `{"start_date": "created_after"}`."""

    created_fields: ClassVar[tuple[str, ...]] = ("date_created", "created_at")
    updated_fields: ClassVar[tuple[str, ...]] = ("date_updated", "updated_at")

    def create_credentials(self) -> Credentials:
        """Generate credentials for a sandbox that was given none."""
        return Credentials(self.create_key(self.account_prefix), secrets.token_hex(16))

    def first_records(
        self, credentials: Credentials
    ) -> Iterable[tuple[type[Resource], Mapping[str, Any]]]:
        """The records that are there from the beginning, such as the account of the credentials.

        Each is a resource at the top of a version, and the values of its fields, with its key.
        """
        del credentials
        return ()

    def path_values(self, credentials: Credentials) -> Mapping[str, str]:
        """The path values that `Sandbox.add()` and `seed()` have where none are given, by name."""
        del credentials
        return {}

    def client_arguments(self, credentials: Credentials) -> Mapping[str, Any]:
        """The arguments of a client with the credentials, where `auth=` does not say enough.

        The fixture `sandbox_client` of the pytest plugin makes its client with them.
        """
        del credentials
        return {}

    def accepts(self, request: Request, credentials: Credentials) -> bool:
        """Whether a request has the credentials.

        By default as the client declares, by HTTP basic auth or as a bearer token.
        """
        return credentials.are_in(request)

    def create_key(self, prefix: str) -> str:
        """Generate the key of a new record. prefix: that of `field(prefix=…)`."""
        return prefix + secrets.token_hex(16)

    def datetime_format(self, resource: type[Resource]) -> Callable[[datetime], str]:
        """How the responses of a resource write a date-time; by default ISO 8601."""
        del resource
        return iso8601

    def set_on_create(self, now: datetime) -> Mapping[str, Any]:
        """The values that the server sets in a new record, by field name. now: the current time."""
        return dict.fromkeys((*self.created_fields, *self.updated_fields), now)

    def set_on_update(self, now: datetime) -> Mapping[str, Any]:
        """The values that the server sets in a record that is changed, by field name."""
        return dict.fromkeys(self.updated_fields, now)

    def compute_fields(self, context: RecordContext) -> Mapping[str, Any]:
        """The values that are not stored but computed for each response, such as URLs."""
        return {"url": context.url}

    def write_error(self, refusal: Refusal) -> Response:
        """The response to a request that is refused."""
        body = {
            "title": reason_phrase(refusal.status) or "Error",
            "status": refusal.status,
            "detail": refusal.message,
        }
        return json_response(refusal.status, body, "application/problem+json")

    def usage(self, url: str, credentials: Credentials) -> str | None:
        """How to use a sandbox at a URL, as the command line prints it.

        By default None: for the lines that make the declared client, and one of curl.
        """
        del url, credentials
        return None


def json_response(status: int, body: Any, content_type: str = "application/json") -> Response:
    """A response with a JSON body. Raises ValueError or TypeError for what JSON cannot hold."""
    text = json.dumps(body, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return Response(status, {"Content-Type": content_type}, text.encode())


def reason_phrase(status: int) -> str:
    """The reason phrase of a status code (RFC 9110 15); empty for an unknown one."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def find_rules(sites: list[type[Any]]) -> Rules:
    """The rules that domains name, or the default rules if they name none.

    Raises ConfigurationError if they name different ones.
    """
    named: set[type[Rules]] = set()
    for site in sites:
        given = getattr(site, "sandbox_rules", None)
        if given is not None:
            named.add(given.resolve() if isinstance(given, Deferred) else given)
    if len(named) > 1:
        names = ", ".join(sorted(each.__name__ for each in named))
        raise configuration_error(
            f"the domains name different rules: {names}.",
            "Choose one of them: Sandbox(…, rules=…).",
        )
    return named.pop()() if named else Rules()
