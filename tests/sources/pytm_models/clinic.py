"""A clinic: patients book, doctors write records, a laboratory reports, an insurer pays."""

from pytm import TM, Actor, Boundary, Data, Dataflow, Datastore, ExternalEntity, Lambda, Process  # type: ignore[import-untyped]


def model() -> TM:
    tm = TM("Clinic", description="Appointments and records of a small clinic")
    clinic = Boundary("Clinic")
    cloud = Boundary("Cloud of the software vendor")

    patient = Actor("Patient")
    doctor = Actor("Doctor", inBoundary=clinic)
    portal = Process("Patient portal", inBoundary=cloud)
    reminders = Lambda("Reminders", inBoundary=cloud)
    records = Datastore("Records", inBoundary=clinic)
    lab = ExternalEntity("Laboratory")
    insurer = ExternalEntity("Insurer")

    contact = Data("Name, birth date and phone number", isPII=True)
    phone = Data("Mobile number", isPII=True)
    diagnosis = Data("Diagnosis", isPII=True)
    result = Data("Lab result", isPII=True, isDestEncryptedAtRest=True)
    sample = Data("Blood sample")

    Dataflow(patient, portal, "Books", data=[contact, phone])
    Dataflow(portal, records, "Files the patient", data=contact)
    Dataflow(portal, reminders, "Asks for a reminder", data=phone)
    Dataflow(doctor, records, "Writes", data=diagnosis)
    Dataflow(records, doctor, "Reads", data=[diagnosis, result])
    Dataflow(patient, lab, "Gives blood", data=sample)
    Dataflow(lab, records, "Reports", data=result)
    Dataflow(records, insurer, "Claims", data=[diagnosis, contact])
    return tm


if __name__ == "__main__":
    model().process()
