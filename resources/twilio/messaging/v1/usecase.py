"""messaging.v1.usecases."""

from __future__ import annotations

from typing import Any

from restmap import NoKey, Params

from .base import MessagingResource


class Usecase(MessagingResource, uri="/Services/Usecases"):
    """A usecase of messaging v1."""

    usecases: list[Any] | None

    class Key(NoKey): ...

    class Fetch(Params): ...
