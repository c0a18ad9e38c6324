"""Newspaper pages are parted into their articles; a single document stays one."""

from __future__ import annotations

import pytest

from core.reading.plain_texts import plain_text
from luoshi_core.reading.articles.splitting import split_articles
from luoshi_core.reading.header import read_header
from luoshi_core.reading.passages import Article, Piece
from luoshi_core.reading.repair import repair

HEAD = "2本版责编：温如言 石敬山 理论2026年5月20日 星期三\n\n"

READING = """\
一座城市的气质，藏在它的书香里。习惯
于低头看屏的人们，更需要抬头望见书架。

市文旅局将会同市自然资源局编制阅读空
间规划，九月底前印发实施，让书香成为城
市最温润的底色。
"""

CRAFT = """\
老手艺是先人留下的传家宝。一把篾刀、
一盏漆灯，凝结着一方水土的灵气。

守住这颗匠心，老手艺的新路子就会越走
越宽。县供销集团年底前布局体验店二十家。
"""

NEEDLE = """\
乡村治理如绣花，讲究的是一针一线的细
密功夫。少数地方习惯于大水漫灌。

用好绣花针，要把准穿针引线的眼。这个
眼，就是村里的实际。
"""


def page(*blocks: str) -> str:
    """A newspaper page of blocks parted by blank lines."""
    return HEAD + "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"


def articles(text: str, facts: dict[str, str] | None = None) -> list[Article]:
    return list(split_articles(repair(plain_text(text)), facts or {}))


def heads(text: str) -> list[tuple[str | None, str | None]]:
    return [(a.title and a.title.text, a.author and a.author.text) for a in articles(text)]


def words(article: Article) -> list[str]:
    return [piece.text.text for piece in article.pieces if isinstance(piece, Piece)]


