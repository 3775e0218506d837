"""Names for the classes and the modules of a version's resources."""

from __future__ import annotations

import keyword
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ...declare.names import snake_case
from .identifiers import class_identifier, first_free, python_name
from .naming import PlainNaming
from .tree import Node


def class_names(nodes: Sequence[Node], top: Iterable[Node], naming: PlainNaming) -> dict[int, str]:
    """The class name of each node: the name in the document, else the noun of its operations
    without the noun of its parent."""
    nouns = {id(node): _noun(node, naming) for node in nodes}
    names: dict[int, str] = {}

    def name(node: Node, above: str, taken: set[str]) -> None:
        said = [naming.class_name(each.operation) for each in node.operations]
        noun = nouns[id(node)]
        own = next(filter(None, said), None) or _without(noun, above)
        plain = class_identifier(node.name)
        choices = (own, plain, f"{own}Resource", f"{plain}Resource")
        names[id(node)] = first_free(choices, TAKEN | taken)
        beside = {names[id(node)], f"{plain}Collection"}
        for child in node.children:
            name(child, noun, beside)
            beside.add(names[id(child)])

    at_top = {"Domain", "Version"}
    for node in top:
        name(node, "", at_top)
        at_top.add(names[id(node)])
    return names


def collection_names(top: Sequence[Node], names: Mapping[int, str]) -> dict[int, str]:
    """The name of the Collection subclass of each node that has mounts beside its items.

    The name must differ from the classes of the sibling nodes, which the parent imports together
    with it, and from those of the child nodes, which are imported into its own module.
    """
    found: dict[int, str] = {}

    def name(nodes: Sequence[Node], around: set[str]) -> None:
        taken = around | {names[id(each)] for each in nodes}
        for node in nodes:
            if node.beside:
                plain = class_identifier(node.name)
                below = {names[id(each)] for each in node.children}
                choices = (plain, f"{plain}Collection", f"{names[id(node)]}Collection")
                found[id(node)] = first_free(choices, TAKEN | taken | below)
                taken.add(found[id(node)])
        for node in nodes:
            own = {names[id(node)], *filter(None, [found.get(id(node))])}
            name(node.children, own)

    name(top, {"Domain", "Version"})
    return found


# Names that modules import, and names of nested classes.
TAKEN = frozenset(
    {"Any", "Collection", "Create", "Delete", "Fetch", "Find", "Key", "List", "Literal", "NoKey"}
    | {"Paging", "Params", "Patch", "Post", "Resource", "Update"}
)


def _noun(node: Node, naming: PlainNaming) -> str:
    """The noun of the operations of a node; another operation goes before its list."""
    several = sorted(node.operations, key=lambda each: each.verb == "list")
    return naming.noun(several[0].operation) if several else class_identifier(node.name)


def _without(noun: str, above: str) -> str:
    rest = noun.removeprefix(above)
    return rest if above and rest and rest[0].isupper() else noun


def module_names(
    nodes: Sequence[Node], names: Mapping[int, str], naming: PlainNaming
) -> dict[int, str]:
    """The module name of each node: after its class, or its noun if classes share a name."""
    short = {id(node): snake_case(names[id(node)]) for node in nodes}
    often = Counter(short.values())
    modules: dict[int, str] = {}
    taken = {"base", "parameters", "types"}
    for node in nodes:
        chain = [snake_case(each.name) for each in node.steps]
        choices = [
            *([short[id(node)]] if often[short[id(node)]] == 1 else []),
            snake_case(_noun(node, naming)),
            *("_".join(chain[-count:]) for count in range(2, len(chain) + 1)),
        ]
        named = [python_name(each) for each in choices if not keyword.iskeyword(each)]
        modules[id(node)] = first_free(named or [python_name(chain[-1])], taken)
        taken.add(modules[id(node)])
    return modules
