"""Names for the classes and the modules of a version's resources."""

from __future__ import annotations

import builtins
import keyword
import typing
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

from ...declare.names import snake_case
from .identifiers import class_identifier, first_free, python_name
from .naming import PlainNaming
from .places import Place
from .tree import ResourceNode
from .words import plural, singular


def class_names(
    nodes: Sequence[ResourceNode], top: Iterable[ResourceNode], naming: PlainNaming
) -> dict[int, str]:
    """The class name of each node: the name in the document, else the noun of its operations."""
    if naming.unique_classes:
        return dict(_unique_names(nodes, naming))
    return _names_beside(nodes, top, naming)


def _unique_names(nodes: Sequence[ResourceNode], naming: PlainNaming) -> Iterator[tuple[int, str]]:
    """The class names of nodes, no two alike in a version.

    Of several with one noun, that at the top has it, then that with the most operations. The others
    begin with the nouns of what they are mounted on.
    """
    by_path = {_mount_path(each): each for each in nodes}
    base = {base_name(each.place, naming.client_name) for each in nodes}
    taken = {*RESERVED_CLASS_NAMES, *base}
    for node in sorted(nodes, key=_rank):
        path = _mount_path(node)
        paths = (path[:length] for length in range(1, len(path) + 1))
        above = [by_path[each] for each in paths if each in by_path]  # a part may be no resource
        places = [class_identifier(each) for each in node.place.mounts.split(".") if each]
        nouns = [*places, *(_noun(each, naming) for each in above)]
        imported = _imported_by_site(node) if len(path) == 1 else frozenset[str]()
        given = [naming.class_name(each.operation) for each in node.operations]
        choices = [*filter(None, given[:1]), *_with_parents(nouns)]
        name = first_free([*choices, f"{nouns[-1]}Resource"], taken | imported)
        taken.add(name)
        yield id(node), name


def _mount_path(node: ResourceNode) -> tuple[str, ...]:
    return tuple(each.name for each in node.steps)


def _rank(node: ResourceNode) -> tuple[bool, int, int, str]:
    verbs = {each.verb for each in node.operations if not node.is_action(each)}
    return len(node.steps) > 1, -len(verbs), len(node.steps), node.path


def _with_parents(nouns: Sequence[str]) -> Iterator[str]:
    """Names for a class: its noun, and this with more and more of the nouns above it.

    >>> [*_with_parents(["Project", "List", "Task"])]
    ['Task', 'ListTask', 'ProjectListTask', 'TaskOfList', 'TaskOfProject']
    >>> [*_with_parents(["Project", "ProjectStatus"])]
    ['ProjectStatus', 'ProjectStatusOfProject']
    """
    *above, noun = nouns
    name = noun
    yield name
    for each in reversed(above):
        if not name.startswith(each):
            name = each + name
            yield name
    for each in reversed(above):
        yield f"{noun}Of{each}"


def _names_beside(
    nodes: Sequence[ResourceNode], top: Iterable[ResourceNode], naming: PlainNaming
) -> dict[int, str]:
    """The class names of nodes, each without the noun of its parent, which differ from those of
    its siblings and of its parent."""
    nouns = {id(node): _noun(node, naming) for node in nodes}
    names: dict[int, str] = {}

    def assign(node: ResourceNode, parent_noun: str, taken: set[str]) -> None:
        given = [naming.class_name(each.operation) for each in node.operations]
        noun = nouns[id(node)]
        own = next(filter(None, given), None) or _without_prefix(noun, parent_noun)
        plain = class_identifier(node.name)
        choices = (own, plain, f"{own}Resource", f"{plain}Resource")
        names[id(node)] = first_free(choices, RESERVED_CLASS_NAMES | taken)
        taken_below = {names[id(node)], f"{plain}Collection"}
        for child in node.children:
            assign(child, noun, taken_below)
            taken_below.add(names[id(child)])

    taken_at_top = {*IMPORTED_BY_SITES}
    for node in top:
        assign(node, "", taken_at_top)
        taken_at_top.add(names[id(node)])
    return names


