"""Settings updates."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, field

from .base import SupersimResource

Status = Literal["scheduled", "in-progress", "successful", "failed"]


class SettingsUpdate(SupersimResource, uri="/SettingsUpdates"):
    """client.supersim.v1.settings_updates"""

    sid: str = field(prefix="OB")
    iccid: str | None
    sim_sid: str | None
    status: Status
    packages: list[Any] | None
    date_completed: datetime | None
    date_created: datetime
    date_updated: datetime | None

    class List(Paging):
        sim: str = UNSET
        status: Status = UNSET
