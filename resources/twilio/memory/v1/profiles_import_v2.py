from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from restmap import UNSET, Paging, Params, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .types import OrderBy

Status = Literal["PENDING", "PROCESSING", "COMPLETED", "FAILED"]


class ProfilesImportV2(MemoryResource, uri="/Stores/{store_id}/Profiles/Imports/{import_id}"):
    """memory.v1.imports."""

    status: Status | None
    filename: str | None
    created_at: datetime | None
    updated_at: datetime | None
    file_size: int | None
    column_mappings: list[dict[str, Any]] | None
    summary: dict[str, Any] | None
    import_id: str
    url: str
    store_id: str

    class Create(Params):
        create_profiles_import_v2_request: dict[str, Any] = param(location="body")

    class List(Paging, page=MetaTokenPage("imports", id_key="importId")):
        order_by: OrderBy = UNSET

    class Fetch(Params): ...
