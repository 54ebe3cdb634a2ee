"""How long data may live, as an author writes it."""

from facetrail.authoring.strict import strict
from facetrail.model.words import Event, Retention

_DAYS_OF_A_YEAR = 365

NO_LIMIT = Retention(unlimited=True)
"""States that there is no end."""


@strict
def days(count: int) -> Retention:
    """So many days after collection."""
    return Retention(days=count)


@strict
def years(count: int) -> Retention:
    """So many years, of 365 days, after collection."""
    return Retention(days=count * _DAYS_OF_A_YEAR)


@strict
def until(event: Event, *, plus: Retention | None = None) -> Retention:
    """Until an event, and for the time `plus` after it."""
    return Retention(days=None if plus is None else plus.days, until=event)
