"""The client of the API, with a mount for each domain."""

from typing import TYPE_CHECKING

from restmap import Client, deferred, domain

from .shortcuts import shortcut

if TYPE_CHECKING:
    from .accounts import Accounts
    from .api import Api
    from .assistants import Assistants
    from .autopilot import Autopilot
    from .bulkexports import Bulkexports
    from .chat import Chat
    from .content import Content
    from .conversations import Conversations
    from .events import Events
    from .fax import Fax
    from .flex_api import FlexApi
    from .frontline_api import FrontlineApi
    from .iam import Iam
    from .insights import Insights
    from .intelligence import Intelligence
    from .ip_messaging import IpMessaging
    from .knowledge import Knowledge
    from .lookups import Lookups
    from .marketplace import Marketplace
    from .media import Media
    from .memory import Memory
    from .messaging import Messaging
    from .microvisor import Microvisor
    from .monitor import Monitor
    from .notify import Notify
    from .numbers import Numbers
    from .oauth import Oauth
    from .preview import Preview
    from .preview_iam import PreviewIam
    from .pricing import Pricing
    from .proxy import Proxy
    from .routes import Routes
    from .serverless import Serverless
    from .studio import Studio
    from .supersim import Supersim
    from .sync import Sync
    from .taskrouter import Taskrouter
    from .trunking import Trunking
    from .trusthub import Trusthub
    from .verify import Verify
    from .video import Video
    from .voice import Voice
    from .wireless import Wireless
else:
    Accounts = deferred(".accounts:Accounts", __package__)
    Api = deferred(".api:Api", __package__)
    Assistants = deferred(".assistants:Assistants", __package__)
    Autopilot = deferred(".autopilot:Autopilot", __package__)
    Bulkexports = deferred(".bulkexports:Bulkexports", __package__)
    Chat = deferred(".chat:Chat", __package__)
    Content = deferred(".content:Content", __package__)
    Conversations = deferred(".conversations:Conversations", __package__)
    Events = deferred(".events:Events", __package__)
    Fax = deferred(".fax:Fax", __package__)
    FlexApi = deferred(".flex_api:FlexApi", __package__)
    FrontlineApi = deferred(".frontline_api:FrontlineApi", __package__)
    Iam = deferred(".iam:Iam", __package__)
    Insights = deferred(".insights:Insights", __package__)
    Intelligence = deferred(".intelligence:Intelligence", __package__)
    IpMessaging = deferred(".ip_messaging:IpMessaging", __package__)
    Knowledge = deferred(".knowledge:Knowledge", __package__)
    Lookups = deferred(".lookups:Lookups", __package__)
    Marketplace = deferred(".marketplace:Marketplace", __package__)
    Media = deferred(".media:Media", __package__)
    Memory = deferred(".memory:Memory", __package__)
    Messaging = deferred(".messaging:Messaging", __package__)
    Microvisor = deferred(".microvisor:Microvisor", __package__)
    Monitor = deferred(".monitor:Monitor", __package__)
    Notify = deferred(".notify:Notify", __package__)
    Numbers = deferred(".numbers:Numbers", __package__)
    Oauth = deferred(".oauth:Oauth", __package__)
    Preview = deferred(".preview:Preview", __package__)
    PreviewIam = deferred(".preview_iam:PreviewIam", __package__)
    Pricing = deferred(".pricing:Pricing", __package__)
    Proxy = deferred(".proxy:Proxy", __package__)
    Routes = deferred(".routes:Routes", __package__)
    Serverless = deferred(".serverless:Serverless", __package__)
    Studio = deferred(".studio:Studio", __package__)
    Supersim = deferred(".supersim:Supersim", __package__)
    Sync = deferred(".sync:Sync", __package__)
    Taskrouter = deferred(".taskrouter:Taskrouter", __package__)
    Trunking = deferred(".trunking:Trunking", __package__)
    Trusthub = deferred(".trusthub:Trusthub", __package__)
    Verify = deferred(".verify:Verify", __package__)
    Video = deferred(".video:Video", __package__)
    Voice = deferred(".voice:Voice", __package__)
    Wireless = deferred(".wireless:Wireless", __package__)


class Domains(Client):
    """Every domain of the API; each is imported when it is first used."""

    accounts = domain(Accounts)
    api = domain(Api)
    assistants = domain(Assistants)
    autopilot = domain(Autopilot)
    bulkexports = domain(Bulkexports)
    chat = domain(Chat)
    content = domain(Content)
    conversations = domain(Conversations)
    events = domain(Events)
    fax = domain(Fax)
    flex_api = domain(FlexApi)
    frontline_api = domain(FrontlineApi)
    iam = domain(Iam)
    insights = domain(Insights)
    intelligence = domain(Intelligence)
    ip_messaging = domain(IpMessaging)
    knowledge = domain(Knowledge)
    lookups = domain(Lookups)
    marketplace = domain(Marketplace)
    media = domain(Media)
    memory = domain(Memory)
    messaging = domain(Messaging)
    microvisor = domain(Microvisor)
    monitor = domain(Monitor)
    notify = domain(Notify)
    numbers = domain(Numbers)
    oauth = domain(Oauth)
    preview = domain(Preview)
    preview_iam = domain(PreviewIam)
    pricing = domain(Pricing)
    proxy = domain(Proxy)
    routes = domain(Routes)
    serverless = domain(Serverless)
    studio = domain(Studio)
    supersim = domain(Supersim)
    sync = domain(Sync)
    taskrouter = domain(Taskrouter)
    trunking = domain(Trunking)
    trusthub = domain(Trusthub)
    verify = domain(Verify)
    video = domain(Video)
    voice = domain(Voice)
    wireless = domain(Wireless)

    addresses = shortcut(lambda it: it.api.v2010.account.addresses)
    applications = shortcut(lambda it: it.api.v2010.account.applications)
    authorized_connect_apps = shortcut(lambda it: it.api.v2010.account.authorized_connect_apps)
    available_phone_numbers = shortcut(lambda it: it.api.v2010.account.available_phone_numbers)
    balance = shortcut(lambda it: it.api.v2010.account.balance)
    calls = shortcut(lambda it: it.api.v2010.account.calls)
    conferences = shortcut(lambda it: it.api.v2010.account.conferences)
    connect_apps = shortcut(lambda it: it.api.v2010.account.connect_apps)
    incoming_phone_numbers = shortcut(lambda it: it.api.v2010.account.incoming_phone_numbers)
    keys = shortcut(lambda it: it.api.v2010.account.keys)
    messages = shortcut(lambda it: it.api.v2010.account.messages)
    new_keys = shortcut(lambda it: it.api.v2010.account.new_keys)
    new_signing_keys = shortcut(lambda it: it.api.v2010.account.new_signing_keys)
    notifications = shortcut(lambda it: it.api.v2010.account.notifications)
    outgoing_caller_ids = shortcut(lambda it: it.api.v2010.account.outgoing_caller_ids)
    queues = shortcut(lambda it: it.api.v2010.account.queues)
    recordings = shortcut(lambda it: it.api.v2010.account.recordings)
    short_codes = shortcut(lambda it: it.api.v2010.account.short_codes)
    signing_keys = shortcut(lambda it: it.api.v2010.account.signing_keys)
    sip = shortcut(lambda it: it.api.v2010.account.sip)
    tokens = shortcut(lambda it: it.api.v2010.account.tokens)
    transcriptions = shortcut(lambda it: it.api.v2010.account.transcriptions)
    usage = shortcut(lambda it: it.api.v2010.account.usage)
    validation_requests = shortcut(lambda it: it.api.v2010.account.validation_requests)
