"""Viper as one article has it: over 100,000 streams, from traffic cameras and teller machines.

The number and the teller machines are in that article alone: claimed. Who would run it is not told,
and the police are assumed. What the banks film to guard their machines would serve to follow people
in the street.
"""

from _banks import track_with_banks

from facetrail import Model

model = Model("Viper in development: 100,000 streams", date="2018-04-01")

track_with_banks()
