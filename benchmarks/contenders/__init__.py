"""Ways to use the same API, each in a module of its own, each as a user would write it.

A contender has the methods of `Contender`; what it does not offer, it does not have. An
asynchronous one has the same methods as coroutines, and `is_async`.
"""

from __future__ import annotations

import importlib
from typing import Any

# By the name that the results have: module and class.
CONTENDERS = {
    "urllib3 + json": "plain:Urllib3Json",
    "urllib3 + orjson": "plain:Urllib3Orjson",
    "urllib3 + json, slots": "compact:Urllib3Slots",
    "urllib3 + msgspec": "typed:Urllib3Msgspec",
    "aiohttp + json, async": "plain_async:AiohttpJson",
    "urllib3 + polars": "frames:Urllib3Polars",
    "restmap to_polars": "frames:RestmapPolars",
    "restmap[speed] to_polars": "frames:RestmapPolars",
    "restmap[speed] batches": "frames:RestmapBatches",
    "restmap": "declared:Restmap",
    "restmap[speed]": "declared:Restmap",
    "restmap async": "declared:RestmapAsync",
    "twilio-python": "incumbent:TwilioPython",
    "twilio-python async": "incumbent:TwilioPythonAsync",
}

REFERENCE = "urllib3 + json"


def made(name: str, origin: str) -> Any:
    """The contender of a name, for the server at an origin."""
    module, _, kind = CONTENDERS[name].partition(":")
    return getattr(importlib.import_module(f".{module}", __name__), kind)(origin)
