"""Shortcuts on the client to often used resources: `client.messages`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from .domains import Domains

T = TypeVar("T")


class Shortcut(Generic[T]):
    """A descriptor that leads from a client to a resource below it."""

    def __init__(self, get: Callable[[Any], T]) -> None:
        self._get = get

    def __get__(self, client: Any, owner: Any) -> T:
        return cast("T", self) if client is None else self._get(client)


def shortcut(get: Callable[[Domains], T]) -> Shortcut[T]:
    """Declare a shortcut.

    `messages = shortcut(lambda client: client.api.v2010.account.messages)`
    """
    return Shortcut(get)
