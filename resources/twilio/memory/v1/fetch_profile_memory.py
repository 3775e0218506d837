from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params, as_written, param

from .base import MemoryResource
from .types import ContentEncoding


class FetchProfileMemory(
    MemoryResource, uri="/Stores/{store_id}/Profiles/{profile_id}/Recall", field_names=as_written
):
    """memory.v1.recall."""

    observations: list[dict[str, Any]]
    summaries: list[dict[str, Any]]
    communications: list[dict[str, Any]]
    meta: dict[str, Any]
    store_id: str
    profile_id: str

    class Key(NoKey): ...

    class Create(Params):
        memory_retrieval_request: dict[str, Any] = param(location="body")
        accept_encoding: str = param(location="header", default=UNSET)
        content_encoding: ContentEncoding = param(location="header", default=UNSET)
