#!/usr/bin/env python3
from pytm import (  # type: ignore[import-untyped]
    TM,
    Actor,
    Boundary,
    Classification,
    Data,
    Dataflow,
    Datastore,
    ExternalEntity,
    Lambda,
    Server,
)

tm = TM("Online bookshop")
tm.description = "Customers create an account, order books and get recommendations"
tm.isOrdered = True
tm.mergeResponses = True

internet = Boundary("Internet")
dmz = Boundary("DMZ")
backend = Boundary("Backend")
analytics_zone = Boundary("Analytics")

user = Actor("Customer")
user.inBoundary = internet
support = Actor("Support agent")
support.inBoundary = backend

web = Server("Web Application")
web.inBoundary = dmz
web.controls.sanitizesInput = True
web.controls.encodesOutput = True

auth = Server("Auth Service")
auth.inBoundary = backend

orders = Server("Order Service")
orders.inBoundary = backend

user_db = Datastore("User DB")
user_db.inBoundary = backend
user_db.controls.isEncryptedAtRest = True

order_db = Datastore("Order DB")
order_db.inBoundary = backend

recommend = Lambda("Recommendation job")
recommend.inBoundary = analytics_zone
warehouse = Datastore("Data warehouse")
warehouse.inBoundary = analytics_zone

psp = ExternalEntity("Stripe")
carrier = ExternalEntity("Parcel carrier")
mailer = ExternalEntity("Mailgun")

credentials = Data("Username and password", classification=Classification.SECRET)
credentials.isCredentials = True
profile = Data("Customer name, email and address", classification=Classification.RESTRICTED)
profile.isPII = True
session = Data("Session cookie", classification=Classification.SECRET)
order = Data("Order items", classification=Classification.RESTRICTED)
card = Data("Card number, expiry, CVC", classification=Classification.TOP_SECRET)
label = Data("Name and delivery address", classification=Classification.RESTRICTED)
email = Data("Order confirmation", classification=Classification.RESTRICTED)
history = Data("Purchase history", classification=Classification.RESTRICTED)
token = Data("Payment token", classification=Classification.SECRET)

signup = Dataflow(user, web, "Register")
signup.protocol = "HTTPS"
signup.dstPort = 443
signup.data = [credentials, profile]
login = Dataflow(user, web, "Log in")
login.protocol = "HTTPS"
login.data = credentials
check = Dataflow(web, auth, "Check credentials")
check.data = credentials
store_user = Dataflow(auth, user_db, "Store user")
store_user.protocol = "SQL"
store_user.data = [credentials, profile]
pass_profile = Dataflow(web, auth, "Create account")
pass_profile.data = [credentials, profile]
cookie = Dataflow(web, user, "Session")
cookie.data = session
cookie.responseTo = login
checkout = Dataflow(user, web, "Checkout")
checkout.protocol = "HTTPS"
checkout.data = [order, card]
place = Dataflow(web, orders, "Place order")
place.data = [order, card]
pay = Dataflow(orders, psp, "Charge card")
pay.protocol = "HTTPS"
pay.data = card
paid = Dataflow(psp, orders, "Charge result")
paid.data = token
paid.responseTo = pay
save = Dataflow(orders, order_db, "Save order")
save.data = [order, token]
lookup = Dataflow(user_db, orders, "Get customer")
lookup.data = profile
ship = Dataflow(orders, carrier, "Shipping label")
ship.data = label
confirm = Dataflow(orders, mailer, "Send confirmation")
confirm.data = [email, profile]
export = Dataflow(order_db, warehouse, "Nightly export")
export.data = history
learn = Dataflow(warehouse, recommend, "Train recommendations")
learn.data = history
see = Dataflow(support, orders, "Look up order")
answer = Dataflow(orders, support, "Order details")
answer.data = [order, profile]
answer.responseTo = see

if __name__ == "__main__":
    tm.process()
