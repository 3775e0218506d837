"""The text of a type, as an annotation writes it."""

from __future__ import annotations

import typing
from typing import Any

from ..declare.annotations import is_union


def type_text(kind: Any) -> str:
    """The text of a type.

    >>> from datetime import datetime
    >>> type_text(list[datetime] | None)
    'list[datetime] | None'
    >>> type_text(typing.Literal["open", "closed"])
    "Literal['open', 'closed']"
    """
    if kind is None or kind is type(None):
        return "None"
    if kind is ...:
        return "..."
    arguments = typing.get_args(kind)
    if is_union(kind):
        return " | ".join(map(type_text, arguments))
    origin = typing.get_origin(kind)
    if origin is typing.Annotated:
        return type_text(arguments[0])
    if origin is typing.Literal:
        return f"Literal[{', '.join(map(repr, arguments))}]"
    name = getattr(origin or kind, "__name__", None) or str(kind)
    if origin is None or not arguments:
        return name
    return f"{name}[{', '.join(map(type_text, arguments))}]"
