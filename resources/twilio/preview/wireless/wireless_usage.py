"""Usage of sims."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params

from .base import PreviewResource


class WirelessUsage(PreviewResource, uri="/Sims/{sim_sid}/Usage"):
    """client.preview.wireless.sims(…).usage"""

    sim_sid: str
    sim_unique_name: str | None
    account_sid: str
    period: Any
    commands_usage: Any
    commands_costs: Any
    data_usage: Any
    data_costs: Any
    url: str

    class Key(NoKey): ...

    class Fetch(Params):
        end: str = UNSET
        start: str = UNSET
