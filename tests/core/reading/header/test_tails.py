"""What stands below the body of a document, and what is left as body."""

import datetime as dt

from core.reading.pages import header, outlined, pieces
from luoshi_core.reading.header import read_header
from luoshi_core.reading.header.fiscal import fiscal_year_end
from luoshi_core.reading.outline import build_passages
from luoshi_core.reading.passages import Article, Piece

NOTICE = """
^云栾市文化和旅游局关于印发《云栾市2025年群众文化活动方案》的通知
各县（区）文化和旅游局：
现将《云栾市2025年群众文化活动方案》印发给你们，请认真组织实施。
附件：1.活动安排表
　　　2.经费分配表
>云栾市文化和旅游局
>2025年3月14日
（此件公开发布）
^云栾市2025年群众文化活动方案
为丰富群众文化生活，制定本方案。
一、主要任务
（一）举办合唱节。
附件1
^活动安排表
|序号|活动
|1|合唱节
附件2
^经费分配表
|序号|金额
|1|20万元
抄送：省文化和旅游厅，市委宣传部。
云栾市文化和旅游局办公室　　2025年3月17日印发
（共印60份）
"""


def body_words(text: str) -> list[str]:
    return [piece.text.text for piece in header(text).body if isinstance(piece, Piece)]


def test_signature_lists_and_printing_are_no_body() -> None:
    assert body_words(NOTICE) == [
        "现将《云栾市2025年群众文化活动方案》印发给你们，请认真组织实施。",
        "为丰富群众文化生活，制定本方案。",
        "一、主要任务",
        "（一）举办合唱节。",
        "附件1",
        "活动安排表",
        "附件2",
        "经费分配表",
    ]


def test_a_notice_and_the_plan_it_prints_are_one_document() -> None:
    found = header(NOTICE)
    assert found.title == "云栾市文化和旅游局关于印发《云栾市2025年群众文化活动方案》的通知"
    assert (found.issuer, found.date) == ("云栾市文化和旅游局", dt.date(2025, 3, 14))
    assert found.plan_year == 2025


def test_attachments_copies_and_printing_are_kept() -> None:
    found = header(NOTICE)
    assert found.attachments == ("活动安排表", "经费分配表")
    assert found.copied_to == ("省文化和旅游厅", "市委宣传部")
    assert found.printed == "云栾市文化和旅游局办公室　　2025年3月17日印发"
    assert found.disclosure == "此件公开发布"


def test_every_field_knows_its_place() -> None:
    text = NOTICE.strip("\n")
    found = header(NOTICE).found
    places = {name: [text[s.start : s.end] for s in found[name].spans] for name in found}
    assert places["date"] == ["2025年3月14日"]
    assert places["issuer"] == ["云栾市文化和旅游局"]
    assert places["recipients"] == ["各县（区）文化和旅游局："]
    assert places["title"] == ["云栾市文化和旅游局关于印发《云栾市2025年群众文化活动方案》的通知"]


def test_the_printing_date_is_not_the_date_of_the_document() -> None:
    found = header("^关于加强管理的通知\n各单位：\n现通知如下。\n云栾市水务局办公室　　2025年7月2日印发")
    assert found.date is None
    assert found.printed is not None


def test_who_attended_the_meeting_is_no_body() -> None:
    text = """
^丹崖县安委会会议纪要
5月6日，召开会议。
一、关于汛期安全
　　出　席：公良岱
　　列　席：县水务局乐正禾
　　记　录：司寇朗
发：县水务局，各乡镇。
"""
    assert body_words(text) == ["5月6日，召开会议。", "一、关于汛期安全"]
    assert header(text).copied_to == ("县水务局", "各乡镇")


def test_a_signature_within_one_line() -> None:
    found = header("^关于清明假期安排的通知\n各单位：\n现通知如下。\n云栾市人民政府办公室　　2026年3月20日")
    assert (found.issuer, found.date) == ("云栾市人民政府办公室", dt.date(2026, 3, 20))
    assert len(found.body) == 1


