#!/usr/bin/env python3
from pytm import TM, Actor, Boundary, Data, Dataflow, Datastore, ExternalEntity, Server  # type: ignore[import-untyped]

tm = TM("HR portal")
tm.description = "Employees upload documents"
corp = Boundary("Corporate network")
cloud = Boundary("AWS")
emp = Actor("Employee")
emp.inBoundary = corp
hr = Actor("HR manager")
hr.inBoundary = corp
idp = Server("SSO")
idp.inBoundary = cloud
web = Server("HR portal")
web.inBoundary = cloud
db = Datastore("hr_db")
db.inBoundary = cloud
db.storesPII = True
db.isEncryptedAtRest = True
s3 = Datastore("s3-uploads")
s3.inBoundary = cloud
s3.storesSensitiveData = True
pay = ExternalEntity("Payroll provider")
d1 = Data("record", isPII=True, isCredentials=False)
d2 = Data("upload", description="passport copy and badge photo", isPII=True, isStored=True)
d3 = Data("sso", isCredentials=True)
d4 = Data("salary", isPII=True)
d5 = Data("medical certificate", isPII=True)
f = Dataflow(emp, idp, "login")
f.data = d3
f.protocol = "SAML"
f = Dataflow(emp, web, "upload")
f.data = [d2, d5]
f = Dataflow(emp, web, "edit")
f.data = [d1]
f = Dataflow(web, db, "write")
f.data = [d1, d4]
f = Dataflow(web, s3, "put")
f.data = [d2, d5]
f = Dataflow(db, web, "read")
f.data = [d1, d4]
f = Dataflow(web, hr, "view")
f.data = [d1, d4, d5]
f = Dataflow(web, pay, "monthly")
f.data = [d4, d1]
tm.process()
