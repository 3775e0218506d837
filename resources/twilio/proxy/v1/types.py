"""Literal types that several resources of proxy.v1 use."""

from typing import Literal

ResourceStatus = Literal[
    "accepted",
    "answered",
    "busy",
    "canceled",
    "completed",
    "deleted",
    "delivered",
    "delivery-unknown",
    "failed",
    "in-progress",
    "initiated",
    "no-answer",
    "queued",
    "received",
    "receiving",
    "ringing",
    "scheduled",
    "sending",
    "sent",
    "undelivered",
    "unknown",
]
Type = Literal["message", "voice", "unknown"]
