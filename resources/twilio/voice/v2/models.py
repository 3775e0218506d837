"""Objects in the requests and responses of several resources of voice.v2."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Model, field


class ConfigurationRequest(Model):
    unique_name: str | None = field(name="unique_name", default=None)
    description: str | None = None
    configuration: dict[str, Any] = UNSET
