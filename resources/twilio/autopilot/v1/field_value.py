"""Field values of field types."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import AutopilotResource


class FieldValue(
    AutopilotResource,
    uri="/Assistants/{assistant_sid}/FieldTypes/{field_type_sid}/FieldValues/{sid}",
):
    """client.autopilot.v1.assistants(…).field_types(…).field_values"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    field_type_sid: str
    language: str | None
    assistant_sid: str
    sid: str = field(prefix="UC")
    value: str | None
    url: str
    synonym_of: str | None

    class Create(Params):
        language: str
        value: str
        synonym_of: str = UNSET

    class List(Paging):
        language: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
