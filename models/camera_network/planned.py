"""The camera network of China as planned for 2020: an estimated 400 million cameras more.

As in place at the end of 2017, with 400 million new cameras in the three years after, an estimate,
and key public areas covered in full, which is an aim. How many of the new ones are private is not
told. The numbers grow, and so do the people who are before several cameras in a day; who gets the
pictures does not change.
"""

import _network

from facetrail import Evidence, Model

AIM = "BBC, December 2017: an estimate; full coverage of key public areas by 2020 is an aim"

model = Model("Camera network: as planned", date="2020-12-31")

# Any number above a thousand counts the same.
for cameras in (_network.public_cameras, _network.private_cameras):
    cameras.count = 285_000_000
    cameras.description = (
        "The estimates give sums alone, 170 million in place and 400 million more: half of them is "
        "a guess."
    )
    cameras.evidence, cameras.known_from = Evidence.CLAIMED, AIM
