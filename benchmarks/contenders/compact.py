"""The same client by hand, for many sessions: objects with slots, repeated values held once."""

from __future__ import annotations

from typing import Any

from .plain import Urllib3Json

# What is the same in many sessions.
_REPEATED = ("service_sid", "account_sid", "status", "mode", "ttl")


class Session:
    """A session of Proxy."""

    __slots__ = (
        "account_sid",
        "closed_reason",
        "date_created",
        "date_ended",
        "date_expiry",
        "date_last_interaction",
        "date_started",
        "date_updated",
        "links",
        "mode",
        "service_sid",
        "sid",
        "status",
        "ttl",
        "unique_name",
        "url",
    )

    def __init__(self, fields: dict[str, Any]) -> None:
        for name, value in fields.items():
            setattr(self, name, value)


class Urllib3Slots(Urllib3Json):
    """What `hold` asks for, and nothing else."""

    def hold(self, limit: int) -> list[Any]:
        """A list of all of them."""
        held: list[Any] = []
        known: dict[Any, Any] = {}
        for page in self._pages():
            for fields in page:
                for name in _REPEATED:
                    fields[name] = known.setdefault(fields[name], fields[name])
                held.append(Session(fields))
            if len(held) >= limit:
                break
        return held
