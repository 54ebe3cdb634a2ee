"""Activating a mobile number at a shop counter in China: the carrier compares and keeps.

From 1 December 2019 carriers compare the live portrait of a customer with the identity document at
every physical channel and may serve only after a match. Where they compare, with which portrait and
whether they keep the scan is not public: that it is done centrally, with the portrait on the card's
chip, and that the scan and a copy of the card are kept, is inferred here. That the police ministry
compares with a photo of its own is a variant of its own.
"""

from _archives import scans as scans
from _chip import chip_portrait
from _counter import activate, after_activation, camera, reader, scan
from _kept_at_counter import keep_from_counter
from _registration import IN_FORCE, INFERRED, NOT_PUBLIC, REGISTRATION, activation, systems

from facetrail import AllOf, Comparison, Effect, Flow, Model, Process

model = Model("SIM registration: scan kept", date=IN_FORCE)

matcher = Process(
    "Face comparison",
    boundary=systems,
    purposes=REGISTRATION,
    comparison=Comparison.VERIFICATION,
    effect=Effect.NONE,
    evidence=INFERRED,
    known_from=NOT_PUBLIC,
)
activation.requires = AllOf(matcher)

live_template = scan.extract("Live template", at=matcher)
chip_template = chip_portrait.extract("Chip template", at=matcher)
score = live_template.compare("Comparison score", chip_template, at=matcher)
match = score.decide("Match or no match", at=matcher)

Flow(camera, matcher, "live portrait", data=scan, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(reader, matcher, "chip portrait", data=chip_portrait, evidence=INFERRED, known_from=NOT_PUBLIC)
Flow(matcher, activation, "result", data=match, evidence=INFERRED, known_from=NOT_PUBLIC)
activate()
keep_from_counter()
after_activation()
