"""How Schemathesis writes a form: objects in it as JSON, as `encoding` of the document says."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import schemathesis


@schemathesis.serializer("application/x-www-form-urlencoded")
def form(ctx: Any, value: Any) -> bytes:
    if not isinstance(value, dict):
        return str(value).encode()
    pairs = [
        (name, _text(each))
        for name, values in value.items()
        for each in (values if isinstance(values, list) else [values])
    ]
    return urlencode(pairs, errors="surrogatepass").encode()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
