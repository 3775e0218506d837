"""Trust products."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from restmap import UNSET, Paging, Params, collection, field

from .base import TrusthubResource
from .trust_product_channel_endpoint_assignment import ChannelEndpointAssignment
from .trust_products_entity_assignments import TrustProductsEntityAssignments
from .trust_products_evaluations import TrustProductsEvaluations
from .types import Status


class TrustProducts(TrusthubResource, uri="/TrustProducts/{sid}"):
    """client.trusthub.v1.trust_products"""

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

    trust_products_channel_endpoint_assignment = collection(ChannelEndpointAssignment)
    trust_products_entity_assignments = collection(TrustProductsEntityAssignments)
    trust_products_evaluations = collection(TrustProductsEvaluations)
