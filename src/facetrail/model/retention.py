"""Which of two lifetimes ends later, where that can be told."""

from facetrail.model.words import Event, Retention

_AT_ONCE = (Event.DECISION, Event.SESSION_END)


def is_longer(one: Retention, other: Retention) -> bool | None:
    """Whether one lifetime surely ends later than another; None where they cannot be compared,
    as a number of days and the end of a contract cannot."""
    if one == other or one.unlimited or other.unlimited:
        return one.unlimited and not other.unlimited
    if one.until == other.until:
        return (one.days or 0) > (other.days or 0)
    for first, second, longer in ((one, other, False), (other, one, True)):
        if first.until in _AT_ONCE and not first.days and second.until not in _AT_ONCE:
            return longer
    return None
