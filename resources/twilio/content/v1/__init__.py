"""Content, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .content import Content
    from .content_and_approvals import ContentAndApprovals
    from .legacy_content import LegacyContent
else:
    Content = deferred(".content:Content", __package__)
    ContentAndApprovals = deferred(".content_and_approvals:ContentAndApprovals", __package__)
    LegacyContent = deferred(".legacy_content:LegacyContent", __package__)


class V1(Version, prefix="/v1"):
    """https://content.twilio.com/v1"""

    content_and_approvals = collection(ContentAndApprovals)
    contents = collection(Content)
    legacy_contents = collection(LegacyContent)
