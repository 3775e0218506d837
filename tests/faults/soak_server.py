"""The server of the soak, a process of its own: one response in twenty is a fault.

It prints its address, serves until its standard input ends, and prints as JSON what it was asked.
"""

from __future__ import annotations

import json
import random
import sys
import threading
from collections import Counter

from . import server as faults
from .server import Behaviour, FaultServer, Request, busy, responds, responds_with
from .things import page_asked_for, page_body

FAULTY = 0.05
LAST_PAGE = 3
REFUSES = busy(429, "0")
FAULTS = [
    faults.RESETS_AFTER_READING, faults.RESETS_IN_BODY, faults.CLOSES_WITHOUT_RESPONSE,
    faults.CLOSES_AFTER_RESPONSE, faults.TRUNCATED, faults.INVALID_CHUNKS,
    faults.GARBAGE_STATUS_LINE, faults.INVALID_JSON, faults.INVALID_GZIP, faults.HTML,
    REFUSES, busy(503, "0"), responds(500),
]  # fmt: skip
GOOD = responds(200, {"ok": True})
PAGES = [responds_with(f"page {n}", page_body(n, LAST_PAGE)) for n in range(LAST_PAGE + 1)]


class Served:
    """The response, drawn from a seed, and what that was."""

    def __init__(self) -> None:
        self._draw = random.Random(5)
        self._lock = threading.Lock()
        self.requests = self.faults = 0
        self.accepted: Counter[str] = Counter()

    def __call__(self, number: int, request: Request) -> Behaviour:
        with self._lock:
            fault = self._draw.choice(FAULTS) if self._draw.random() < FAULTY else None
            self.requests += 1
            self.faults += fault is not None
            if request.method == "POST" and fault is not REFUSES:
                self.accepted[request.body.decode()] += 1
        if "/Numbered" not in request.target:
            return fault or GOOD
        # Closing after `{"ok": true}` is good for a record, but that is no page.
        return fault or PAGES[page_asked_for(request.target)]


def main(max_requests: int, seconds: float) -> None:
    served = Served()
    with FaultServer(served, max_requests=max_requests, seconds=seconds) as server:
        print(server.url, flush=True)
        sys.stdin.read()
    figures = {
        "requests": served.requests,
        "faults": served.faults,
        "connections": server.connections,
        "accepted": served.accepted,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
