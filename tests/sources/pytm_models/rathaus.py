"""Ein Bürgeramt stellt Ausweise aus."""

from pytm import TM, Actor, Boundary, Data, Dataflow, Datastore, ExternalEntity, Server  # type: ignore[import-untyped]

tm = TM("Bürgeramt")
amt = Boundary("Stadtverwaltung")

bürger = Actor("Bürgerin oder Bürger")
sachbearbeiter = Actor("Sachbearbeiter", inBoundary=amt)
terminal = Server("Selbstbedienungsterminal", inBoundary=amt)
register = Datastore("Melderegister", inBoundary=amt)
druckerei = ExternalEntity("Bundesdruckerei")

lichtbild = Data("Lichtbild", isPII=True)
fingerabdruck = Data("Fingerabdrücke", isPII=True)
stammdaten = Data("Name und Anschrift", isPII=True)
nummer = Data("Personalausweisnummer", isPII=True)
oberfläche = Data("Oberfläche")

Dataflow(bürger, terminal, "Aufnahme", data=[lichtbild, fingerabdruck])
Dataflow(bürger, sachbearbeiter, "Angaben", data=stammdaten)
Dataflow(sachbearbeiter, register, "Eintrag", data=stammdaten)
Dataflow(terminal, register, "Ablage", data=lichtbild)
Dataflow(terminal, druckerei, "Auftrag", data=[lichtbild, fingerabdruck])
Dataflow(druckerei, register, "Rückmeldung", data=nummer)
Dataflow(terminal, bürger, "Bildschirm", data=oberfläche)

tm.process()
