"""Values that parameters of many of Twilio's resources have."""

from __future__ import annotations

from typing import Literal

HttpMethod = Literal["HEAD", "GET", "POST", "PATCH", "PUT", "DELETE"]
CallbackMethod = Literal["GET", "POST"]
WebhookEnabled = Literal["true", "false"]
