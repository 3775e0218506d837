"""What somebody does who has installed restmap and nothing else. `try_wheel.py` runs it.

With the argument `sandbox` it has that extra as well.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distributions
from pathlib import Path

import resources
import restmap
from resources.twilio import Client
from restmap.sandbox import Sandbox

NEEDED = {"attrs", "cattrs", "restmap", "typing_extensions", "urllib3"}
# With the command line, and what rich needs.
SANDBOX = {"click", "markdown_it_py", "mdurl", "pygments", "rich", "waitress"}


def main(extra: str | None = None) -> None:
    for package in (restmap, resources):
        assert Path(str(package.__file__)).is_relative_to(sys.prefix), package
    installed = {each.metadata["Name"].replace("-", "_").lower() for each in distributions()}
    assert installed == NEEDED | (SANDBOX if extra else set()), installed

    if extra:
        over_http()
    else:
        asyncio.run(without_extras())
    print("installed:", ", ".join(sorted(installed)))


def over_http() -> None:
    with (
        Sandbox("resources.twilio.proxy") as sandbox,
        Client(sandbox.account, sandbox.token, base_url=sandbox.url) as client,
    ):
        use(client)


async def without_extras() -> None:
    """In process all works; what needs a package names the extra to install."""
    sandbox = Sandbox("resources.twilio.proxy")
    use(Client(sandbox.account, sandbox.token, transport=sandbox))
    with refused("pip install 'restmap[sandbox]'"):
        sandbox.start()
    client = Client(sandbox.account, sandbox.token, base_url="http://127.0.0.1:9")
    with refused("pip install 'restmap[async]'"):
        await client.proxy.v1.services.list_async()
    sandbox.stop()


@contextmanager
def refused(remedy: str) -> Iterator[None]:
    try:
        yield
    except restmap.ConfigurationError as error:
        if remedy not in str(error):
            raise
    else:
        raise AssertionError(f"nothing said: {remedy}")


def use(client: Client) -> None:
    services = client.proxy.v1.services
    sessions = services.create(unique_name="desk").sessions
    for number in range(5):
        sessions.create(unique_name=f"order-{number}")
    assert [each.unique_name for each in services.list()] == ["desk"]
    streamed = [each.unique_name for each in sessions.stream(limit=4, page_size=2)]
    assert streamed == [f"order-{number}" for number in range(4)], streamed


if __name__ == "__main__":
    main(*sys.argv[1:])
