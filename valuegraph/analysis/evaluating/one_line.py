"""Small cells of one line hidden, so that nobody is found behind a number, nor it recomputed."""

from __future__ import annotations

from collections.abc import Sequence


def hidden(people: Sequence[int | None], least: int, *, total_is_shown: bool) -> tuple[bool, ...]:
    """Return which cells of one line are hidden, and, as the last, whether their total is.

    A cell behind which there are fewer people than ``least``, but some, or nobody knows how many,
    is hidden. If the total is shown, as many more are hidden as it takes, the smallest first, for
    what is hidden to be two cells at least and ``least`` people together: the total minus what is
    shown then tells of no cell. If that cannot be, the total is hidden too.

    Args:
        people: how many people stand behind each cell; ``None`` if that is not known.
        least: the fewest people of whom something is shown.
        total_is_shown: whether the sum of the cells is shown beside them.
    """
    masks = [_is_small(count, least) for count in people]
    known = [0 if count is None else count for count in people]
    if not total_is_shown:
        return (*masks, False)
    whole = None if any(count is None for count in people) else sum(known)
    if _is_small(whole, least) and not all(masks):
        masks = [masked or count != 0 for masked, count in zip(masks, people, strict=True)]
    if not any(masks):
        return (*masks, False)
    # cells without anybody protect nobody: they are taken last
    order = sorted(range(len(people)), key=lambda place: (known[place] == 0, known[place], place))
    for place in order:
        if _protects(masks, known, least):
            break
        masks[place] = True
    return (*masks, not _protects(masks, known, least))


def _is_small(count: int | None, least: int) -> bool:
    return count is None or 0 < count < least


def _protects(masks: Sequence[bool], people: Sequence[int], least: int) -> bool:
    together = sum(count for count, masked in zip(people, masks, strict=True) if masked)
    return sum(masks) >= 2 and together >= least
