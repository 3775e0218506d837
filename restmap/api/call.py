"""The path of a request, from a call to its result.

Everything here is sans-IO: `call` makes a flow (see send/flow.py), which `Client._run` and
`Client._run_async` drive. Lists, which take many requests, are in `listing.py`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..decode.results import read_result
from ..encode.request import build_request
from ..send.exchange import exchange
from ..send.flow import Flow

if TYPE_CHECKING:
    from ..plan.operation import Operation
    from .verbs import Target


def call(target: Target, operation: Operation, arguments: Mapping[str, Any]) -> Flow[Any]:
    """Any operation other than a list: build the request, send it, read the response."""
    site, path = target._site, target._address()
    request = build_request(operation, site.root, path, arguments)
    read = functools.partial(read_result, operation, target._resource, site, path, request)
    return (yield from exchange(site.client, request, operation, read))
