"""A saved web page gives its article and what the page says about it, and nothing of the page around it."""

from __future__ import annotations

import base64

import pytest

from luoshi_core.reading.errors import NoText, TooMuchInside, XmlTooDeep
from luoshi_core.reading.formats import open_source
from luoshi_core.reading.formats.html.reader import read_html
from luoshi_core.reading.source import Format, Line, Paragraph, Role, Source, Table

DUTY = "市文旅局年内新建城市书房12座，培训骨干50人，9月底前投入使用，由各县区文旅局配合落实。"


def page(body: str, head: str = "") -> Source:
    source = read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())
    for block in source.blocks:
        assert source.text[block.span.start : block.span.end].strip()
    return source


def texts(source: Source) -> list[str]:
    return [source.text[b.span.start : b.span.end].strip() for b in source.blocks if not isinstance(b, Table)]


def paragraphs(body: str) -> list[Paragraph]:
    return [block for block in page(body).blocks if isinstance(block, Paragraph)]


def grid(body: str) -> list[tuple[str, int, int, int, int]]:
    source = page(body)
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    return [(source.text[c.span.start : c.span.end], c.row, c.column, c.row_span, c.column_span) for c in table.cells]


# --- a page of each kind


def test_a_page_of_a_government_publishing_system() -> None:
    source = page(
        '<div class="header"><a>首页</a></div><div class="position">您的位置：<a>首页</a> &gt; <a>政务公开</a></div>'
        '<table class="xx"><tr><td>索 引 号：</td><td>000123/2026-1</td><td>发文机关：</td><td>云州市人民政府</td></tr>'
        "<tr><td>成文日期：</td><td>2026年3月1日</td><td>发文字号：</td><td>云政发〔2026〕5号</td></tr>"
        "<tr><td>标　　题：</td><td colspan=3>云州市人民政府关于印发2026年工作要点的通知</td></tr></table>"
        "<h1>云州市人民政府<br>关于印发2026年工作要点的通知</h1>"
        '<div class="info">来源：云州市政府办 发布时间：2026-03-05 10:22 【字体：<a>大</a> <a>中</a>】【打印】</div>'
        '<div class="content"><div class="TRS_Editor"><style>p{}</style><p>　　各县（区）人民政府：</p>'
        f"<p>　　{DUTY}</p><p>　　{DUTY}</p><p>附件：<a>1.任务清单.docx</a></p></div></div>"
        "<div>上一篇：<a>某通知</a></div><div>相关链接</div><ul><li><a>某某新闻</a></li></ul>"
        "<div><p>主办：云州市人民政府办公室 云ICP备000001号</p></div><script>alert(1)</script>",
        "<title>云州市人民政府关于印发2026年工作要点的通知_云州市人民政府网</title>",
    )
    assert texts(source) == [
        "云州市人民政府关于印发2026年工作要点的通知",
        "各县（区）人民政府：",
        DUTY,
        DUTY,
        "附件：1.任务清单.docx",
    ]
    assert source.facts == {
        "title": "云州市人民政府关于印发2026年工作要点的通知",
        "source": "云州市政府办",
        "date": "2026-03-05",
        "written": "2026年3月1日",
        "number": "云政发〔2026〕5号",
        "issuer": "云州市人民政府",
    }


