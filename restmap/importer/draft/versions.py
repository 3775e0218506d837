"""Versions: the operations of a version become drafts of its resources."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..read.inventory import Inventory
from .class_names import (
    RESERVED_MODEL_NAMES,
    base_name,
    class_names,
    collection_names,
    module_names,
)
from .enum_names import EnumNames
from .expressions import (
    EnumType,
)
from .identifiers import first_free
from .models import Models
from .naming import PlainNaming
from .operation_drafter import keep_classes_visible
from .places import Place, mounts_beside, reserved_names
from .record_types import RecordTypes
from .resource_drafter import ResourceDrafter
from .resources import MountDraft, ResourceDraft, VersionDraft
from .tree import ResourceNode, VersionNode


def draft_version(
    version: VersionNode, naming: PlainNaming, inventory: Inventory, places: Collection[Place] = ()
) -> VersionDraft:
    """Draft the resources of a version; operations that cannot be declared are left out.

    places: of all versions; what is mounted beside these resources has other names.
    """
    reserved = reserved_names(version.place, places)
    version.top = dict(_renamed(version.top, reserved))
    nodes = list(version.nodes())
    names = class_names(nodes, version.top.values(), naming)
    beside = {"client"} if not version.place.mounts else set[str]()
    modules = module_names(nodes, names, naming, {*beside, *mounts_beside(version.place, places)})
    models = Models(naming)
    drafters = {
        id(node): ResourceDrafter(
            node,
            naming,
            inventory,
            models,
            names[id(node)],
            [names[id(each)] for each in node.children],
        )
        for node in nodes
    }
    candidates = [each.candidate(modules[key]) for key, each in drafters.items()]
    models.records = RecordTypes(
        [each for each in candidates if each.schemas], naming, models.are_equal
    )
    drafts = {key: each.draft(modules[key]) for key, each in drafters.items()}
    for node in nodes:
        draft = drafts[id(node)]
        draft.mounts = _mounts(node.record_children, drafts)
        if node.has_collection:
            draft.collection_mounts = _mounts(node.collection_children, drafts)
    with_collection = {key for key, each in drafts.items() if each.has_own_collection}
    collections = collection_names(list(version.top.values()), names, with_collection, naming)
    for key, name in collections.items():
        drafts[key].collection_name = name
    enums = [enum for each in drafters.values() for enum in each.enums]
    classes = {*names.values(), *collections.values()}
    _complete_models(models, naming, version.place, classes, enums)
    hidden = {each.name for each in models.drafts} | models.records.names
    for draft in drafts.values():
        draft.operations = keep_classes_visible(draft.operations, hidden - {draft.name})
    return VersionDraft(version.place, _mounts(version.top, drafts), models.drafts, models.drafted)


def _complete_models(
    models: Models,
    naming: PlainNaming,
    place: Place,
    classes: Collection[str],
    enums: Collection[EnumType],
) -> None:
    """Decide the names and the members of all models of a version.

    classes: the names of its resources and collections. enums: the Literal types of resources.
    """
    taken = {
        *RESERVED_MODEL_NAMES,
        *classes,
        *(f"{each}Parameters" for each in classes),
        base_name(place, naming.client_name),
        *(source.partition(":")[2] for source in naming.sources()),
    }
    models.find_nested()
    models.assign_names({*taken, *(each.name for each in enums)})
    own_names = {each.name for each in models.drafts}
    model_enums = EnumNames(naming.enum_name, naming.shared_enums, {*taken, *own_names}, "")
    model_enums.add_known(enums)
    models.draft_members(model_enums)


def _mounts(
    nodes: Mapping[str, ResourceNode], drafts: Mapping[int, ResourceDraft]
) -> list[MountDraft]:
    return [
        MountDraft(name, drafts[id(node)].mount_function, drafts[id(node)])
        for name, node in sorted(nodes.items())
    ]


def _renamed(
    top: Mapping[str, ResourceNode], reserved: Collection[str]
) -> Iterator[tuple[str, ResourceNode]]:
    """The resources at the top of a version by the names of their mounts, which hide nothing."""
    taken = {*top, *reserved}
    for name, node in top.items():
        if name in reserved:
            name = first_free([f"{name}_"], taken)
            node.rename(name)
        yield name, node
