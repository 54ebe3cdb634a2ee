"""The catalogue of rules, by theme."""
