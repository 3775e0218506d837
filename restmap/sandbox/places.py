"""Places: where the resources of a sandbox are mounted."""

from __future__ import annotations

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

    def of_kind(self, kind: str) -> Node | None:
        """The node whose records are stored under a kind, which may have keys after its name."""
        return self._by_name.get(kind.partition(" ")[0])
