"""The command line: `restmap`, or `python -m restmap`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    arguments: the command line; by default that of this process.
    """
    missing = [each for each in ("click", "rich") if find_spec(each) is None]
    if missing:
        print(
            f"restmap: the command line needs {' and '.join(missing)}. "
            "Install the extra: pip install 'restmap[cli]'",
            file=sys.stderr,
        )
        return 2
    from .command_line.program import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
