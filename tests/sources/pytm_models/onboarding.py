"""A bank opens accounts on the phone: a selfie is compared with the passport by a vendor."""

from pytm import TM, Actor, Boundary, Data, Dataflow, Datastore, Server  # type: ignore[import-untyped]

tm = TM("Account opening")

phone = Boundary("Customer's phone")
bank = Boundary("Bank")
vendor = Boundary("Identity vendor")

customer = Actor("Customer", inBoundary=phone)
app = Server("Banking app", inBoundary=phone)
backend = Server("Onboarding service", inBoundary=bank)
accounts = Datastore("Accounts", inBoundary=bank)
comparison = Server("Face comparison", inBoundary=vendor)
archive = Datastore("Check archive", inBoundary=vendor)
archive.controls.isEncryptedAtRest = True

selfie = Data("Selfie", isPII=True)
passport = Data("Passport scan", isPII=True)
person = Data("Personal data", description="name, address and date of birth", isPII=True)
outcome = Data("Verification result")

Dataflow(customer, app, "Takes a selfie", data=selfie)
Dataflow(customer, app, "Scans the passport", data=passport)
Dataflow(customer, app, "Types in", data=person)
Dataflow(app, backend, "Sends everything", data=[selfie, passport, person], protocol="HTTPS")
Dataflow(backend, comparison, "Asks for a comparison", data=[selfie, passport])
Dataflow(comparison, archive, "Keeps for audits", data=[selfie, passport, outcome])
Dataflow(comparison, backend, "Answers", data=outcome)
Dataflow(backend, accounts, "Opens the account", data=[person, outcome])

tm.process()
