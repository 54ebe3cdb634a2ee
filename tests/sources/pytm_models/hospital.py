"""Threat model of an outpatient clinic, for the annual review."""

from pytm import (  # type: ignore[import-untyped]
    TM,
    Actor,
    Assumption,
    Boundary,
    Data,
    Dataflow,
    Datastore,
    ExternalEntity,
    Process,
    Server,
)

tm = TM("Outpatient clinic")
tm.description = "Patients, laboratory, imaging and billing"
tm.assumptions = [Assumption("Staff use managed workstations")]

clinic_net = Boundary("Clinic network")
imaging_net = Boundary("Imaging network", inBoundary=clinic_net)
lab_net = Boundary("Laboratory Dr. Weiss")
insurer_net = Boundary("Insurance company")
outside = Boundary("Internet")

patient = Actor("Patient", inBoundary=outside)
receptionist = Actor("Receptionist", inBoundary=clinic_net)
physician = Actor("Physician", inBoundary=clinic_net)
radiologist = Actor("Radiologist", inBoundary=imaging_net)

portal = Server("Patient portal", inBoundary=clinic_net)
ehr = Server("EHR application", inBoundary=clinic_net)
ehr_db = Datastore("EHR database", inBoundary=clinic_net)
ris = Server("RIS", inBoundary=imaging_net)
pacs = Datastore("PACS archive", inBoundary=imaging_net)
ct = Process("CT scanner", inBoundary=imaging_net)
lis = Server("Lab information system", inBoundary=lab_net)
claims = Server("Claims intake", inBoundary=insurer_net)
sms = ExternalEntity("SMS gateway")
backup = Datastore("Backup", inBoundary=clinic_net)
backup.controls.isEncryptedAtRest = True

demographics = Data("Patient demographics", isPII=True)
insurance = Data("Insurance card number", isPII=True)
anamnesis = Data("Medical history", isPII=True)
order = Data("Lab order", isPII=True)
blood = Data("Blood test results", isPII=True)
study = Data("CT images with patient ID", isPII=True)
reading = Data("Radiology report", isPII=True)
invoice = Data("Invoice with diagnosis codes", isPII=True)
reminder = Data("Appointment reminder and phone number", isPII=True)
login = Data("Portal login", isCredentials=True)
appointment = Data("Appointment", isPII=True)

Dataflow(patient, receptionist, "Registers at the desk", data=[demographics, insurance])
Dataflow(receptionist, ehr, "Enters the patient", data=[demographics, insurance])
Dataflow(patient, portal, "Signs in", protocol="HTTPS", data=login)
Dataflow(patient, portal, "Books an appointment", protocol="HTTPS", data=appointment)
Dataflow(portal, ehr, "Appointment", data=appointment)
Dataflow(patient, physician, "Tells the history", data=anamnesis)
Dataflow(physician, ehr, "Documents the visit", data=anamnesis)
Dataflow(ehr, ehr_db, "Writes", protocol="SQL", data=[demographics, insurance, anamnesis, blood])
Dataflow(ehr_db, ehr, "Reads", protocol="SQL", data=[demographics, insurance, anamnesis, blood])
Dataflow(ehr, lis, "Orders tests", protocol="HL7", data=[order, demographics])
Dataflow(lis, ehr, "Returns results", protocol="HL7", data=blood)
Dataflow(ct, ris, "Sends the study", protocol="DICOM", data=study)
Dataflow(ris, pacs, "Archives the study", protocol="DICOM", data=study)
Dataflow(pacs, radiologist, "Opens the study", data=study)
Dataflow(radiologist, ris, "Dictates the report", data=reading)
Dataflow(ris, ehr, "Sends the report", protocol="HL7", data=reading)
Dataflow(ehr, claims, "Bills the visit", protocol="HTTPS", data=[invoice, insurance])
Dataflow(ehr, sms, "Reminds", protocol="HTTPS", data=reminder)
Dataflow(ehr_db, backup, "Nightly backup", data=[demographics, insurance, anamnesis, blood])
Dataflow(ehr, portal, "Shows results", data=blood)

if __name__ == "__main__":
    tm.process()
