"""What is measured from the start of a process: the program of each contender, as text.

A program prints the CPU seconds of its process at its end. What the interpreter does after that,
to end itself, is not measured.
"""

from __future__ import annotations

from .sessions import ACCOUNT_SID, AUTH_TOKEN, FETCHED, MESSAGE, PATH, SERVICE_SID

_CLIENT = f'Client("{ACCOUNT_SID}", "{AUTH_TOKEN}"'
_SESSION = f'client.proxy.v1.services("{SERVICE_SID}").sessions("{FETCHED["sid"]}").fetch()'

# Importing alone, without the interpreter's own start.
IMPORTS = {
    "urllib3 + json": "import json, urllib3",
    "restmap": "from resources.twilio import Client",
    "twilio-python": "from twilio.rest import Client",
}

# To the first record of Proxy. {origin} is the server's.
FETCHES = {
    "urllib3 + json": f"""
import json, urllib3
http = urllib3.PoolManager(timeout=30.0)
headers = urllib3.make_headers(basic_auth="{ACCOUNT_SID}:{AUTH_TOKEN}")
answer = http.request("GET", "{{origin}}{PATH}/{FETCHED["sid"]}", headers=headers)
sid = json.loads(answer.data)["sid"]
""",
    "restmap": f"""
from resources.twilio import Client
client = {_CLIENT}, base_url="{{origin}}")
sid = {_SESSION}.sid
""",
    "twilio-python": f"""
from twilio.rest import Client
client = {_CLIENT})
client.proxy.base_url = "{{origin}}"
sid = {_SESSION}.sid
""",
}

# To the first record of the largest version of the API.
MESSAGE_SID = MESSAGE["sid"]
MESSAGE_PATH = MESSAGE["uri"]
MESSAGES = {
    "urllib3 + json": FETCHES["urllib3 + json"].replace(f"{PATH}/{FETCHED['sid']}", MESSAGE_PATH),
    "restmap": f"""
from resources.twilio import Client
client = {_CLIENT}, base_url="{{origin}}")
sid = client.messages("{MESSAGE_SID}").fetch().sid
""",
    "twilio-python": f"""
from twilio.rest import Client
client = {_CLIENT})
client.api.base_url = "{{origin}}"
sid = client.messages("{MESSAGE_SID}").fetch().sid
""",
}


def program(workload: str, name: str, origin: str) -> tuple[str, str]:
    """The program of a contender, and what it has to find."""
    if workload == "import":
        code = f"import time\nstarted = time.process_time(), time.perf_counter()\n{IMPORTS[name]}\n"
        return f"{code}{_REPORT.format(sid='None')}", "None"
    texts, sid = (FETCHES, FETCHED["sid"]) if workload == "start" else (MESSAGES, MESSAGE_SID)
    code = texts[name].format(origin=origin)
    begun = "import time\nstarted = 0.0, time.perf_counter()\n"
    return f"{begun}{code}{_REPORT.format(sid='sid')}", sid


_REPORT = """
cpu, wall = time.process_time() - started[0], time.perf_counter() - started[1]
print(cpu, wall, {sid}, flush=True)
"""
