"""Authorize."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params

from .base import PreviewIamResource


class Authorize(PreviewIamResource, uri="/authorize"):
    """client.preview_iam.v1.authorize"""

    redirect_to: str | None

    class Key(NoKey): ...

    class Fetch(Params, redirects=False):
        response_type: str = UNSET
        client_id: str = UNSET
        redirect_uri: str = UNSET
        scope: str = UNSET
        state: str = UNSET
