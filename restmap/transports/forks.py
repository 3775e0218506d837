"""Locks and forks: what another thread holds at the moment of a fork, the child holds for ever."""

from __future__ import annotations

import os
import threading
import weakref
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:

    class HasLock(Protocol):
        """What guards itself by a lock of this name."""

        _lock: threading.Lock


_holders: weakref.WeakSet[HasLock] = weakref.WeakSet()


def renew_lock_in_child(holder: HasLock) -> None:
    """Gives an object another lock in the child of every fork to come."""
    _holders.add(holder)


def _renew_locks() -> None:
    for holder in _holders:
        holder._lock = threading.Lock()


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_renew_locks)
