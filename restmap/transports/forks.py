"""Forks: what a child process must not share with its parent."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:

    class HasLock(Protocol):
        """An object that is guarded by a lock of this name."""

        _lock: threading.Lock


T = TypeVar("T")

_resets: WeakKeyDictionary[Any, Callable[[Any], object]] = WeakKeyDictionary()


def reset_in_child(holder: T, reset: Callable[[T], object]) -> None:
    """Call `reset` with an object in the child process of every fork to come."""
    _resets[holder] = reset


def renew_lock(holder: HasLock) -> None:
    """Give an object another lock: one that a thread held at the fork stays held in the child."""
    holder._lock = threading.Lock()


def _reset_all() -> None:
    for holder, reset in list(_resets.items()):
        reset(holder)


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_reset_all)
