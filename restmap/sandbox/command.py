"""The command `python -m restmap sandbox`."""

from __future__ import annotations

import argparse
import logging
import sys
import threading

from .sandbox import Sandbox


def serve(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C, and return the exit status.

    options: declared, port, database, account, token, verbose.
    """
    if options.verbose:
        logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(message)s")
        logging.getLogger("restmap.sandbox").setLevel(logging.INFO)
    sandbox = Sandbox(
        *options.declared,
        account=options.account,
        token=options.token,
        database=options.database,
        port=options.port,
    )
    with sandbox:
        print(f"{', '.join(options.declared)} at {sandbox.url}\n\n{sandbox.usage()}\n")
        print("Ctrl-C ends it.", flush=True)
        wait_until_interrupted()
    return 0


def wait_until_interrupted() -> None:
    """Wait until Ctrl-C raises KeyboardInterrupt."""
    never = threading.Event()
    while True:
        # On Windows, Ctrl-C does not interrupt a wait without a timeout.
        never.wait(1)
