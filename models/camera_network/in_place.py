"""The camera network of China at the end of 2017: 170 million cameras, public and private.

An estimate counts 170 million, many of them private: how many is not told. Pictures of public areas
are joined over village, township and county, and in some places residents watch. What is done with
the pictures beside that is open. The sum is an estimate.
"""

import _network

from facetrail import Model

model = Model("Camera network: in place", date="2017-12-01")

# Any number above a thousand counts the same.
for cameras in (_network.public_cameras, _network.private_cameras):
    cameras.count = 85_000_000
    cameras.description = "The estimate gives the sum alone, 170 million: half of it is a guess."
