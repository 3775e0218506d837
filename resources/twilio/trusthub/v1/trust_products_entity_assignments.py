"""Trust products entity assignments of trust products."""

from __future__ import annotations

from datetime import datetime

from restmap import UNSET, Paging, Params, field

from .base import TrusthubResource


class TrustProductsEntityAssignments(
    TrusthubResource, uri="/TrustProducts/{trust_product_sid}/EntityAssignments/{sid}"
):
    """client.trusthub.v1.trust_products(…).trust_products_entity_assignments"""

    sid: str = field(prefix="BV")
    trust_product_sid: str
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