class TestHeadlines:
    """A headline stands right before or right behind its article."""

    def test_before_each_article(self) -> None:
        text = f"{HEAD}以书香滋养城市气质\n□ 令狐澄\n\n{READING}\n让老手艺走出新路子\n申屠朗\n\n{CRAFT}"
        assert heads(text) == [("以书香滋养城市气质", "令狐澄"), ("让老手艺走出新路子", "申屠朗")]

    def test_behind_each_article(self) -> None:
        text = f"{HEAD}{READING}\n以书香\n滋养城市气质\n□ 令狐澄\n\n{CRAFT}\n让 老 手 艺\n走 出 新 路 子\n申屠朗\n"
        assert heads(text) == [("以书香滋养城市气质", "令狐澄"), ("让老手艺走出新路子", "申屠朗")]

    def test_behind_the_first_articles_and_before_the_last(self) -> None:
        text = (
            f"{HEAD}{READING}\n以书香滋养城市气质\n令狐澄\n\n{CRAFT}\n让老手艺走出新路子\n申屠朗\n\n"
            f"乡村治理要用绣花针\n微生竹\n\n{NEEDLE}\n本版邮箱投稿请注明“理论”字样"
        )
        assert heads(text) == [
            ("以书香滋养城市气质", "令狐澄"),
            ("让老手艺走出新路子", "申屠朗"),
            ("乡村治理要用绣花针", "微生竹"),
        ]

    def test_none_where_the_page_prints_none(self) -> None:
        note = "（原载《江岚日报》5月1日 第\n9 版）"
        text = page(f"{READING.rstrip()}\n {CRAFT}", CRAFT, CRAFT, note, "让 老 手 艺\n走 出 新 路 子\n申屠朗")
        assert heads(text) == [(None, None), ("让老手艺走出新路子", "申屠朗")]

    def test_a_signed_headline_comes_before_a_line_without_a_writer(self) -> None:
        text = page("初夏花开正当时", "江河奔涌向前去\n□ 令狐澄", READING)
        assert heads(text) == [("江河奔涌向前去", "令狐澄")]

    def test_a_subtitle_goes_with_its_headline(self) -> None:
        head = "让老手艺走出新路子\n——云栈县保护传统技艺纪实\n本报记者 申屠朗"
        text = page(head, CRAFT, "以书香滋养城市气质\n□ 令狐澄", READING)
        assert heads(text)[0] == ("让老手艺走出新路子——云栈县保护传统技艺纪实", "申屠朗")

    def test_a_column_title_is_no_headline(self) -> None:
        text = (
            f"{HEAD}短评\n以书香滋养城市气质\n□ 令狐澄\n\n{READING}\n经验交流\n让老手艺走出新路子\n□ 申屠朗\n\n{CRAFT}"
        )
        assert [title for title, _ in heads(text)] == ["以书香滋养城市气质", "让老手艺走出新路子"]

    def test_sub_headings_stay_inside_their_article(self) -> None:
        first, second = "书香来自日积\n月累的坚持", "书香来自人人\n参与的热情"
        text = page("以书香滋养城市气质\n□ 令狐澄", READING, first, NEEDLE, second, CRAFT)
        (article,) = articles(text)
        assert "书香来自日积月累的坚持" in words(article)
        assert "书香来自人人参与的热情" in words(article)

    def test_a_spaced_headline_needs_no_writer(self) -> None:
        two_lines, signed = "让 老 手 艺\n走 出 新 路 子", "多 用 绣 花 针\n□ 令狐澄"
        text = page(READING, "以 书 香 滋 养 城 市 气 质", CRAFT, two_lines, NEEDLE, signed)
        assert [title for title, _ in heads(text)] == ["以书香滋养城市气质", "让老手艺走出新路子", "多用绣花针"]

    @pytest.mark.parametrize("line", ["夯 实 阵 地", "凝 聚 人 心 守 初 心"])
    def test_spaced_sub_headings_of_a_page_whose_headlines_are_not_spaced(self, line: str) -> None:
        (article,) = articles(page("以书香滋养城市气质\n□ 令狐澄", READING, line, CRAFT))
        assert line.replace(" ", "") in words(article)

    def test_a_short_spaced_line_is_a_sub_heading(self) -> None:
        (article,) = articles(page(READING, "夯 实 阵 地", CRAFT, "以 书 香 滋 养 城 市 气 质\n□ 令狐澄"))
        assert "夯实阵地" in words(article)

    def test_numbered_headings_stay_inside_their_article(self) -> None:
        second = "让老手艺走出新路子\n□ 申屠朗"
        text = page("以书香滋养城市气质\n□ 令狐澄", READING, "一、夯实阵地", NEEDLE, second, CRAFT)
        first, _ = articles(text)
        assert "一、夯实阵地" in words(first)


class TestWriters:
    """Who wrote an article is said in many ways."""

    @pytest.mark.parametrize(
        ("line", "author"),
        [
            ("□ 令狐澄", "令狐澄"),
            ("■ 本报记者 温如言", "温如言"),
            ("本报记者 温如言 通讯员 石敬山", "温如言"),
            ("作者：东郭朗", "东郭朗"),
            ("温如言 石敬山", "温如言 石敬山"),
            ("文/石敬山", "石敬山"),
            ("中共云栈县委党校　漆雕远", "漆雕远"),
            ("云栈县委书记　石敬山", "石敬山"),
            ("本报评论员", "本报评论员"),
            ("市发展和改革委员会", "市发展和改革委员会"),
        ],
    )
    def test_a_byline(self, line: str, author: str) -> None:
        assert heads(f"{HEAD}以书香滋养城市气质\n{line}\n\n{READING}") == [("以书香滋养城市气质", author)]

    def test_a_reporter_at_the_start_of_a_news_item(self) -> None:
        text = f"{HEAD}夜间图书馆亮灯\n　　本报讯（记者 温如言）市图书馆四月起延时开\n放，全年举办夜读活动六十场。\n"
        assert heads(text) == [("夜间图书馆亮灯", "温如言")]

    def test_a_name_in_brackets_at_the_end_of_a_short_item(self) -> None:
        first = "青石区演练\n青石区五月举行演练，出动队员二百名。（孟知秋）"
        second = "白鹭镇开餐\n白鹭镇助餐点五月启用。（记者 何所依）"
        text = page("简讯", first, second)
        assert heads(text) == [("青石区演练", "孟知秋"), ("白鹭镇开餐", "何所依")]

    def test_the_note_about_an_author_is_no_text(self) -> None:
        note = "（作者系市图书馆馆长）"
        text = page("以书香滋养城市气质\n□ 令狐澄", READING, note, "让老手艺走出新路子\n□ 申屠朗", CRAFT)
        first, second = articles(text)
        assert not any("作者系" in line for line in words(first) + words(second))
        assert second.author is not None
        assert second.author.text == "申屠朗"


