"""The measurement of text: never too narrow, and lines that hold what they are given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facetrail.render.text import ELLIPSIS, balanced, clean, first_sentence, shorten, width, wrap

MEASURED = [
    # text, bold, pixels at a font size of 12.5 in Chromium with Liberation Sans and Noto
    ("The quick brown fox jumps over the lazy dog 0123456789", False, 320),
    ("The quick brown fox jumps over the lazy dog 0123456789", True, 340),
    ("Customer register", True, 108),
    ("WWW MMM @@@", True, 110),
    ("illicit fillings", True, 72),
    ("ÄÖÜ äöü ß é ñ ç Ł ø ő ř ž", False, 142),
    ("Einwohnermeldeamtsschnittstelle", True, 202),
    ("Tên người dùng", False, 90),
    ("身份证照片数据库（中心）", True, 150),
    ("日本語のテキスト", False, 100),
    ("한국어 텍스트", False, 72),
    ("خدمة مطابقة الوجه", True, 103),
    ("أرشيف المسح الضوئي", True, 123),
    ("Сравнение лиц", False, 89),
    ("ЖШЩ жшщ юфы", True, 106),
    ("Σύγκριση προσώπου", True, 127),
    ("שירות השוואת פנים", True, 110),
    ("चेहरे की तुलना", False, 65),
    ("การเปรียบเทียบใบหน้า", True, 108),
    ("😀👍🏽 emoji", False, 65),
]

NAMES = st.text(max_size=80) | st.sampled_from([text for text, _, _ in MEASURED])


@pytest.mark.parametrize(("text", "bold", "pixels"), MEASURED)
def test_a_text_is_never_measured_too_narrow_nor_far_too_wide(
    text: str, bold: bool, pixels: int
) -> None:
    assert pixels - 0.5 <= width(text, 12.5, bold=bold) <= 1.9 * pixels


def test_width_grows_with_the_font_and_marks_add_nothing() -> None:
    assert width("scan", 20) == pytest.approx(2 * width("scan", 10))
    assert width("e\u0301", 10) == width("e", 10)
    assert width("", 10) == 0


@given(NAMES, st.floats(40, 200), st.integers(1, 3), st.booleans())
def test_lines_fit_and_lose_nothing_but_what_an_ellipsis_says(
    text: str, limit: float, lines: int, bold: bool
) -> None:
    for broken in (
        wrap(text, 12, limit, lines=lines, bold=bold),
        balanced(text, 12, limit, lines=lines, bold=bold),
    ):
        assert 1 <= len(broken) <= lines
        assert all(width(line, 12, bold=bold) <= limit + 1e-6 for line in broken)
        kept = "".join(broken).replace(" ", "")
        whole = clean(text).replace(" ", "")
        assert kept == whole or (
            broken[-1].endswith(ELLIPSIS) and whole.startswith(kept.removesuffix(ELLIPSIS))
        )


@pytest.mark.parametrize(
    ("text", "limit", "lines", "expected"),
    [
        ("Face comparison", 200, 2, ("Face comparison",)),
        ("Face comparison", 70, 2, ("Face", "comparison")),
        ("Face comparison of live scans", 80, 2, ("Face", "comparison…")),
        ("运营商客户登记册", 50, 2, ("运营商客", "户登记册")),
        ("客户，登记", 25, 3, ("客", "户，", "登记")),  # a comma does not start a line
        ("", 50, 2, ("",)),
        (" \n\t ", 50, 2, ("",)),
    ],
)
def test_where_lines_are_broken(
    text: str, limit: float, lines: int, expected: tuple[str, ...]
) -> None:
    assert wrap(text, 12, limit, lines=lines) == expected


def test_balanced_lines_do_not_tear_a_word_that_fits() -> None:
    assert balanced("Face is photographed", 10.5, 92) == ("Face is", "photographed")
    assert balanced("Kundendatenverwaltungssystem", 12.5, 120, bold=True) == (
        "Kundendatenver",
        "waltungssystem",
    )


@given(st.text())
def test_a_clean_text_is_one_line_that_turns_nothing_round(text: str) -> None:
    allowed = {"\u200c", "\u200d"}
    categories = {unicodedata.category(char) for char in clean(text) if char not in allowed}
    assert not categories & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The carrier keeps it.\nThe rest follows.", "The carrier keeps it."),
        ("版本 1.2 的说明。其余。", "版本 1.2 的说明。"),
        ("No full stop", "No full stop"),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_hostile_texts_stay_small() -> None:
    assert clean("a\u202eb\x00c\u2066d\r\n  e") == "abcd e"
    assert len(clean("e" + "\u0301" * 10_000)) <= 5
    assert len(wrap("x" * 10_000, 12, 100)) == 2
    assert shorten("x" * 10_000, 12, 50).endswith(ELLIPSIS)


def test_a_family_of_emoji_is_not_torn_apart() -> None:
    family = "👩\u200d👩\u200d👧"
    lines = wrap(family * 6, 12, 60, lines=9)
    assert all(line.count("👧") * 3 == len(line.replace("\u200d", "")) for line in lines)
