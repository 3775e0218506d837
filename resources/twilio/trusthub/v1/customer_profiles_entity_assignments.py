"""Customer profiles entity assignments of customer profiles."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import TrusthubResource


class CustomerProfilesEntityAssignments(
    TrusthubResource, uri="/CustomerProfiles/{customer_profile_sid}/EntityAssignments/{sid}"
):
    """client.trusthub.v1.customer_profiles(…).customer_profiles_entity_assignments"""

    sid: str = field(prefix="BV")
    customer_profile_sid: str
    account_sid: str
    object_sid: str | None
    date_created: datetime
    url: str

    class Create(Params):
        object_sid: str

    class List(Paging):
        object_type: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
