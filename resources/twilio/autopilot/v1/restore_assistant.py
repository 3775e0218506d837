"""Restore assistant."""

from __future__ import annotations

from datetime import datetime

from restmap import NoKey, Params, field

from .base import AutopilotResource


class RestoreAssistant(AutopilotResource, uri="/Assistants/Restore"):
    """client.autopilot.v1.restore_assistant"""

    account_sid: str
    sid: str = field(prefix="UA")
    date_created: datetime
    date_updated: datetime | None
    unique_name: str | None
    friendly_name: str | None
    needs_model_build: bool | None
    latest_model_build_sid: str | None
    log_queries: bool | None
    development_stage: str | None
    callback_url: str | None
    callback_events: str | None

    class Key(NoKey): ...

    class Update(Params):
        assistant: str
