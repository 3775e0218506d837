"""Services."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, param

from .base import IntelligenceResource

HttpMethod = Literal["GET", "POST", "NULL"]


class ServiceParameters(Params):
    """The parameters of Create and Update."""

    auto_transcribe: bool = UNSET
    data_logging: bool = UNSET
    friendly_name: str = UNSET
    auto_redaction: bool = UNSET
    media_redaction: bool = UNSET
    webhook_url: str = UNSET
    webhook_http_method: HttpMethod = UNSET
    encryption_credential_sid: str = UNSET


class Service(IntelligenceResource, uri="/Services/{sid}"):
    """client.intelligence.v2.services"""

    account_sid: str
    auto_redaction: bool | None
    media_redaction: bool | None
    auto_transcribe: bool | None
    data_logging: bool | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    language_code: str | None
    sid: str
    unique_name: str | None
    url: str
    webhook_url: str | None
    webhook_http_method: HttpMethod
    read_only_attached_operator_sids: list[str] | None
    version: int
    encryption_credential_sid: str | None

    class Create(ServiceParameters):
        unique_name: str
        language_code: str = UNSET

    class Update(ServiceParameters):
        if_match: str = param(location="header", default=UNSET)
        unique_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
