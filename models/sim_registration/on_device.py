"""Activating a mobile number at a shop counter in China: compared on the terminal, nothing kept.

Whether any counter works this way is not public: a vendor guide claims that the operator keeps
nothing, and the comparison itself is inferred. Here the terminal compares the live portrait with
the portrait on the card's chip, passes on only the result, and keeps nothing of the face. The
notice in force from 1 December 2019 asks that the two agree; it does not ask that a face leaves the
counter. The customer register that Order 25 asks for remains.
"""

from _chip import chip_portrait
from _counter import activate, after_activation, camera, reader, scan, terminal
from _registration import IN_FORCE, INFERRED, NOT_PUBLIC, REGISTRATION, activation

from facetrail import AllOf, Comparison, Effect, Event, Flow, Model, Need, Process, until

model = Model("SIM registration: compared on the terminal", date=IN_FORCE)

matcher = Process(
    "Face comparison",
    boundary=terminal,
    purposes=REGISTRATION,
    comparison=Comparison.VERIFICATION,
    needs=Need.RAW,  # the chip of this card cannot compare: the terminal has to read the portrait
    effect=Effect.NONE,
    evidence=INFERRED,
    known_from=NOT_PUBLIC,
)
activation.requires = AllOf(matcher)

scan.lifetime = until(Event.DECISION)  # as the vendor guide claims
live_template = scan.extract("Live template", at=matcher)
chip_template = chip_portrait.extract("Chip template", at=matcher)
score = live_template.compare("Comparison score", chip_template, at=matcher)
match = score.decide("Match or no match", at=matcher)

Flow(camera, matcher, "live portrait", data=scan, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(reader, matcher, "chip portrait", data=chip_portrait, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(matcher, activation, "result", data=match, evidence=INFERRED, known_from=NOT_PUBLIC)
activate()
after_activation()
