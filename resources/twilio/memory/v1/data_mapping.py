"""Data mappings."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, action, field, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .types import OrderBy

DataMappingType = Literal["INGRESS", "DATASET_CLOUDAPP", "DATASET_WAREHOUSE"]


class MappingTraitItem(Model):
    expression: str
    trait_group: str
    trait_name: str


class DataMappingToTraits(Model):
    mappings: list[MappingTraitItem]
    type: Literal["TRAITS"] = "TRAITS"


class DataMappingFromIngress(Model):
    columns: list[str]
    type: Literal["INGRESS"] = "INGRESS"


class DataMappingFromCloudAppDataSet(Model):
    dataset_id: str
    type: Literal["DATASET_CLOUDAPP"] = "DATASET_CLOUDAPP"


class DataMappingFromWarehouseDataSet(Model):
    dataset_id: str
    type: Literal["DATASET_WAREHOUSE"] = "DATASET_WAREHOUSE"


class DataMapping(MemoryResource, uri="/ControlPlane/Stores/{store_id}/DataMappings/{id}"):
    """client.memory.v1.data_mappings"""

    display_name: str | None
    description: str | None
    is_enabled: bool | None
    mapping_to: DataMappingToTraits | None
    mapping_from: (
        DataMappingFromIngress
        | DataMappingFromCloudAppDataSet
        | DataMappingFromWarehouseDataSet
        | None
    ) = field(tagged_by="type")
    id: str
    created_at: datetime | None
    updated_at: datetime | None
    version: int | None
    message: str | None
    status_url: str | None
    store_id: str

    class Create(Params):
        display_name: str = param(default=...)
        mapping_to: DataMappingToTraits = param(default=...)
        mapping_from: (
            DataMappingFromIngress
            | DataMappingFromCloudAppDataSet
            | DataMappingFromWarehouseDataSet
        ) = param(tagged_by="type", default=...)
        description: str = UNSET
        is_enabled: bool = UNSET
        create_data_mapping_input: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, page=MetaTokenPage("dataMappings", max_page_size=100)):
        order_by: OrderBy = UNSET
        type: DataMappingType = UNSET

    class Patch(Params, method="PATCH"):
        if_match: str = param(location="header", default=UNSET)
        display_name: str = UNSET
        description: str = UNSET
        is_enabled: bool = UNSET
        mapping_to: DataMappingToTraits = UNSET
        data_mapping_core: dict[str, Any] = param(location="body", default=UNSET)

    class Fetch(Params): ...

    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
