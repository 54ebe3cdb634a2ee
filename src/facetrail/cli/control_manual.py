"""Prints docs/controls.md: the list of controls as the rules have it."""

import click

from facetrail.render.control_page import control_page

if __name__ == "__main__":
    click.echo(control_page(), nl=False)
