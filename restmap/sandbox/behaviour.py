"""Behaviour: what a server does with records that their declarations do not say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from ..api.collection import Collection
from ..api.resource import Resource
from ..declare.place import known_names
from ..errors import configuration_error
from .bodies import field_value
from .call import Handler
from .filters import FilterTest
from .lifecycle import Condition, Lifecycle, check_steps, plan_next
from .records import Record, Records
from .rows import Row
from .stored_record import StoredRecord

if TYPE_CHECKING:
    from ..plan.operation import Operation

Owner: TypeAlias = type[Resource] | type[Collection[Any]]

Hook: TypeAlias = Callable[[StoredRecord], object]
"""What follows from a record that was created or changed."""

HookT = TypeVar("HookT", bound=Hook)

InitialValue: TypeAlias = Callable[[Mapping[str, Any]], Any]
"""Makes the value of a new record from its arguments, which are by Python name."""


class Behaviour:
    """What a server does with the records of some resources, beyond their declarations.

        calls = Behaviour()
        calls.initial(Call, direction="outbound")
        calls.lifecycle(Call, "status", [("queued", 0), ("ringing", 1), ("completed", 9)])

        @calls.after_change(Call, "status", "completed")
        def hang_up(call):
            call.save(end_time=call.now)

    `Rules.behaviours` names those of an API. A sandbox is one itself: what a test says goes before
    what the rules say.
    others: what they say holds as well, unless this one says something else.
    """

    def __init__(self, *others: Behaviour) -> None:
        self._others = others
        self._clear()

    def _clear(self) -> None:
        """Forget what this one says itself."""
        self._overrides: dict[tuple[Owner, str], list[Handler]] = {}
        self._initial: dict[type[Resource], dict[str, Any]] = {}
        self._lifecycles: dict[type[Resource], list[Lifecycle]] = {}
        self._created: dict[type[Resource], list[Hook]] = {}
        self._changed: dict[type[Resource], list[tuple[str, Any, Hook]]] = {}
        self._deleted: dict[type[Resource], list[Hook]] = {}
        self._filters: dict[type[Resource], dict[str, FilterTest]] = {}
        self._revisions: dict[type[Resource], str] = {}

    # -- saying it --------------------------------------------------------------------------

    def override(self, owner: Owner, operation: str) -> Callable[[Handler], Handler]:
        """Replace what the sandbox does for an operation by a function.

            @sandbox.override(Session, "create")
            def create(call):
                if call.arguments.get("mode") == "voice-only":
                    raise Refusal(400, "No numbers with voice are left.")
                return call.run_default()

        The function takes a SandboxCall, already checked and decoded, and returns the fields of a
        record by wire name, bytes for a download, a whole Response, or None; `call.run_default()`
        runs what it replaces. A record that it returns is stored as well, except for a GET.
        owner: the resource, or the subclass of Collection whose action it is.
        Raises ConfigurationError for a class or an operation that is not served.
        """
        self._check_operation(owner, operation)

        def register(handler: Handler) -> Handler:
            self._overrides.setdefault((owner, operation), []).insert(0, handler)
            return handler

        return register

    def initial(self, resource: type[Resource], **values: object | InitialValue) -> None:
        """Give new records values: `sandbox.initial(Ticket, state="open")`.

        A value that is in the request goes before it. values: by Python name; a function is called
        with the arguments of the record, by Python name, and returns the value.
        """
        self._check_fields(resource, *values)
        self._initial.setdefault(resource, {}).update(values)

    def lifecycle(
        self,
        resource: type[Resource],
        field: str,
        steps: Sequence[tuple[Any, float]],
        *,
        when: Condition | None = None,
    ) -> None:
        """Let a field change as time passes, by the clock of the sandbox.

            sandbox.lifecycle(Message, "status", [("queued", 0), ("sent", 1), ("delivered", 3)])

        From any of the values, however a record came to have it, the next one follows. Another
        change of the field ends it.
        steps: each value, with the seconds after which a record has it. when: a function that says
        of a record, by wire names, whether it is meant. Of several, the one that was said last and
        is meant is followed. Raises ConfigurationError for what cannot be.
        """
        self._check_fields(resource, field)
        lifecycle = Lifecycle(field, check_steps(steps), when)
        self._lifecycles.setdefault(resource, []).insert(0, lifecycle)

    def after_create(self, resource: type[Resource]) -> Callable[[HookT], HookT]:
        """Call a function with each new record, a StoredRecord."""
        self._check_fields(resource)

        def register(hook: HookT) -> HookT:
            self._created.setdefault(resource, []).append(hook)
            return hook

        return register

    def after_change(
        self, resource: type[Resource], field: str, value: Any = ...
    ) -> Callable[[HookT], HookT]:
        """Call a function with each record, a StoredRecord, whose field has changed.

        It does not matter what changed it: a request, time or another function.
        value: the wire value that the field has then; by default any.
        """
        self._check_fields(resource, field)

        def register(hook: HookT) -> HookT:
            self._changed.setdefault(resource, []).append((field, value, hook))
            return hook

        return register

    def after_delete(self, resource: type[Resource]) -> Callable[[HookT], HookT]:
        """Call a function with each record, a StoredRecord, that a request has deleted."""
        self._check_fields(resource)

        def register(hook: HookT) -> HookT:
            self._deleted.setdefault(resource, []).append(hook)
            return hook

        return register

    def filters(self, resource: type[Resource], **tests: FilterTest) -> None:
        """Say which records the parameters of a list select.

            sandbox.filters(Ticket, text=lambda ticket, text: text in ticket["subject"])

        tests: by the Python names of parameters: functions of a record, by wire names, and of the
        argument.
        """
        self._check_fields(resource)
        self._filters.setdefault(resource, {}).update(tests)

    def revision(self, resource: type[Resource], field: str) -> None:
        """Let a field count the changes of a record, from 0. It is then the ETag as well."""
        self._check_fields(resource, field)
        self._revisions[resource] = field

    def _check_operation(self, owner: Owner, operation: str) -> None:
        operations = self._find_operations(owner)
        if operation not in operations:
            raise configuration_error(
                f"{owner.__name__} has no operation {operation!r}.",
                known_names(operation, operations, "Operations"),
            )

    def _find_operations(self, owner: Owner) -> Mapping[str, Operation]:
        return owner._actions if issubclass(owner, Collection) else owner._plan.operations

    def _check_fields(self, resource: type[Resource], *names: str) -> None:
        fields = resource._plan.fields
        for name in names:
            if name not in fields:
                found = f"{resource.__name__} has no field {name!r}."
                raise configuration_error(found, known_names(name, fields, "Fields"))

    # -- looking it up ----------------------------------------------------------------------

    def _all(self) -> Iterator[Behaviour]:
        """This one and the others, in the order in which they are asked."""
        yield self
        for each in self._others:
            yield from each._all()

    def handlers(self, owner: Owner, operation: str) -> tuple[Handler, ...]:
        """The functions in place of an operation, the one that is asked first before the others."""
        key = (owner, operation)
        return tuple(each for one in self._all() for each in one._overrides.get(key, ()))

    def find_filter(self, resource: type[Resource], name: str) -> FilterTest | None:
        """The test of a list parameter; None if it has none. name: in Python."""
        found = (each._filters.get(resource, {}).get(name) for each in self._all())
        return next((each for each in found if each is not None), None)

    def initial_values(
        self, resource: type[Resource], given: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """The values that a server gives a new record, by Python name. given: its arguments."""
        values: dict[str, Any] = {}
        for each in self._all():
            values = {**each._initial.get(resource, {}), **values}
        return {
            name: value(given) if callable(value) else value
            for name, value in values.items()
            if name not in given
        }

    def revision_field(self, resource: type[Resource]) -> str | None:
        """The Python name of the field that counts the changes of a record; None without one."""
        found = (each._revisions.get(resource) for each in self._all())
        return next((each for each in found if each is not None), None)

    def after_creation(self, records: Records, record: Record, given: Mapping[str, Any]) -> Record:
        """Do what follows, and return the record as it is then. given: its arguments."""
        resource = record.node.resource
        for lifecycles in self._lifecycles_of(resource).values():
            plan_next(records, record, lifecycles)
        hooks = [hook for each in self._all() for hook in each._created.get(resource, ())]
        for hook in hooks:
            record = _call(hook, records, record, given)
        return record

    def after_changing(self, records: Records, record: Record, before: Row) -> Record:
        """Do what follows, and return the record as it is then. before: its row, unchanged."""
        resource, node = record.node.resource, record.node
        lifecycles = self._lifecycles_of(resource)
        hooks = [hook for each in self._all() for hook in each._changed.get(resource, ())]
        if not lifecycles and not hooks:
            return record
        old, new = before.body, record.row.body

        def is_changed(field: str) -> bool:
            return bool(field_value(node, field, old) != field_value(node, field, new))

        for field in filter(is_changed, lifecycles):
            plan_next(records, record, lifecycles[field])
        for field, value, hook in hooks:
            if is_changed(field) and value in (..., field_value(node, field, new)):
                record = _call(hook, records, record, {})
        return record

    def after_deletion(self, records: Records, record: Record) -> None:
        """Do what follows. record: as it was."""
        for each in self._all():
            for hook in each._deleted.get(record.node.resource, ()):
                hook(StoredRecord(records, record))

    def _lifecycles_of(self, resource: type[Resource]) -> dict[str, list[Lifecycle]]:
        """The lifecycles of a resource by field, in the order in which they are asked."""
        found: dict[str, list[Lifecycle]] = {}
        for each in (life for one in self._all() for life in one._lifecycles.get(resource, ())):
            found.setdefault(each.field, []).append(each)
        return found


def _call(hook: Hook, records: Records, record: Record, given: Mapping[str, Any]) -> Record:
    """Call a function with a record, and return the record as it is then."""
    hook(StoredRecord(records, record, given))
    row = records.store.row(record.row.position)
    return record if row is None else record.collection.record(row)
