"""The words of a system model as frozen values, and the graph they form."""
