"""The settings of clients as a type, for client classes with an `__init__` of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict

from ..decode.drift import DriftMode
from ..messages import Timeout
from ..send.observers import Observer
from ..send.pace import RateLimit
from ..send.retry import RetryPolicy
from ..transports.connection import ConnectionSettings
from ..transports.transport import AsyncTransport, Transport


class ClientSettings(TypedDict, total=False):
    """The keyword arguments of Client, except `auth`, `credentials` and `variables`.

        class Desk(Client, host="api.desk.example"):
            def __init__(self, token: str, **settings: Unpack[ClientSettings]) -> None:
                super().__init__(auth=BearerAuth(token), **settings)

    Type checkers then refuse a setting that does not exist, such as `Desk(token, base_ur="…")`.
    """

    base_url: str | None
    transport: Transport | AsyncTransport | None
    timeout: float | Timeout
    retries: int | RetryPolicy
    drift: DriftMode
    headers: Mapping[str, str] | None
    user_agent: str | None
    connection: ConnectionSettings | None
    observers: Sequence[Observer]
    pace: RateLimit | None
    allow_plain_http: bool
    clock: Callable[[], float]
    now: Callable[[], datetime]
    sleep: Callable[[float], object]
    sleep_async: Callable[[float], Any] | None
