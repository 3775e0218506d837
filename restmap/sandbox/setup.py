"""What tests do with a sandbox: replace operations, let requests fail, add and look at records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..api.client import Client
from ..api.collection import Collection
from ..api.collection_mounts import collection
from ..api.resource import Resource
from ..api.site import Site
from ..declare.deferred import resolve
from ..describe.declared import Declared, DeclaredSite, find_sites
from ..describe.nodes import Node, build_mount_nodes, build_nodes
from ..errors import configuration_error
from ..messages import Request
from ..send.pace import RateLimit
from .behaviour import Behaviour, Owner
from .clock import Clock
from .credentials import Credentials
from .failures import Failure, Failures
from .lifecycle import let_time_pass
from .records import Records, encode_keys
from .refusal import Refusal
from .request_log import RequestLog
from .routes import Routes
from .rules import Rules, find_rules
from .seed_files import Seed, read_seed
from .seeding import Planting
from .snapshot import Snapshot
from .store import Store
from .stored_record import check_names, find_collection, nodes_of

if TYPE_CHECKING:
    from ..plan.operation import Operation


class SandboxSetup(Behaviour):
    """The state of a sandbox, and what tests do with it. The arguments are those of `Sandbox`."""

    def __init__(
        self,
        *declared: Declared,
        account: str | None,
        token: str | None,
        database: str | Path | None,
        rules: Rules | None,
        start: datetime | None,
    ) -> None:
        sites = dict.fromkeys(site for each in declared for site in find_served_sites(each))
        self.rules = rules or find_rules([each.site for each in sites])
        created = self.rules.create_credentials()
        self._sites = {each.site: each for each in sites}
        self._clients = tuple(dict.fromkeys(each.client for each in sites if each.client))
        self._credentials = Credentials(
            account or created.account,
            token or created.token,
            tuple(each._security for each in self._clients if each._security is not None),
        )
        self._declared = declared
        hosts = dict.fromkeys(each.host for each in sites)
        super().__init__(
            *(
                resolve(self.rules.behaviours[host])
                for host in hosts
                if host in self.rules.behaviours
            )
        )
        self._routes = Routes()
        for each in sites:
            self._routes.add(build_nodes(each))
        self._failures = Failures()
        self._requests = RequestLog()
        self.clock = Clock(start)
        self._store = Store(database)
        self._add_first_records()

    def _open_records(self, origin: str) -> Records:
        return Records(
            self._store,
            self.rules,
            self._credentials,
            self._routes.places,
            self,
            origin,
            self.clock.now(),
        )

    def fail(
        self,
        owner: type[Resource] | type[Collection[Any]] | None = None,
        operation: str | None = None,
        *,
        status: int | None = None,
        times: int | None = None,
        share: float = 1.0,
        retry_after: float | None = None,
        delay: float = 0.0,
        cut_off: bool = False,
    ) -> None:
        """Let requests fail from here on: `sandbox.fail(Message, "create", status=503, times=2)`.

        owner, operation: which requests, as for `override`; by default all. status: of the error;
        503 if there is no delay and nothing is cut off. times: how many requests; by default all.
        share: of these requests, as a number from 0 to 1. retry_after: seconds, for the header.
        delay: seconds before the response. cut_off: the request is handled, and its response ends
        in the middle. Raises ConfigurationError for what cannot be.
        """
        if owner is not None and operation is not None:
            self._check_operation(owner, operation)
        if status is None and not delay and not cut_off:
            status = 503
        failure = Failure(owner, operation, status, times, share, delay, cut_off, retry_after)
        self._failures.add(failure)

    def limit(self, requests: int, per: float = 1.0) -> None:
        """Respond with a 429 and Retry-After to more than so many requests in any period.

        per: the seconds of the period, by the clock of the sandbox. Raises ConfigurationError for
        what cannot be a limit.
        """
        self._failures.limit = RateLimit(requests, per)

    def reset(self) -> None:
        """Make it as it was at first: without records, overrides, failures and requests.

        Its clock is set back as well. The resources that were mounted stay.
        """
        self._clear()
        self._failures.clear()
        self._requests.clear()
        self.clock.reset()
        with self._store.transaction():
            self._store.clear()
        self._add_first_records()

    @property
    def requests(self) -> list[Request]:
        """The requests that came, the oldest first.

        Of many, they are the last thousand; of large ones, those whose bodies have 32 MiB together.
        """
        return list(self._requests)

    def records(self, resource: type[Resource]) -> list[Mapping[str, Any]]:
        """All records of a resource by wire names, in the order of creation.

        Raises ConfigurationError for a resource that is not served.
        """
        names = dict.fromkeys((node.storage_name, node.host) for node in self._find_nodes(resource))
        shown: list[Mapping[str, Any]] = []
        with self._store.transaction():
            for name, host in names:
                records, paths = self._open_records(f"https://{host}"), dict[int, tuple[str, ...]]()
                let_time_pass(records)
                for row in list(self._store.rows_of_kind(name)):
                    record = records.of_row(row, paths)
                    shown += [records.show(record)] if record is not None else []
        return shown

    def mount(
        self, name: str, resource: type[Resource], *, under: type[Site | Client | Resource]
    ) -> None:
        """Serve another resource of your own: `sandbox.mount("notes", Note, under=V1)`.

        name: of the mount. under: the version, the client of one host or the resource whose path
        it continues.
        """
        mount = collection(resource)
        mount.name = name
        if under in self._sites:
            self._routes.add(build_mount_nodes(mount, self._sites[under]))
            return
        for node in self._find_nodes(under):
            self._routes.add(build_mount_nodes(mount, node.site, node))

    def add(self, resource: type[Resource], **values: Any) -> Mapping[str, Any]:
        """Add a record without a request, also of a resource that has no create.

        values: path values and fields by Python name; the other fields get their defaults.
        Returns the record by wire names. Raises ConfigurationError if it cannot be added.
        """
        nodes = self._find_nodes(resource)
        check_names(nodes[0], values)
        try:
            with self._store.transaction():
                let_time_pass(self._open_records(""))
                collection = find_collection(self._open_records(""), nodes, values)
                records = self._open_records(f"https://{collection.node.host}")
                return records.show(records.create(collection, values))
        except (Refusal, TypeError, ValueError, OverflowError) as error:
            found = f"{resource.__name__} cannot be added: {error.args[-1]}"
            raise configuration_error(
                found, "Add its parent first, and give the fields values of their types."
            ) from None

    def seed(self, source: Seed | str | Path) -> None:
        """Add records from a file or a mapping, or change those that are there.

            sandbox.seed({"services": [{"unique_name": "desk", "sessions": [{"ttl": 60}]}]})

        source: records by the names of their collections, of which the last words are enough; what
        is below a record can be in it. A file is JSON, JSON lines (`.jsonl`) or YAML (`.yaml`, with
        the extra `import`). Fields are by Python name or by wire name. All are added, or none.
        Raises ConfigurationError for a file that cannot be read, and a record that cannot be added.
        """
        with self._store.transaction():
            let_time_pass(self._open_records(""))
            for place, seed in read_seed(source):
                Planting(self._open_records(""), place).plant(seed)

    def snapshot(self) -> Snapshot:
        """The records and the time as they are, for `restore()`."""
        return Snapshot(self._store.copy(), self.clock.now())

    def restore(self, snapshot: Snapshot) -> None:
        """Make the records and the time as they were. A clock that runs goes on from there.

        Overrides, failures and kept requests stay.
        """
        self._store.replace(snapshot.connection)
        self.clock.set(snapshot.now)

    def _add_first_records(self) -> None:
        """Add what the rules say is there from the beginning, unless the database has it."""
        for resource, values in self.rules.first_records(self._credentials):
            for node in self._routes.places.nodes:
                if node.resource is not resource:
                    continue
                records, key = (
                    self._open_records(f"https://{node.host}"),
                    values[node.plan.keys[-1]],
                )
                with self._store.transaction():
                    collection = records.collection(node, ())
                    if self._store.find(collection.collection_id, encode_keys((str(key),))) is None:
                        records.create(collection, values)

    def _check_fields(self, resource: type[Resource], *names: str) -> None:
        self._find_nodes(resource)
        super()._check_fields(resource, *names)

    def _find_operations(self, owner: Owner) -> Mapping[str, Operation]:
        """The operations of a class. Raises ConfigurationError if it is not mounted."""
        if isinstance(owner, type) and issubclass(owner, Collection):  # pyright: ignore[reportUnnecessaryIsInstance]
            if any(each.kind is owner for each in self._routes.places.nodes):
                return owner._actions
        else:
            return self._find_nodes(owner)[0].plan.operations
        raise configuration_error(
            f"{owner.__name__} is not served here.",
            "Give a collection that is mounted in what the sandbox serves.",
        )

    def _find_nodes(self, resource: type) -> list[Node]:
        """The nodes of a resource. Raises ConfigurationError if it is not mounted."""
        return nodes_of(self._open_records(""), resource)


def find_served_sites(declared: Declared) -> list[DeclaredSite]:
    """The sites that are served. Raises ConfigurationError if there are none."""
    served = find_sites(declared)
    if not served:
        name = declared if isinstance(declared, str) else getattr(declared, "__name__", declared)
        raise configuration_error(
            f"{name} declares nothing to serve.",
            "Name a module with a Domain, a Version or a Client in it, or such a class.",
        )
    return served
