"""Calls on a client by the expressions that describe operations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from restmap.describe.routes import Route, key_name


def reach(route: Route, client: Any, path: Sequence[Any]) -> Any:
    """The object that an operation is called on. path: the values of the keys in the expression."""
    values = dict(zip(map(key_name, route.keys), path, strict=True))
    return eval(route.target, {"client": client, **values})  # noqa: S307


def verb_of(route: Route) -> str:
    """The name of the method to call; for a list, the one for a single page."""
    return "page" if route.operation.result == "page" else route.operation.name
