"""What every request of a client carries, and clients with other options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from ..auth.auth import Auth, has_credentials
from ..messages import Request, Timeout, has_header, merged_headers
from ..send.retry import RetryBudget, RetryPolicy
from ..send.settings import as_policy, as_timeout, check_kind, checked_headers
from .client_lifecycle import ClientLifecycle

if TYPE_CHECKING:
    from ..send.undeclared import Extras


class ClientOptions(ClientLifecycle):
    """The methods of a client for its options, which it adds to requests."""

    idempotency_header: ClassVar[str | None] = None
    auth: Auth
    base_url: str | None
    timeout: Timeout
    retries: RetryPolicy
    _allow_plain_http: bool
    _budget: RetryBudget
    _extras: Extras | None
    _headers: Mapping[str, str]
    _idempotency_key: str | None

    def options(
        self,
        *,
        timeout: float | Timeout | None = None,
        retries: int | RetryPolicy | None = None,
        headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        idempotency_key: str | None = None,
    ) -> Self:
        """A client with other settings that shares everything else, the connections included.

            client.options(timeout=2, retries=1).proxy.v1.services.list(limit=20)

        timeout, retries: in place of the client's. headers: in addition to the client's.
        extra_query, extra_body: parameters by wire name that the declaration does not know; they
            are added to each query and to each request body, a JSON object or a form, and replace
            parameters of the same name.
        idempotency_key: of one POST or PATCH, in place of the key that the client makes; the same
            key for another call says that it is the same.
        """
        other = self.__copy__()
        if timeout is not None:
            other.timeout = as_timeout(timeout)
        if retries is not None:
            other.retries = as_policy(retries)
            limits = other.retries.budget, other.retries.budget_per_success
            if limits != other._budget.limits:
                other._budget = RetryBudget(*limits)
        if headers is not None:
            other._add_headers(headers)
        if idempotency_key is not None:
            from ..send.idempotency import check_key

            check_key(self.idempotency_header, idempotency_key, type(self).__name__)
            other._idempotency_key = idempotency_key
        check_kind("extra_query", extra_query, Mapping, optional=True)
        check_kind("extra_body", extra_body, Mapping, optional=True)
        if extra_query or extra_body:
            from ..send.undeclared import Extras  # for few programs

            before = self._extras or Extras()
            query, body = extra_query or {}, extra_body or {}
            other._extras = Extras({**before.query, **query}, {**before.body, **body})
        return other

    def _with_defaults(self, request: Request) -> Request:
        """A copy of the request with the client's headers and timeout, and with what is extra."""
        if self._extras is not None:
            request = self._extras.add_to(request)
        headers: Mapping[str, str] = merged_headers(self._headers, request.headers)
        if self.idempotency_header:
            from ..send.idempotency import add_key  # for few APIs

            key = self._idempotency_key
            headers = add_key(headers, request.method, self.idempotency_header, key)
        return Request(
            request.method,
            request.url,
            headers,
            request.body,
            self.timeout,
            request.streamed,
            request.sensitive,
        )

    def _is_repeatable(self, request: Request) -> bool:
        """Whether a request has a key by which the API recognizes it when it is sent again."""
        return bool(self.idempotency_header) and has_header(
            request.headers, str(self.idempotency_header)
        )

    def _add_headers(self, headers: Mapping[str, str]) -> None:
        """Add headers to every request; credentials may be among them, or come from `auth`."""
        self._headers = merged_headers(self._headers, checked_headers(headers))
        if self.base_url is None or self._allow_plain_http:
            return
        if has_credentials(self.auth, self._headers):
            from ..send.server_urls import refuse_plain_http

            refuse_plain_http(self.base_url)
