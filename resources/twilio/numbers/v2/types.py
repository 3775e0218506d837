"""Literal types that several resources of numbers.v2 use."""

from typing import Literal

EndUserType = Literal["individual", "business"]
Status = Literal[
    "draft",
    "pending-review",
    "in-review",
    "twilio-rejected",
    "twilio-approved",
    "provisionally-approved",
]
