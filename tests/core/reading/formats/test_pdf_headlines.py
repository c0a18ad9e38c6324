"""Headlines of a newspaper page that stand over several columns part the page, however narrow they are."""

from __future__ import annotations

import pytest

from core.reading.formats.pdf_files import SETTINGS, typeset
from luoshi_core.reading.formats.pdf.reader import read_pdf

PAGE = SETTINGS.replace("a4", "a3").replace("12pt", "10pt")
STREET = "老街修好了门面，市文旅局年底前再修三条，让老手艺有地方摆。"
RIVER = "河边种上了柳树，县水务局每月清一次淤，让孩子们有地方玩。"
HALL = "礼堂换上了新灯，镇文化站每周放两场戏，让老人们有地方坐。"


def story(headline: str, text: str, columns: int, size: int = 22, byline: str = "", align: str = "center") -> str:
    """A headline, perhaps a byline, and the text in so many columns of the same height."""
    words = text * 10 * columns
    step = -(-len(words) // columns)
    cells = ",".join(f"[{words[at : at + step]}]" for at in range(0, len(words), step))
    head = f"#align({align})[#text({size}pt)[{headline}]]\n" + (f"#align({align})[{byline}]\n" if byline else "")
    return f"{head}#grid(columns: ({'1fr,' * columns}), gutter: 1.5em, {cells})\n"


def side_by_side(widths: str, *stories: str) -> str:
    return f"#grid(columns: ({widths}), gutter: 1.5em, {','.join(f'[{story}]' for story in stories)})\n"


def order(page: str) -> list[str]:
    """Headlines and bylines as they are read, and one name for each text that stands whole behind the other."""
    text = "".join(read_pdf(typeset(page, PAGE)).text.split())
    for name, sentence in (("街", STREET), ("河", RIVER), ("堂", HALL)):
        while sentence * 2 in text:
            text = text.replace(sentence * 2, sentence)
        text = text.replace(sentence, f"|{name}|")
    return [part for part in text.split("|") if part]


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("columns", [2, 3, 4, 5])
def test_one_story_below_the_other(columns: int, align: str) -> None:
    page = story("老街新貌", STREET, columns, align=align) + story(
        "柳岸清风", RIVER, columns, byline="令狐澄", align=align
    )
    assert order(page) == ["老街新貌", "街", "柳岸清风令狐澄", "河"]


def test_stories_of_several_columns_beside_stories_of_one() -> None:
    left = story("老街新貌", STREET, 3) + story("柳岸清风", RIVER, 3, byline="本报记者温如言")
    right = story("灯亮了", HALL, 1, 16)
    assert order(side_by_side("3fr, 1fr", left, right)) == [
        *["老街新貌", "街", "柳岸清风本报记者温如言", "河"],
        *["灯亮了", "堂"],
    ]
    assert order(side_by_side("1fr, 3fr", right, left))[:3] == ["灯亮了", "堂", "老街新貌"]


def test_a_headline_over_two_columns_beside_a_story_of_one_below_a_story_of_three() -> None:
    page = story("老街新貌", STREET, 3) + side_by_side(
        "2fr, 1fr", story("柳岸清风", RIVER, 2), story("灯亮了", HALL, 1, 16)
    )
    assert order(page) == ["老街新貌", "街", "柳岸清风", "河", "灯亮了", "堂"]


def test_two_stories_of_two_columns_side_by_side() -> None:
    page = side_by_side("1fr, 1fr", story("老街新貌", STREET, 2), story("柳岸清风", RIVER, 2))
    assert order(page) == ["老街新貌", "街", "柳岸清风", "河"]


def test_a_large_sub_heading_inside_a_column_parts_nothing() -> None:
    page = side_by_side(
        "1fr, 1fr, 1fr", STREET * 13, f"{STREET * 5}\n\n#text(16pt)[柳岸清风]\n\n{STREET * 5}", STREET * 12
    )
    assert order(page) == ["街", "柳岸清风", "街"]


def test_a_large_heading_low_in_the_first_column_does_not_draw_the_second_up() -> None:
    page = side_by_side("1fr, 1fr", f"{STREET * 9}\n\n#text(16pt)[柳岸清风]\n\n{RIVER * 5}", RIVER * 5)
    assert order(page) == ["街", "柳岸清风", "河"]
