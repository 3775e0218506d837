"""Every resource of Twilio's catalogue in the sandbox: made, fetched, listed, changed, deleted.

Each operation that a resource declares is called, with arguments made from the types of the
required parameters. What its path goes through is made first, by its own verb or, where it has
none, by `Sandbox.add`. A response that is not as declared is an error.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from typing import Any

import pytest

from resources.twilio import Client
from resources.twilio.preview_iam.account import Account
from resources.twilio.preview_iam.organization import Organization
from restmap import ConflictError
from restmap.describe.routes import find_routes
from restmap.sandbox import Sandbox

from .catalogue import (
    ROUTES,
    SERVED,
    Tried,
    check_every_operation,
    client_of,
)


@pytest.fixture
def tried(way: str) -> Iterator[Tried]:
    sandbox = Sandbox(getattr(Client, way.partition(".")[0]).site)
    client = client_of(sandbox, drift="error")
    lenient = client_of(sandbox, drift="ignore")
    yield Tried(sandbox, client, lenient)
    client.close()
    lenient.close()
    sandbox.stop()


@pytest.mark.parametrize("way", SERVED)
def test_every_operation_of_a_resource(way: str, tried: Tried) -> None:
    check_every_operation(way, tried)


def test_operations_are_all_called() -> None:
    """None is left out: every one stands under the way that it is reached by."""
    called = {(way, verb) for way, routes in ROUTES.items() for verb in routes}

    assert len(called) == len(find_routes(Client))


# -- over HTTP, as the command line says ------------------------------------------------------


@pytest.fixture(scope="module")
def printed() -> Iterator[tuple[Sandbox, Client, asyncio.Runner]]:
    """A sandbox of all of Twilio, and the client that its printed lines make."""
    with (
        Sandbox("resources.twilio") as sandbox,
        pytest.MonkeyPatch.context() as environment,
        asyncio.Runner() as runner,
    ):
        lines = sandbox.usage().splitlines()
        for name, value in re.findall(r"^ *export (\w+)=(.*)$", sandbox.usage(), re.MULTILINE):
            environment.setenv(name, value)
        program = [line.strip() for line in lines if line and "export" not in line]
        namespace: dict[str, Any] = {}
        exec("\n".join(program), namespace)
        yield sandbox, namespace["client"], runner
        runner.run(namespace["client"].aclose())


@pytest.mark.parametrize("host", sorted({way.partition(".")[0] for way in SERVED}))
def test_every_operation_over_http_blocking_and_awaited(
    printed: tuple[Sandbox, Client, asyncio.Runner], host: str
) -> None:
    sandbox, client, runner = printed
    ways = [way for way in SERVED if way.partition(".")[0] == host]
    for way in ways:
        sandbox.reset()
        check_every_operation(way, Tried(sandbox, client, client))
        sandbox.reset()
        check_every_operation(way, Tried(sandbox, client, client, "_async", runner.run))


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
