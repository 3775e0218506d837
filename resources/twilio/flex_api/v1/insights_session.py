"""Insights session."""

from __future__ import annotations

from restmap import UNSET, NoKey, Params, action, param

from .base import FlexApiResource


class InsightsSession(FlexApiResource, uri="/Insights/Session"):
    """client.flex_api.v1.insights_session"""

    workspace_id: str | None
    session_expiry: str | None
    session_id: str | None
    base_url: str | None
    url: str

    class Key(NoKey): ...

    class Post(Params):
        authorization: str = param(location="header", sensitive=True, default=UNSET)

    create = action(Post)
    create_async = create.awaited()
