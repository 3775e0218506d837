"""The values that several resources of preview.hosted_numbers have."""

from typing import Literal

Status = Literal[
    "twilio-processing", "received", "pending-verification", "verified", "pending-loa",
    "carrier-processing", "testing", "completed", "failed", "action-required",
]
VerificationType = Literal["phone-call", "phone-bill"]
