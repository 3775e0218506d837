"""Imports."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .types import OrderBy

Status = Literal["PENDING", "PROCESSING", "COMPLETED", "FAILED"]


class ColumnMappingItem(Model):
    column_name: str
    trait_group: str
    trait_name: str


class ProfilesImportV2Summary(Model):
    errors: int | None = None
    warnings: int | None = None


class ProfilesImportV2(MemoryResource, uri="/Stores/{store_id}/Profiles/Imports/{import_id}"):
    """client.memory.v1.imports"""

    status: Status | None
    filename: str | None
    created_at: datetime | None
    updated_at: datetime | None
    file_size: int | None
    column_mappings: list[ColumnMappingItem] | None
    summary: ProfilesImportV2Summary | None
    import_id: str
    url: str | None
    store_id: str

    class Create(Params):
        filename: str = param(default=...)
        file_size: int = param(default=...)
        column_mappings: list[ColumnMappingItem] = param(default=...)
        create_profiles_import_v2_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, page=MetaTokenPage("imports", id_key="importId")):
        order_by: OrderBy = UNSET

    class Fetch(Params): ...
