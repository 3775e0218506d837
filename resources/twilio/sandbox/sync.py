"""Sync in the sandbox: each object has a revision, which an If-Match may name.

https://www.twilio.com/docs/sync/api/document-resource
"""

from __future__ import annotations

from restmap.sandbox import Behaviour

from ..sync.v1.document import Document
from ..sync.v1.sync_list import SyncList
from ..sync.v1.sync_list_item import Item as SyncListItem
from ..sync.v1.sync_map import SyncMap
from ..sync.v1.sync_map_item import Item as SyncMapItem

behaviour = Behaviour()

for _resource in (Document, SyncList, SyncListItem, SyncMap, SyncMapItem):
    behaviour.initial(_resource, revision="0")
    behaviour.revision(_resource, "revision")
