"""Heads and feet of newspaper pages: the parts in any order, before or behind the articles, in one line or several."""

from __future__ import annotations

import pytest

from core.reading.plain_texts import plain_text
from luoshi_core.reading import read
from luoshi_core.reading.passages import Piece
from luoshi_core.reading.repair import repair
from luoshi_core.reading.repair.page_parts import Belongs, belongs, parts_of

READING = (
    "一座城市的气质，藏在它的书香里。习惯\n于低头看屏的人们，更需要抬头望见书架。\n\n"
    "市文旅局将会同市自然资源局编制阅读空\n间规划，九月底前印发实施，让书香成为城\n市最温润的底色。\n"
)
CRAFT = (
    "老手艺是先人留下的传家宝。一把篾刀、\n一盏漆灯，凝结着一方水土的灵气。\n\n"
    "守住这颗匠心，老手艺的新路子就会越走\n越宽。县供销集团年底前布局体验店二十家。\n"
)
FIRST, SECOND = "以书香滋养城市气质\n□ 令狐澄\n", "让老手艺走出新路子\n□ 申屠朗\n"
HEADLINES_BEFORE = f"{FIRST}\n{READING}\n{SECOND}\n{CRAFT}"
HEADLINES_BEHIND = f"{READING}\n{FIRST}\n{CRAFT}\n{SECOND}"
HEAD = "荻洲日报　第2版　要闻　　2026年8月13日　星期四　责编：苏一鸣　美编：孟知秋"

HEADS = [
    HEAD,
    "2　要闻　2026年8月13日　星期四　荻洲日报",
    "荻洲日报\n第二版\n理论周刊\n2026年8月13日\n星期四\n责任编辑\n温如言\n版式\n石敬山",
    "二〇二六年八月十三日　星期四　丙午年七月初一\n荻洲日报",
    "星期四　2026年8月13日　农历七月初一　今日八版　第12345期　荻洲日报",
    "2026.8.13 星期四 | 责编 温如言 | 第三版 | 荻洲日报",
    "责编：温如言　校对：石敬山　电话：0703-5281446\nA03　民生\n荻洲日报　2026年8月13日",
    "DIZHOU RIBAO\n荻洲日报\n2026年8月\n13\n星期四\n丙午年七月初一\n中共荻洲市委主管主办\n"
    "国内统一连续出版物号 CN 14-0099\n邮发代号 21-99\n总第12345期\n今日八版",
    "编辑：温如言　校对：石敬山　2026年8月13日　星期四　02要闻　荻洲日报",
    "02要闻荻洲日报2026年8月13日 星期四",
    "2026年8月13日　星期四\n值班编委：温如言　责任编辑：石敬山　视觉：何所依\n3\n清风周刊\n荻洲日报",
    "荻洲日报社主办　2026年8月13日　周四　02版",
    "荻荻洲洲日日报报　　第第22版版　　要要闻闻\n2026年8月13日2026年8月13日　星期四星期四",
    "荻洲日报·要闻　2026年8月13日（星期四）　第2版",
    "3　县区　责编：张　三　李　四　组版：王小五　投稿邮箱：dzrb@mail.example　2026年8月13日　星期四　荻洲日报",
]
FEET = [
    "新闻热线：0703-5281446　发行热线：0703-5281447　广告热线：0703-5281448",
    "本报地址：荻洲市长堤路12号　邮编：030000　零售价：1.50元",
    "国内统一连续出版物号 CN 14-0099　邮发代号 21-99　网址：www.dizhou.example",
    "社址：荻洲市长堤路12号　邮政编码：030000　电话：0703-5281446\n印刷：荻洲日报印务中心　地址：荻洲市北环路1号",
    "新新闻闻热热线线：：0703-52814460703-5281446\n本本报报地地址址：：荻洲市长堤路12号荻洲市长堤路12号",
    "新闻热线新闻热线：：07030703——52814465281446　广告热线广告热线：：07030703——52814485281448",
    "扫描二维码\n下载荻洲日报客户端\n荻洲日报微信公众号",
    "农历丙午年七月初一　今日天气：多云转晴　18℃～27℃　东南风3级",
    "农历丙午年七月初一",
    "本报地址：荻洲市长堤路12号　邮编：\n030000　零售价：1.50元",
    "今日天气：多云转晴　18～27℃\n新闻热线：0703-5281446",
    "每份零售价1.50元　全年定价360元　荻洲日报印刷厂印刷\n法律顾问：荻洲某律师事务所 孟知秋律师",
    "报料热线 0703-5281446　投稿邮箱 dzrb@mail.example　投递服务电话 11185",
    "本报社址：荻洲市长堤路12号 邮编：030000 总编室：5281446 广告部：5281447",
]


