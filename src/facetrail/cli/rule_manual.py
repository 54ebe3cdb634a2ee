"""Writes the pages of docs/rules/ into a folder: `python -m facetrail.cli.rule_manual FOLDER`."""

import sys
from pathlib import Path

from facetrail.application.write import write_together
from facetrail.render.rule_pages import rule_pages

if __name__ == "__main__":
    pages = {name: text.encode() for name, text in rule_pages().items()}
    write_together(Path(sys.argv[1]), pages)
