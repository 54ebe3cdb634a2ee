"""What `facetrail rules` prints."""

from facetrail.application.naming import meant
from facetrail.cli import tables
from facetrail.rules.catalogue import RULES


def show_rules(word: str | None) -> None:
    """Print the catalogue, or the page of the rule that a word means."""
    if word is None:
        tables.print_rules()
        return
    rules = {rule.id: rule for rule in RULES}
    tables.print_rule(rules[meant(word, rules, "rule")])
