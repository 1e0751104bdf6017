"""How a height is shared between rows that need more or less of it."""

from __future__ import annotations

from collections.abc import Sequence


def levelled(needs: Sequence[float], room: float) -> tuple[float, ...]:
    """Return heights that add up to ``room``, as even as the needs allow.

    With room to spare the lowest rows are raised to one level; when room is short the highest
    are lowered to one level and the others keep what they need.
    """
    spare = sum(needs) <= room
    level = left = room
    # The rows that keep their own height come first: the highest, or else the lowest ones.
    ordered = sorted(needs, reverse=spare)
    for place, need in enumerate(ordered):
        level = left / (len(ordered) - place)
        if need <= level if spare else need >= level:
            break
        left -= need
    return tuple(max(need, level) if spare else min(need, level) for need in needs)
