from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, action, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .types import OrderBy

DataMappingType = Literal["INGRESS", "DATASET_CLOUDAPP", "DATASET_WAREHOUSE"]


class DataMapping(MemoryResource, uri="/ControlPlane/Stores/{store_id}/DataMappings/{id}"):
    """memory.v1.data_mappings."""

    display_name: str | None
    description: str | None
    is_enabled: bool | None
    mapping_to: dict[str, Any] | None
    mapping_from: dict[str, Any] | None
    id: str
    created_at: datetime | None
    updated_at: datetime | None
    version: int | None
    message: str | None
    status_url: str | None
    store_id: str

    class Create(Params):
        create_data_mapping_input: dict[str, Any] = param(location="body")

    class List(Paging, page=MetaTokenPage("dataMappings", max_page_size=100)):
        order_by: OrderBy = UNSET
        type: DataMappingType = UNSET

    class Patch(Params, method="PATCH"):
        if_match: str = param(location="header", default=UNSET)
        data_mapping_core: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...
    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
