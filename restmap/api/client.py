"""Client: the object that resources are reached through, and what its requests share."""

from __future__ import annotations

import functools
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Never

from .._version import __version__
from ..auth.auth import Auth, NoAuth
from ..declare.place import Place
from ..errors import configuration_error
from ..messages import DEFAULT_TIMEOUT, Response, Timeout
from ..send.observers import LogObserver, Observer
from ..send.retry import RetryBudget, RetryPolicy
from ..send.settings import (
    as_policy,
    as_timeout,
    check_callable,
    check_kind,
    checked_drift,
    checked_headers,
)
from ..transports.pool import Pool
from .client_class import checked_security, set_address, unknown_class_keyword
from .client_options import ClientOptions
from .request_methods import RequestMethods
from .site import OwnHost, Site
from .site_mounts import (
    check_sites,
    is_shown,
    missing_attribute,
    mounts_domains,
    refuse_hiding_mounts,
)

if TYPE_CHECKING:
    from datetime import datetime

    from ..auth.schemes import Security
    from ..decode.drift import DriftMode
    from ..send.pace import RateLimit
    from ..transports.connection import ConnectionSettings
    from ..transports.transport import AsyncTransport, Transport

DEFAULT_RETRIES = RetryPolicy()

# What a subclass sets or overrides, and replacements for tests: not for those who make calls.
_FOR_DECLARATIONS = frozenset(
    {"check_response", "clock", "find_missing", "host", "idempotency_header", "is_same_api"}
    | {"masked_parameters", "now", "prefix", "request_id", "request_id_headers", "sandbox_rules"}
    | {"title"}
)


def utc_now() -> datetime:
    """The current time in UTC; a named function, so that a client can be pickled."""
    from datetime import UTC, datetime

    return datetime.now(UTC)


