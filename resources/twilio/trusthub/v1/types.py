"""The values that several resources of trusthub.v1 have."""

from typing import Literal

Status = Literal["draft", "pending-review", "in-review", "twilio-rejected", "twilio-approved"]
