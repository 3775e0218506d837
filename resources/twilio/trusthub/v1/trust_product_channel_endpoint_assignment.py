"""Trust products channel endpoint assignment of trust products."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import TrusthubResource


class ChannelEndpointAssignment(
    TrusthubResource, uri="/TrustProducts/{trust_product_sid}/ChannelEndpointAssignments/{sid}"
):
    """….trusthub.v1.trust_products(…).trust_products_channel_endpoint_assignment"""

    sid: str = field(prefix="RA")
    trust_product_sid: str
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
