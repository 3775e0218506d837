"""Credentials: what a sandbox accepts, wherever the API takes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from hmac import compare_digest
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import attrs

from ..auth.auth import Auth, BasicAuth, BearerAuth, SeveralAuth
from ..auth.schemes import BasicScheme, Scheme, Security
from ..messages import Request, as_headers

if TYPE_CHECKING:
    from collections.abc import Iterable


@attrs.frozen
class Credentials:
    """The credentials that a sandbox accepts. account: the user. token: the secret.

    security: of the clients that it serves. A request has the credentials by one of their schemes,
    by HTTP basic auth or as a bearer token.
    """

    account: str
    token: str = attrs.field(repr=False)
    security: tuple[Security, ...] = attrs.field(default=(), repr=False)

    @cached_property
    def _proofs(self) -> tuple[Request, ...]:
        """Empty requests with the credentials in each of the ways."""
        auths: Iterable[Auth] = [
            BasicAuth(self.account, self.token),
            BearerAuth(self.token),
            *self._declared_auths(),
        ]
        return tuple(proof for auth in auths if (proof := _authorised(auth)) is not None)

    @cached_property
    def _query_names(self) -> frozenset[str]:
        """The names of the parameters of a query that are credentials."""
        queries = (_pairs(_query(proof), "&") for proof in self._proofs)
        return frozenset(pair.partition("=")[0] for pairs in queries for pair in pairs)

    def _declared_auths(self) -> Iterator[Auth]:
        for schemes in self._alternatives():
            yield SeveralAuth(*(each.auth(self.arguments(schemes)) for each in schemes))

    def _alternatives(self) -> Iterator[Sequence[Scheme]]:
        return (schemes for each in self.security for schemes in each.alternatives)

    def arguments(self, schemes: Sequence[Scheme]) -> dict[str, str]:
        """The credentials of schemes by name, as a client takes them: `{"token": "…"}`."""
        return {
            name: self.account if _is_user(each, name) else self.token
            for each in schemes
            for name in each.required
        }

    def are_in(self, request: Request) -> bool:
        """Whether a request has them."""
        return any(_has(request, proof) for proof in self._proofs)

    def take_out(self, request: Request) -> Request:
        """The request without those in its query, which are no parameters of the operation."""
        if not self._query_names:
            return request
        parts = urlsplit(request.url)
        pairs = parts.query.split("&")
        kept = [each for each in pairs if each.partition("=")[0] not in self._query_names]
        return attrs.evolve(request, url=urlunsplit(parts._replace(query="&".join(kept))))


def _is_user(scheme: Scheme, name: str) -> bool:
    return isinstance(scheme, BasicScheme) and name == scheme.username


def _authorised(auth: Auth) -> Request | None:
    """An empty request with credentials; None where they have to be requested first."""
    flow = auth.flow(Request("GET", "https://sandbox.invalid/", {}))
    try:
        next(flow)
    except StopIteration as done:
        request: Request = done.value
        return request
    flow.close()
    return None


def _has(request: Request, proof: Request) -> bool:
    """Whether a request has the headers, the cookies and the parameters of another."""
    given, wanted = as_headers(request.headers), dict(proof.headers)
    cookies = wanted.pop("Cookie", "")
    return (
        all(_is_same(given.get(name, ""), value) for name, value in wanted.items())
        and _pairs(cookies, ";") <= _pairs(given.get("Cookie", ""), ";")
        and _pairs(_query(proof), "&") <= _pairs(_query(request), "&")
    )


def _query(request: Request) -> str:
    """The query of a URL; empty for what is not a URL, which is refused later."""
    return request.url.partition("#")[0].partition("?")[2]


def _is_same(given: str, wanted: str) -> bool:
    return compare_digest(given.encode(), wanted.encode())


def _pairs(text: str, separator: str) -> set[str]:
    return {each.strip() for each in text.split(separator)} - {""}


def client_arguments(credentials: Credentials, security: Security | None) -> dict[str, str]:
    """The credentials that a client with a security takes as arguments; none where it needs none.

    Of several combinations, the first that needs no token of another server.
    """
    for schemes in security.alternatives if security is not None else ():
        arguments = credentials.arguments(schemes)
        auth = SeveralAuth(*(each.auth(arguments) for each in schemes))
        if _authorised(auth) is not None:
            return arguments
    return {}