def test_an_old_page_laid_out_in_tables_with_breaks_for_paragraphs() -> None:
    source = page(
        "<table><tr><td><a>首页</a> | <a>新闻</a></td></tr><tr><td><table><tr>"
        "<td width=200><a>栏目一</a><br><a>栏目二</a><br>联系电话：0000-1234567</td>"
        "<td><center><font size=5><b>关于做好春节文化活动的通知</b></font></center>"
        "<p align=center>发布日期：2026-01-05 &nbsp; 作者：办公室 &nbsp; 点击数：123</p>"
        f"<font>&nbsp;&nbsp;各乡镇文化站：<br>&nbsp;&nbsp;{DUTY}<br><br>　　一、1月底前各站办好春晚1场。<br>{DUTY}"
        "<div align=right>北岭县文化馆<br>2026年1月5日</div></font></td></tr></table></td></tr>"
        "<tr><td align=center>Copyright © 2026 北岭县文化馆 版权所有</td></tr></table>",
        "<title>关于做好春节文化活动的通知-北岭县文化馆</title>",
    )
    assert texts(source) == [
        "关于做好春节文化活动的通知",
        "各乡镇文化站：",
        DUTY,
        "一、1月底前各站办好春晚1场。",
        DUTY,
        "北岭县文化馆",
        "2026年1月5日",
    ]
    assert source.facts["author"] == "办公室"


def test_a_news_page_without_names_that_mean_anything() -> None:
    news = "".join(f"<li><a>某地举行文化活动第{n}场热闹非凡</a></li>" for n in range(12))
    source = page(
        "<div class=a1><ul><li><a>首页</a></li><li><a>时政</a></li><li><a>视频</a></li></ul></div><div class=a2>"
        "<div class=b1><h2>云州市文化惠民实施方案</h2><div class=c>2026-02-03 来源：云州日报 记者：李四</div>"
        f"<div class=d><p>　　{DUTY}</p><p>　　{DUTY}</p><p>　　一、主要任务</p><p>　　{DUTY}</p></div>"
        "<div class=e><p>附件：</p><p><a>1.任务分解表.xlsx</a></p></div><div class=f><a>分享到微信</a><a>打印</a></div>"
        f"<div>责任编辑：王五</div></div><div class=b2><h3>热点新闻</h3><ul>{news}</ul></div></div>",
        "<title>云州市文化惠民实施方案 - 云州新闻网</title>",
    )
    assert texts(source)[0] == "云州市文化惠民实施方案"
    assert texts(source)[-1] == "1.任务分解表.xlsx"
    assert "热点" not in source.text
    assert source.facts == {
        "title": "云州市文化惠民实施方案",
        "source": "云州日报",
        "author": "李四",
        "date": "2026-02-03",
    }


def test_an_english_council_page() -> None:
    source = page(
        '<a class="skip-link">Skip to main content</a><header><a>Home</a></header><nav><ol><li>Home</li></ol></nav>'
        "<main><h1>Culture Action Plan</h1><p>Published: 1 February 2026</p><h2>Goal 1: Libraries</h2>"
        "<ol><li>The Library Service will open\n two branches by June 2026.</li><li>Report <b>quarterly</b>.</li></ol>"
        "</main><aside><h2>Related content</h2><a>x</a></aside><footer>© 2026 Northmoor Council.</footer>",
        "<title>Culture Action Plan | Northmoor Council</title>",
    )
    assert texts(source) == [
        "Culture Action Plan",
        "Goal 1: Libraries",
        "1. The Library Service will open two branches by June 2026.",
        "2. Report quarterly.",
    ]
    assert source.facts == {"title": "Culture Action Plan", "date": "1 February 2026"}


def test_a_page_saved_from_a_word_processor() -> None:
    source = page(
        "<div class=WordSection1><p align=center style='text-align:center'><b>云州市<span lang=EN-US>2026</span>"
        "年工作要点<o:p></o:p></b></p><p style='text-indent:32.0pt'><![if !supportLists]>一、<![endif]>"
        f"<span>{DUTY}</span></p></div>"
    )
    assert texts(source) == ["云州市2026年工作要点", f"一、{DUTY}"]


