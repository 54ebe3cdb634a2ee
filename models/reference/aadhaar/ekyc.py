"""Aadhaar e-KYC in India: the authority answers with a signed record.

As in the variant with yes or no, but a bank is answered with name, birth date, address and
photograph, signed by the authority. What the bank keeps of it is not drawn.
"""

from _authentication import ask
from _record import send_record

from facetrail import Model

model = Model("Aadhaar: signed record (e-KYC)")

ask("Benefit office", "Benefit office")
send_record(ask("Bank", "Bank branch"))
