"""Content, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .content import Content
    from .content_and_approvals import ContentAndApprovals
else:
    Content = deferred(".content:Content", __package__)
    ContentAndApprovals = deferred(".content_and_approvals:ContentAndApprovals", __package__)


class V2(Version, prefix="/v2"):
    """https://content.twilio.com/v2"""

    content_and_approvals = collection(ContentAndApprovals)
    contents = collection(Content)
