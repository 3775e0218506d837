"""Wire names: what the schema of a model depends on beside the model itself."""

from __future__ import annotations

import typing
from typing import Any

from ..declare.annotations import plain_type
from ..declare.members import is_model, members_of
from ..declare.names import Naming


def wire_names_below(model: type[Any], naming: Naming) -> frozenset[tuple[type[Any], str]]:
    """The wire names of the members of a model, and of the models in it at any depth.

    Two rules that give the same names make the same schema. A resource has a rule of its own, which
    makes no difference. naming: the rule of the resource.
    """
    names: set[tuple[type[Any], str]] = set()
    seen: set[Any] = set()
    pending: list[Any] = [model]
    while pending:
        plain, _ = plain_type(pending.pop())
        pending += typing.get_args(plain)
        if plain in seen or not is_model(plain):
            continue
        seen.add(plain)
        for member in members_of(plain):
            names.add((plain, member.wire_name(naming)))
            pending.append(member.kind)
    return frozenset(names)