def test_a_page_saved_as_one_file_with_its_address() -> None:
    html = f"<html><head><meta charset='gb2312'></head><body><p>{DUTY}</p></body></html>".encode("gb18030")
    data = (
        b"From: <Saved by Browser>\r\nSnapshot-Content-Location: https://www.example.cn/a.html\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nx\r\n'
        b'--B\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        + base64.encodebytes(html)
        + b"\r\n--B--\r\n"
    )
    source = open_source(data, "页面.txt")
    assert isinstance(source, Source)
    assert (source.format, texts(source)) == (Format.HTML, [DUTY])
    assert source.facts["url"] == "https://www.example.cn/a.html"


# --- encodings, addresses, facts


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_declared_character_set_is_no_condition(encoding: str) -> None:
    for declared in ("gb2312", "utf-8", "no-such-code"):
        text = f"<!DOCTYPE html><html><head><meta charset={declared}></head><body><p>{DUTY}</p></body></html>"
        assert texts(read_html(text.encode(encoding))) == [DUTY]


def test_the_address_stands_in_the_comment_of_the_browser() -> None:
    data = f"<!-- saved from url=(0042)http://www.example.cn/1.html -->\n<html><body>{DUTY}</body></html>"
    assert read_html(data.encode()).facts["url"] == "http://www.example.cn/1.html"


def test_meta_tags_give_what_the_page_does_not_show() -> None:
    head = (
        '<meta name="ArticleTitle" content="某方案"><meta name="ContentSource" content="市政府办">'
        '<meta name="PubDate" content="2026-03-05 09:00"><meta name="Author" content="无">'
    )
    assert page(DUTY, head).facts == {"title": "某方案", "source": "市政府办", "date": "2026-03-05"}


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        ("<p>来源：</p><p><a>云州日报</a></p>", {"source": "云州日报"}),
        ("<span>来 源 ： 云州日报</span>", {"source": "云州日报"}),
        ("<p>【来源】：云州日报　　　【大 中 小】</p>", {"source": "云州日报"}),
        ("<p>来源：</p><p>【大 中 小】</p>", {}),
        ("<p>来源：<b>云州日报</b>　作者：<i>张三</i></p>", {"source": "云州日报", "author": "张三"}),
        ("<p>2026-03-05 作者：张三　阅读：12</p>", {"author": "张三", "date": "2026-03-05"}),
        ("<p>发布日期：2026年03月05日 浏览次数：12</p>", {"date": "2026年03月05日"}),
        ("<p>2026/3/5 09:00</p>", {"date": "2026/3/5"}),
        ("<dl><dt>文号</dt><dd>云政发〔2026〕5号</dd></dl>", {"number": "云政发〔2026〕5号"}),
        ("<p>时间：2026年3月5日下午</p>", {}),
        ("<table><tr><th>名称</th><th>时间</th></tr><tr><td>书房</td><td>6月</td></tr></table>", {}),
        ("<p>2026年3月5日</p>", {}),
    ],
)
def test_facts_of_information_lines(body: str, facts: dict[str, str]) -> None:
    found = page(f"<div>{body}</div><div><p>{DUTY}</p><p>{DUTY}</p></div>").facts
    assert found == facts


def test_minutes_keep_their_lines_of_time_and_place() -> None:
    assert texts(page(f"<p>时间：2026年3月5日</p><p>主持人：甲</p><p>{DUTY}</p>"))[0] == "时间：2026年3月5日"


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("关于印发方案的通知_通知公告_云州市人民政府", "关于印发方案的通知"),
        ("关于印发方案的通知 - 云州市人民政府门户网站", "关于印发方案的通知"),
        ("Culture Action Plan | Northmoor Council", "Culture Action Plan"),
    ],
)
def test_the_title_of_the_window_loses_the_name_of_the_site(window: str, title: str) -> None:
    source = page(DUTY, f"<title>{window}</title>")
    assert source.facts["title"] == title
    assert texts(source) == [title, DUTY]


