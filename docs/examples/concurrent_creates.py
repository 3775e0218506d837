"""Many concurrent creates, up to a maximum: with tasks, and with threads.

The program talks to a sandbox on this machine, so it needs no account and costs nothing:

    python docs/examples/concurrent_creates.py
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from resources.twilio import Client
from resources.twilio.proxy.v1.session import Session
from restmap import Collection, ConnectionSettings
from restmap.sandbox import Sandbox

MAX_CONCURRENT = 8


async def create_with_tasks(sessions: Collection[Session], names: Sequence[str]) -> list[Session]:
    """A task for each name; a semaphore limits how many send. The first failure ends them all."""
    semaphore = asyncio.Semaphore(MAX_CONCURRENT)

    async def create(name: str) -> Session:
        async with semaphore:
            return await sessions.create_async(unique_name=name, ttl=3600)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(create(name)) for name in names]
    return [task.result() for task in tasks]


def create_with_threads(sessions: Collection[Session], names: Sequence[str]) -> list[Session]:
    """As many threads as the maximum. They share the client and its connections."""

    def create(name: str) -> Session:
        return sessions.create(unique_name=name, ttl=3600)

    with ThreadPoolExecutor(MAX_CONCURRENT) as threads:
        return list(threads.map(create, names))


def main() -> None:
    # A connection for each concurrent request; beyond the pool, each request opens one of its own.
    connection = ConnectionSettings(pool_size=MAX_CONCURRENT)
    with (
        Sandbox("resources.twilio.proxy") as box,
        Client(box.account, box.token, base_url=box.url, connection=connection) as client,
    ):
        sessions = client.proxy.v1.services.create(unique_name="bakery").sessions

        created = create_with_threads(sessions, [f"by-thread-{n}" for n in range(100)])
        print(f"{len(created)} by threads, the last is {created[-1].unique_name}")

        created = asyncio.run(create_with_tasks(sessions, [f"by-task-{n}" for n in range(100)]))
        print(f"{len(created)} by tasks, the last is {created[-1].unique_name}")

        print(f"{len(sessions.list())} sessions in all")


if __name__ == "__main__":
    main()
