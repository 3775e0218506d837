"""Provisioning status."""

from __future__ import annotations

from typing import Literal

from restmap import NoKey, Params

from .base import FlexApiResource

Status = Literal["active", "in-progress", "not-configured", "failed"]


class ProvisioningStatus(FlexApiResource, uri="/account/provision/status"):
    """client.flex_api.v1.provisioning_status"""

    status: Status
    url: str

    class Key(NoKey): ...

    class Fetch(Params): ...