# --- furniture


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="nav"><a>某栏目</a></div>',
        '<div id="footer">某栏目</div>',
        '<div class="bdsharebuttonbox">某栏目</div>',
        '<ul class="breadcrumb"><li>某栏目</li></ul>',
        '<div style="display: none">某栏目</div>',
        "<div hidden>某栏目</div>",
        "<button>某栏目</button>",
        "<noscript>某栏目</noscript>",
        "<select><option>某栏目</option></select>",
        "<!-- 某栏目 -->",
        '<div role="navigation">某栏目</div>',
        "<p>网站标识码：0000000001 某栏目</p>",
        "<p>当前位置：首页 &gt; 某栏目</p>",
        "<p>首页 &gt; 某栏目</p>",
        "<p>下一篇：某栏目</p>",
        "<p>责任编辑：某栏目</p>",
    ],
)
def test_furniture_is_taken_off_before_and_after_the_article(furniture: str) -> None:
    article = f"<div class=x><p>{DUTY}</p><p>{DUTY}</p></div>"
    assert texts(page(furniture + article)) == [DUTY, DUTY]
    assert texts(page(article + furniture)) == [DUTY, DUTY]


@pytest.mark.parametrize(
    "button", ["【打印】【关闭】", "打印本页", "[关闭窗口]", "字体：大 中 小", "分享到：", "返回顶部", "Print"]
)
def test_buttons_between_paragraphs_are_no_text(button: str) -> None:
    assert texts(page(f"<p>{DUTY}</p><p>{button}</p><p>{DUTY}</p>")) == [DUTY, DUTY]


@pytest.mark.parametrize(
    "line", ["打印机采购任务", "分享会每季度1场", "首页改版6月底前完成", "大中小学", "关闭小煤矿12座"]
)
def test_words_of_buttons_inside_a_sentence_are_text(line: str) -> None:
    assert texts(page(f"<p>{DUTY}</p><p>{line}</p>")) == [DUTY, line]


def test_what_follows_related_articles_is_left_out() -> None:
    body = f"<p>一</p><p>二</p><p>三</p><p>{DUTY}</p><h3>相关阅读</h3><p>别的文章</p>"
    assert texts(page(body)) == ["一", "二", "三", DUTY]


def test_a_furniture_name_on_most_of_the_page_is_not_believed() -> None:
    assert texts(page(f'<div class="header"><p>{DUTY}</p><p>{DUTY}</p></div>')) == [DUTY, DUTY]


def test_words_behind_a_removed_element_stay() -> None:
    assert texts(page(f"<p>{DUTY}<script>x</script>后文</p>")) == [DUTY + "后文"]


def test_control_characters_behind_a_removed_element_do_no_harm() -> None:
    assert texts(page(f"<p>{DUTY}<script>x</script>\x01后\ufffe文</p>")) == [DUTY + "后文"]


def test_a_signature_beside_the_article_is_part_of_it() -> None:
    body = f"<div class=a><p>{DUTY}</p><p>{DUTY}</p></div><div class=s><p>云州市文旅局</p><p>2026年3月1日</p></div>"
    assert texts(page(body))[-2:] == ["云州市文旅局", "2026年3月1日"]


# --- paragraphs


def test_soft_line_ends_join_chinese_without_and_english_with_a_space() -> None:
    assert texts(page("<p>新建城市\n  书房</p><p>open two\n branches</p>")) == ["新建城市书房", "open two branches"]


def test_nested_containers_and_bare_text_make_paragraphs_of_their_own() -> None:
    assert texts(page("<div>甲<div>乙<section>丙</section>丁</div>戊<span>己</span></div>")) == [
        "甲",
        "乙",
        "丙",
        "丁",
        "戊己",
    ]


def test_indents_of_full_width_spaces_stay_in_the_text() -> None:
    assert page("<p>　　甲乙</p>").text.startswith("　　甲乙")


def test_headings_keep_their_level_and_lines_their_alignment() -> None:
    first, second, third = paragraphs("<h2>甲</h2><div align=center><p>乙</p></div><p style='text-align: right'>丙</p>")
    assert (first.role, first.level) == (Role.HEADING, 2)
    assert (second.role, second.align) == (Role.BODY, "center")
    assert third.align == "right"


