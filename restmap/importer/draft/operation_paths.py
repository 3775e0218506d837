"""Paths of operations: where each continues the path of its resource, and where it has its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...declare.uri import cut_template
from ..read.operations import placeholders, shape
from .identifiers import first_free
from .naming import PlainNaming
from .tree import PlacedOperation, ResourceNode


def own_path(placed: PlacedOperation, node: ResourceNode) -> str | None:
    """The suffix of an operation to the path of its resource; None if it has another path."""
    usual = _usual_path(placed, node)
    own = shape(placed.operation.path)
    if own == shape(usual):
        return ""
    rest = own.removeprefix(shape(usual).rstrip("/"))
    return rest if rest != own and rest.startswith(("/", ":", ".")) and "{" not in rest else None


def _usual_path(placed: PlacedOperation, node: ResourceNode) -> str:
    if node.is_item_operation(placed):
        return node.path
    return cut_template(node.path).collection(node.item_keys).text


def problem_of(placed: PlacedOperation, node: ResourceNode) -> str | None:
    """The reason why a resource cannot declare an operation; None if it can."""
    operation = placed.operation
    usual = _usual_path(placed, node)
    count = len(placeholders(operation.path)) - len(placeholders(usual))
    continues = shape(operation.path).startswith(shape(usual)) and (
        node.is_action(placed) or placed.verb == "list"
    )
    if own_path(placed, node) is None and count != 0 and not (count > 0 and continues):
        return f"its path {operation.path} does not belong to the resource at {node.path}"
    return None


def own_keys(
    placed: PlacedOperation, node: ResourceNode, names: Mapping[str, str], naming: PlainNaming
) -> dict[str, str]:
    """The names of the parameters of an action that are in its path alone, by wire name: the
    `reference` of `/payments/verify/{reference}`. names: as those of `path_in_place`."""
    usual = placeholders(_usual_path(placed, node))
    keys: dict[str, str] = {}
    for each in placeholders(placed.operation.path)[len(usual) :]:
        plain = naming.parameter_name(each)
        taken = {*(names[one] for one in usual), *keys.values()}
        keys[each] = first_free([plain, f"other_{plain}"], taken)
    return keys


def path_in_place(
    placed: PlacedOperation,
    node: ResourceNode,
    names: Mapping[str, str],
    keys: Iterable[str] = (),
) -> str | None:
    """The path of an operation that does not continue the path of its resource.

    names: the Python names of the placeholders in the path of the resource. keys: those of the
    placeholders that only the operation has.
    """
    if own_path(placed, node) is not None:
        return None
    template = cut_template(node.place.uri_of(placed.operation.path))
    usual = [names[each] for each in placeholders(_usual_path(placed, node))] + [*keys]
    path = template.literals[0]
    for name, literal in zip(usual, template.literals[1:], strict=True):
        path += f"{{{name}}}{literal}"
    return path
