"""What a chain draws on, and must renew."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from valuegraph.model.part import Part
from valuegraph.model.quantity import Quantity


class Ownership(StrEnum):
    """Whose a resource is: everybody's, or somebody's."""

    COMMON = "common"
    OWNED = "owned"


class ResourceState(StrEnum):
    """Whether a resource is used, or waits to be."""

    DORMANT = "dormant"
    USED = "used"


class Resource(Part):
    """A resource of the ecosystem.

    Attributes:
        type: ``food``, ``human``, ``logistic``, ``financial``, ``material``, ``knowledge``,
            ``natural`` or any other word.
        ownership: common or owned.
        state: dormant or used.
        amount: how much there is.
    """

    kind: ClassVar[str] = "resource"
    section: ClassVar[str] = "resources"

    type: str = ""
    ownership: Ownership | None = None
    state: ResourceState | None = None
    amount: Quantity | None = None
