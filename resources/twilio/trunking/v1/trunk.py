"""Trunks."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, collection, field

from ...types import CallbackMethod
from .base import TrunkingResource
from .credential_list import CredentialList
from .ip_access_control_list import IpAccessControlList
from .origination_url import OriginationUrl
from .phone_number import PhoneNumber
from .recording import Recording

TransferCallerId = Literal["from-transferee", "from-transferor"]
TransferSetting = Literal["disable-all", "enable-all", "sip-only"]


class TrunkParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    domain_name: str = UNSET
    disaster_recovery_url: str = UNSET
    disaster_recovery_method: CallbackMethod = UNSET
    transfer_mode: TransferSetting = UNSET
    secure: bool = UNSET
    cnam_lookup_enabled: bool = UNSET
    transfer_caller_id: TransferCallerId = UNSET


class Trunk(TrunkingResource, uri="/Trunks/{sid}"):
    """client.trunking.v1.trunks"""

    account_sid: str
    domain_name: str | None
    disaster_recovery_method: CallbackMethod | None
    disaster_recovery_url: str | None
    friendly_name: str | None
    secure: bool | None
    recording: Any
    transfer_mode: TransferSetting
    transfer_caller_id: TransferCallerId
    cnam_lookup_enabled: bool | None
    auth_type: str | None
    symmetric_rtp_enabled: bool | None
    auth_type_set: list[str] | None
    date_created: datetime
    date_updated: datetime | None
    sid: str = field(prefix="TK")
    url: str
    links: dict[str, str] | None

    class Create(TrunkParameters): ...

    class Update(TrunkParameters): ...

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    credentials_lists = collection(CredentialList)
    ip_access_control_lists = collection(IpAccessControlList)
    origination_urls = collection(OriginationUrl)
    phone_numbers = collection(PhoneNumber)
    recordings = collection(Recording)
