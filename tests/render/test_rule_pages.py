"""The pages of the rules: as committed, and complete."""

import re
from pathlib import Path

import facetrail
from facetrail import linddun
from facetrail.render.control_page import PAGE, PLACES, control_page
from facetrail.render.rule_pages import INDEX, rule_pages
from facetrail.rules.catalogue import RULES
from facetrail.rules.controls import CONTROLS, Where


def test_the_committed_pages_are_those_of_the_rules(checkout: Path) -> None:
    folder = checkout / "docs" / "rules"
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert committed == rule_pages(), "run make docs"
    page = (checkout / "docs" / PAGE).read_text(encoding="utf-8")
    assert page == control_page(), "run make docs"


def test_every_rule_has_a_page_and_is_in_the_index_by_theme_and_by_leaf() -> None:
    pages = rule_pages()
    themes, leaves = pages[INDEX].split("\n## By LINDDUN leaf\n")
    for rule in RULES:
        assert pages[f"{rule.id}.md"].startswith(f"# {rule.title}\n")
        assert f"[{rule.id}]({rule.id}.md)" in themes
        for node in rule.linddun:
            row = next(line for line in leaves.splitlines() if line.startswith(f"| {node} |"))
            assert f"[{rule.id}]({rule.id}.md)" in row
    assert all(f"\n| {leaf} | " in leaves for leaf in linddun.LEAVES)


def test_links_lead_to_pages_and_headings() -> None:
    pages = rule_pages()
    for text in pages.values():
        for file, heading in re.findall(r"\]\(([^)#]+)(?:#([^)]+))?\)", text):
            if file == f"../{PAGE}":
                continue
            assert file in pages
            anchors = [line[4:].lower() for line in pages[file].splitlines() if line[:4] == "### "]
            assert not heading or heading in anchors


def test_every_control_is_on_its_page_once_under_its_place_with_links_to_rules() -> None:
    page, pages = control_page(), rule_pages()
    assert list(PLACES) == list(Where)
    for where, part in zip(PLACES, page.split("\n## ")[1:], strict=True):
        rows = [line for line in part.splitlines() if line.startswith("| **")]
        assert len(rows) == sum(control.where is where for control in CONTROLS) > 0
    for rule in RULES:
        named = [line for line in page.splitlines() if f"[{rule.id}](rules/{rule.id}.md)" in line]
        assert len(named) >= len(rule.mitigations)
    stated = set(re.findall(r"`(\w+)\.\w+`", page))
    assert {"PersonalData", "Store"} <= stated <= set(facetrail.__all__)
    assert all(f"{name}.md" in pages for name in re.findall(r"\(rules/([\w-]+)\.md\)", page))


def test_a_rule_that_a_page_names_is_linked_once_and_never_to_itself() -> None:
    page = rule_pages()["probe-outlives-decision.md"]
    assert "whose fitness [purpose-drift](purpose-drift.md) then judges" in page
    assert "(probe-outlives-decision.md)" not in page
