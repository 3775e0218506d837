"""Literal types that several resources of preview.hosted_numbers use."""

from typing import Literal

Status = Literal[
    "twilio-processing",
    "received",
    "pending-verification",
    "verified",
    "pending-loa",
    "carrier-processing",
    "testing",
    "completed",
    "failed",
    "action-required",
]
VerificationType = Literal["phone-call", "phone-bill"]
