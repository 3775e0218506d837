"""Lookup overrides."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Params, Resource, action, as_written, param

from .base import LookupsResource

LineType = Literal[
    "mobile",
    "landline",
    "tollFree",
    "fixedVoip",
    "nonFixedVoip",
    "personal",
    "premium",
    "voicemail",
    "sharedCost",
    "uan",
    "pager",
    "unknown",
]
OriginalLineType = LineType
OverriddenLineType = LineType


class LookupPhoneNumberOverrides(
    LookupsResource,
    uri="/PhoneNumbers/{phone_number}/Overrides/{field}",
    parameter_names=as_written,
):
    """client.lookups.v2.lookup_overrides"""

    phone_number: str
    original_line_type: OriginalLineType
    overridden_line_type: OverriddenLineType
    override_reason: str
    override_timestamp: datetime
    overridden_by_account_sid: str

    class Key(Resource.Key):
        phone_number: str
        field: str

    class Post(Params):
        line_type: LineType = UNSET
        reason: str = UNSET
        overrides_request: dict[str, Any] = param(location="body", default=UNSET)

    class Update(Params, method="PUT"):
        line_type: LineType = UNSET
        reason: str = UNSET
        overrides_request: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    create = action(Post)
    create_async = create.awaited()