class TestNews:
    """News items follow one another; each opens with its lead."""

    ITEM = "　　本报讯（记者 {}）{}记者五月从市\n有关部门获悉，这项工作年内完成。\n"

    def test_items_under_headlines(self) -> None:
        text = page(
            "夜间图书馆亮灯", self.ITEM.format("温如言", "夜读"), "春耕备耕忙", self.ITEM.format("石敬山", "春耕")
        )
        assert heads(text) == [("夜间图书馆亮灯", "温如言"), ("春耕备耕忙", "石敬山")]

    def test_items_without_headlines(self) -> None:
        text = HEAD + self.ITEM.format("温如言", "夜读") + self.ITEM.format("石敬山", "春耕")
        assert heads(text) == [(None, "温如言"), (None, "石敬山")]

    def test_an_infobox_belongs_to_the_article_above(self) -> None:
        first, second = self.ITEM.format("温如言", "夜读"), self.ITEM.format("石敬山", "春耕")
        text = page("夜间图书馆亮灯", first, "相关链接", NEEDLE, "春耕备耕忙", second)
        above, _below = articles(text)
        assert "相关链接" in words(above)


class TestPagesWithoutHead:
    """A page whose head was cut off is known by the marks of its articles."""

    def test_several_headlines_with_bylines(self) -> None:
        text = f"以书香滋养城市气质\n□ 令狐澄\n\n{READING}\n让老手艺走出新路子\n□ 申屠朗\n\n{CRAFT}"
        assert heads(text) == [("以书香滋养城市气质", "令狐澄"), ("让老手艺走出新路子", "申屠朗")]

    def test_several_headlines_with_bare_names(self) -> None:
        text = f"以书香滋养城市气质\n令狐澄\n\n{READING}\n让老手艺走出新路子\n申屠朗\n\n{CRAFT}"
        assert heads(text) == [("以书香滋养城市气质", "令狐澄"), ("让老手艺走出新路子", "申屠朗")]

    def test_lists_of_names_make_no_newspaper(self) -> None:
        text = "关于表扬先进个人的通报\n\n优秀文化志愿者名单\n石敬山\n温如言\n\n优秀讲解员名单公布\n令狐澄"
        assert len(articles(text)) == 1

    def test_source_and_author_of_a_web_page_make_no_newspaper(self) -> None:
        text = f"公共服务有了新变化\n来源：澜川市文旅局\n作者：石敬山\n\n{READING}"
        (article,) = articles(text)
        assert not article.newspaper


class TestLoneHeadlines:
    """A headline without byline is told from a sub-heading by its words."""

    LEAD = "　　本报讯（记者 温如言）{}\n"

    def test_behind_the_news_item_that_uses_its_words(self) -> None:
        canteen = self.LEAD.format("市里首个社区食堂近日开门迎客，社区食堂可\n供餐二百六十份。")
        dogs = "　　文明养犬从我做起。市公安局每日开展巡查，\n城区禁养烈性犬。\n"
        text = page(canteen, "首个社区食堂开门迎客", dogs, "城区禁养烈性犬\n本报记者 东郭杏")
        assert heads(text) == [("首个社区食堂开门迎客", "温如言"), ("城区禁养烈性犬", "东郭杏")]

    def test_a_question_may_be_a_headline(self) -> None:
        text = page("以书香滋养城市气质\n□ 令狐澄", READING, "老手艺如何走出新路子？\n□ 申屠朗", CRAFT)
        assert heads(text)[1] == ("老手艺如何走出新路子？", "申屠朗")


