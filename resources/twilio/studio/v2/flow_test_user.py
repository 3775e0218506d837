"""Test users of flows."""

from __future__ import annotations

from restmap import NoKey, Params, field

from .base import StudioResource


class FlowTestUser(StudioResource, uri="/Flows/{sid}/TestUsers"):
    """client.studio.v2.flows(…).test_users"""

    sid: str = field(prefix="FW")
    test_users: list[str] | None
    url: str

    class Key(NoKey): ...

    class Update(Params):
        test_users: list[str]

    class Fetch(Params): ...
