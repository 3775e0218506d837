"""The example of a user's own resource says what it says it does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "own_resource.py"

PRINTED = """\
<Twilio.Proxy.V1.TicketList>
created   Who called? 61 minutes
streamed  Who called?
streamed  Which number?
filtered  Which number?
fetched   Who called?
deleted   True, 1 left
refused   the parameter 'estimate' cannot be 'an hour': bad operand type for unary -: 'str'.
"""


def test_it_prints_what_a_reader_expects() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", EXAMPLE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == PRINTED
