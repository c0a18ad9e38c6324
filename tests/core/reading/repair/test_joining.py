"""Lines that type-setting broke become paragraphs; lines that are paragraphs stay what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Paragraphs = Callable[[str], list[str]]

SENTENCE = "坚持以群众需求为导向，推动优质文化资源直达基层，年底前新建社区书房十六座，每季度开展一次群众评议。"


def cut(text: str, width: int, indent: str = "") -> str:
    """The text in lines of ``width`` characters, no line opening with a mark."""
    lines, rest = [], indent + text
    while rest:
        end = width
        while end < len(rest) and rest[end] in "，。；：、）”》":
            end += 1
        lines.append(rest[:end])
        rest = rest[end:]
    return "\n".join(lines)


@pytest.mark.parametrize("width", [16, 18, 20, 24, 28, 35, 40])
def test_a_paragraph_cut_to_any_width_is_whole_again(paragraphs: Paragraphs, width: int) -> None:
    text = "\n\n".join(cut(SENTENCE * n, width) for n in (2, 1, 3))
    assert paragraphs(text) == [SENTENCE * 2, SENTENCE, SENTENCE * 3]


@pytest.mark.parametrize("width", [18, 20, 28, 40])
def test_an_indent_opens_a_paragraph_even_without_a_blank_line(paragraphs: Paragraphs, width: int) -> None:
    text = "\n".join(cut(SENTENCE * n, width, "　　") for n in (2, 1, 3))
    assert paragraphs(text) == [SENTENCE * 2, SENTENCE, SENTENCE * 3]


def test_four_blanks_are_an_indent_as_well(paragraphs: Paragraphs) -> None:
    text = "\n".join("    " + cut(SENTENCE * 2, 30) for _ in range(3))
    assert paragraphs(text) == [SENTENCE * 2] * 3


def test_without_indent_and_gap_a_short_last_line_ends_the_paragraph(paragraphs: Paragraphs) -> None:
    first, second = SENTENCE[:-1] + "，压实责任。", SENTENCE * 2
    assert paragraphs(cut(first, 22) + "\n" + cut(second, 22)) == [first, second]


def test_a_file_whose_lines_are_paragraphs_is_left_alone(paragraphs: Paragraphs) -> None:
    lines = [
        "槐溪县公共文化服务工作要点",
        "一、总体要求",
        SENTENCE * 3,
        "二、重点任务",
        "（一）完善设施",
        SENTENCE,
        "此外，" + SENTENCE + "各县要抓好落实。",
    ]
    assert paragraphs("\n".join(lines)) == lines


def test_a_heading_above_wrapped_text_stays_alone(paragraphs: Paragraphs) -> None:
    text = f"工作目标\n{cut(SENTENCE * 2, 20)}\n保障措施\n{cut(SENTENCE, 20)}"
    assert paragraphs(text) == ["工作目标", SENTENCE * 2, "保障措施", SENTENCE]


@pytest.mark.parametrize(
    "label",
    [
        "一、",
        "（一）",
        "(二)",
        "1.",
        "2、",
        "3．",
        "（1）",
        "第三条　",
        "第一章　",
        "①",
        "•",
        "● ",
        "■",
        "附件：",
        "附件1　",
    ],
)
def test_a_label_opens_a_paragraph(paragraphs: Paragraphs, label: str) -> None:
    text = f"{cut(SENTENCE, 20)}\n{cut(label + SENTENCE, 20)}\n{cut(label + SENTENCE, 20)}"
    assert paragraphs(text)[1:] == [label + SENTENCE] * 2


@pytest.mark.parametrize("line", ["1.2万平方米的场馆年内开放，全年接待群众", "第三条规定的程序办理手续，逾期不办的由"])
def test_a_number_or_a_reference_at_the_start_of_a_line_is_no_label(paragraphs: Paragraphs, line: str) -> None:
    text = f"{cut(SENTENCE, 20)}\n\n市图书馆要按照市里的统一部署推进建设工作\n{line}\n主管部门负责。"
    assert paragraphs(text)[1].startswith("市图书馆要按照市里的统一部署推进建设工作" + line)


def test_fields_of_minutes_stand_apart(paragraphs: Paragraphs) -> None:
    lines = ["出席：令狐澄、东郭朗", "列席：市文旅局、市财政局主要负责同志", "记录：微生竹"]
    assert paragraphs("\n".join([cut(SENTENCE, 20), *lines])) == [SENTENCE, *lines]


def test_a_bracket_with_the_responsible_bodies_stands_apart(paragraphs: Paragraphs) -> None:
    bracket = "（责任单位：市文旅局、市财政局，各县区人民政府配合）"
    assert paragraphs(f"{cut(SENTENCE, 20)}\n{cut(bracket, 20)}") == [SENTENCE, bracket]


def test_signature_and_date_stand_apart_from_a_full_last_line(paragraphs: Paragraphs) -> None:
    full = "市政府督查室每季度通报一次进展。"
    body = cut(SENTENCE, 16) + "\n" + full
    text = f"{body}\n槐溪县文化馆办公室\n2026年3月4日"
    assert paragraphs(text)[-2:] == ["槐溪县文化馆办公室", "2026年3月4日"]


def test_the_addressees_stand_apart_though_their_line_is_full(paragraphs: Paragraphs) -> None:
    text = f"各乡镇人民政府，各街道办事处，县直各单位：\n{cut(SENTENCE * 2, 21)}"
    assert paragraphs(text) == ["各乡镇人民政府，各街道办事处，县直各单位：", SENTENCE * 2]


def test_a_list_that_goes_on_after_a_comma_is_joined_in_any_file(paragraphs: Paragraphs) -> None:
    assert paragraphs("抄送：市委办公室，市人大常委会办公室，\n市政协办公室。") == [
        "抄送：市委办公室，市人大常委会办公室，市政协办公室。"
    ]


def test_a_mark_at_the_start_of_a_line_closes_what_is_above(paragraphs: Paragraphs) -> None:
    assert paragraphs("市财政局统筹安排资金三千万元\n，专款专用。") == ["市财政局统筹安排资金三千万元，专款专用。"]


def test_a_last_line_without_a_final_mark_still_ends_its_paragraph(paragraphs: Paragraphs) -> None:
    text = "到年底，全市建成城市书房六十座，乡镇综合文化站达标率达到百分之百，人均设施面积\n达到四平方米"
    assert paragraphs(f"{text}\n\n二、重点任务") == [text.replace("\n", ""), "二、重点任务"]


class TestTornText:
    """A blank line in the middle of a sentence is an accident."""

    def test_a_gap_in_a_sentence_is_bridged(self, paragraphs: Paragraphs) -> None:
        lines = cut(SENTENCE * 3, 18).split("\n")
        lines.insert(4, "")
        assert paragraphs("\n".join(lines)) == [SENTENCE * 3]

    def test_a_gap_after_a_line_that_broke_off_early_is_bridged(self, paragraphs: Paragraphs) -> None:
        torn = "有的地方设立了评议会，每年年底请群众\n给干部打分，就是\n\n很好的探索。行百里者半九十。"
        text = f"{cut(SENTENCE, 18)}\n{torn}\n\n{cut(SENTENCE, 18)}"
        assert "有的地方设立了评议会，每年年底请群众给干部打分，就是很好的探索。行百里者半九十。" in paragraphs(text)

    def test_a_quotation_torn_before_its_mark_is_whole(self, paragraphs: Paragraphs) -> None:
        text = "走进村史馆，讲解员说起村里的变化，从“要\n我学”到“我要学”，村民从“旁观者”变成了\n\n“主人翁”。\n\n" + cut(
            SENTENCE, 20
        )
        assert paragraphs(text)[0].endswith("村民从“旁观者”变成了“主人翁”。")

    def test_a_headline_between_gaps_is_not_drawn_into_the_text_below(self, paragraphs: Paragraphs) -> None:
        headline = "推动城乡文化服务均衡发展惠及群众"  # as wide as the column
        text = f"{cut(SENTENCE, 18)}\n\n{headline}\n\n{cut(SENTENCE, 18)}"
        assert paragraphs(text) == [SENTENCE, headline, SENTENCE]

    def test_a_note_in_brackets_is_complete(self, paragraphs: Paragraphs) -> None:
        note = "（作者单位：槐溪县文化和旅游局）"
        headline = "小院坝何以变身群众喜爱的大舞台"
        text = f"{cut(SENTENCE, 18)}\n\n{note}\n{headline}\n\n{cut(SENTENCE, 18)}"
        assert paragraphs(text) == [SENTENCE, note, headline, SENTENCE]

    def test_a_paragraph_after_a_gap_stays_a_paragraph(self, paragraphs: Paragraphs) -> None:
        lines = cut(SENTENCE, 18)
        assert paragraphs(f"{lines}\n\n{lines}") == [SENTENCE, SENTENCE]


class TestColumns:
    """A newspaper's column changes its width where a picture stands."""

    def test_text_goes_on_from_a_narrow_into_a_wide_column(self, paragraphs: Paragraphs) -> None:
        narrow, rest = SENTENCE[:34], SENTENCE[34:] + SENTENCE * 3
        text = f"{cut(SENTENCE * 2, 17)}\n\n{cut(narrow, 17)}\n{cut(rest, 29)}"
        assert paragraphs(text) == [SENTENCE * 2, SENTENCE * 4]

    def test_a_first_line_is_narrower_by_its_lost_indent(self, paragraphs: Paragraphs) -> None:
        text = "\n\n".join("\n".join([SENTENCE[:14], cut(SENTENCE[14:], 18)]) for _ in range(4))
        assert paragraphs(text) == [SENTENCE] * 4


