#!/usr/bin/env python3
# Onboarding of retail customers (video-less KYC), v0.3
from pytm import (  # type: ignore[import-untyped]
    TM,
    Actor,
    Boundary,
    Data,
    Dataflow,
    Datastore,
    DatastoreType,
    ExternalEntity,
    Server,
)

tm = TM("Retail onboarding")
tm.description = "New customers open an account with an ID document and a selfie"

mobile = Boundary("Customer device")
aws = Boundary("Bank VPC")
kyc_cloud = Boundary("KYC provider")
core_net = Boundary("Core banking")

customer = Actor("Applicant")
app = Server("Mobile app", inBoundary=mobile)
agent = Actor("KYC analyst", inBoundary=aws)

gateway = Server("API gateway", inBoundary=aws)
onboarding = Server("Onboarding service", inBoundary=aws)
docs = Datastore("Document bucket", inBoundary=aws, type=DatastoreType.AWS_S3)
docs.controls.isEncryptedAtRest = True
cases = Datastore("Case database", inBoundary=aws, type=DatastoreType.SQL)
logs = Datastore("Application logs", inBoundary=aws)
ocr = Server("Document verification", inBoundary=kyc_cloud)
face = Server("Face match and liveness", inBoundary=kyc_cloud)
vendor_store = Datastore("Provider storage", inBoundary=kyc_cloud)
core = Server("Core banking system", inBoundary=core_net)
screening = ExternalEntity("Sanctions screening")
bureau = ExternalEntity("Credit bureau")

id_front = Data("ID card photo (front and back)", isPII=True)
selfie = Data("Selfie video", isPII=True)
form = Data("Name, date of birth, address, phone", isPII=True)
extracted = Data("Extracted document fields", isPII=True)
score = Data("Face match score")
verdict = Data("KYC decision")
hits = Data("Sanctions hits")
rating = Data("Credit score", isPII=True)
request_log = Data("Request log with customer ID")
account = Data("IBAN", isPII=True)

Dataflow(customer, app, "Fills in the form", data=form)
Dataflow(customer, app, "Photographs the ID card", data=id_front)
Dataflow(customer, app, "Records a selfie", data=selfie)
Dataflow(app, gateway, "Submits the application", protocol="HTTPS", data=[form, id_front, selfie])
Dataflow(gateway, onboarding, "Forwards", protocol="HTTPS", data=[form, id_front, selfie])
Dataflow(gateway, logs, "Logs requests", data=request_log)
Dataflow(onboarding, docs, "Stores the evidence", data=[id_front, selfie])
Dataflow(onboarding, ocr, "Verify document", protocol="HTTPS", data=id_front)
Dataflow(ocr, onboarding, "Document result", data=extracted)
Dataflow(onboarding, face, "Compare faces", protocol="HTTPS", data=[selfie, id_front])
Dataflow(face, vendor_store, "Retain for model improvement", data=[selfie, id_front])
Dataflow(face, onboarding, "Score", data=score)
Dataflow(onboarding, screening, "Screen the applicant", data=form)
Dataflow(screening, onboarding, "Hits", data=hits)
Dataflow(onboarding, bureau, "Credit enquiry", data=form)
Dataflow(bureau, onboarding, "Credit report", data=rating)
Dataflow(
    onboarding, cases, "Case file", protocol="SQL", data=[form, extracted, score, hits, rating]
)
Dataflow(cases, agent, "Reviews the case", data=[form, extracted, score, hits])
Dataflow(agent, onboarding, "Decides", data=verdict)
Dataflow(onboarding, core, "Creates the account", data=[form, verdict])
Dataflow(core, app, "Account number", data=account)

if __name__ == "__main__":
    tm.process()
