"""Places: where the resources of a sandbox are mounted."""

from __future__ import annotations

import re

from ..describe.nodes import Node


class Places:
    """The nodes of a sandbox, by their resource and by the kind of their records."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._by_resource: dict[type, list[Node]] = {}
        self._by_name: dict[str, Node] = {}

    def add(self, nodes: list[Node]) -> None:
        """Add nodes."""
        self.nodes += nodes
        for node in nodes:
            self._by_resource.setdefault(node.resource, []).append(node)
            self._by_name.setdefault(node.storage_name, node)

    def of_resource(self, resource: type) -> list[Node]:
        """The nodes of a resource; none if it is not served."""
        return self._by_resource.get(resource, [])

    def named(self, name: str) -> list[Node]:
        """The nodes with a name: the last words of their way, or that of the class.

        Both `services` and `desk.v1.services` name the collection `client.desk.v1.services`.
        """
        return [
            node
            for node in self.nodes
            if f".{self.way(node)}".endswith(f".{name}") or node.resource.__name__ == name
        ]

    def way(self, node: Node) -> str:
        """The names that lead to a collection, without keys: `desk.v1.tickets.notes`."""
        # A domain without its client is `IpMessaging(client)`.
        expression = re.sub("(?<=[a-z0-9])(?=[A-Z])", "_", node.site.expression)
        site = [word.lower() for word in re.findall(r"\w+", expression)]
        steps = [step.name for step in node.steps_to_collection]
        return ".".join([*(word for word in site if word != "client"), *steps])

    def of_kind(self, kind: str) -> Node | None:
        """The node whose records are stored under a kind, which may have keys after its name."""
        return self._by_name.get(kind.partition(" ")[0])
