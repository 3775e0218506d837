"""Services: https://www.twilio.com/docs/sync/api/service"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from restmap import UNSET, Paging, Params, collection, deferred, field

from .base import SyncResource

if TYPE_CHECKING:
    from .document import Document
    from .sync_list import SyncList
    from .sync_map import SyncMap
    from .sync_stream import SyncStream
else:
    Document = deferred(".document:Document", __package__)
    SyncList = deferred(".sync_list:SyncList", __package__)
    SyncMap = deferred(".sync_map:SyncMap", __package__)
    SyncStream = deferred(".sync_stream:SyncStream", __package__)


class ServiceParameters(Params):
    """The parameters of Create and Update."""

    friendly_name: str = UNSET
    webhook_url: str = UNSET
    reachability_webhooks_enabled: bool = UNSET
    acl_enabled: bool = UNSET
    reachability_debouncing_enabled: bool = UNSET
    reachability_debouncing_window: int = UNSET
    webhooks_from_rest_enabled: bool = UNSET


class Service(SyncResource, uri="/Services/{sid}"):
    """client.sync.v1.services"""

    sid: str = field(prefix="IS")
    unique_name: str | None
    account_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    url: str
    webhook_url: str | None
    webhooks_from_rest_enabled: bool | None
    reachability_webhooks_enabled: bool | None
    acl_enabled: bool | None
    reachability_debouncing_enabled: bool | None
    reachability_debouncing_window: int
    links: dict[str, str] | None

    class Create(ServiceParameters): ...

    class Update(ServiceParameters): ...

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    documents = collection(Document)
    sync_lists = collection(SyncList)
    sync_maps = collection(SyncMap)
    sync_streams = collection(SyncStream)
