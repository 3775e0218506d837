"""twilio-python on the sandbox: what it creates, reads and pages through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import twilio.rest
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient

from restmap.sandbox import Sandbox

pytestmark = pytest.mark.conformance


class SandboxHttpClient(TwilioHttpClient):
    """Sends the requests to all hosts of Twilio to a sandbox."""

    sandbox_url = "http://127.0.0.1:43817"

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        address = url.replace("https:/", self.sandbox_url, 1)
        return super().request(method, address, *args, **kwargs)


@pytest.fixture(scope="module")
def client() -> Iterator[twilio.rest.Client]:
    with Sandbox("resources.twilio") as sandbox:
        http_client = SandboxHttpClient()
        http_client.sandbox_url = sandbox.url
        yield twilio.rest.Client(sandbox.account, sandbox.token, http_client=http_client)


def test_records_of_several_hosts(client: twilio.rest.Client) -> None:
    service = client.proxy.v1.services.create(unique_name="desk")
    assert client.proxy.v1.services(service.sid).fetch().unique_name == "desk"
    assert service.update(unique_name="office").unique_name == "office"
    assert service.delete() is True
    with pytest.raises(TwilioRestException) as refused:
        service.fetch()
    assert (refused.value.status, refused.value.code) == (404, 20404)

    message = client.messages.create(to="+15550100", from_="+15550101", body="Hello")
    assert client.messages(message.sid).fetch().body == "Hello"
    verification = client.verify.v2.services.create(friendly_name="Desk")
    assert verification.sid.startswith("VA")


def test_pages(client: twilio.rest.Client) -> None:
    for number in range(5):
        client.chat.v2.services.create(friendly_name=f"service {number}")
        client.api.v2010.account.queues.create(friendly_name=f"queue {number}")
    assert len(client.chat.v2.services.list(page_size=2)) == 5
    assert len(client.api.v2010.account.queues.list(page_size=2)) == 5
