"""What is kept of a text and what words ask for find each other, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi_core.terms import fold, initial_terms, initials_of, marks_of, query_of, terms_of
from support.meaning import holds

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x4E40)
TEXTS = st.text(HAN | st.sampled_from("，。（）〔〕 \nＡａb1２.〇々"), max_size=60)


def finds(words: str, text: str, names: str = "") -> bool:
    return holds(terms_of(text) + initial_terms(names), query_of(words))


@given(TEXTS, st.text(HAN, min_size=1, max_size=12), TEXTS)
def test_every_stretch_of_chinese_finds_its_text(before, word, after):
    assert finds(word, before + word + after)


@given(st.text(HAN, min_size=2, max_size=8), TEXTS)
def test_a_text_without_the_word_is_not_found(word, text):
    assert finds(word, text) == (word in fold(text))


@given(st.text(max_size=300), st.text(max_size=60))
def test_nothing_that_can_be_typed_breaks_anything_and_terms_stay_plain(text, words):
    finds(words, text, text)
    spoken = [*terms_of(text), *initial_terms(text)]
    spoken += [term.text for choices in query_of(words).wanted for phrase in choices for term in phrase]
    assert all(term and len(term) <= 61 and not set(term) & set(" '\"\\*()&|!:<>\0\n") for term in spoken)
    for low, high in marks_of(text, words):
        assert 0 <= low < high <= len(text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("局", "文旅局"),
        ("12.34", "12.34 建成泵站"),
        ("12.3", "12.34 建成泵站"),
        ("12.", "12.34 建成泵站"),
        ("990125", "990125岫云县"),
        ("9901", "990125岫云县"),
        ("珩政发〔2026〕3号", "珩政发〔2026〕3号"),
        ("珩政发[2026]3号", "珩政发〔2026〕3号"),
        ("珩政发（2026）3号", "珩政发〔2026〕3号"),
        ("珩政发2026 3号", "珩政发〔2026〕3号"),
        ("珩政发20263号", "珩政发〔2026〕3号"),
        ("珩政发20263", "珩政发〔2026〕3号"),
        ("〔2026〕3号", "珩政发【2026】3号"),
        ("pdf", "说明ＰＤＦ版"),
        ("文旅 书房", "县文旅局建城市书房"),
        ("3.", "3.建设"),
    ],
)
def test_words_as_they_are_typed_find(words, text):
    assert finds(words, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("12.", "123座"),
        ("珩政发〔2026〕3号", "珩政发〔2026〕31号"),
        ("文化局", "文化和旅游局"),
        ("文旅 书屋", "县文旅局建城市书房"),
        ("化旅", "文化、旅游"),
        ("2.34", "12.34"),
        ("", "文化"),
        ("“*”、AND？", "文化"),
        ("~wlj", "文旅局"),
    ],
)
def test_other_texts_are_not_found(words, text):
    assert not finds(words, text)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("文化和旅游局", "whhlyj"),
        ("重庆市", "cqs"),
        ("重点", "zd"),
        ("长沙市市长", "csssz"),
        ("长乐区音乐馆", "clqyyg"),
        ("中国银行行业", "zgyhhy"),
        ("ＧＢ/T 5G", "gbt5g"),
        ("", ""),
    ],
)
def test_initials_are_read_as_a_person_reads_them(text, letters):
    assert initials_of(text) == letters


@pytest.mark.parametrize("words", ["hcs", "whhlyj", "ly", "yj", "hcswhhlyj", "HCS", "文化 lyj"])
def test_initials_find_a_name_from_two_letters_on(words):
    assert finds(words, "珩川市文化和旅游局", "珩川市文化和旅游局")


def test_initials_find_no_other_name_and_no_text_that_is_no_name():
    assert not finds("whlyj", "文化和旅游局", "文化和旅游局")
    assert not finds("whhlyj", "文化和旅游局", "")
    assert not finds("w", "文化和旅游局", "文化和旅游局")


@given(st.text(HAN, min_size=2, max_size=10), st.data())
def test_any_stretch_of_initials_finds_its_name(name, data):
    letters = initials_of(name)
    start = data.draw(st.integers(0, max(len(letters) - 2, 0)))
    part = letters[start : data.draw(st.integers(start + 2, start + 6))]
    if len(part) > 1:
        assert finds(part, "", name)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("珩川市文化和旅游局", "文化 局", ["文化", "局"]),
        ("珩川市文化和旅游局", "whhly", ["文化和旅游"]),
        ("办ＰＤＦ件", "pdf", ["ＰＤＦ"]),
        ("12.34与112.34", "12.3", ["12.3"]),
        ("文化", "旅游", []),
    ],
)
def test_the_words_are_marked_where_they_stand(text, words, marked):
    assert [text[low:high] for low, high in marks_of(text, words)] == marked
