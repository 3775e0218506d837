"""voice.v1.byoc_trunks."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, field

from .base import VoiceResource

StatusCallbackMethod = Literal["GET", "POST"]
VoiceFallbackMethod = Literal["GET", "POST"]
VoiceMethod = Literal["GET", "POST"]


class ByocTrunk(VoiceResource, uri="/ByocTrunks/{sid}"):
    """A byoc trunk of voice v1."""

    account_sid: str
    sid: str = field(prefix="BY")
    friendly_name: str | None
    voice_url: str | None
    voice_method: VoiceMethod | None
    voice_fallback_url: str | None
    voice_fallback_method: VoiceFallbackMethod | None
    status_callback_url: str | None
    status_callback_method: StatusCallbackMethod | None
    cnam_lookup_enabled: bool | None
    connection_policy_sid: str | None
    from_domain_sid: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str

    class Create(Params):
        friendly_name: str = UNSET
        voice_url: str = UNSET
        voice_method: VoiceMethod = UNSET
        voice_fallback_url: str = UNSET
        voice_fallback_method: VoiceFallbackMethod = UNSET
        status_callback_url: str = UNSET
        status_callback_method: StatusCallbackMethod = UNSET
        cnam_lookup_enabled: bool = UNSET
        connection_policy_sid: str = UNSET
        from_domain_sid: str = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        voice_url: str = UNSET
        voice_method: VoiceMethod = UNSET
        voice_fallback_url: str = UNSET
        voice_fallback_method: VoiceFallbackMethod = UNSET
        status_callback_url: str = UNSET
        status_callback_method: StatusCallbackMethod = UNSET
        cnam_lookup_enabled: bool = UNSET
        connection_policy_sid: str = UNSET
        from_domain_sid: str = UNSET

    class List(Paging): ...
    class Fetch(Params): ...
    class Delete(Params): ...
