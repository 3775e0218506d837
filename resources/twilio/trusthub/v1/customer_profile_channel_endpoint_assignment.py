"""Customer profiles channel endpoint assignment of customer profiles."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import TrusthubResource


class ChannelEndpointAssignment(
    TrusthubResource,
    uri="/CustomerProfiles/{customer_profile_sid}/ChannelEndpointAssignments/{sid}",
):
    """….v1.customer_profiles(…).customer_profiles_channel_endpoint_assignment"""

    sid: str = field(prefix="RA")
    customer_profile_sid: str
    account_sid: str
    channel_endpoint_type: str | None
    channel_endpoint_sid: str | None
    date_created: datetime
    url: str

    class Create(Params):
        channel_endpoint_type: str
        channel_endpoint_sid: str

    class List(Paging):
        channel_endpoint_sid: str = UNSET
        channel_endpoint_sids: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...
