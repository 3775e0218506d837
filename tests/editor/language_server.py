"""A client of a language server, for completions and signatures at a position in a text."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

SERVER = Path(sys.executable).with_name("pyright-langserver")


class Editor:
    """A language server that has one file open, for as long as a `with` block lasts.

    root: the folder whose settings count. path: of the file, which need not exist.
    """

    def __init__(self, root: Path, path: Path) -> None:
        self._root = root
        self._uri = path.as_uri()
        self._numbers = itertools.count(1)

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        folder = {"uri": self._root.as_uri(), "name": "root"}
        capabilities = {"workspace": {"workspaceFolders": True}}
        self.ask("initialize", processId=None, workspaceFolders=[folder], capabilities=capabilities)
        self._tell("initialized")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._process:
            self._process.terminate()

    def open(self, text: str) -> None:
        """Open the file with a text; the cursor is at its end."""
        lines = text.split("\n")
        self._end = {"line": len(lines) - 1, "character": len(lines[-1])}
        document = {"uri": self._uri, "languageId": "python", "version": 1, "text": text}
        self._tell("textDocument/didClose", textDocument={"uri": self._uri})
        self._tell("textDocument/didOpen", textDocument=document)

    def completions(self) -> list[str]:
        """The names that the server completes."""
        found = self._ask_here("textDocument/completion")
        return [each["label"] for each in found["items"]]

    def signature(self) -> str:
        """The signature that the server shows."""
        return str(self._ask_here("textDocument/signatureHelp")["signatures"][0]["label"])

    def _ask_here(self, method: str) -> Any:
        return self.ask(method, textDocument={"uri": self._uri}, position=self._end)

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request; the result of its response."""
        number = next(self._numbers)
        self._write({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                return message["result"]
            if "id" in message:  # the server asks for settings; the files' own count
                count = len(message.get("params", {}).get("items", ()))
                self._write({"id": message["id"], "result": [None] * count})

    def _tell(self, method: str, **params: Any) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError("the language server ended")
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message
