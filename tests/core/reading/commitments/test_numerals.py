"""Numbers as documents write them."""

import contextlib
import random
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi_core.reading.commitments.numerals import parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15", 15),
        ("１５", 15),
        ("1,200", 1200),
        ("１，２００", 1200),
        ("3.5", 3.5),
        (" 20 ", 20),
        ("零", 0),
        ("〇", 0),
        ("十", 10),
        ("十二", 12),
        ("廿", 20),
        ("廿五", 25),
        ("卅", 30),
        ("一百二十", 120),
        ("一百零二", 102),
        ("一百二", 120),
        ("两千三百", 2300),
        ("一千零一", 1001),
        ("三千五", 3500),
        ("两万五", 25_000),
        ("一万零五十", 10_050),
        ("三千五百万", 35_000_000),
        ("一点五亿", 150_000_000),
        ("二点三万", 23_000),
        ("贰拾伍", 25),
        ("二〇二六", 2026),
    ],
)
def test_a_written_number_is_read_as_its_value(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.2万", 12_000), ("3千", 3_000), ("2亿", 200_000_000), ("1亿2千万", 120_000_000), ("2千三百", 2_300)],
)
def test_figures_and_chinese_units_mix(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三分之二", 2 / 3),
        ("百分之九十五点五", 0.955),
        ("千分之三", 0.003),
        ("六成", 0.6),
        ("三成五", 0.35),
        ("三成半", 0.35),
        ("半", 0.5),
        ("一半", 0.5),
        ("两年半"[:1] + "半", 2.5),
    ],
)
def test_parts_of_a_whole_are_fractions(text, value):
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty", 20),
        ("Twenty-five", 25),
        ("a dozen", 12),
        ("two dozen", 24),
        ("one hundred and twenty", 120),
        ("1.2 million", 1_200_000),
        ("three hundred thousand", 300_000),
        ("one million two hundred thousand", 1_200_000),
        ("half", 0.5),
        ("one half", 0.5),
        ("a third", 1 / 3),
        ("two-thirds", 2 / 3),
        ("three quarters", 0.75),
        ("one and a half", 1.5),
        ("3/4", 0.75),
        ("twice", 2),
    ],
)
def test_english_words_are_read_too(text, value):
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["", "第三", "万", "三个", "abc", "a", "1,20", "5G", "点五", "三点", "十分之", "of", "1.2.3"]
)
def test_what_is_no_number_has_no_value(text):
    assert parse_number(text) is None


def test_whole_numbers_agree_with_a_second_implementation():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import cn2an

        chance = random.Random(20260101)
        for _ in range(400):
            value = chance.randrange(1, 10 ** chance.randrange(1, 10))
            assert parse_number(cn2an.an2cn(value)) == value


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_formatting_and_reading_give_the_number_back(value):
    assert parse_number(f"{value:,}") == float(value)


@given(st.text(alphabet="零一二两三十百千万亿点分之成半0123456789.,", max_size=12))
def test_no_text_of_numeral_signs_breaks_the_reader(text):
    with contextlib.suppress(OverflowError):
        assert parse_number(text) is None or parse_number(text) >= 0
