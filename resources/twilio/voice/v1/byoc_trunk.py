"""Byoc trunks."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from ...types import CallbackMethod
from .base import VoiceResource


class ByocTrunkParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    voice_url: str = UNSET
    voice_method: CallbackMethod = UNSET
    voice_fallback_url: str = UNSET
    voice_fallback_method: CallbackMethod = UNSET
    status_callback_url: str = UNSET
    status_callback_method: CallbackMethod = UNSET
    cnam_lookup_enabled: bool = UNSET
    connection_policy_sid: str = UNSET
    from_domain_sid: str = UNSET


class ByocTrunk(VoiceResource, uri="/ByocTrunks/{sid}"):
    """client.voice.v1.byoc_trunks"""

    account_sid: str
    sid: str = field(prefix="BY")
    friendly_name: str | None
    voice_url: str | None
    voice_method: CallbackMethod | None
    voice_fallback_url: str | None
    voice_fallback_method: CallbackMethod | None
    status_callback_url: str | None
    status_callback_method: CallbackMethod | None
    cnam_lookup_enabled: bool | None
    connection_policy_sid: str | None
    from_domain_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(ByocTrunkParameters): ...

    class Update(ByocTrunkParameters): ...

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
