"""Literal types that several resources of trusthub.v1 use."""

from typing import Literal

Status = Literal["draft", "pending-review", "in-review", "twilio-rejected", "twilio-approved"]
