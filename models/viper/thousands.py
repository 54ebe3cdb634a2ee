"""Viper as readable reports have it: thousands of live feeds, in development in April 2018.

The reports tell of live camera feeds in the thousands, without a number; five thousand stands for
them. Who would run it is not told, and the police are assumed. Teller machines and the figure of
100,000 streams are in one article alone: see the variant.
"""

from _service import image, track, traffic_cameras

from facetrail import Model

model = Model("Viper in development: thousands of streams", date="2018-04-01")

traffic_cameras.count = 5_000  # any number above one thousand counts the same
traffic_cameras.description = "The reports tell of thousands: 5,000 is a placeholder."
track(image)
