"""Settings."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params

from .base import InsightsResource


class AccountSettings(InsightsResource, uri="/Voice/Settings"):
    """client.insights.v1.settings"""

    account_sid: str
    advanced_features: bool | None
    voice_trace: bool | None
    url: str

    class Key(NoKey): ...

    class Update(Params):
        advanced_features: bool = UNSET
        voice_trace: bool = UNSET
        subaccount_sid: str = UNSET

    class Fetch(Params):
        subaccount_sid: str = UNSET