def test_a_heading_broken_in_two_is_one_paragraph() -> None:
    source = page("<h1>某市<br>关于工作的通知</h1><h2>Our<br>plan</h2><p align=center>甲<br>乙</p>")
    assert texts(source) == ["某市关于工作的通知", "Our plan", "甲", "乙"]


def test_breaks_at_the_margin_leave_lines_to_be_joined() -> None:
    lines = (
        "年内新建城市书房十二座并培训骨干，<br>其中乡镇不少于六座的要求由各县区<br>"
        "文旅局负责落实到位并于每季度末向<br>市局报送进展情况和下一步的打算。"
    )
    assert all(isinstance(block, Line) for block in page(f"<p>{lines}</p>").blocks)
    assert len(list(page(f"<p>{lines}</p>").blocks)) == 4


def test_preformatted_text_keeps_its_lines() -> None:
    assert texts(page("<pre>甲\n\n  乙</pre>")) == ["甲", "乙"]


def test_invisible_characters_are_no_text() -> None:
    assert texts(page("<p>新\u200b建\ufeff书\xad房</p>")) == ["新建书房"]


# --- lists


@pytest.mark.parametrize(
    ("opening", "items", "expected"),
    [
        ("<ol>", "<li>甲</li><li>乙</li>", ["1. 甲", "2. 乙"]),
        ("<ol start=3>", "<li>甲</li><li value=7>乙</li><li>丙</li>", ["3. 甲", "7. 乙", "8. 丙"]),
        ("<ol type=a>", "<li>甲</li><li>乙</li>", ["a. 甲", "b. 乙"]),
        ("<ol type=I start=4>", "<li>甲</li>", ["IV. 甲"]),
        ("<ol style='list-style-type: cjk-ideographic' start=21>", "<li>甲</li>", ["二十一、甲"]),
        ("<ol style='list-style:none'>", "<li>甲</li>", ["甲"]),
        ("<ul>", "<li>甲</li>", ["甲"]),
        ("<ol>", "<li>（一）甲</li><li>二、乙</li>", ["（一）甲", "二、乙"]),
        ("<ol>", "<li><p>甲</p><p>乙</p></li>", ["1. 甲", "乙"]),
        ("<ol>", "<li>甲<ol><li>子</li></ol></li><li>乙</li>", ["1. 甲", "1. 子", "2. 乙"]),
    ],
)
def test_numbers_that_a_browser_draws_stand_in_the_text(opening: str, items: str, expected: list[str]) -> None:
    closing = "</ul>" if opening == "<ul>" else "</ol>"
    assert texts(page(opening + items + closing)) == expected


def test_items_are_known_as_such() -> None:
    assert [block.role for block in paragraphs("<ul><li>甲</li></ul><p>乙</p>")] == [Role.LIST_ITEM, Role.BODY]


# --- tables


def test_merged_cells_cover_rows_and_columns() -> None:
    assert grid(
        "<table><tr><td rowspan=2>市文旅局</td><td colspan=2><p>新建书房</p><p>12座</p></td></tr>"
        "<tr><td>演出</td><td>100场</td></tr></table>"
    ) == [("市文旅局", 0, 0, 2, 1), ("新建书房\n12座", 0, 1, 1, 2), ("演出", 1, 1, 1, 1), ("100场", 1, 2, 1, 1)]


def test_spans_end_with_the_table() -> None:
    assert grid("<table><tr><td rowspan=99>甲</td><td colspan=0>乙</td></tr><tr><td>丙</td></tr></table>") == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 1),
        ("丙", 1, 1, 1, 1),
    ]


