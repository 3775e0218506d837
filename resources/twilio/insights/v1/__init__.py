"""Insights, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .account_settings import AccountSettings
    from .call import Call
    from .call_summaries import CallSummaries
    from .conference import Conference
    from .video_room_summary import VideoRoomSummary
else:
    AccountSettings = deferred(".account_settings:AccountSettings", __package__)
    Call = deferred(".call:Call", __package__)
    CallSummaries = deferred(".call_summaries:CallSummaries", __package__)
    Conference = deferred(".conference:Conference", __package__)
    VideoRoomSummary = deferred(".video_room_summary:VideoRoomSummary", __package__)


class V1(Version, prefix="/v1"):
    """https://insights.twilio.com/v1"""

    call_summaries = collection(CallSummaries)
    calls = collection(Call)
    conferences = collection(Conference)
    rooms = collection(VideoRoomSummary)
    settings = collection(AccountSettings)
