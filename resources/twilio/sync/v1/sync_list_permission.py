"""Sync list permissions of sync lists."""

from __future__ import annotations

from restmap import Paging, Params

from .base import SyncResource


class Permission(
    SyncResource, uri="/Services/{service_sid}/Lists/{list_sid}/Permissions/{identity}"
):
    """client.sync.v1.services(…).sync_lists(…).sync_list_permissions"""

    account_sid: str
    service_sid: str
    list_sid: str
    identity: str
    read: bool | None
    write: bool | None
    manage: bool | None
    url: str

    class Update(Params):
        read: bool
        write: bool
        manage: bool

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
