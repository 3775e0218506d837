"""Response bodies without the array of their records: an empty list, or something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from .json_paths import steps_of

# The names of members that say that a request failed, where they have a value.
_FAILURES = frozenset(
    {"error", "errors", "error_code", "errorCode", "error_message", "errorMessage", "errorMessages"}
    | {"error_description", "exception", "fault", "message", "msg", "detail", "violations"}
)
_GOOD_NEWS = frozenset({"ok", "success", "successful"})
# Arrays of objects that stand beside the records.
_BESIDE = frozenset({"links", "_links", "warnings", "included", "facets"})


def refuse_other_than_empty(body: Any, path: str) -> None:
    """Raise ValueError where a body that lacks the array at a dotted path is no empty list.

    An error that has the status code of a success is none, and neither is a list whose records are
    at another path.

    >>> refuse_other_than_empty({"cursor": ""}, "payments")
    >>> refuse_other_than_empty({"error": "no such account"}, "payments")
    Traceback (most recent call last):
    ...
    ValueError: there is no 'payments', and 'error' says that the request failed
    """
    for found in _objects_on(body, path):
        for name, value in found.items():
            if _says_failure(name, value):
                raise ValueError(f"there is no {path!r}, and {name!r} says that the request failed")
            if name not in _BESIDE and _has_objects(value):
                raise ValueError(f"there is no {path!r}, but records at {name!r}")


def _objects_on(body: Any, path: str) -> Iterator[dict[str, Any]]:
    """The objects on the way to a path. Raises ValueError where something else is there."""
    for step in steps_of(path):
        if body is None:
            return
        if not isinstance(body, dict):
            raise ValueError(f"there is {type(body).__name__} on the way to {path!r}, no object")
        found = cast("dict[str, Any]", body)
        yield found
        body = found.get(step)


def _says_failure(name: str, value: Any) -> bool:
    if name in ("ok", "success"):
        return value is False
    if isinstance(value, str) and value.strip().rstrip(".!").lower() in _GOOD_NEWS:
        return False
    return name in _FAILURES and bool(value)


def _has_objects(value: Any) -> bool:
    items = cast("list[Any]", value) if isinstance(value, list) else []
    return any(isinstance(each, dict) for each in items)
