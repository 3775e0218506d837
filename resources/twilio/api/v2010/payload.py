"""Payloads of add on results."""

from __future__ import annotations

from datetime import datetime

from restmap import Paging, Params, collection, field

from .base import ApiResource
from .data import Data


class Payload(
    ApiResource,
    uri="/Accounts/{account_sid}/Recordings/{reference_sid}/AddOnResults/{add_on_result_sid}"
    "/Payloads/{sid}.json",
):
    """client.api.v2010.accounts(…).recordings(…).add_on_results(…).payloads"""

    sid: str = field(prefix="XH")
    add_on_result_sid: str
    account_sid: str
    label: str | None
    add_on_sid: str | None
    add_on_configuration_sid: str | None
    content_type: str | None
    date_created: datetime
    date_updated: datetime | None
    reference_sid: str
    subresource_uris: dict[str, str] | None

    class List(Paging, items="payloads"): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    data = collection(Data)
