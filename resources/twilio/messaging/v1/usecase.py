"""Usecases."""

from __future__ import annotations

from typing import Any

from restmap import NoKey, Params

from .base import MessagingResource


class Usecase(MessagingResource, uri="/Services/Usecases"):
    """client.messaging.v1.usecases"""

    usecases: list[Any] | None

    class Key(NoKey): ...

    class Fetch(Params): ...
