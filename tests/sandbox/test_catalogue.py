"""Every resource of Twilio's catalogue in the sandbox: made, fetched, listed, changed, deleted.

Each operation that a resource declares is called, with arguments made from the types of the
required parameters. What its path goes through is made first, by its own verb or, where it has
none, by `Sandbox.add`. A response that is not as declared is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from attrs import evolve, frozen

from resources.twilio import Client
from resources.twilio.preview_iam.account import Account
from resources.twilio.preview_iam.organization import Organization
from restmap import ConflictError, NotFoundError, Resource
from restmap.describe.nodes import Node
from restmap.describe.routes import Route, find_routes
from restmap.sandbox import Sandbox
from tests.arguments import value_of
from tests.routes import reach


def way_to(node: Node) -> str:
    """What is written to reach a collection: `proxy.v1.services(…).sessions`."""
    names = [each.name + "(…)" * len(each.calls) for each in node.steps_to_collection]
    return ".".join([node.site.expression, *names]).removeprefix("client.")


def routes_by_way() -> dict[str, dict[str, Route]]:
    """The operations of every resource, by the names of their verbs."""
    found: dict[str, dict[str, Route]] = {}
    for route in find_routes(Client):
        found.setdefault(way_to(route.node), {})[route.operation.name] = route
    return found


ROUTES = routes_by_way()


@frozen
class Tried:
    """A sandbox of one domain, and a client before it."""

    sandbox: Sandbox
    client: Client

    def call(self, route: Route, path: tuple[Any, ...]) -> Any:
        """Call an operation with the arguments that it requires."""
        return getattr(reach(route, self.client, path), route.operation.name)(**arguments(route))

    def listed(self, route: Route, path: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """The path values of what is listed, without the account that is there from the beginning.

        Some lists have nothing of a record but its key.
        """
        if getattr(route.operation.page_type, "id_key", None) is None:
            found = self.call(route, path)
        else:
            with client_of(self.sandbox, drift="ignore") as client:
                found = evolve(self, client=client).call(route, path)
        paths = [each._address() for each in found]
        return [each for each in paths if each != (self.sandbox.account,)]

    def path_above(self, node: Node) -> tuple[Any, ...]:
        """The path values of what a resource is under, which is made, and of its collection."""
        path: tuple[Any, ...] = ()
        if node.parent is not None:
            routes, above = ROUTES.get(way_to(node.parent), {}), self.path_above(node.parent)
            path = self.made(routes, node.parent.resource, above)[0]
        keys = node.plan.path_names[len(path) : node.plan.path_length_above]
        return path + tuple(value_of(kind) for kind in kinds_of(node.resource, keys))

    def made(
        self, routes: dict[str, Route], resource: type[Resource], above: tuple[Any, ...]
    ) -> tuple[tuple[Any, ...], Any]:
        """The path values of a new record, and the record where a verb made it."""
        kinds = kinds_of(resource, resource._plan.keys)
        path = (*above, *(value_of(kind) for kind in kinds))
        if "create" in routes:
            is_of_item = routes["create"].operation.scope == "item"
            record = self.call(routes["create"], path if is_of_item else above)
            return record._address(), record
        self.sandbox.add(resource, **dict(zip(resource._plan.path_names, path, strict=True)))
        return path, None


def kinds_of(resource: type[Resource], names: Sequence[str]) -> list[Any]:
    """The types of path values of a resource."""
    plan = resource._plan
    declared = plan.key._parameters if plan.key is not None else {}
    kinds = {name: each.kind for name, each in {**plan.fields, **declared}.items()}
    return [kinds.get(name, str) for name in names]


def arguments(route: Route) -> dict[str, Any]:
    """A value for every required parameter; one that a field of its name can have."""
    fields = route.node.plan.fields
    return {
        name: value_of(fields[name].kind if name in fields and each.kind is str else each.kind)
        for name, each in route.operation.parameters.items()
        if each.required
    }


def client_of(sandbox: Sandbox, *, drift: Any) -> Client:
    return Client(sandbox.account, sandbox.token, transport=sandbox, drift=drift, retries=1)


# What it lists is selected by a parameter that is required, and no record has the value.
SELECTED_BY_REQUIRED = {"messaging.v2.channels_senders"}
# It checks a code that another resource has sent: test_twilio_records.py.
NEEDS_ANOTHER = {"verify.v2.services(…).verification_checks"}

# The API adds an id to each rule that it was sent; the sandbox adds nothing inside of an object.
WITH_MEMBERS_OF_THE_SERVER = {"intelligence.v3.configurations"}


@pytest.fixture
def tried(way: str) -> Iterator[Tried]:
    sandbox = Sandbox(getattr(Client, way.partition(".")[0]).site)
    drift = "ignore" if way in WITH_MEMBERS_OF_THE_SERVER else "error"
    client = client_of(sandbox, drift=drift)
    yield Tried(sandbox, client)
    client.close()
    sandbox.stop()


@pytest.mark.parametrize("way", [way for way in ROUTES if way not in NEEDS_ANOTHER])
def test_every_operation_of_a_resource(way: str, tried: Tried) -> None:
    routes = dict(ROUTES[way])
    any_route = next(iter(routes.values()))
    above = tried.path_above(any_route.node)
    before = tried.listed(routes["list"], above) if "list" in routes else []
    path, made = tried.made(routes, any_route.node.resource, above)
    if made is not None:
        del routes["create"]
    fetch, listing, delete = (routes.pop(verb, None) for verb in ("fetch", "list", "delete"))

    if fetch is not None:
        fetched = tried.call(fetch, path)
        assert fetched._address() == path
        assert made is None or fetched == made
    if listing is not None:
        own = [] if way in SELECTED_BY_REQUIRED else [path]
        assert [each for each in tried.listed(listing, above) if each not in before] == own
    for other in routes.values():  # an update, an action
        assert tried.call(other, path)._address() == path
    if delete is not None:
        assert tried.call(delete, path) is True
        assert listing is None or tried.listed(listing, above) == before
        if fetch is not None and any_route.node.plan.keys:
            with pytest.raises(NotFoundError):
                tried.call(fetch, path)


def test_operations_are_all_called() -> None:
    """None is left out: every one stands under the way that it is reached by."""
    called = {(way, verb) for way, routes in ROUTES.items() for verb in routes}

    assert len(called) == len(find_routes(Client))


# -- what the catalogue has and Proxy has not -------------------------------------------------


@pytest.mark.parametrize("way", ["video"])
def test_what_there_is_one_of_is_changed_by_creating_it_again(tried: Tried) -> None:
    settings = tried.client.video.v1.composition_settings()
    settings.create(friendly_name="first", encryption_enabled=True)

    again = settings.create(friendly_name="second")

    assert again == settings.fetch()
    assert (again.friendly_name, again.encryption_enabled) == ("second", True)


@pytest.mark.parametrize("way", ["lookups"])
def test_an_item_created_by_its_path_has_the_key_of_it(tried: Tried) -> None:
    overrides = tried.client.lookups.v2.lookup_overrides(phone_number="+15550100", field="line")

    overrides.create()

    assert overrides.fetch().phone_number == "+15550100"
    with pytest.raises(ConflictError):
        overrides.create()


@pytest.mark.parametrize("way", ["preview_iam"])
def test_an_account_in_the_path_is_not_that_of_the_credentials(tried: Tried) -> None:
    tried.sandbox.add(Organization, organization_sid="OR1")
    tried.sandbox.add(Account, organization_sid="OR1", account_sid="AC1")

    accounts = tried.client.preview_iam.organization("OR1").accounts

    assert accounts("AC1").fetch().account_sid == "AC1"
    assert [each.account_sid for each in accounts] == ["AC1"]


@pytest.mark.parametrize("way", ["memory"])
def test_pages_go_on_by_a_token_in_meta(tried: Tried) -> None:
    groups = tried.client.memory.v1.trait_groups("mem_store_1")
    for number in range(3):
        groups.create(trait_group_request={"displayName": f"group {number}"})

    first = groups.page(page_size=2)
    second = first.next_page()
    assert second is not None

    keys = [each.trait_group_name for each in groups]
    assert len(set(keys)) == 3
    assert [each.trait_group_name for each in [*first, *second]] == keys
    assert second.next_page() is None
    assert first.previous_page() is None
    back = second.previous_page()
    assert back is not None
    assert list(back) == list(first)


@pytest.mark.parametrize("way", ["memory"])
def test_a_list_of_keys_gives_what_can_be_fetched(tried: Tried) -> None:
    client = client_of(tried.sandbox, drift="ignore")
    created = client.memory.v1.stores.create(service_request={"displayName": "main"})
    other = client.memory.v1.stores.create(service_request={"displayName": "other"})

    listed = client.memory.v1.stores.list()

    assert [each.to_dict() for each in listed] == [{"id": created.id}, {"id": other.id}]
    assert listed[0].fetch() == created
    client.close()


@pytest.mark.parametrize("way", ["conversations"])
def test_an_item_is_replaced_or_changed_in_part(tried: Tried) -> None:
    conversations = tried.client.conversations.v2.conversations
    created = conversations.create(
        create_conversation_with_config_request={"configurationId": "conv_configuration_1"}
    )
    closed = created.update(update_conversation_by_id_request={"status": "CLOSED"})
    assert (closed.id, closed.status) == (created.id, "CLOSED")
    assert created.update(status="ACTIVE").status == "ACTIVE"
    patched = created.patch(patch_conversation_by_id_request={"name": "Ann"})
    assert (patched.id, patched.name) == (created.id, "Ann")