class TestEnglish:
    """English lines are joined by a space, items with a hanging indent included."""

    def test_words_of_two_lines_are_parted_by_a_space(self, paragraphs: Paragraphs) -> None:
        text = (
            "The Harbour Board will repair every lamp along the northern quay before the end of the\n"
            "winter and will publish a list of the lamps that it has repaired each quarter.\n\n"
            "ACTIONS\n"
            "1.1 Open two branch libraries by June 30, 2027, and train at least forty volunteers to\n"
            "    run them.\n"
            "1.2 Plant 300 trees a year."
        )
        assert paragraphs(text) == [
            "The Harbour Board will repair every lamp along the northern quay before the end of the winter and will "
            "publish a list of the lamps that it has repaired each quarter.",
            "ACTIONS",
            "1.1 Open two branch libraries by June 30, 2027, and train at least forty volunteers to run them.",
            "1.2 Plant 300 trees a year.",
        ]

    def test_a_hyphen_that_breaks_a_word_goes_and_that_of_a_compound_stays(self, paragraphs: Paragraphs) -> None:
        text = (
            "The council will publish what it has done in every neigh-\n"
            "bourhood and will ask the residents about their own well-\n"
            "being at least twice a year in each of the twelve wards.\n"
        )
        assert paragraphs(text) == [
            "The council will publish what it has done in every neighbourhood and will ask the residents about their "
            "own well-being at least twice a year in each of the twelve wards."
        ]

    def test_text_set_in_as_a_block_is_joined_line_by_line(self, paragraphs: Paragraphs) -> None:
        text = (
            "Present:  Supervisor Ada Brill, Councillors Timothy Voss, Mona Okafor and\n"
            "          Johan Lindqvist\n\n"
            "2.  HIGHWAY DEPARTMENT\n\n"
            "    The Board resolved that the Highway Superintendent shall repave four\n"
            "    miles of Mill Road by September 30, 2026, and report progress at each\n"
            "    monthly meeting.\n\n"
            "    (a) No overnight work may be done near a dwelling."
        )
        assert paragraphs(text)[2:] == [
            "The Board resolved that the Highway Superintendent shall repave four miles of Mill Road by September 30, "
            "2026, and report progress at each monthly meeting.",
            "(a) No overnight work may be done near a dwelling.",
        ]
        assert paragraphs(text)[0].endswith("Mona Okafor and Johan Lindqvist")

    def test_a_comma_before_a_year_keeps_its_space_though_the_line_has_wide_quotes(
        self, paragraphs: Paragraphs
    ) -> None:
        text = (
            "The board agreed that the trust’s new reading rooms shall open to everybody by March 31,\n"
            "2027 and that the service desk will publish a report on the rooms in every quarter of a\n"
            "year until the end of the programme.\n"
        )
        assert "by March 31, 2027 and" in paragraphs(text)[0]

    @pytest.mark.parametrize("label", ["", "2. "])
    def test_a_number_that_ends_the_sentence_of_the_line_above_opens_no_item(
        self, paragraphs: Paragraphs, label: str
    ) -> None:
        text = (
            f"{label}The chair will write to every branch of the trust in the district no later than June\n"
            "30. The finance officer will report the outcome to the board in writing at its meeting.\n"
        )
        assert len(paragraphs(text)) == 1

    def test_the_next_number_of_a_list_opens_an_item_whatever_the_line_above_ends_with(
        self, paragraphs: Paragraphs
    ) -> None:
        text = (
            "1. The chair will write to every branch of the trust in the district no later than June\n"
            "2. The finance officer will report the outcome to the board in writing at its meeting.\n"
        )
        assert len(paragraphs(text)) == 2

    def test_who_adopted_a_plan_ends_with_the_date_and_not_before(self, paragraphs: Paragraphs) -> None:
        text = (
            "Wexmoor Water Plan\n"
            "Adopted by the Wexmoor Town Council\n"
            "on May 4,\n"
            "2026\n"
            "The council will make the rivers clean again.\n"
        )
        assert paragraphs(text) == [
            "Wexmoor Water Plan",
            "Adopted by the Wexmoor Town Council on May 4, 2026",
            "The council will make the rivers clean again.",
        ]

    def test_a_sentence_about_an_adoption_goes_on_behind_its_date(self, paragraphs: Paragraphs) -> None:
        text = (
            "Approved by the council on May 4, 2026\nand amended by it on June 8, 2027, the plan\n"
            "for the valley takes effect at once and is\nread together with the earlier plans of it."
        )
        assert len(paragraphs(text)) == 1

    def test_a_number_broken_in_chinese_text_gets_no_space(self, paragraphs: Paragraphs) -> None:
        text = "全市要在两年内把公共文化设施总面积扩大到2\n026年规划的水平，并且把每一座场馆的开放时\n间都公布出来。"
        assert "扩大到2026年规划" in paragraphs(text)[0]