def collection_names(
    top: Sequence[ResourceNode],
    names: Mapping[int, str],
    with_collection: Container[int],
    naming: PlainNaming,
) -> dict[int, str]:
    """The name of the Collection subclass of each node that has one.

    with_collection: the ids of these nodes. A name is the plural of the class, or the name of the
    mount where classes share names. It differs from the classes of the sibling nodes, which the
    parent imports together with it, and from those of the child nodes, which are imported into its
    own module.
    """
    collections: dict[int, str] = {}

    def assign(nodes: Sequence[ResourceNode], parent_names: set[str]) -> None:
        taken = parent_names | {names[id(each)] for each in nodes}
        for node in nodes:
            if id(node) in with_collection:
                is_unique = naming.unique_classes
                plain = plural(names[id(node)]) if is_unique else class_identifier(node.name)
                child_names = {names[id(each)] for each in node.children}
                choices = (plain, f"{plain}Collection", f"{names[id(node)]}Collection")
                collections[id(node)] = first_free(
                    choices, RESERVED_CLASS_NAMES | taken | child_names
                )
                taken.add(collections[id(node)])
        for node in nodes:
            own = {names[id(node)], *filter(None, [collections.get(id(node))])}
            assign(node.children, own)

    assign(top, {*IMPORTED_BY_SITES})
    return collections


def _imported_by_site(node: ResourceNode) -> frozenset[str]:
    """The names that the module imports in which a resource at the top is mounted."""
    return IMPORTED_BY_SITES if node.place.mounts else IMPORTED_BY_SITES - {"Domain", "Version"}


IMPORTED_BY_SITES = frozenset(
    {"ApiKeyScheme", "Auth", "BasicScheme", "BearerScheme", "Client", "ClientCredentialsScheme"}
    | {"ClientSettings", "Domain", "Unpack", "Version"}
)
"""Names that the modules of clients, domains and versions import."""

# Names that the modules import, the names of nested classes, and Python's own classes.
RESERVED_CLASS_NAMES = frozenset(
    {"Any", "Collection", "Create", "Delete", "Fetch", "Find", "Key", "List", "Literal", "Model"}
    | {"Download", "File", "NoKey", "Paging", "Params", "Patch", "Post", "Resource", "Update"}
    | {each for each in dir(builtins) if each[0].isupper()}
)

# Names that a model cannot have: of Python, of types, and of what modules import.
RESERVED_MODEL_NAMES: frozenset[str] = RESERVED_CLASS_NAMES | {
    *("Decimal", "UUID"),
    *dir(builtins),
    *dir(typing),
}


def base_name(place: Place, client_name: str) -> str:
    """The name of the base class of the resources of a version."""
    return f"{class_identifier(place.domain) if place.domain else client_name}Resource"


def _noun(node: ResourceNode, naming: PlainNaming) -> str:
    """The noun of a node's operations; the noun of `list` is used only if there is no other.

    By default it is that of its mount, in the singular if it has items.
    """
    ordered = sorted(node.operations, key=lambda each: each.verb == "list")
    given = naming.noun(ordered[0].operation) if ordered else None
    if given is not None:
        return given
    has_items = node.keys or node.kind == "list"
    name = node.name.rstrip("_")
    return class_identifier(singular(name) if has_items and naming.unique_classes else name)


def _without_prefix(noun: str, prefix: str) -> str:
    rest = noun.removeprefix(prefix)
    return rest if prefix and rest and rest[0].isupper() else noun


def module_names(
    nodes: Sequence[ResourceNode],
    names: Mapping[int, str],
    naming: PlainNaming,
    reserved: Collection[str],
) -> dict[int, str]:
    """The module name of each node: after its class, or its noun if classes share a name.

    reserved: the names of other modules and packages beside these.
    """
    short = {id(node): snake_case(names[id(node)]) for node in nodes}
    counts = Counter(short.values())
    modules: dict[int, str] = {}
    taken = {"base", "models", "parameters", "types", *reserved}
    for node in nodes:
        path = [snake_case(each.name) for each in node.steps]
        choices = [
            *([short[id(node)]] if counts[short[id(node)]] == 1 else []),
            snake_case(_noun(node, naming)),
            *("_".join(path[-length:]) for length in range(2, len(path) + 1)),
        ]
        valid = [python_name(each) for each in choices if not keyword.iskeyword(each)]
        modules[id(node)] = first_free(valid or [python_name(path[-1])], taken)
        taken.add(modules[id(node)])
    return modules
