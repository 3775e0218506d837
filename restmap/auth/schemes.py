"""Security schemes: the credentials that an API takes, declared once for its client.

    class Desk(Client, host="api.desk.example", security=one_of(BearerScheme(), BasicScheme())):

A scheme knows the names of its credentials and makes an Auth of them; `one_of()` and `all_of()`
combine schemes, as the security requirements of OpenAPI do
(https://spec.openapis.org/oas/v3.1.0#security-requirement-object).
"""

from __future__ import annotations

import inspect
from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

import attrs

from ..errors import configuration_error
from .auth import (
    Auth,
    BasicAuth,
    BearerAuth,
    CookieAuth,
    HeaderAuth,
    NoAuth,
    QueryAuth,
    SeveralAuth,
)

if TYPE_CHECKING:
    from .oauth import OAuth2ClientCredentials


class Security(Protocol):
    """A scheme, or a combination of schemes."""

    @property
    def alternatives(self) -> Sequence[Sequence[Scheme]]:
        """The combinations of schemes of which one is used; an empty one needs no credentials."""
        ...


class Scheme:
    """One security scheme. The attributes in `_required` and `_optional` name its credentials."""

    _required: ClassVar[tuple[str, ...]]
    _optional: ClassVar[tuple[str, ...]] = ()

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the credentials that it needs."""
        return tuple(getattr(self, each) for each in self._required)

    @property
    def optional(self) -> tuple[str, ...]:
        """The names of those that may be left out."""
        return tuple(getattr(self, each) for each in self._optional)

    @property
    def alternatives(self) -> Sequence[Sequence[Scheme]]:
        """The scheme alone."""
        return ((self,),)

    def auth(self, given: Mapping[str, str]) -> Auth:
        """The Auth for credentials. given: each of `required`, and perhaps of `optional`."""
        raise NotImplementedError


@attrs.frozen
class BearerScheme(Scheme):
    """A bearer token (RFC 6750), which the credential `token` holds."""

    _required = ("token",)
    token: str = "token"

    def auth(self, given: Mapping[str, str]) -> Auth:
        return BearerAuth(given[self.token])


@attrs.frozen
class BasicScheme(Scheme):
    """HTTP Basic authentication (RFC 7617), with the credentials `username` and `password`."""

    _required = ("username", "password")
    username: str = "username"
    password: str = "password"

    def auth(self, given: Mapping[str, str]) -> Auth:
        return BasicAuth(given[self.username], given[self.password])


_AUTH_BY_LOCATION = {"header": HeaderAuth, "query": QueryAuth, "cookie": CookieAuth}


def _check_location(_scheme: object, _attribute: object, location: object) -> None:
    if location not in _AUTH_BY_LOCATION:
        raise configuration_error(
            f"an API key cannot be sent in {location!r}.",
            "Write 'header', 'query' or 'cookie'.",
            "ApiKeyScheme",
        )


@attrs.frozen
class ApiKeyScheme(Scheme):
    """A key in a header, a query parameter or a cookie, which the credential `api_key` holds.

    name: of the header, the parameter or the cookie.
    """

    _required = ("api_key",)
    name: str
    location: Literal["header", "query", "cookie"] = attrs.field(
        default="header", validator=_check_location
    )
    api_key: str = "api_key"

    def auth(self, given: Mapping[str, str]) -> Auth:
        return _AUTH_BY_LOCATION[self.location](self.name, given[self.api_key])


@attrs.frozen
class ClientCredentialsScheme(Scheme):
    """OAuth 2 client credentials (RFC 6749 4.4): `client_id`, `client_secret`, perhaps `scope`.

    token_url: where the token is requested; the id and the secret go nowhere else.
    """

    _required = ("client_id", "client_secret")
    _optional = ("scope",)
    token_url: str
    client_id: str = "client_id"
    client_secret: str = "client_secret"
    scope: str = "scope"

    def auth(self, given: Mapping[str, str]) -> OAuth2ClientCredentials:
        from .oauth import OAuth2ClientCredentials  # for few APIs

        client_id, client_secret = given[self.client_id], given[self.client_secret]
        scope = given.get(self.scope)
        return OAuth2ClientCredentials(self.token_url, client_id, client_secret, scope=scope)


@attrs.frozen
class Alternatives:
    """Combinations of schemes of which one is used."""

    alternatives: tuple[tuple[Scheme, ...], ...]


def one_of(*schemes: Security, optional: bool = False) -> Alternatives:
    """Any one of several schemes or combinations. optional: whether credentials may be left out."""
    given = [each for scheme in schemes for each in map(tuple, scheme.alternatives)]
    return Alternatives(tuple(dict.fromkeys([*given, *([()] if optional else [])])))


def all_of(*schemes: Scheme) -> Alternatives:
    """Several schemes together, each of which every request needs."""
    return Alternatives((schemes,))


# -- the credentials of a client ----------------------------------------------------------------


def choose_auth(
    security: Security | None,
    auth: Auth | None,
    credentials: Mapping[str, str | None],
    client: type[object],
) -> Auth:
    """The Auth for the credentials that a program gives, of which None counts as not given.

    auth: one of the program's own, in place of credentials. client: the class that takes them, for
    messages. Raises ConfigurationError for credentials that are missing, incomplete, or belong to
    no scheme.
    """
    owner = client.__name__
    given = {name: value for name, value in credentials.items() if value is not None}
    if auth is not None and given:
        raise configuration_error(
            f"auth= and {next(iter(given))}= were both given.", "Give one of them.", owner
        )
    if auth is not None:
        return auth
    alternatives = security.alternatives if security is not None else ((),)
    for schemes in alternatives:
        if _required(schemes) <= set(given) <= _names(schemes):
            return _auth_of(schemes, given)
    remedy = _remedy(alternatives, inspect.signature(client).parameters)
    if not given:
        raise configuration_error(f"{owner} has no credentials.", remedy, owner)
    names = " and ".join(f"{each}=" for each in given)
    raise configuration_error(
        f"{names} {'is' if len(given) == 1 else 'are'} not a whole set of credentials.",
        remedy,
        owner,
    )


def _required(schemes: Sequence[Scheme]) -> set[str]:
    return {name for each in schemes for name in each.required}


def _names(schemes: Sequence[Scheme]) -> set[str]:
    return _required(schemes) | {name for each in schemes for name in each.optional}


def _auth_of(schemes: Sequence[Scheme], given: Mapping[str, str]) -> Auth:
    if not schemes:
        return NoAuth()
    auths = [each.auth(given) for each in schemes]
    return auths[0] if len(auths) == 1 else SeveralAuth(*auths)


def _remedy(alternatives: Sequence[Sequence[Scheme]], arguments: Container[str]) -> str:
    """What to give: "Give token=…, or username=… and password=…, or auth=….".

    arguments: those of the client. Names that are not among them are given in `credentials=`.
    """
    sets = [[name for each in schemes for name in each.required] for schemes in alternatives]
    ways = [_way_to_give(names, arguments) for names in sets if names]
    return f"Give {', or '.join([*ways, 'auth=…'])}."


def _way_to_give(names: Sequence[str], arguments: Container[str]) -> str:
    if all(name in arguments for name in names):
        return " and ".join(f"{name}=…" for name in names)
    return f"credentials={{{', '.join(f'{name!r}: …' for name in names)}}}"
