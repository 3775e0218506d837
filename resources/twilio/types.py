"""The types of parameters that many of Twilio's resources share."""

from __future__ import annotations

from typing import Literal

HttpMethod = Literal["HEAD", "GET", "POST", "PATCH", "PUT", "DELETE"]
CallbackMethod = Literal["GET", "POST"]
WebhookEnabled = Literal["true", "false"]
