"""Customer profiles."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field

from .base import TrusthubResource
from .customer_profile_channel_endpoint_assignment import ChannelEndpointAssignment
from .customer_profiles_entity_assignments import CustomerProfilesEntityAssignments
from .customer_profiles_evaluations import CustomerProfilesEvaluations
from .types import Status


class CustomerProfiles(TrusthubResource, uri="/CustomerProfiles/{sid}"):
    """client.trusthub.v1.customer_profiles"""

    sid: str = field(prefix="BU")
    account_sid: str
    policy_sid: str | None
    friendly_name: str | None
    status: Status
    valid_until: datetime | None
    email: str | None
    status_callback: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    links: dict[str, str] | None
    errors: list[Any] | None

    class Create(Params):
        friendly_name: str
        email: str
        policy_sid: str
        status_callback: str = UNSET

    class Update(Params):
        status: Status = UNSET
        status_callback: str = UNSET
        friendly_name: str = UNSET
        email: str = UNSET

    class List(Paging):
        status: Status = UNSET
        friendly_name: str = UNSET
        policy_sid: str = UNSET

    class Fetch(Params): ...

    class Delete(Params): ...

    customer_profiles_channel_endpoint_assignment = collection(ChannelEndpointAssignment)
    customer_profiles_entity_assignments = collection(CustomerProfilesEntityAssignments)
    customer_profiles_evaluations = collection(CustomerProfilesEvaluations)