def test_the_first_signature_counts_not_that_of_an_appended_part() -> None:
    text = NOTICE + "附件3\n^责任书\n>丹崖县文化和旅游局\n>2025年4月1日\n"
    assert header(text).date == dt.date(2025, 3, 14)


def test_attachments_each_with_its_own_label_are_a_list_above_the_signature() -> None:
    text = """
^关于报送材料的通知
各单位：
现通知如下。
附件1：申报表
附件2：汇总表
>云栾市民政局
>2025年5月8日
附件1：申报表
|单位|数量
||
"""
    found = header(text)
    assert found.attachments == ("申报表", "汇总表")
    assert [h.title for h in outlined(text.split("8日\n")[1])[0]] == ["申报表"]


def test_votes_and_attests_are_no_body() -> None:
    text = """
ORDINANCE NO. 3318
AN ORDINANCE OF THE TOWN COUNCIL OF QUILLERTON REGULATING SHORT-TERM RENTALS
Section 1. Every host shall register with the Town Clerk within 30 days of listing a dwelling for rent.
PASSED AND ADOPTED by the Town Council of Quillerton on June 2, 2026.
AYES: Members Okoro, Lindqvist
NOES: None
ATTEST: Town Clerk
"""
    found = header(text)
    assert (found.number, found.date) == ("ORDINANCE NO. 3318", dt.date(2026, 6, 2))
    assert len(found.body) == 1


def test_a_document_without_a_title_is_named_by_its_first_words() -> None:
    assert header("一、6月底前完成摸排。\n二、7月底前完成整改。").title == "一、6月底前完成摸排。"


def test_a_web_page_is_named_by_its_heading_when_the_text_prints_only_the_plan() -> None:
    found = header("^云栾市节水方案\n为节约用水，制定本方案。", title="云栾市水务局关于印发《节水行动计划》的通知")
    assert found.title == "云栾市水务局关于印发《节水行动计划》的通知"


def test_an_empty_article_has_an_empty_header() -> None:
    assert read_header(Article(())).title == ""
    assert pieces("") == ()


def test_a_fiscal_year_is_taken_from_its_definition() -> None:
    text = "Quillerton Budget Plan\nIn this plan a fiscal year begins on July 1 and is named after the year it ends in."
    assert header(text).fiscal_year_end == (6, 30)
    assert fiscal_year_end("A financial year runs from 1 April to 31 March.") == (3, 31)
    assert fiscal_year_end("A financial year runs from 1 July to 30 June; 2026/27 thus ends on 30 June 2027.") == (
        6,
        30,
    )
    assert fiscal_year_end("The fiscal year (FY) ends on September 30.") == (9, 30)
    assert fiscal_year_end("Here 2026/27 means the year from 1 April 2026 to 31 March 2027.") == (3, 31)
    assert fiscal_year_end("Years written 2026/27 run from 1 October to 30 September.") == (9, 30)
    assert fiscal_year_end("The 2026/27 survey was open to March 31.") is None
    assert fiscal_year_end("The fiscal year was hard.") is None


def test_a_heading_below_the_level_of_the_title_does_not_go_on_with_it() -> None:
    text = "# Harbour Action Plan\nReport No. HB/26/3\n## Why harbours\nThe Harbour Team will fit 4 cranes by May 2027."
    assert header(text).title == "Harbour Action Plan"


def test_the_title_of_a_plan_printed_as_an_appended_part_stays_with_its_label() -> None:
    text = """
^关于印发《节水方案》的通知
各单位：
现予印发。
>云栾市水务局
>2025年5月8日
附件
^节水方案
一、目标
到2026年建成节水型城市。
"""
    outline, passages = build_passages(header(text).body, header(text))
    assert list(passages)
    assert [(h.label, h.title) for h in outline] == [
        ("附件", "节水方案"),
        ("一", "目标"),
    ]


