"""Step context of steps."""

from __future__ import annotations

from typing import Any

from restmap import NoKey, Params

from .base import StudioResource


class Context(
    StudioResource, uri="/Flows/{flow_sid}/Engagements/{engagement_sid}/Steps/{step_sid}/Context"
):
    """client.studio.v1.flows(…).engagements(…).steps(…).step_context"""

    account_sid: str
    context: Any
    engagement_sid: str
    flow_sid: str
    step_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params): ...
