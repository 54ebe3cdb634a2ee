"""The SVG writer: whatever comes in, well-formed XML without scripts or styles comes out."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facetrail.render.svg import legal, node, number, write


@given(st.text(), st.text())
def test_text_and_attributes_come_back_as_they_went_in(text: str, value: str) -> None:
    read = ElementTree.fromstring(write(node("text", text, data_name=value)))
    assert (read.text or "").replace("\r\n", "\n").replace("\r", "\n") == legal(text).replace(
        "\r\n", "\n"
    ).replace("\r", "\n")
    assert read.attrib["data-name"] == legal(value)
    assert len(read) == 0


@pytest.mark.parametrize(
    "hostile",
    [
        '"><script>alert(1)</script>',
        "]]>",
        "<!-- -->",
        "&amp;",
        "a\x00b\x0b\ufffe",
        "'\"'",
        "\ud800",
    ],
)
def test_markup_in_a_text_stays_text(hostile: str) -> None:
    written = write(node("g", node("title", hostile), node("text", hostile, id=hostile)))
    assert [item.tag for item in ElementTree.fromstring(written).iter()] == ["g", "title", "text"]


@pytest.mark.parametrize("name", ["style", "onclick", "onload", "a b", "x>", ""])
def test_styles_handlers_and_odd_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="may not be written"):
        node("g", **{name: "1"})


def test_names_values_and_gaps() -> None:
    assert write(node("rect", x=1.0, font_size=2.5, class_="a", rx=None)) == (
        '<rect x="1" font-size="2.5" class="a"/>'
    )
    assert write(node("g", node("title", "a"), None, node("g"))) == (
        "<g>\n<title>a</title>\n<g/>\n</g>"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [(1, "1"), (1.005, "1"), (-0.001, "0"), (0.1 + 0.2, "0.3"), (1e6, "1000000"), (2.50, "2.5")],
)
def test_numbers_have_no_exponent_and_two_decimals(value: float, written: str) -> None:
    assert number(value) == written