class TestFacts:
    """What the page says about itself goes to each of its articles."""

    def test_the_date_of_the_page(self) -> None:
        assert articles(HEAD + READING)[0].facts["date"] == "2026年5月20日"

    @pytest.mark.parametrize(
        "head",
        [
            "澜川日报\n2026年5月20日 星期三 第3版 综合\n\n",
            "澜川日报 2026年5月20日 星期三\n责任编辑：温如言\n\n",
            "2本版责编：温如言 理论2026年5月20日 星期三\n\n主办：中共澜川市委宣传部 澜川日报社\n\n",
            "2本版责编：温如言 理论2026年5月20日 星期三\n\n主主办办：：中共澜川市委宣传部中共澜川市委宣传部\n"
            "邮箱：lcrbll@mail.example\n\n",
        ],
    )
    def test_the_newspaper_that_the_page_names(self, head: str) -> None:
        assert articles(head + READING)[0].facts["source"] == "澜川日报"

    @pytest.mark.parametrize("mailbox", ["lcsxcbllk@mail.example", "llzk@mail.example", "rb@mail.example"])
    def test_no_newspaper_is_guessed_from_another_mailbox(self, mailbox: str) -> None:
        head = f"{HEAD.rstrip()}\n\n主办：中共澜川市委宣传部\n邮箱：{mailbox}\n\n"
        assert "source" not in articles(head + READING)[0].facts

    @pytest.mark.parametrize(
        ("note", "source"),
        [
            ("（原载《江岚日报》5月1日 第9版）", "江岚日报"),
            ("（转自《江岚日报》）", "江岚日报"),
            ("来源：江岚日报", "江岚日报"),
            ("（据新华社电）", "新华社"),
        ],
    )
    def test_the_newspaper_that_an_article_came_from(self, note: str, source: str) -> None:
        text = f"{HEAD}{READING}\n{note}\n\n以书香滋养城市气质\n□ 令狐澄\n\n{CRAFT}\n让老手艺走出新路子\n□ 申屠朗\n"
        first, second = articles(text)
        assert first.source is not None
        assert first.source.text == source
        assert second.source is None

    def test_title_author_and_source_know_their_places(self) -> None:
        text = f"{HEAD}{READING}\n（原载《江岚日报》）\n\n以 书 香\n滋 养 城 市 气 质\n□ 令狐澄\n"
        (article,) = articles(text)
        for found in (article.title, article.author, article.source):
            assert found is not None
            assert "".join(text[span.start : span.end] for span in found.spans()) == found.text


class TestSingleDocuments:
    """Nothing but a newspaper page is parted."""

    @pytest.mark.parametrize(
        "text",
        [
            "槐溪县文化馆关于开展检查的通知\n\n各乡镇：\n　　现就有关事项通知如下。\n一、时间\n　　5月底前。\n\n"
            "槐溪县文化馆\n2026年3月4日",
            "槐溪县人民政府常务会议纪要\n\n　　5月8日，县长东郭朗主持召开会议。\n　　出席：东郭朗、温如言\n"
            "　　记录：石敬山",
            "会议通知\n2026年5月20日 星期三\n　　会议在三楼召开。\n联系人：石敬山\n电话：0703-5281446",
            "在全县文化工作会议上的讲话\n东郭朗\n\n　　同志们：\n　　这次会议很重要，我讲三点意见。",
            "CITY OF LOWMERE\nClean Harbour Plan\n\nGoal 1: Clean quays\n1.1 Repair all lamps by June 30, 2027.",
        ],
    )
    def test_it_stays_one(self, text: str) -> None:
        (article,) = articles(text)
        assert not article.newspaper
        assert "".join("".join(words(article)).split()) == "".join(text.split())

    def test_a_web_page_with_a_title_of_its_own_stays_one(self) -> None:
        text = f"本报讯（记者 温如言）{READING}\n相关新闻\n\n本报讯（记者 石敬山）{CRAFT}"
        assert len(articles(text, {"title": "书香"})) == 1
        assert len(articles(text)) == 2

    def test_a_date_line_taken_for_a_page_head_goes_back_to_its_place(self) -> None:
        (article,) = articles("会议通知\n2026年5月20日 星期三\n　　会议在三楼召开。")
        assert words(article) == ["会议通知", "2026年5月20日 星期三", "会议在三楼召开。"]
        assert not any(piece.furniture for piece in article.pieces if isinstance(piece, Piece))

    def test_nothing_makes_one_empty_article(self) -> None:
        assert [article.pieces for article in articles("")] == [()]


