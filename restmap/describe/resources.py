"""Resources: what a class declares, as values that can be sent to another process."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from ..api.resource import Resource


@attrs.frozen
class OperationDescription:
    """A declared operation. parameters: whether each parameter is required, by its wire name."""

    method: str
    parameters: Mapping[str, bool]


@attrs.frozen
class ResourceDescription:
    """What is compared of a declared resource. fields: the wire names of its fields."""

    uri: str
    fields: tuple[str, ...]
    operations: Mapping[str, OperationDescription]

    @classmethod
    def of(cls, resource: type[Resource]) -> ResourceDescription:
        """Describe a resource class."""
        plan = resource._plan
        return cls(
            plan.options.uri or "",
            tuple(each.wire_name for each in plan.fields.values()),
            {
                verb: OperationDescription(
                    each.method,
                    {one.wire_name: one.required for one in each.arguments.values()},
                )
                for verb, each in plan.operations.items()
            },
        )

    @classmethod
    def from_json(cls, content: Any) -> ResourceDescription:
        """The description for the result of `attrs.asdict`."""
        operations = {
            verb: OperationDescription(**each) for verb, each in content["operations"].items()
        }
        return cls(content["uri"], tuple(content["fields"]), operations)
