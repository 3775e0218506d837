"""Deactivations."""

from __future__ import annotations

from datetime import date

from restmap import UNSET, NoKey, Params

from .base import MessagingResource


class Deactivations(MessagingResource, uri="/Deactivations"):
    """client.messaging.v1.deactivations"""

    redirect_to: str | None

    class Key(NoKey): ...

    class Fetch(Params, redirects=False):
        date: date = UNSET
