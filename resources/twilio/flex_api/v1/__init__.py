"""FlexApi, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .assessments import Assessments
    from .channel import Channel
    from .configuration import Configuration
    from .flex_flow import FlexFlow
    from .insights_assessments_comment import InsightsAssessmentsComment
    from .insights_conversations import InsightsConversations
    from .insights_questionnaires import InsightsQuestionnaires
    from .insights_questionnaires_category import InsightsQuestionnairesCategory
    from .insights_questionnaires_question import InsightsQuestionnairesQuestion
    from .insights_segments import InsightsSegments
    from .insights_session import InsightsSession
    from .insights_settings_answer_sets import InsightsSettingsAnswerSets
    from .insights_settings_comment import InsightsSettingsComment
    from .insights_user_roles import InsightsUserRoles
    from .interaction import Interaction
    from .plugin import Plugin
    from .plugin_archive import PluginArchive
    from .plugin_configuration import PluginConfiguration
    from .plugin_configuration_archive import PluginConfigurationArchive
    from .plugin_release import PluginRelease
    from .plugin_version_archive import PluginVersionArchive
    from .provisioning_status import ProvisioningStatus
    from .web_channel import WebChannel
else:
    Assessments = deferred(".assessments:Assessments", __package__)
    Channel = deferred(".channel:Channel", __package__)
    Configuration = deferred(".configuration:Configuration", __package__)
    FlexFlow = deferred(".flex_flow:FlexFlow", __package__)
    InsightsAssessmentsComment = deferred(
        ".insights_assessments_comment:InsightsAssessmentsComment", __package__
    )
    InsightsConversations = deferred(".insights_conversations:InsightsConversations", __package__)
    InsightsQuestionnaires = deferred(
        ".insights_questionnaires:InsightsQuestionnaires", __package__
    )
    InsightsQuestionnairesCategory = deferred(
        ".insights_questionnaires_category:InsightsQuestionnairesCategory", __package__
    )
    InsightsQuestionnairesQuestion = deferred(
        ".insights_questionnaires_question:InsightsQuestionnairesQuestion", __package__
    )
    InsightsSegments = deferred(".insights_segments:InsightsSegments", __package__)
    InsightsSession = deferred(".insights_session:InsightsSession", __package__)
    InsightsSettingsAnswerSets = deferred(
        ".insights_settings_answer_sets:InsightsSettingsAnswerSets", __package__
    )
    InsightsSettingsComment = deferred(
        ".insights_settings_comment:InsightsSettingsComment", __package__
    )
    InsightsUserRoles = deferred(".insights_user_roles:InsightsUserRoles", __package__)
    Interaction = deferred(".interaction:Interaction", __package__)
    Plugin = deferred(".plugin:Plugin", __package__)
    PluginArchive = deferred(".plugin_archive:PluginArchive", __package__)
    PluginConfiguration = deferred(".plugin_configuration:PluginConfiguration", __package__)
    PluginConfigurationArchive = deferred(
        ".plugin_configuration_archive:PluginConfigurationArchive", __package__
    )
    PluginRelease = deferred(".plugin_release:PluginRelease", __package__)
    PluginVersionArchive = deferred(".plugin_version_archive:PluginVersionArchive", __package__)
    ProvisioningStatus = deferred(".provisioning_status:ProvisioningStatus", __package__)
    WebChannel = deferred(".web_channel:WebChannel", __package__)


class V1(Version, prefix="/v1"):
    """https://flex-api.twilio.com/v1"""

    assessments = collection(Assessments)
    channel = collection(Channel)
    configuration = collection(Configuration)
    flex_flow = collection(FlexFlow)
    insights_assessments_comment = collection(InsightsAssessmentsComment)
    insights_conversations = collection(InsightsConversations)
    insights_questionnaires = collection(InsightsQuestionnaires)
    insights_questionnaires_category = collection(InsightsQuestionnairesCategory)
    insights_questionnaires_question = collection(InsightsQuestionnairesQuestion)
    insights_segments = collection(InsightsSegments)
    insights_session = collection(InsightsSession)
    insights_settings_answer_sets = handle(InsightsSettingsAnswerSets)
    insights_settings_comment = handle(InsightsSettingsComment)
    insights_user_roles = collection(InsightsUserRoles)
    interaction = collection(Interaction)
    plugin_archive = collection(PluginArchive)
    plugin_configuration_archive = collection(PluginConfigurationArchive)
    plugin_configurations = collection(PluginConfiguration)
    plugin_releases = collection(PluginRelease)
    plugin_version_archive = collection(PluginVersionArchive)
    plugins = collection(Plugin)
    provisioning_status = collection(ProvisioningStatus)
    web_channel = collection(WebChannel)