class Client(ClientOptions, RequestMethods):
    """Holds what requests share: credentials, address, transport, settings.

        class Desk(Client, host="api.desk.example", prefix="/v1"):
            tickets = collection(Ticket)

    The class keywords are host= and prefix= (where the resources are that are mounted in the client
    itself; an API of several hosts mounts a `domain()` for each; with host="" each program gives
    base_url=), security= (the credentials that the API takes), title= (the name in messages),
    request_id_header=, idempotency_header= (the header for the key by which the API recognizes
    a request that it was sent before) and masked_parameters= (the names of parameters, of all its
    resources, whose values the log does not show, in addition to those of the base class). The
    arguments are:

    auth: adds credentials; BasicAuth, BearerAuth, HeaderAuth, or one of your own.
    credentials: what the schemes of security= need, by name: {"token": "…"}; in place of auth.
    variables: the values of variables in host= and prefix=, by name: {"region": "eu"}.
    base_url: one origin for every domain, such as a sandbox's; by default each domain's own.
        `{host}` in its path stands for the host of the domain.
    transport: any object with `send(request) -> Response`, with `async def send`, or with `send`
        and `async def send_async`; by default urllib3, and aiohttp for awaited calls.
    timeout: seconds to connect and to read each part of a response, or a Timeout.
    retries: the maximum number of times a request is sent, or a RetryPolicy; 1 never retries.
    drift: what happens where a response differs from the declaration: "ignore" keeps what was
        received and logs it at DEBUG, "warn" warns of it once, "error" raises ResponseError.
    headers: sent with every request. user_agent: appended to the User-Agent.
    connection: pool size, proxy, certificates, maximum size of responses: a ConnectionSettings.
    pace: the maximum number of requests in a time: a RateLimit.
    observers: objects that are told of each request and response, in addition to the log.
    allow_plain_http: whether credentials may go over plain http to another machine.
    clock, now, sleep, sleep_async: replacements for the functions of `time`, for tests.

    A client may be shared by threads, inherited by a forked process, and pickled; a pickle holds
    its credentials and settings, not its connections.
    """

    _keeps_mounts = True
    title: ClassVar[str] = "Api"
    host: ClassVar[str | None] = None
    prefix: ClassVar[str] = ""
    _security: ClassVar[Security | None] = None
    request_id_headers: ClassVar[Sequence[str]] = ("X-Request-Id", "Request-Id")
    masked_parameters: ClassVar[Collection[str]] = frozenset()
    # As in a Domain, for the sandbox.
    sandbox_rules: ClassVar[Any] = None

    def __init_subclass__(
        cls,
        *,
        title: str | None = None,
        host: str | None = None,
        prefix: str | None = None,
        security: Security | None = None,
        request_id_header: str | None = None,
        idempotency_header: str | None = None,
        masked_parameters: Collection[str] = (),
        **unknown: Never,
    ) -> None:
        place = Place.of_class(cls.__qualname__, sys._getframe(1))
        if unknown:
            raise unknown_class_keyword(next(iter(unknown)), place)
        refuse_hiding_mounts(cls, names_of_clients(), place)
        set_address(cls, host, prefix, place)
        if security is not None:
            cls._security = checked_security(security, place)
        if title is not None or host is not None:
            cls.title = cls.__name__ if title is None else title
        if request_id_header is not None:
            cls.request_id_headers = (request_id_header, *cls.request_id_headers)
        if idempotency_header is not None:
            cls.idempotency_header = idempotency_header
        if isinstance(masked_parameters, str):
            masked_parameters = [masked_parameters]
        cls.masked_parameters = frozenset([*cls.masked_parameters, *masked_parameters])
        check_sites(cls, "client", place, has_host=cls.host is not None)

    def __init__(
        self,
        *,
        auth: Auth | None = None,
        credentials: Mapping[str, str | None] | None = None,
        variables: Mapping[str, str | None] | None = None,
        base_url: str | None = None,
        transport: Transport | AsyncTransport | None = None,
        timeout: float | Timeout = DEFAULT_TIMEOUT,
        retries: int | RetryPolicy = DEFAULT_RETRIES,
        drift: DriftMode = "ignore",
        headers: Mapping[str, str] | None = None,
        user_agent: str | None = None,
        connection: ConnectionSettings | None = None,
        observers: Sequence[Observer] = (),
        pace: RateLimit | None = None,
        allow_plain_http: bool = False,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = utc_now,
        sleep: Callable[[float], object] = time.sleep,
        sleep_async: Callable[[float], Any] | None = None,
    ) -> None:
        check_kind("credentials", credentials, Mapping, optional=True)
        check_kind("variables", variables, Mapping, optional=True)
        self.auth = self._find_auth(auth, credentials or {})
        check_kind("auth", self.auth, Auth)
        if connection is not None:
            from ..transports.connection import ConnectionSettings  # for few programs

            check_kind("connection", connection, ConnectionSettings)
        check_kind("observers", observers, Sequence)
        for each in observers:
            check_kind("observers", each, Observer)
        self.base_url = None
        if base_url:
            from ..send.server_urls import checked_base_url  # for few programs

            self.base_url = checked_base_url(base_url)
        check_kind("allow_plain_http", allow_plain_http, bool)
        self._allow_plain_http = allow_plain_http
        self.drift = checked_drift(drift)
        self.timeout = as_timeout(timeout)
        self.retries = as_policy(retries)
        self.observers: Sequence[Observer] = (LogObserver(), *observers)
        self._budget = RetryBudget(self.retries.budget, self.retries.budget_per_success)
        if pace is not None:
            from ..send.pace import RateLimit  # for few programs

            check_kind("pace", pace, RateLimit)
        self.pace = pace
        self._idempotency_key = None
        check_callable("clock", clock, "time.monotonic")
        check_callable("now", now, "lambda: datetime.now(UTC)")
        check_callable("sleep", sleep, "time.sleep")
        if sleep_async is not None:
            check_callable("sleep_async", sleep_async, "asyncio.sleep")
        self.clock, self.now = clock, now
        self._sleep, self._sleep_async = sleep, sleep_async
        check_kind("user_agent", user_agent, str, optional=True)
        agent = f"restmap/{__version__}" + (f" {user_agent}" if user_agent else "")
        self._headers = checked_headers({"User-Agent": agent})
        self._add_headers(headers or {})
        self._extras = None
        self._pool = Pool(transport, connection)
        self._variables = variables or {}
        if self.host is not None and (variables or not self.host or "{" in self.host + self.prefix):
            from .addresses import check_variables  # for few APIs

            if not mounts_domains(type(self)):  # whose addresses may have variables as well
                check_variables(self.host + self.prefix, self._variables, type(self).__name__)
            _ = self._site  # a client without an address is refused here, not when it sends

    def _find_auth(self, auth: Auth | None, credentials: Mapping[str, str | None]) -> Auth:
        if self._security is None and not credentials:
            return auth if auth is not None else NoAuth()
        from ..auth.schemes import choose_auth  # for clients that declare it

        return choose_auth(self._security, auth, credentials, type(self))

    # -- where requests go, and what they share ---------------------------------------------

    def origin(self, host: str) -> str:
        """The origin for requests to a host: scheme, host and port, without a trailing slash."""
        if self.base_url and "{host}" not in self.base_url:
            return self.base_url
        if not host or "{" in host:
            from .addresses import fill_host  # for few APIs

            host = fill_host(host, self._variables, type(self).__name__)
        return self.base_url.replace("{host}", host) if self.base_url else f"https://{host}"

    def is_same_api(self, host: str, declared: str) -> bool:
        """Whether a link to a host leads to the API of a declared host; by default, if it is that.

        Override it for an API with several hosts for the same resources, such as one for each
        region. Requests go to the client's own host all the same: a link is moved there.
        """
        return host == declared

    def find_missing(self, site: Site, name: str) -> Any:
        """The attribute of a domain or a version that it does not have; by default an error.

        Override it for an API whose resources were reached by other names before. Raises
        AttributeError where there is no such attribute.
        """
        raise missing_attribute(site, type(site).__name__, name)

    @property
    def _site(self) -> Site:
        """The address of what is mounted in the client itself."""
        if self.host is None:
            raise configuration_error(
                f"{type(self).__name__} has no host of its own.",
                "Use a version of one of its domains, or declare it with a host: "
                "class Desk(Client, host='api.desk.example').",
            )
        if "_own_host" not in vars(self):
            self._own_host = OwnHost(self, self.host, self.prefix)
        return self._own_host

    def _address(self) -> tuple[Any, ...]:
        return ()

    def request_id(self, response: Response) -> str | None:
        """The id of a request that the API's support asks for; None where the response has none."""
        for name in self.request_id_headers:
            if name in response.headers:
                return response.headers[name]
        return None

    def check_response(self, response: Response) -> None:
        """Look at each response, before its status code is; by default, do nothing.

        Override it for an API whose status code does not say that a request failed:

            def check_response(self, response):
                body = response.json()
                if not body["ok"]:
                    raise ApiError(body["error"])

        The error that it raises is the error of the call; it is given what it lacks of the
        response, and is retried if its status code is one that is.
        """

    if not TYPE_CHECKING:  # to a checker, any name would be an attribute

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):  # `copy` and `pickle` look for some
                raise AttributeError(name)
            raise missing_attribute(self, f"the client {type(self).__name__}", name)

    def __dir__(self) -> Iterator[str]:
        return (name for name in object.__dir__(self) if is_shown(name, _FOR_DECLARATIONS))

    def __repr__(self) -> str:
        base_url = f"base_url={self.base_url!r}, " if self.base_url else ""
        name = type(self).__name__
        shown = name if name == self.title else f"{self.title}.{name}"
        return f"{shown}({base_url}auth={self.auth!r})"


@functools.cache
def names_of_clients() -> frozenset[str]:
    """The names of the attributes that every client has, which a mount must not hide."""
    return frozenset(object.__dir__(Client()))
