"""Rules: what a server of an API does that its declarations do not say."""

from __future__ import annotations

import json
import secrets
from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from hmac import compare_digest
from http import HTTPStatus
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from ..api.mounts import Deferred
from ..declare.serializers import iso8601
from ..declare.uri import UriTemplate, encode_segment
from ..errors import configuration_error
from ..messages import Request, Response, as_headers
from .refusal import Refusal

if TYPE_CHECKING:
    from .routes import Node


@attrs.frozen
class Credentials:
    """Who may use a sandbox. token: what proves it."""

    account: str
    token: str = attrs.field(repr=False)


@attrs.frozen
class Placed:
    """A record as one request sees it.

    path: its path values. origin: what the request was sent to. credentials: the sandbox's.
    """

    node: Node
    path: tuple[str, ...]
    origin: str
    credentials: Credentials

    @property
    def url(self) -> str:
        """The record's own URL."""
        return self._expanded([self.node.item])[0]

    @property
    def links(self) -> dict[str, str]:
        """The URLs of the collections below the record, by name."""
        children = self.node.children
        urls = self._expanded([child.collection for child in children.values()])
        return dict(zip(children, urls, strict=True))

    def _expanded(self, templates: list[UriTemplate]) -> list[str]:
        # A page has many records with several links each: the path is encoded once for all.
        segments = [*map(encode_segment, self.path), ""]
        address = self.origin + self.node.prefix
        return [
            address + "".join(chain.from_iterable(zip(template.literals, segments, strict=True)))
            for template in templates
        ]


class Rules:
    """What a server of an API does that its declarations do not say. Subclass it for an API.

        class Desk(Domain, host="desk.example.com"):
            sandbox_rules = deferred("resources.desk.sandbox:DeskRules")

    These rules suit an API that nothing is known of: credentials by HTTP basic auth or as a
    bearer token, errors as problem details (RFC 9457), `url` and the usual names of dates.
    """

    account_prefix: ClassVar[str] = ""
    created_fields: ClassVar[tuple[str, ...]] = ("date_created", "created_at")
    updated_fields: ClassVar[tuple[str, ...]] = ("date_updated", "updated_at")

    def new_credentials(self) -> Credentials:
        """Credentials for a sandbox that was given none."""
        return Credentials(self.new_key(self.account_prefix), secrets.token_hex(16))

    def accepts(self, request: Request, credentials: Credentials) -> bool:
        """Whether a request carries the credentials."""
        pair = b64encode(f"{credentials.account}:{credentials.token}".encode()).decode("ascii")
        given = as_headers(request.headers).get("Authorization", "").encode()
        known = (f"Basic {pair}".encode(), f"Bearer {credentials.token}".encode())
        return compare_digest(given, known[0]) or compare_digest(given, known[1])

    def new_key(self, prefix: str) -> str:
        """A key for a new record. prefix: what `field(prefix=…)` says."""
        return prefix + secrets.token_hex(16)

    def moment(self, value: datetime) -> str:
        """How a date-time stands in an answer."""
        text: str = iso8601(value)
        return text

    def created(self, now: datetime) -> Mapping[str, Any]:
        """The values that the server gives a new record, by the names of fields."""
        return dict.fromkeys((*self.created_fields, *self.updated_fields), now)

    def updated(self, now: datetime) -> Mapping[str, Any]:
        """The values that the server gives a record which is changed."""
        return dict.fromkeys(self.updated_fields, now)

    def shown(self, placed: Placed) -> Mapping[str, Any]:
        """The values that an answer has and that are not kept: those that hold an address."""
        return {"url": placed.url}

    def error(self, refusal: Refusal) -> Response:
        """The answer of a refusal."""
        body = {
            "title": reason_phrase(refusal.status) or "Error",
            "status": refusal.status,
            "detail": refusal.message,
        }
        return json_response(refusal.status, body, "application/problem+json")

    def usage(self, url: str, credentials: Credentials) -> str:
        """What the command line prints: how to use a sandbox at some URL."""
        return f"curl --user {credentials.account}:{credentials.token} {url}/…"


def json_response(status: int, body: Any, content_type: str = "application/json") -> Response:
    """An answer with a JSON body."""
    text = json.dumps(body, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return Response(status, {"Content-Type": content_type}, text.encode())


def reason_phrase(status: int) -> str:
    """The text of a status code (RFC 9110 15); empty for one that has none."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def rules_of(sites: list[type[Any]]) -> Rules:
    """The rules that domains name; the general ones where they name none.

    Raises ConfigurationError where they do not agree.
    """
    named: set[type[Rules]] = set()
    for site in sites:
        given = getattr(site, "sandbox_rules", None)
        if given is not None:
            named.add(given.resolve() if isinstance(given, Deferred) else given)
    if len(named) > 1:
        names = ", ".join(sorted(each.__name__ for each in named))
        raise configuration_error(
            f"these domains have several rules: {names}.", "Give one: rules=…."
        )
    return named.pop()() if named else Rules()