def test_head_and_body_of_a_table_are_one_grid_and_the_caption_stands_above() -> None:
    head = "<caption>表1</caption><thead><tr><th>甲</th><th>乙</th></tr></thead>"
    body = f"<table>{head}<tr><td>1</td><td>2</td></tr></table>"
    assert [cell[1] for cell in grid(body)] == [0, 0, 1, 1]
    assert texts(page(body)) == ["表1"]


def test_paragraphs_after_a_table_keep_their_own_alignment() -> None:
    table = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    assert [block.align for block in paragraphs(f"<div align=center>{table}<p>戊</p></div><p>己</p>")] == [
        "center",
        "left",
    ]


def test_a_table_with_one_column_is_only_a_frame() -> None:
    assert texts(page("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>")) == ["甲", "乙"]


def test_a_table_of_absurd_spans_is_refused() -> None:
    with pytest.raises(TooMuchInside):
        page("<table>" + "<tr><td colspan=1000 rowspan=400>x</td><td>y</td></tr>" * 400 + "</table>")


# --- limits


def test_a_page_without_words_is_refused() -> None:
    for body in ("", "<img src=x>", "<div> &nbsp; </div>"):
        with pytest.raises(NoText):
            page(body)


def test_unclosed_tags_of_old_pages_may_pile_up_but_not_without_end() -> None:
    assert texts(page(f"<font>{DUTY}<p>" * 300))[0] == DUTY
    with pytest.raises(XmlTooDeep):
        page("<div>" * 5000 + "x")
    with pytest.raises(TooMuchInside):
        page("<p>x" * 2_000_001)


@pytest.mark.parametrize(
    ("window", "heading"),
    [
        ("Storm Table 2026 | Lowmere Borough Council", "Storm Table, 2026"),
        ("Storm Table 2026-2030 – Lowmere Council", "Storm Table, 2026 to 2030"),
        ("Lowmere Council – Storm Table 2026–2030", "Storm Table 2026–2030"),
        ("云州市2026年文化惠民工作要点 - 云州新闻网", "云州市2026年文化惠民工作要点（试行）"),
        ("关于印发2026年文化惠民工作要...-云州市政府", "关于印发2026年文化惠民工作要点的通知"),
        ("云州市人民政府网-云州市2026年文化工作要点", "2026年文化工作要点"),
    ],
)
def test_the_printed_heading_wins_over_a_window_that_says_nearly_the_same(window: str, heading: str) -> None:
    source = page(f"<h1>{heading}</h1><p>{DUTY}</p><p>{DUTY}</p>", f"<title>{window}</title>")
    assert source.facts["title"] == heading
    assert texts(source) == [heading, DUTY, DUTY]


def test_a_heading_that_only_names_the_site_is_not_the_title() -> None:
    body = f"<h1>Northmoor Council</h1><h2>Culture Plan</h2><p>{DUTY}</p><p>{DUTY}</p>"
    assert page(body, "<title>Culture Plan | Northmoor Council</title>").facts["title"] == "Culture Plan"


def test_a_heading_about_something_else_does_not_replace_the_title() -> None:
    source = page(f"<h2>工作目标</h2><p>{DUTY}</p>", "<title>云州市2026年文化惠民工作要点_云州市人民政府</title>")
    assert source.facts["title"] == "云州市2026年文化惠民工作要点"


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("Long-term Flood Plan - Lowmere Council", "Long-term Flood Plan"),
        ("Flood Plan 2026-2030", "Flood Plan 2026-2030"),
        ("云州市文化规划（2026—2030年）_云州市人民政府", "云州市文化规划（2026—2030年）"),
        ("以书香润云州——云州市2026年文化工作要点-云州市文旅局", "以书香润云州——云州市2026年文化工作要点"),
        ("云州市人民政府网-云州市2026年文化工作要点", "云州市2026年文化工作要点"),
    ],
)
def test_dashes_inside_a_title_part_no_site_from_it(window: str, title: str) -> None:
    assert page(DUTY, f"<title>{window}</title>").facts["title"] == title