def kept(text: str) -> list[str]:
    return [p.text.text for p in repair(plain_text(text)) if isinstance(p, Piece) and not p.furniture]


@pytest.mark.parametrize("articles", [HEADLINES_BEFORE, HEADLINES_BEHIND], ids=["headlines before", "headlines behind"])
class TestPages:
    @pytest.mark.parametrize("head", HEADS)
    @pytest.mark.parametrize("place", ["above", "below"])
    def test_a_head_gives_the_date_and_the_newspaper_and_no_text(self, head: str, place: str, articles: str) -> None:
        text = f"{head}\n\n{articles}" if place == "above" else f"{articles}\n{head}\n"
        documents = read(text.encode(), "page.txt").documents
        assert [(d.title, d.author, str(d.date), d.source) for d in documents] == [
            ("以书香滋养城市气质", "令狐澄", "2026-08-13", "荻洲日报"),
            ("让老手艺走出新路子", "申屠朗", "2026-08-13", "荻洲日报"),
        ]
        assert kept(text) == kept(articles)

    @pytest.mark.parametrize("foot", FEET)
    @pytest.mark.parametrize("place", ["above", "below"])
    def test_a_foot_is_no_text(self, foot: str, place: str, articles: str) -> None:
        around = (f"{foot}\n{HEAD}\n\n", "") if place == "above" else (f"{HEAD}\n\n", f"\n{foot}\n")
        assert kept(articles.join(around)) == kept(articles)


@pytest.mark.parametrize(
    "line",
    [
        "会议定于2026年5月20日 星期三上午召开",
        "（原载《江岚日报》2026年3月26日 第7版）",
        "2026年5月20日",
        "第3版印刷",
        "农历新年将至",
        "荻洲日报",
        "零售价要公布",
        "广告热线电话要公布",
        "每周三下午开展大扫除",
        "本报记者 石敬山",
        "立秋",
        "电话：0703—5281446",
        "第3期　2026年5月20日",
        "责任编辑：温如言　2026年5月20日",
        "来源：荻洲日报　2026年5月20日",
        "新闻热线：12345。请来电。",
    ],
)
def test_a_line_of_a_document_is_no_head_or_foot(line: str) -> None:
    parts = parts_of(line)
    assert parts is None or belongs(parts) is not Belongs.SURELY


def test_two_parts_of_a_foot_carry_words_between_them() -> None:
    assert belongs(parts_of("零售价：1.50元 荻洲印刷 社址：荻洲市长堤路12号") or frozenset()) is Belongs.SURELY


def test_the_letterhead_of_a_bulletin_stays_with_its_document() -> None:
    text = f"工作简报\n第3期　2026年5月20日\n槐溪县文化馆办公室\n\n　　{READING}"
    (document,) = read(text.encode(), "page.txt").documents
    assert str(document.date) == "2026-05-20"
    assert document.source is None


def test_the_rest_of_a_head_that_columns_tore_apart_stands_at_the_other_end() -> None:
    text = f"2 要闻\n2026年8月13日\n\n{HEADLINES_BEFORE}\n星期四\n荻洲日报\n责编：苏一鸣 校对：孟知秋\n"
    assert kept(text) == kept(HEADLINES_BEFORE)
    assert {(str(d.date), d.source) for d in read(text.encode(), "page.txt").documents} == {("2026-08-13", "荻洲日报")}
