from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Model, Params, Resource, action, param

from .base import LookupsResource

OriginalLineType = Literal[
    "mobile", "landline", "tollFree", "fixedVoip", "nonFixedVoip", "personal", "premium",
    "voicemail", "sharedCost", "uan", "pager", "unknown",
]
OverriddenLineType = Literal[
    "mobile", "landline", "tollFree", "fixedVoip", "nonFixedVoip", "personal", "premium",
    "voicemail", "sharedCost", "uan", "pager", "unknown",
]
OverridesRequestLineType = Literal[
    "mobile", "landline", "tollFree", "fixedVoip", "nonFixedVoip", "personal", "premium",
    "voicemail", "sharedCost", "uan", "pager", "unknown",
]


class OverridesRequest(Model):
    line_type: OverridesRequestLineType = UNSET
    reason: str = UNSET


class LookupPhoneNumberOverrides(
    LookupsResource, uri="/PhoneNumbers/{phone_number}/Overrides/{field}"
):
    """lookups.v2.lookup_overrides."""

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
        overrides_request: OverridesRequest = param(location="body", default=UNSET)

    class Update(Params, method="PUT"):
        overrides_request: OverridesRequest = param(location="body", default=UNSET)

    class Fetch(Params): ...
    class Delete(Params): ...

    create = action(Post)
    create_async = create.awaited()
