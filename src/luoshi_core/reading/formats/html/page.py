"""A saved web page -> its tree, whatever it was saved as and however it was encoded."""

from __future__ import annotations

import email
import email.message
import re
from typing import NamedTuple

from lxml import etree

from luoshi_core.reading.errors import Broken, NoText, TooMuchInside, XmlTooDeep
from luoshi_core.reading.formats.encoding import Decoded, decode
from luoshi_core.reading.formats.limits import MAX_MARKUP_BYTES, MAX_XML_NODES, check_size
from luoshi_core.reading.formats.sniff import is_mail

FORMAT = "HTML"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SNAPSHOT = re.compile(r"https?://\S+")
# what browsers make of the names that pages declare
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252"}


class Page(NamedTuple):
    """A page's root element, its decoding and the address it was saved from."""

    root: etree._Element
    decoded: Decoded
    url: str | None


def open_page(data: bytes) -> Page:
    """The tree of a web page or of the page in an .mht file.

    Raises ``TooLarge``, ``TooMuchInside``, ``XmlTooDeep``, ``NotText``, ``NoText`` or ``Broken``.
    """
    check_size(data, MAX_MARKUP_BYTES)
    url = None
    charset = None
    if is_mail(data):
        data, charset, url = _page_of_mail(data)
    decoded = decode(data, charset or _declared(data))
    url = url or _first(_SAVED_FROM, decoded.text[:2048])
    return Page(parse_html(decoded.text), decoded, url)


def parse_html(text: str) -> etree._Element:
    """The tree of a page or a fragment of one, without comments.

    Raises ``NoText``, ``TooMuchInside`` or ``XmlTooDeep``.
    """
    if text.count("<") + text.count("=") > MAX_XML_NODES:
        raise TooMuchInside(what_zh="网页元素", what_en="elements", limit=MAX_XML_NODES)
    # unclosed <font> tags pile up in old pages, hence the greater depth of huge trees
    parser = etree.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Broken(format=FORMAT) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise XmlTooDeep(format=FORMAT)
    if root is None:
        raise NoText()
    return root


def words_of(element: etree._Element) -> str:
    """All characters below an element."""
    return "".join(map(str, element.itertext()))


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    return _wider(found.group(1).decode("ascii", "replace")) if found else None


def _wider(charset: str) -> str:
    return _WIDER.get(charset.lower(), charset.lower())


def _page_of_mail(data: bytes) -> tuple[bytes, str | None, str | None]:
    """The bytes, character set and address of the first HTML part, else of the first text part."""
    try:
        message = email.message_from_bytes(data)
        parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    except (RecursionError, ValueError, LookupError) as error:
        raise Broken(format=FORMAT) from error
    parts.sort(key=lambda part: part.get_content_subtype() != "html")
    if not parts:
        raise NoText()
    payload = parts[0].get_payload(decode=True)
    charset = parts[0].get_content_charset()
    address = _address(message) or _address(parts[0])
    return payload if isinstance(payload, bytes) else b"", _wider(charset) if charset else None, address


def _address(part: email.message.Message) -> str | None:
    for name in ("Snapshot-Content-Location", "Content-Location"):
        found = _first(_SNAPSHOT, str(part.get(name, "")), 0)
        if found:
            return found
    return None


def _first(pattern: re.Pattern[str], text: str, group: int = 1) -> str | None:
    found = pattern.search(text)
    return found.group(group) if found else None