def test_the_head_of_the_next_page_tears_no_sentence() -> None:
    text = (
        "澜川日报\n2026年3月12日 星期四 第3版 综合\n\n让清风吹进千家万户\n本报记者 石敬山\n\n"
        "　　初春时节，走进青禾县槐树村，文化墙上的家\n风故事引人驻足。市里将逐一检查，并对发现的问\n\n"
        "澜川日报\n2026年3月12日 星期四 第4版 民生\n\n题限期整改。\n　　群众说，这样的检查好。\n\n"
        f"以书香滋养城市气质\n□ 令狐澄\n\n{READING}"
    )
    first, second = articles(text)
    assert words(first)[0].endswith("并对发现的问题限期整改。")
    assert words(first)[1:] == ["群众说，这样的检查好。"]
    assert second.title is not None
    assert second.title.text == "以书香滋养城市气质"


class TestBulletins:
    """A bulletin prints several items under one masthead."""

    HEAD = "澜川文旅工作简报\n\n第12期\n\n澜川市文化和旅游局办公室编　　2026年5月20日\n\n"
    FIRST = "云栈县十件实事进山村\n\n　　云栈县年内建成书屋八座，方便群众借书。\n\n（云栈县文旅局）\n\n"
    SECOND = "青石区一张表为站所减负\n\n　　青石区文旅局十月底前推广一张表。\n\n（青石区文旅局）\n"

    def test_each_item_has_the_masthead_and_its_own_headline_and_signature(self) -> None:
        first, second = articles(self.HEAD + self.FIRST + self.SECOND)
        assert words(first)[:1] == words(second)[:1] == ["澜川文旅工作简报"]
        assert words(second)[-2:] == ["青石区一张表为站所减负", "青石区文旅局十月底前推广一张表。"]
        assert [a.author and a.author.text for a in (first, second)] == ["云栈县文旅局", "青石区文旅局"]

    def test_the_header_of_each_item_comes_from_the_masthead(self) -> None:
        headers = [read_header(article) for article in articles(self.HEAD + self.FIRST + self.SECOND)]
        assert [header.title for header in headers] == ["云栈县十件实事进山村", "青石区一张表为站所减负"]
        assert {(header.number, header.issuer, str(header.date)) for header in headers} == {
            ("第12期", "澜川市文化和旅游局办公室", "2026-05-20")
        }

    def test_the_list_of_contents_belongs_to_no_item(self) -> None:
        contents = "【本期要目】\n● 云栈县十件实事进山村\n● 青石区一张表为站所减负\n\n"
        first, second = articles(self.HEAD + contents + self.FIRST + self.SECOND)
        assert not any("●" in line or "要目" in line for line in words(first) + words(second))

    def test_one_item_is_one_article(self) -> None:
        assert len(articles(self.HEAD + self.FIRST)) == 1

    def test_without_a_masthead_and_a_number_nothing_is_parted(self) -> None:
        assert len(articles(self.HEAD.replace("第12期\n\n", "") + self.FIRST + self.SECOND)) == 1
        assert len(articles(self.HEAD.replace("简报", "计划") + self.FIRST + self.SECOND)) == 1
