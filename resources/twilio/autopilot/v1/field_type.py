"""Field types of assistants."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, collection, field

from .base import AutopilotResource
from .field_value import FieldValue


class FieldType(AutopilotResource, uri="/Assistants/{assistant_sid}/FieldTypes/{sid}"):
    """client.autopilot.v1.assistants(…).field_types"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    links: dict[str, str] | None
    assistant_sid: str
    sid: str = field(prefix="UB")
    unique_name: str | None
    url: str

    class Create(Params):
        unique_name: str
        friendly_name: str = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        unique_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    field_values = collection(FieldValue)
