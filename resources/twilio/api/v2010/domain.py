"""Sip domains of accounts."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field, handle

from ...types import CallbackMethod
from .auth import Auth
from .base import ApiResource
from .sip_credential_list_mapping import SipCredentialListMapping
from .sip_ip_access_control_list_mapping import SipIpAccessControlListMapping


class DomainParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    voice_url: str = UNSET
    voice_method: CallbackMethod = UNSET
    voice_fallback_url: str = UNSET
    voice_fallback_method: CallbackMethod = UNSET
    voice_status_callback_url: str = UNSET
    voice_status_callback_method: CallbackMethod = UNSET
    sip_registration: bool = UNSET
    emergency_calling_enabled: bool = UNSET
    secure: bool = UNSET
    byoc_trunk_sid: str = UNSET
    emergency_caller_sid: str = UNSET


class Domain(ApiResource, uri="/Accounts/{account_sid}/SIP/Domains/{sid}.json"):
    """client.api.v2010.accounts(…).sip.domains"""

    account_sid: str
    api_version: str | None
    auth_type: str | None
    date_created: datetime
    date_updated: datetime | None
    domain_name: str | None
    friendly_name: str | None
    sid: str = field(prefix="SD")
    uri: str
    voice_fallback_method: CallbackMethod | None
    voice_fallback_url: str | None
    voice_method: CallbackMethod | None
    voice_status_callback_method: CallbackMethod | None
    voice_status_callback_url: str | None
    voice_url: str | None
    subresource_uris: dict[str, str] | None
    sip_registration: bool | None
    emergency_calling_enabled: bool | None
    secure: bool | None
    byoc_trunk_sid: str | None
    emergency_caller_sid: str | None

    class Create(DomainParameters):
        domain_name: str

    class Update(DomainParameters):
        domain_name: str = UNSET

    class List(Paging, items="domains"): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    auth = handle(Auth)
    credential_list_mappings = collection(SipCredentialListMapping)
    ip_access_control_list_mappings = collection(SipIpAccessControlListMapping)
