"""Importing: a package of declarations is written from documents, with a report of the result.

The modules are checked twice before they are moved into place: their syntax trees are compared with
the syntax of declarations, and a separate process loads them. An operation that fails to load is
left out, and the rest is written again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import attrs

from .draft.clients import client_name, draft_client
from .draft.naming import PlainNaming
from .draft.nested_objects import NestedObjects, count_nested_objects
from .draft.operations import OperationDraft
from .draft.resources import ResourceDraft, VersionDraft
from .draft.tree import build_tree
from .draft.versions import draft_version
from .read.documents import Document
from .read.inventory import Inventory
from .read.operations import shape
from .read.parsing import document_error
from .read.servers import split_host
from .report import Report
from .updates import changes_for_programs
from .write.allowed_code import check_allowed
from .write.api_modules import api_files
from .write.compare import find_differences
from .write.loading import Failure, Loaded, load_package
from .write.package_files import Change, Package

# After this many rounds, all operations of a failing resource are left out.
_PRECISE_ROUNDS = 3


def say_nothing(step: str) -> None:
    """Take note of no step of an import."""


def import_documents(
    documents: Sequence[Document],
    package: Package,
    naming: PlainNaming,
    only_check: bool = False,
    line_length: int = 88,
    tell: Callable[[str], object] = say_nothing,
) -> Report:
    """Write the declarations of OpenAPI documents into a package.

    line_length: the maximum length of their lines, which long names may exceed.
    only_check: write nothing, and report what would be written. Files of the package that the
    importer did not write, or that were changed since then, stay as they are.
    tell: called with each step before it is done.
    """
    tell("finding operations")
    inventory = Inventory.of(sorted(documents, key=lambda each: each.name in naming.read_last))
    rounds = 0
    while True:
        rounds += 1
        tell(f"drafting {len(inventory.operations) - len(inventory.left_out):,} operations")
        versions = draft_all(inventory, naming, package.name)
        client = draft_client(inventory, naming, versions)
        drafts = list(_placed_drafts(versions))
        nested = count_nested_objects(inventory, [each.drafted for each in versions])
        if not drafts:
            return _report(
                documents, inventory, drafts, _NO_CHANGE, _NOTHING_LOADED, nested, only_check
            )
        tell("writing modules")
        files = api_files(versions, naming, client, package.name, line_length)
        check_allowed(files, package.name, naming.sources())
        change = package.change_to(files)
        with package.staged(change, next_to_package=not only_check) as staged:
            tell(f"loading {len(files):,} modules")
            source = naming.client or f"client:{client.name}"
            loaded = load_package(
                package, staged, source, sorted(files), _handwritten_classes(drafts, change)
            )
            is_precise = rounds <= _PRECISE_ROUNDS
            failed = _failed_operations(drafts, loaded, change.kept, is_precise)
            if not failed:
                tell("comparing and validating")
                _leave_out_undeclared(inventory, drafts, loaded)
                changes, problem = changes_for_programs(package, change, staged)
                if not only_check:
                    package.apply(change, staged)
                report = _report(documents, inventory, drafts, change, loaded, nested, only_check)
                return attrs.evolve(
                    report,
                    client_problems=client.problems,
                    changes=changes,
                    changes_problem=problem,
                )
        for operation, reason in failed:
            inventory.leave_out(operation.source, reason)


def draft_all(inventory: Inventory, naming: PlainNaming, package: str) -> list[VersionDraft]:
    """Draft all operations that can be declared, again whenever one turns out to be left out.

    package: the name of the package, after which its client is named if the documents have no
    title.
    """
    documents = dict.fromkeys(document for document, _ in inventory.operations.values())
    operations = [each for _, each in inventory.operations.values() if each.problem is None]
    name = client_name([each.title for each in documents], package)
    naming.survey([*documents], operations, name)
    while True:
        before = len(inventory.left_out)
        nodes = build_tree(inventory, naming)
        places = [each.place for each in nodes]
        versions = [draft_version(each, naming, inventory, places) for each in nodes]
        if len(inventory.left_out) == before:
            return versions


_NO_CHANGE = Change({}, (), (), ())
_NOTHING_LOADED = Loaded((), frozenset(), {})


@attrs.frozen
class PlacedDraft:
    """The draft of a resource, and the path of its module below the package."""

    draft: ResourceDraft
    path: str

    def is_concerned_by(self, failure: Failure) -> bool:
        """Whether a failure concerns the resource: its module, declaration or shared modules."""
        if not failure.module:
            return failure.resource == self.draft.name
        own = self.path.removesuffix(".py").replace("/", ".")
        shared = own.rpartition(".")[0]
        beside = (f"{shared}.{each}".lstrip(".") for each in _SHARED_MODULES)
        return failure.module in (own, shared, *beside)


_SHARED_MODULES = ("base", "models", "parameters", "types")


def _placed_drafts(versions: Sequence[VersionDraft]) -> Iterator[PlacedDraft]:
    for version in versions:
        for draft in version.resources:
            yield PlacedDraft(draft, f"{version.place.folder}{draft.module}.py")


def _handwritten_classes(drafts: Sequence[PlacedDraft], change: Change) -> dict[str, str]:
    """The class names of resources in modules of the user, by the paths of the modules."""
    return {each.path: each.draft.name for each in drafts if each.path in change.kept}


# -- failures ---------------------------------------------------------------------------------


def _failed_operations(
    drafts: Sequence[PlacedDraft], loaded: Loaded, kept: Collection[str], is_precise: bool
) -> list[tuple[OperationDraft, str]]:
    """The operations that cannot be used in the written package, each with the reason.

    kept: the modules of the user. is_precise: whether only the operation at fault is returned when
    a resource is refused, or all of its operations. Raises DocumentError for a failure that
    concerns no operation.
    """
    if loaded.failures and not loaded.operations:
        failed = [
            (operation, failure.reason)
            for failure in loaded.failures
            for each in drafts
            if each.is_concerned_by(failure)
            for operation in _operations_at_fault(each.draft, failure, is_precise)
        ]
    else:
        reasons = [each.reason for each in loaded.failures]
        reason = reasons[0] if reasons else "no mount of the client leads to it"
        failed = [
            (operation, reason)
            for each in drafts
            if each.path not in kept
            for operation in _missing(each.draft, loaded)
        ]
    if loaded.failures and not failed:
        yours = f" The cause may be in these modules of yours: {', '.join(kept)}." if kept else ""
        raise document_error(
            f"the written modules cannot be loaded: {loaded.failures[0].reason}",
            f"Nothing was changed.{yours}",
            loaded.failures[0].module or None,
        )
    return failed


def _leave_out_undeclared(
    inventory: Inventory, drafts: Sequence[PlacedDraft], loaded: Loaded
) -> None:
    """Leave out the operations that a module of the user does not declare."""
    for each in drafts:
        for operation in _missing(each.draft, loaded):
            inventory.leave_out(
                operation.source, f"{each.path}, which is yours, does not declare it"
            )


def _missing(draft: ResourceDraft, loaded: Loaded) -> list[OperationDraft]:
    """The operations of a resource that cannot be reached through the client."""
    return [
        operation
        for operation in draft.operations
        if _address(draft, operation) not in loaded.operations
    ]


def _operations_at_fault(
    draft: ResourceDraft, failure: Failure, is_precise: bool
) -> list[OperationDraft]:
    """The operation whose nested class was refused; else all operations of the resource, or, if it
    has none, of the resources below it."""
    if is_precise:
        at_fault = [each for each in draft.operations if each.class_name == failure.nested_class]
        if at_fault:
            return at_fault
    return [*draft.operations] or [op for each in draft.family() for op in each.operations]


def _address(draft: ResourceDraft, operation: OperationDraft) -> tuple[str, str]:
    """The method of an operation, and its URL without the scheme and the parameter names."""
    source = operation.source
    path = split_host(source.server)[1] + source.path
    return source.method, shape(draft.node.place.host + path)


# -- the report -------------------------------------------------------------------------------


def _report(
    documents: Sequence[Document],
    inventory: Inventory,
    drafts: Sequence[PlacedDraft],
    change: Change,
    loaded: Loaded,
    nested: NestedObjects,
    only_check: bool,
) -> Report:
    differences = [
        line
        for each in drafts
        if each.path in loaded.descriptions
        for line in find_differences(each.draft, loaded.descriptions[each.path])
    ]
    return Report(
        operations=len(inventory.operations),
        problems=inventory.problems,
        written=change.written,
        removed=change.removed,
        kept=change.kept,
        differences=differences,
        nested=nested,
        remarks=inventory.remarks,
        findings=[
            f"{document.name}, {finding}"
            for document in documents
            for finding in document.findings()
        ],
        only_check=only_check,
    )


def read_documents(
    sources: Sequence[Path],
    allowed: Sequence[str] = (),
    tell: Callable[[str], object] = say_nothing,
) -> list[Document]:
    """Read the documents in files and folders, in the order of their names.

    allowed: folders, and beginnings of URLs, that references may lead into in addition to the
    folders of the documents. tell: called with each step before it is done.
    """
    paths: list[Path] = []
    for source in sources:
        files = [each for each in source.glob("*") if each.suffix in (".json", ".yaml", ".yml")]
        selected = sorted(files) if source.is_dir() else [source]
        if not selected or not selected[0].is_file():
            raise document_error(
                f"there is no document at {source}.",
                "Give JSON or YAML files, or a folder of them.",
            )
        paths += selected
    documents: list[Document] = []
    for path in paths:
        tell(f"reading {path.name}")
        documents.append(Document.read(path, allowed))
    return documents
