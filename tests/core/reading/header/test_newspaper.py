"""Articles of a newspaper."""

import datetime as dt

from core.reading.pages import pieces
from luoshi_core.reading.header import read_header
from luoshi_core.reading.passages import Article, Piece
from luoshi_core.reading.traced import Traced


def test_title_and_date_come_from_the_page_and_nobody_issues_an_article() -> None:
    article = Article(
        pieces("老城更新，更新的是生活。"),
        title=Traced.of("让老城留住烟火气"),
        author=Traced.of("濮阳芷"),
        newspaper=True,
        facts={"date": "2025年5月20日", "source": "云栾日报"},
    )
    header = read_header(article)
    assert (header.title, header.author, header.source) == ("让老城留住烟火气", "濮阳芷", "云栾日报")
    assert (header.issuer, header.date, header.binding) == (None, dt.date(2025, 5, 20), False)


def test_the_reporter_is_the_author_and_the_dateline_no_part_of_the_text() -> None:
    article = Article(
        pieces("本报讯（记者 漆雕苒 通讯员 乐正禾）6月1日，市文旅局启动送戏下乡。"),
        title=Traced.of("送戏下乡启动"),
        newspaper=True,
        facts={"date": "2025年6月2日"},
    )
    header = read_header(article)
    assert (header.author, header.binding) == ("漆雕苒", True)
    assert isinstance(header.body[0], Piece)
    assert header.body[0].text.text == "6月1日，市文旅局启动送戏下乡。"
    assert header.body[0].text.spans()[0].start == 19
