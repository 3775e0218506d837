"""How Schemathesis writes a form: objects in it as JSON, as `encoding` of the document says.

A list is its key repeated, so that a form cannot say that it is empty: it leaves such lists out.
"""

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


@schemathesis.hook
def filter_body(ctx: Any, body: Any) -> bool:
    """Whether a body is what it says once it is written."""
    media_types = ctx.operation.definition.raw.get("requestBody", {}).get("content", {})
    is_form = "application/x-www-form-urlencoded" in media_types
    return not (is_form and isinstance(body, dict) and [] in body.values())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
