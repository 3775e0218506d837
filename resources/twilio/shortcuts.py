"""Short ways on the client to what is used most: `client.messages`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from .domains import Domains

T = TypeVar("T")


class Shortcut(Generic[T]):
    """What is reached from a client in one word."""

    def __init__(self, get: Callable[[Any], T]) -> None:
        self._get = get

    def __get__(self, client: Any, owner: Any) -> T:
        return cast("T", self) if client is None else self._get(client)


def shortcut(get: Callable[[Domains], T]) -> Shortcut[T]:
    """A short way: `messages = shortcut(lambda client: client.api.v2010.account.messages)`."""
    return Shortcut(get)
