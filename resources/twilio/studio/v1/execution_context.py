"""Execution context of executions."""

from __future__ import annotations

from typing import Any

from restmap import NoKey, Params

from .base import StudioResource


class Context(StudioResource, uri="/Flows/{flow_sid}/Executions/{execution_sid}/Context"):
    """client.studio.v1.flows(…).executions(…).execution_context"""

    account_sid: str
    context: Any
    flow_sid: str
    execution_sid: str
    url: str

    class Key(NoKey): ...

    class Fetch(Params): ...
