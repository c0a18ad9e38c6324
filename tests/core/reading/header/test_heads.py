"""What stands above the body of a document."""

import datetime as dt

import pytest

from core.reading.pages import header

HEADS = {
    "a notice under a red head, its title on two lines": (
        """
^云栾市人民政府办公室文件
^云政办发〔2025〕33号
^云栾市人民政府办公室关于进一步做好
^社区食堂建设工作的通知
各县（区）人民政府，市直各部门：
为做好社区食堂建设工作，现通知如下。
一、工作目标
>云栾市人民政府办公室
>2025年6月9日
""",
        {
            "title": "云栾市人民政府办公室关于进一步做好社区食堂建设工作的通知",
            "number": "云政办发〔2025〕33号",
            "issuer": "云栾市人民政府办公室",
            "date": dt.date(2025, 6, 9),
            "recipients": ("各县（区）人民政府", "市直各部门"),
        },
    ),
    "a title whose first line is the body alone": (
        """
^云栾市水务局文件
^云水〔2026〕第4号　　　签发人：钟离朔
^云栾市水务局
^关于开展节水宣传周活动的通知
各县（区）水务局：
现将有关事项通知如下。
""",
        {
            "title": "云栾市水务局关于开展节水宣传周活动的通知",
            "number": "云水〔2026〕第4号",
            "issuer": "云栾市水务局",
            "signer": "钟离朔",
        },
    ),
    "two bodies that sign together": (
        """
^云栾市教育局　云栾市财政局
^云教联〔2025〕7号
^关于提高学前教育生均经费标准的通知
各县（区）教育局、财政局：
经研究，现通知如下。
>云栾市教育局　　云栾市财政局
>2025年9月1日
""",
        {
            "title": "关于提高学前教育生均经费标准的通知",
            "issuer": "云栾市教育局、云栾市财政局",
            "number": "云教联〔2025〕7号",
        },
    ),
    "signatures one under the other": (
        """
^关于联合开展校园周边整治的通知
各县区：
现通知如下。
>云栾市公安局
>云栾市教育局
>云栾市市场监督管理局
>二〇二五年十二月二十一日
""",
        {
            "issuer": "云栾市公安局、云栾市教育局、云栾市市场监督管理局",
            "date": dt.date(2025, 12, 21),
        },
    ),
    "the body and the date in brackets below the title": (
        """
^云栾市社区食堂三年行动计划
^（云栾市民政局办公室　2025年6月9日）
一、总体目标
""",
        {
            "title": "云栾市社区食堂三年行动计划",
            "issuer": "云栾市民政局办公室",
            "date": dt.date(2025, 6, 9),
        },
    ),
    "a month without a day dates nothing but says which year is planned for": (
        """
^云栾市社区食堂重点任务
^（云栾市民政局办公室　二〇二五年六月）
一、总体目标
""",
        {"title": "云栾市社区食堂重点任务", "issuer": "云栾市民政局办公室", "date": None, "plan_year": 2025},
    ),
    "a month below the name of the body that signs": (
        """
^云栾市社区食堂重点任务
一、总体目标
年内建成食堂8家。
>云栾市民政局
>2025年6月
""",
        {"title": "云栾市社区食堂重点任务", "issuer": "云栾市民政局", "date": None, "plan_year": 2025},
    ),
    "a bulletin and who makes it": (
        """
^云栾民政简报
^第12期
云栾市民政局办公室编　　2025年6月9日
^社区食堂开到家门口
云栾市上半年建成食堂8家。
""",
        {
            "title": "社区食堂开到家门口",
            "number": "第12期",
            "issuer": "云栾市民政局办公室",
            "date": dt.date(2025, 6, 9),
        },
    ),
    "secret and urgent marks over the red head": (
        """
000012
机密★1年
特急
^中共云栾市委文件
^云发﹝2025﹞12号
^中共云栾市委　云栾市人民政府
^关于推进文化强市建设的实施意见
（2025年5月6日）
为推进文化强市建设，提出如下意见。
""",
        {
            "title": "中共云栾市委　云栾市人民政府关于推进文化强市建设的实施意见",
            "number": "云发﹝2025﹞12号",
            "date": dt.date(2025, 5, 6),
        },
    ),
    "full-width digits in the number": (
        "^云栾市民政局文件\n^云民发〔２０２５〕１６号\n^云栾市民政局关于调整高龄津贴标准的通知\n各县（区）民政局：\n现通知如下。",
        {"number": "云民发〔2025〕16号"},
    ),
    "an order prints a regulation": (
        """
^云栾市人民政府令
^第12号
《云栾市古树名木保护办法》已经2025年2月20日市人民政府第30次常务会议通过，现予公布，自2025年5月1日起施行。
>市长　闾丘岳
>2025年3月1日
^云栾市古树名木保护办法
^第一章　总则
第一条　为了加强古树名木保护，制定本办法。
""",
        {
            "title": "云栾市古树名木保护办法",
            "number": "第12号",
            "issuer": "云栾市人民政府",
            "date": dt.date(2025, 3, 1),
        },
    ),
    "a regulation with a note of who passed it": (
        """
^云栾市全民阅读促进条例
^（2025年3月27日云栾市第十六届人民代表大会常务委员会第二十次会议通过）
^目　录
第一章　总则
第二章　服务
^第一章　总则
第一条　为了促进全民阅读，制定本条例。
""",
        {
            "title": "云栾市全民阅读促进条例",
            "date": dt.date(2025, 3, 27),
            "issuer": "云栾市人民代表大会常务委员会",
        },
    ),
    "minutes with number, office and date": (
        """
^丹崖县人民政府党组会议纪要
^〔2026〕第3期
丹崖县人民政府办公室　　　　　2026年1月20日
━━━━━━━━━━━━
^丹崖县人民政府党组第3次会议纪要
1月19日，县长主持召开会议。现纪要如下：
一、关于春节保供
""",
        {
            "title": "丹崖县人民政府党组第3次会议纪要",
            "number": "〔2026〕第3期",
            "issuer": "丹崖县人民政府办公室",
            "date": dt.date(2026, 1, 20),
        },
    ),
    "special minutes whose title is broken behind 的": (
        """
丹崖县人民政府专题会议纪要

〔2026〕第5号

丹崖县人民政府办公室　　　　　2026年4月2日
――――――――

关于县图书馆搬迁有关问题的
专题会议纪要

　　4月1日上午，副县长主持召开专题会议。
""",
        {"title": "关于县图书馆搬迁有关问题的专题会议纪要", "number": "〔2026〕第5号"},
    ),
    "a bulletin with issue number and office": (
        """
^督查专报
^第6期（总第48期）
中共云栾市委督查室　　　2025年7月15日
^关于上半年重点工作进展情况的通报
上半年，各级各部门推进有力。
""",
        {
            "title": "关于上半年重点工作进展情况的通报",
            "number": "第6期（总第48期）",
            "issuer": "中共云栾市委督查室",
            "date": dt.date(2025, 7, 15),
        },
    ),
    "a plan of its own with the years in brackets on the next line": (
        """
^云栾市公共文化服务提质三年行动计划
^（2025—2027年）
为提升公共文化服务水平，制定本计划。
一、总体要求
>云栾市文化和旅游局
>2025年4月11日
""",
        {
            "title": "云栾市公共文化服务提质三年行动计划（2025—2027年）",
            "issuer": "云栾市文化和旅游局",
            "plan_year": 2025,
            "plan_end": 2027,
        },
    ),
    "a plan whose office and date stand under the title": (
        """
^云栾市2026年文化惠民工作方案
^云栾市文化和旅游局
^2026年2月3日
为做好文化惠民工作，制定本方案。
""",
        {
            "title": "云栾市2026年文化惠民工作方案",
            "issuer": "云栾市文化和旅游局",
            "date": dt.date(2026, 2, 3),
            "plan_year": 2026,
        },
    ),
    "a speech": (
        """
^在全市招商引资大会上的讲话
^（2026年2月9日）
^太叔钧
同志们：
今天我们召开全市招商引资大会。
""",
        {
            "title": "在全市招商引资大会上的讲话",
            "author": "太叔钧",
            "date": dt.date(2026, 2, 9),
            "binding": False,
            "issuer": None,
        },
    ),
    "a speech written down from a recording": (
        """
^在全县旅游产业大会上的讲话
^太叔钧
^（2026年5月8日，根据录音整理，未经本人审阅）
同志们：
今天我们召开全县旅游产业大会。
""",
        {
            "title": "在全县旅游产业大会上的讲话",
            "author": "太叔钧",
            "date": dt.date(2026, 5, 8),
            "issuer": None,
        },
    ),
    "a work report with its occasion under the title": (
        """
^政府工作报告
^——2026年1月8日在丹崖县第十七届人民代表大会第六次会议上
^丹崖县人民政府县长　司徒蔚
各位代表：
现在，我代表县人民政府向大会报告工作。
""",
        {"title": "政府工作报告", "date": dt.date(2026, 1, 8), "author": "司徒蔚", "binding": True},
    ),
    "a ledger with who filled it in and when": (
        """
^云栾市2025年重点项目推进台账
填报单位：云栾市发展和改革委员会　　填报日期：2025年6月30日
|序号|项目|责任单位
|1|北岸水厂|市水务局
""",
        {
            "title": "云栾市2025年重点项目推进台账",
            "issuer": "云栾市发展和改革委员会",
            "date": dt.date(2025, 6, 30),
            "plan_year": 2025,
        },
    ),
    "a saved web page in plain text": (
        """
云栾市人民政府关于加快发展银发经济的实施意见
来源：云栾市人民政府办公室　发布时间：2025-08-20 09:12　浏览次数：301
索引号：000014/2025-00123
发文字号：云政发〔2025〕18号
成文日期：2025年8月15日
各县（区）人民政府，市直各部门：
为加快发展银发经济，提出如下意见。
""",
        {
            "title": "云栾市人民政府关于加快发展银发经济的实施意见",
            "source": "云栾市人民政府办公室",
            "number": "云政发〔2025〕18号",
            "date": dt.date(2025, 8, 15),
            "issuer": "云栾市人民政府",
        },
    ),
    "an English plan": (
        """
CITY OF FERNHOLM
Urban Forest Plan 2027
Adopted by the Fernholm City Council on March 3, 2026
File No. 26-0311

BACKGROUND
Trees make the city livable for everyone who walks through it in July.
""",
        {
            "title": "Urban Forest Plan 2027",
            "number": "File No. 26-0311",
            "issuer": "Fernholm City Council",
            "date": dt.date(2026, 3, 3),
            "english": True,
            "plan_year": 2027,
        },
    ),
    "an English title that runs into who adopted it": (
        """
Fernholm River Plan Adopted by the Fernholm City Council on March 3, 2026
The council will plant 300 trees.
""",
        {"title": "Fernholm River Plan", "issuer": "Fernholm City Council", "date": dt.date(2026, 3, 3)},
    ),
    "an English title with its years below it": (
        """
Fernholm River Plan

2026–2028
Adopted by the Fernholm City Council on March 3, 2026
The council will plant 300 trees.
""",
        {"title": "Fernholm River Plan 2026–2028", "issuer": "Fernholm City Council"},
    ),
    "an English resolution": (
        """
RESOLUTION NO. 2026-14
A RESOLUTION OF THE CITY COUNCIL OF THE CITY OF FERNHOLM ADOPTING A VISION ZERO ACTION PLAN
WHEREAS, eleven people died on the streets of the city in 2025; and
NOW, THEREFORE, BE IT RESOLVED that the City Council adopts the plan below.
Section 1. The Department of Public Works shall repaint 60 crosswalks by June 30, 2026.
PASSED AND ADOPTED by the City Council of the City of Fernholm this 9th day of February, 2026.
AYES: Five
""",
        {
            "title": "A RESOLUTION OF THE CITY COUNCIL OF THE CITY OF FERNHOLM ADOPTING A VISION ZERO ACTION PLAN",
            "number": "RESOLUTION NO. 2026-14",
            "issuer": "City Council of the City of Fernholm",
            "date": dt.date(2026, 2, 9),
        },
    ),
    "an English memorandum": (
        """
MEMORANDUM
TO: Mayor and City Council
FROM: Office of the City Manager
DATE: April 7, 2026
SUBJECT: Library Hours Work Plan
The work plan below sets out how branch libraries will open on Sundays again this year.
""",
        {
            "title": "Library Hours Work Plan",
            "issuer": "Office of the City Manager",
            "date": dt.date(2026, 4, 7),
            "recipients": ("Mayor and City Council",),
        },
    ),
    "an English plan of a trust with a code for its number": (
        """
^Bramley Vale Water Trust
^Leakage Improvement Plan 2026–2028
^BVW/2026/014
^Version 1.2
^Approved by the Board on 4 May 2026
Water lost is money lost, and the trust loses more of it than any of its neighbours in the valley.
""",
        {
            "title": "Leakage Improvement Plan 2026–2028",
            "number": "BVW/2026/014",
            "issuer": "Bramley Vale Water Trust",
            "date": dt.date(2026, 5, 4),
        },
    ),
    "a ledger whose office and date stand in cells": (
        """
^云栾市民生实事进展台账
|云栾市民生实事工作领导小组办公室|2026年5月31日|
|序号|事项|责任单位
|1|新建书房|市文旅局
""",
        {"issuer": "云栾市民生实事工作领导小组办公室", "date": dt.date(2026, 5, 31)},
    ),
    "a seal behind the name of who filled it in": (
        "^云栾市督查台账\n填报单位（盖章）：云栾市审计局　　填报时间：2026年6月1日\n|序号|事项\n|1|整改",
        {"issuer": "云栾市审计局", "date": dt.date(2026, 6, 1)},
    ),
    "an English reference and its committee side by side": (
        """
#Bus Improvement Plan: Action Tracker
Reference: TP-26-09   |   Issued by the Transport Committee, 3 June 2026
##Section A – Services
(1) Run 4 buses an hour by Q4 2026.
""",
        {
            "title": "Bus Improvement Plan: Action Tracker",
            "number": "TP-26-09",
            "issuer": "Transport Committee",
            "date": dt.date(2026, 6, 3),
        },
    ),
    "an English district in capitals over its plan": (
        """
^HOLLIN CREEK SCHOOL DISTRICT
^SCHOOL IMPROVEMENT PLAN
^2026–2028
^Document No. SIP-2026-04, adopted by the Board of Education on March 9, 2026
#Purpose
This plan sets out what the district will do for its schools in the years ahead.
""",
        {
            "title": "SCHOOL IMPROVEMENT PLAN 2026–2028",
            "number": "Document No. SIP-2026-04",
            "issuer": "Board of Education",
            "date": dt.date(2026, 3, 9),
        },
    ),
    "a number in brackets behind the title": (
        "^云栾市人民政府关于节水的意见（云政发〔2025〕18号）\n各单位：\n现提出如下意见。",
        {"number": "云政发〔2025〕18号"},
    ),
    "an English number within the title": (
        "Corrective Action Plan for Audit Report No. 26-14\nThe auditor found nine gaps, and the town will close them.",
        {"number": "Report No. 26-14", "title": "Corrective Action Plan for Audit Report No. 26-14"},
    ),
    "an English page of Markdown": (
        """
# Age-Friendly Wendmoor Action Plan 2026 to 2028
Wendmoor Borough Council
Published 4 May 2026
## Foreword
Growing older in Wendmoor should mean growing freer, and the council has heard what residents said.
""",
        {
            "title": "Age-Friendly Wendmoor Action Plan 2026 to 2028",
            "issuer": "Wendmoor Borough Council",
            "date": dt.date(2026, 5, 4),
            "plan_end": 2028,
        },
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_the_head_says_what_the_document_is(name: str) -> None:
    text, expected = HEADS[name]
    found = header(text)
    assert {field: getattr(found, field) for field in expected} == expected
