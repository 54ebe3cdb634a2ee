"""Aadhaar in Indian telecoms between September 2018 and the amendment of 2019: what is held stays.

On 26 September 2018 the Supreme Court struck section 57 in the part that let companies and
individuals ask for authentication, and barred the linking of mobile numbers. It did not order that
data already held be deleted, and the circular that followed asks carriers for an exit plan, not for
a deletion. Voluntary use was allowed by the amendment of 2019. Drawn is what a carrier had asked
for until then, and what it holds of it afterwards.
"""

from _authentication import REGULATIONS, VERIFICATION, ask
from _record import send_record

from facetrail import (
    Basis,
    Event,
    Evidence,
    Flow,
    Kind,
    Model,
    PersonalData,
    Power,
    Purpose,
    Store,
    until,
)

HELD = "the judgment of 26 September 2018 and the circular that followed order no deletion"

model = Model("Aadhaar: held by a carrier after the judgment", date="2018-09-26")

ask("Benefit office", "Benefit office")
carrier = ask("Carrier", "Carrier")
carrier.party.power = Power.ESSENTIAL
carrier.party.basis = Basis.ENDED
record = send_record(carrier)

subscribers = Store(
    "Subscriber register",
    party=carrier.party,
    description="How long it holds the records is not stated: that it does so while the number is "
    "in service is inferred. The end of the basis to ask is no event that deletes them.",
    purposes=VERIFICATION,
    retention=until(Event.SERVICE_END),
    deletes_on=(),
    evidence=Evidence.INFERRED,
    known_from=HELD,
)
mobile = PersonalData(
    "Mobile number",
    kind=Kind.PHONE_NUMBER,
    origin=carrier.application,
    collected_for=[Purpose.SERVICE_DELIVERY, VERIFICATION],
)
Flow(
    carrier.application,
    subscribers,
    "linked and kept",
    data=[record, mobile],
    evidence=Evidence.INFERRED,
    known_from=REGULATIONS,
)