def test_a_notice_printed_below_the_title_of_its_page_is_the_title() -> None:
    text = """
#云栾市节水行动方案
^云栾市水务局关于印发《云栾市节水行动方案》的通知
^云水发〔2026〕3号
各县（区）水务局：
现将方案印发给你们。
"""
    found = header(text, title="云栾市节水行动方案")
    assert found.title == "云栾市水务局关于印发《云栾市节水行动方案》的通知"
    assert (found.number, len(found.body)) == ("云水发〔2026〕3号", 1)


def test_a_heading_below_the_title_of_a_page_is_body() -> None:
    found = header("#云栾市节水行动方案\n##总体要求\n坚持节水优先。", title="云栾市节水行动方案")
    assert (found.title, len(found.body)) == ("云栾市节水行动方案", 2)


def test_recipients_under_a_title_that_only_the_page_gives() -> None:
    found = header("各县（区）人民政府：\n现通知如下。", title="云栾市人民政府关于节水的通知")
    assert (found.title, found.recipients) == ("云栾市人民政府关于节水的通知", ("各县（区）人民政府",))


def test_who_filled_in_a_ledger_may_stand_below_it_or_in_its_edge() -> None:
    below = header(
        "^云栾市民生实事台账\n|序号|事项\n|1|新建书房\n填表单位：云栾市政府督查室　　截止日期：2026年5月31日"
    )
    assert (below.issuer, below.date, len(below.body)) == ("云栾市政府督查室", dt.date(2026, 5, 31), 1)
    within = header("^云栾市民生实事台账\n|制表单位：云栾市政府督查室|截至2026年5月31日\n|序号|事项\n|1|新建书房")
    assert (within.issuer, within.date) == ("云栾市政府督查室", dt.date(2026, 5, 31))


def test_a_table_of_fields_in_the_head_is_read_and_is_no_body() -> None:
    text = """
|索引号|0001/2026-3|发布机构|云栾市水务局
|发文字号|云水发〔2026〕3号|成文日期|2026-03-02
^云栾市水务局关于节水的通知
各单位：
现通知如下。
"""
    found = header(text)
    assert (found.number, found.date, found.issuer) == ("云水发〔2026〕3号", dt.date(2026, 3, 2), "云栾市水务局")
    assert len(found.body) == 1


def test_a_number_and_its_signer_may_stand_in_a_table() -> None:
    text = "|云水发〔2026〕3号|签发人：钟离朔\n^云栾市水务局关于节水的通知\n各单位：\n现通知如下。"
    assert (header(text).number, header(text).signer) == ("云水发〔2026〕3号", "钟离朔")


def test_a_title_printed_again_below_the_title_of_its_page_is_no_body() -> None:
    text = """
#云栾市养老服务三年行动计划（2025—2027年）
^云栾市养老服务三年行动计划
^（2025—2027年）
为做好养老服务，制定本计划。
"""
    found = header(text, title="云栾市养老服务三年行动计划（2025—2027年）")
    assert (found.title, len(found.body)) == ("云栾市养老服务三年行动计划（2025—2027年）", 1)


def test_who_signs_a_promise_is_its_issuer_and_no_line_of_the_body() -> None:
    text = """
^丹崖县2026年安全生产目标责任书
为压实责任，我镇抓好以下工作：
一、每月检查一次。
承诺单位（盖章）：青桐镇人民政府
承诺人：太叔钧
2026年3月2日
"""
    assert header(text).issuer == "青桐镇人民政府"
    assert body_words(text)[-1] == "一、每月检查一次。"


def test_a_promise_of_each_item_is_left_where_it_stands() -> None:
    text = """
^丹崖县2026年服务承诺清单
一、办理时间压缩至1天。
承诺单位：县市场监管局
二、窗口每周六开放。
承诺单位：县政务服务局
2026年3月2日
"""
    assert "承诺单位：县市场监管局" in body_words(text)
