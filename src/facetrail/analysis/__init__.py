"""What follows from a system graph."""
