#!/usr/bin/env python3
"""A web shop with accounts, a payment provider and a newsletter."""

from pytm import (  # type: ignore[import-untyped]
    TM,
    Actor,
    Boundary,
    Classification,
    Data,
    Dataflow,
    Datastore,
    ExternalEntity,
    Server,
)

tm = TM("Web shop")
tm.description = "Customers order goods from a web shop."
tm.isOrdered = True

internet = Boundary("Internet")
shop_network = Boundary("Shop network")
database_zone = Boundary("Database zone")
database_zone.inBoundary = shop_network

customer = Actor("Customer")
customer.inBoundary = internet
admin = Actor("Shop administrator", inBoundary=shop_network, isAdmin=True)

web = Server("Web server")
web.OS = "Ubuntu"
web.inBoundary = shop_network
web.controls.isHardened = True
web.isEncrypted = True

database = Datastore("Customer database", inBoundary=database_zone)
database.controls.isEncryptedAtRest = True
database.storesPII = True

payments = ExternalEntity("Payment provider")
newsletter = ExternalEntity("Newsletter service")

login = Data("Login", description="Username and password", isCredentials=True)
address = Data("Shipping address", isPII=True, classification=Classification.RESTRICTED)
email = Data("E-mail", isPII=True)
card = Data("Credit card number", isPII=True, classificaion=Classification.SECRET)
cart = Data("Shopping cart")
page = Data("Catalogue page", classification=Classification.PUBLIC)

Dataflow(customer, web, "Signs in", protocol="HTTPS", dstPort=443, data=login)
Dataflow(customer, web, "Orders", protocol="HTTPS", data=[cart, address, email, card])
Dataflow(web, customer, "Shows goods", data=page, isResponse=True)
save = Dataflow(web, database, "Saves the order")
save.data = [cart, address, email]
save.isEncrypted = True
read = Dataflow(database, web, "Reads customers", data=[address, email])
Dataflow(web, payments, "Charges", data=card)
Dataflow(web, newsletter, "Subscribes", data=email)
Dataflow(admin, web, "Looks after the shop")

tm.process()
