"""Where Prism refuses a right request, and where twilio-python differs, each with the reason.

A difference is asserted to be what it says and no more: `undo` takes it from what twilio-python
sent, and what is left must be what restmap sent. One that is no longer there fails its test.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from typing import Any

from attrs import evolve, frozen

from .outcomes import ACCOUNT, TOKEN, Asked

REFUSED: dict[tuple[str, str], tuple[str, str]] = {}
"""By operation and request, what Prism refuses: why that is no fault, and its reason."""


@frozen
class Difference:
    """A difference on purpose.

    operations: their names, or patterns of them. undo: gives what twilio-python would have asked
    without the difference; the same where it is not there.
    """

    title: str
    reason: str
    operations: tuple[str, ...]
    undo: Callable[[Asked, Asked | str], Asked | str]

    def is_named(self, operation: str) -> bool:
        return any(fnmatch(operation, each) for each in self.operations)


def differences_of(operation: str) -> Iterator[Difference]:
    """Those that are named for an operation."""
    return (each for each in DIFFERENCES if each.is_named(operation))


Undo = Callable[[Asked, Asked | str], Asked | str]


def fails_with(pattern: str) -> Undo:
    """twilio-python cannot make the call, and says this."""
    return lambda ours, theirs: (
        ours if isinstance(theirs, str) and re.fullmatch(pattern, theirs) else theirs
    )


def sends(change: Callable[[Asked, Asked], Asked]) -> Undo:
    """twilio-python makes the call, and something in it is other."""
    return lambda ours, theirs: theirs if isinstance(theirs, str) else change(ours, theirs)


def header_left_out(ours: Asked, theirs: Asked) -> Asked:
    added = {
        name: ours.headers[name] if value is None else value
        for name, value in theirs.headers.items()
    }
    return evolve(theirs, headers=added)


def header_in_query(ours: Asked, theirs: Asked) -> Asked:
    kept = {
        name: values
        for name, values in theirs.query.items()
        if values != [ours.headers.get(name.lower())]
    }
    return evolve(theirs, query=kept)


def own_credentials(ours: Asked, theirs: Asked) -> Asked:
    basic = "Basic " + b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
    if theirs.headers["authorization"] != basic:
        return theirs
    return evolve(
        theirs, headers={**theirs.headers, "authorization": ours.headers["authorization"]}
    )


def usual_page_names(ours: Asked, theirs: Asked) -> Asked:
    names = {"PageSize": "Size", "PageToken": "Token"}
    query = {names.get(name, name): values for name, values in theirs.query.items()}
    return evolve(theirs, query=query)


def tag_left_out(ours: Asked, theirs: Asked) -> Asked:
    if isinstance(ours.json, dict) and isinstance(theirs.json, dict):
        added = {"inputSource": ours.json.get("inputSource")}
        return evolve(theirs, json={**theirs.json, **added})
    return theirs


def time_slots_left_out(ours: Asked, theirs: Asked) -> Asked:
    def schedule(asked: Asked) -> dict[str, Any]:
        found: dict[str, Any] = asked.json["types"].get("twilio/schedule", {})
        return found

    if "timeSlots" not in schedule(ours) or "timeSlots" in schedule(theirs):
        return theirs
    whole = {**schedule(theirs), "timeSlots": schedule(ours)["timeSlots"]}
    types = {**theirs.json["types"], "twilio/schedule": whole}
    return evolve(theirs, json={**theirs.json, "types": types})


DIFFERENCES = (
    Difference(
        "Domains that twilio-python does not have",
        "The documents have them; twilio-python has no such domain.",
        ("assistants_v1.*", "autopilot_v1.*", "fax_v1.*", "media_v1.*", "microvisor_v1.*"),
        fails_with(
            r"'Client' object has no attribute '(assistants|autopilot|fax|media|microvisor)'"
        ),
    ),
    Difference(
        "Operations that twilio-python does not have",
        "The version `monitor.v2`, what lists and creates in an organization, and what the package "
        "has and does not mount.",
        (
            "iam_organizations.CreateOrganizationUser",
            "iam_organizations.CreateRoleAssignment",
            "iam_organizations.ListOrganizationAccounts",
            "iam_organizations.ListOrganizationUsers",
            "iam_organizations.ListRoleAssignments",
            "insights_v3.FetchQueryJobResults",
            "monitor_v2.*",
            "numbers_v1.CreateVoiceVerificationCheck",
            "oauth_v2.FetchOauth2ServerMetadata",
        ),
        fails_with(
            r"'Monitor' object has no attribute 'v2'"
            r"|'V3' object has no attribute 'results'"
            r"|'V1' object has no attribute 'voice_verification_checks'"
            r"|'Oauth' object has no attribute 'oauth_authorization_server'"
            r"|'(User|Account|RoleAssignment)List' object has no attribute '(create|page)'"
        ),
    ),
    Difference(
        "An optional body left out",
        "Its document lets a program leave the body out, and restmap sends an empty object; "
        "twilio-python fails before it sends anything.",
        (
            "conversations_v2.PatchConfiguration",
            "conversations_v2.PatchConversationById",
            "conversations_v2.UpdateParticipantInConversation",
            "flex_v1.CreateInteractionTransfer",
            "flex_v1.UpdateConfiguration",
            "flex_v1.UpdateInteractionTransfer",
            "insights_v2.CreateAccountReport",
            "insights_v2.CreateInboundPhoneNumbersReport",
            "insights_v2.CreateOutboundPhoneNumbersReport",
            "knowledge_v1.UpdateKnowledge",
            "lookups_v2.CreateBulkLookup",
            "lookups_v2.CreateLookupPhoneNumberOverrides",
            "lookups_v2.UpdateLookupPhoneNumberOverrides",
            "lookups_v2.UpdateLookupRateLimit",
            "messaging_v2.UpdateChannelsSender",
            "numbers_v1.CreateBulkEligibility",
            "numbers_v1.CreateEligibility",
            "numbers_v1.CreatePortingWebhookConfiguration",
            "numbers_v1.CreateSigningRequestConfiguration",
            "numbers_v2.CreateBulkHostedNumberOrder",
            "taskrouter_v1.CreateTaskQueueBulkRealTimeStatistics",
            "verify_v2.CreateChallengePasskeys",
            "voice_v2.CreateAccountDefaultConfiguration",
            "voice_v2.CreateConfiguration",
            "voice_v2.CreateOrUpdateDefaultConfiguration",
            "voice_v2.UpdateAccountDefaultConfiguration",
            "voice_v2.UpdateConfiguration",
        ),
        fails_with(r"'object' object has no attribute 'to_dict'"),
    ),
    Difference(
        "A body that twilio-python cannot make",
        "The class of the body names another of its module, which that does not import.",
        ("insights_v2.CreateOutboundPhoneNumbersReport", "insights_v3.CreateQueryJob"),
        fails_with(r"name '(InboundReportList|QueryList)' is not defined"),
    ),
    Difference(
        "A body that twilio-python requires",
        "The document requires no part of these bodies; twilio-python wants one.",
        (
            "memory_v1.PatchDataMapping",
            "memory_v1.PatchStore",
            "memory_v1.PatchTraitGroup",
        ),
        fails_with(
            r".*missing 1 required positional argument: "
            r"'(data_mapping_core|patch_store_request|patch_trait_group_request)'"
        ),
    ),
    Difference(
        "A body that the document does not have",
        "Twilio's document names no body for them, so that restmap sends none; twilio-python "
        "requires one.",
        (
            "numbers_v1.CreateSmsVerification",
            "numbers_v1.CreateSmsVerificationCheck",
            "numbers_v1.CreateVoiceVerification",
        ),
        fails_with(
            r".*missing 1 required positional argument: "
            r"'numbers_v1_(sms|voice)_verification(_check)?_request'"
        ),
    ),
    Difference(
        "Headers of a delete",
        "A header parameter goes with the request; twilio-python takes the argument and leaves "
        "it out.",
        (
            "chat_v2.DeleteChannel",
            "chat_v2.DeleteMember",
            "chat_v2.DeleteMessage",
            "chat_v2.DeleteUserChannel",
            "conversations_v1.DeleteConversation",
            "conversations_v1.DeleteConversationMessage",
            "conversations_v1.DeleteConversationParticipant",
            "conversations_v1.DeleteServiceConversation",
            "conversations_v1.DeleteServiceConversationMessage",
            "conversations_v1.DeleteServiceConversationParticipant",
            "conversations_v1.DeleteServiceUser",
            "conversations_v1.DeleteUser",
            "conversations_v2.DeleteConfiguration",
            "conversations_v2.DeleteConversationAsync",
            "ip_messaging_v2.DeleteChannel",
            "ip_messaging_v2.DeleteMember",
            "ip_messaging_v2.DeleteMessage",
            "sync_v1.DeleteSyncListItem",
            "sync_v1.DeleteSyncMapItem",
            "taskrouter_v1.DeleteTask",
            "taskrouter_v1.DeleteWorker",
        ),
        sends(header_left_out),
    ),
    Difference(
        "Headers of a list",
        "A header parameter goes as a header; twilio-python sends it in the query as well.",
        (
            "flex_v1.ListConfiguredPlugin",
            "flex_v1.ListInsightsAssessments",
            "flex_v1.ListInsightsAssessmentsComment",
            "flex_v1.ListInsightsConversations",
            "flex_v1.ListInsightsQuestionnaires",
            "flex_v1.ListInsightsQuestionnairesCategory",
            "flex_v1.ListInsightsQuestionnairesQuestion",
            "flex_v1.ListInsightsSegments",
            "flex_v1.ListPlugin",
            "flex_v1.ListPluginConfiguration",
            "flex_v1.ListPluginRelease",
            "flex_v1.ListPluginVersion",
            "memory_v1.ListObservationRevisions",
            "memory_v1.ListProfileConversationSummaries",
            "memory_v1.ListProfileObservations",
            "messaging_v1.ListUsAppToPerson",
        ),
        sends(header_in_query),
    ),
    Difference(
        "Authorization as a parameter",
        "The argument `authorization` takes the place of the client's own credentials; "
        "twilio-python sends its own all the same.",
        (
            "flex_v1.CreateInsightsAssessments",
            "flex_v1.CreateInsightsAssessmentsComment",
            "flex_v1.CreateInsightsQuestionnaires",
            "flex_v1.CreateInsightsQuestionnairesCategory",
            "flex_v1.CreateInsightsQuestionnairesQuestion",
            "flex_v1.CreateInsightsSession",
            "flex_v1.DeleteInsightsQuestionnaires",
            "flex_v1.DeleteInsightsQuestionnairesCategory",
            "flex_v1.DeleteInsightsQuestionnairesQuestion",
            "flex_v1.FetchInsightsQuestionnaires",
            "flex_v1.FetchInsightsSettingsAnswersets",
            "flex_v1.FetchInsightsSettingsComment",
            "flex_v1.FetchInsightsUserRoles",
            "flex_v1.ListInsightsAssessments",
            "flex_v1.ListInsightsAssessmentsComment",
            "flex_v1.ListInsightsConversations",
            "flex_v1.ListInsightsQuestionnaires",
            "flex_v1.ListInsightsQuestionnairesCategory",
            "flex_v1.ListInsightsQuestionnairesQuestion",
            "flex_v1.ListInsightsSegments",
            "flex_v1.UpdateInsightsAssessments",
            "flex_v1.UpdateInsightsQuestionnaires",
            "flex_v1.UpdateInsightsQuestionnairesCategory",
            "flex_v1.UpdateInsightsQuestionnairesQuestion",
        ),
        sends(own_credentials),
    ),
    Difference(
        "The names of a page's size and token",
        "They are the document's, `Size` and `Token`; twilio-python sends those of other lists.",
        ("numbers_v1.ListPortInRequests",),
        sends(usual_page_names),
    ),
    Difference(
        "A field of a body",
        "A dict goes as it is given; the object that twilio-python makes of it loses `timeSlots` "
        "of the type `twilio/schedule`.",
        ("content_v1.CreateContent", "content_v1.UpdateContent"),
        sends(time_slots_left_out),
    ),
    Difference(
        "The tag of an object",
        "`inputSource` tells the two objects apart, and is sent with the value of the object that "
        "was given; twilio-python leaves it out where the caller does.",
        ("voice_v3.CreateV3Transcriptions",),
        sends(tag_left_out),
    ),
)
"""Every difference from twilio-python 9.13."""
