"""The use cases: what the commands do with files and processes, and no word about a terminal."""
