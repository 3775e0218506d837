"""The program of `make demo`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from restmap.sandbox import Sandbox

PROGRAM = Path(__file__).parents[2] / "docs/examples/proxy_sessions.py"


@pytest.mark.parametrize("server", ["its own", "given"])
def test_the_demo_runs_and_warns_of_nothing(server: str) -> None:
    unset = ("BASE_URL", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    with Sandbox("resources.twilio.proxy") as sandbox:
        if server == "given":
            given = (sandbox.url, sandbox.account, sandbox.token)
            environment |= dict(zip(unset, given, strict=True))
        run = subprocess.run(
            [sys.executable, "-X", "dev", "-W", "error", str(PROGRAM)],
            capture_output=True, text=True, timeout=120, env=environment, cwd=PROGRAM.parents[2],
        )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    for line in (
        "Create   120 sessions, each with two participants; the last one is",
        "List     20 of them with limit=20, a list",
        "Stream   24 of the first 100 expire within a day; read in pages of 25",
        "page 3: 20, next page: none",
        "resumed from a stored URL: order-50 comes first",
        "Update   order-7: open → closed",
        "Delete   order-7; 119 sessions are left",
        "status 409, code 20409: Session with unique_name 'order-8' already exists.",
        "the parameter 'date_expiry' cannot be 'tomorrow'",
    ):
        assert line in run.stdout
