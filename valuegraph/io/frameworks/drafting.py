"""A common base while it is read or written: a container that holds dimensions as well."""

from __future__ import annotations

from typing import Any

from valuegraph.model.chain import ValueChain
from valuegraph.model.framework import Dimension, Framework

HEADER = "valuegraph-framework"
"""The key that says that a file is a common base, and of which version."""

VERSION = 1
"""The version of the format that is written."""


class FrameworkDraft(ValueChain):
    """The parts of a common base, judged one by one as those of a chain are."""

    def add_dimension(self, name: str = "", *, id: str | None = None, **fields: Any) -> Dimension:
        """Add a dimension."""
        return self._add(Dimension, name, id, fields, {})

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions."""
        return self._all(Dimension)

    @classmethod
    def of(cls, framework: Framework) -> FrameworkDraft:
        """Return the draft that holds the parts of a framework."""
        draft = cls(
            framework.name,
            language=framework.language,
            description=framework.description,
            extra=framework.extra,
            translations=framework.translations,
        )
        draft._store.put(framework.parts)
        return draft

    def framework(self, dimensions: dict[str, str]) -> Framework:
        """Return the finished framework.

        Args:
            dimensions: the id of a criterion -> that of its dimension.
        """
        about = self.about
        criteria = (part.changed(dimension=dimensions.get(part.id, "")) for part in self.criteria)
        return Framework(
            name=about.name,
            description=about.description,
            language=about.language,
            dimensions=self.dimensions,
            criteria=tuple(criteria),
            indicators=self.indicators,
            extra=about.extra,
            translations=about.translations,
        )
