"""One function a kind of bad input; each gives the bytes that a user might drop on the page.

Everything is made here, so that no bomb lies in the repository.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

from core.reading.formats.docx_files import docx, p
from core.reading.formats.ofd_files import ofd, page, text
from core.reading.formats.ole_files import ole
from core.reading.formats.zip_files import encrypted, nested, zipped

DUTY = "市文旅局年内新建城市书房12座，9月底前完成。"
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Huge(bytes):
    """Bytes that say they are a gigabyte; whoever looks at more than their number fails the test."""

    def __len__(self) -> int:
        return 1 << 30

    def __getitem__(self, key: object) -> bytes:
        raise AssertionError("work was done on a file that is too large")


def good_docx() -> bytes:
    """A small Word file."""
    return docx(p(DUTY))


def good_ofd() -> bytes:
    """A small OFD file."""
    return ofd(page(text(DUTY, 20, 30)))


def good_pdf(words: str = "The Library Service will open two branches by June 2026.") -> bytes:
    """A PDF of one page and one line, written object by object."""
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    fonts = b"<< /Font << /F1 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources %s >>" % fonts,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return pdf(objects)


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Objects with their cross-reference table; the first is the catalogue."""
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def encrypted_pdf() -> bytes:
    """A PDF whose user password is not empty."""
    key = b"<" + b"5A" * 32 + b">"
    guard = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<00> <00>]" % (key, key)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"], guard)


def good_xlsx(formula: str = "") -> bytes:
    """A small workbook, with a formula if one is given."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for column, words in enumerate(("序号", "任务", "责任单位", "完成时限")):
            sheet.write(0, column, words)
        for column, words in enumerate(("1", "新建城市书房12座", "市文旅局", "9月底前")):
            sheet.write(1, column, words)
        if formula:
            sheet.write_formula(2, 1, formula, None, "新建球场8片")
    return stream.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same package with one part replaced."""
    source = zipfile.ZipFile(io.BytesIO(data))
    members = ((n, content if n == name else source.read(n)) for n in source.namelist())
    return zipped(*members, compression=zipfile.ZIP_STORED)


def word_with(body: bytes) -> bytes:
    """A Word file whose main part is this XML."""
    return with_part(good_docx(), "word/document.xml", body)


def billion_laughs() -> bytes:
    """Entities that grow tenfold nine times."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE w [<!ENTITY l0 "哈">{levels}]><w:document {NAMES}>&l9;</w:document>'.encode()


def quadratic_blow_up() -> bytes:
    """One long entity named many times."""
    return f'<!DOCTYPE w [<!ENTITY a "{"x" * 50_000}">]><w:document {NAMES}>{"&a;" * 50_000}</w:document>'.encode()


def laughs_behind_a_long_comment() -> bytes:
    """The same where a quick look at the front does not see it."""
    return b"<!--" + b"x" * 10_000 + b"-->" + billion_laughs()


def external_entity() -> bytes:
    """An entity that names a file of the machine."""
    return f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {NAMES}>&x;</w:document>'.encode()


def million_elements_deep() -> bytes:
    """Elements in elements in elements."""
    return f"<w:document {NAMES}><w:body>".encode() + b"<w:sdt><w:sdtContent>" * 500_000


def million_paragraphs_on_one_level() -> bytes:
    """A flat part that would need gigabytes as a tree."""
    return f"<w:document {NAMES}><w:body>".encode() + b"<w:p/>" * 6_000_000 + b"</w:body></w:document>"


def bomb(member: str = "计划.txt", megabytes: int = 1000) -> bytes:
    """Megabytes of the same letter, packed a thousandfold."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open(member, "w") as file,
    ):
        for _ in range(megabytes):
            file.write(b"a" * (1 << 20))
    return stream.getvalue()


def overlapping_bomb() -> bytes:
    """Many directory entries for the same packed member, as in the bombs without nesting."""
    whole = bomb(megabytes=8)
    start = whole.find(b"PK\x01\x02")
    end = whole.find(b"PK\x05\x06")
    entry = whole[start:end]
    count = 60_000
    tail = bytearray(whole[end:])
    tail[8:10] = tail[10:12] = count.to_bytes(2, "little")
    tail[12:16] = (len(entry) * count).to_bytes(4, "little")
    return whole[:start] + entry * count + bytes(tail)


def lying_bomb() -> bytes:
    """A directory that admits ten bytes of a gigabyte."""
    data = bytearray(bomb(megabytes=500))
    directory = data.find(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def noise(size: int = 300_000) -> bytes:
    """Random bytes, the same on every run."""
    return random.Random(20260228).randbytes(size)


def html_of(element: str, count: int) -> bytes:
    """A page of one element over and over."""
    return f"<html><body>{element * count}".encode()


def long_line() -> bytes:
    """Three megabytes without a line end."""
    return (DUTY * (3_000_000 // len(DUTY.encode()))).encode()


REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "0 bytes": (lambda: b"", "empty-file", "重新上传"),
    "1 GB": (Huge, "too-large", "拆分"),
    "1 GB of zeros": (lambda: bytes(1 << 30), "too-large", "拆分"),
    "binary noise": (noise, "not-text", "请上传"),
    "binary noise called docx": (lambda: b"PK\x03\x04" + noise(), "broken", "重新下载"),
    "binary noise called xls": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(), "broken", "重新下载"),
    "binary noise called pdf": (lambda: b"%PDF-1.7\n" + noise(), "broken", "重新下载"),
    "nothing but null bytes": (lambda: bytes(1_000_000), "not-text", "请上传"),
    "truncated docx": (lambda: good_docx()[:-200], "broken", "重新下载"),
    "truncated xlsx": (lambda: good_xlsx()[:3000], "broken", "重新下载"),
    "truncated ofd": (lambda: good_ofd()[:-200], "broken", "重新下载"),
    "truncated zip": (lambda: zipped(("计划.txt", DUTY * 50))[:-40], "broken", "重新下载"),
    "truncated pdf": (lambda: good_pdf()[:40], "broken", "重新下载"),
    "docx with half its XML": (lambda: word_with(b"<w:document><w:body><w:p>"), "broken", "另存"),
    "encrypted office file": (lambda: ole("EncryptedPackage", "EncryptionInfo"), "encrypted", "去掉密码"),
    "encrypted zip called docx": (lambda: encrypted(good_docx()), "encrypted", "去掉密码"),
    "encrypted pdf": (encrypted_pdf, "encrypted", "去掉密码"),
    "old Word file": (lambda: ole("WordDocument"), "legacy-format", "另存为 .docx"),
    "a picture called docx": (lambda: b"\x89PNG\r\n\x1a\n" + noise(), "picture", "OCR"),
    "a program called pdf": (lambda: b"MZ\x90\0" + bytes(60) + noise(), "other-format", "请上传"),
    "zip bomb": (bomb, "archive-bomb", "打包"),
    "overlapping zip bomb": (overlapping_bomb, "too-much-inside", "拆分"),
    "zip bomb called docx": (lambda: bomb("[Content_Types].xml"), "archive-bomb", "打包"),
    "path traversal": (lambda: zipped(("../../etc/cron.d/x", DUTY)), "unsafe-member", "重新打包"),
    "billion laughs": (lambda: word_with(billion_laughs()), "unsafe-xml", "另存"),
    "quadratic blow-up": (lambda: word_with(quadratic_blow_up()), "unsafe-xml", "另存"),
    "billion laughs behind a comment": (lambda: word_with(laughs_behind_a_long_comment()), "unsafe-xml", "另存"),
    "external entity": (lambda: word_with(external_entity()), "unsafe-xml", "另存"),
    "a million nested elements": (lambda: word_with(million_elements_deep()), "xml-too-deep", "另存"),
    "millions of elements": (lambda: word_with(million_paragraphs_on_one_level()), "too-much-inside", "拆分"),
    "html of a million nested divs": (lambda: html_of("<div>", 1_000_000), "xml-too-deep", "另存"),
    "html of millions of elements": (lambda: html_of("<p>x", 2_500_000), "too-much-inside", "拆分"),
}
"""What must be refused: the file, the code of the error, words of its advice."""

READ: dict[str, Callable[[], bytes]] = {
    "html called docx": lambda: f"<html><body><p>{DUTY}</p></body></html>".encode(),
    "a 3 MB line": long_line,
    "null bytes in a text": lambda: (f"{DUTY}\0\n" * 200).encode(),
    "lines of nothing but marks": lambda: "。；（）".encode() * 50_000,
    "a formula that calls out": lambda: good_xlsx('=WEBSERVICE("http://127.0.0.1:9/")'),
    "a formula that runs a program": lambda: good_xlsx("=cmd|' /C calc'!A0"),
    "a text of one letter": lambda: b"a" * 5_000_000,
    "brackets without end": lambda: "（".encode() * 300_000,
    "markdown of nested quotes": lambda: b"# a\n# b\n" + b">" * 500_000,
    "markdown of open brackets": lambda: b"# a\n# b\n" + b"[" * 300_000,
    "markdown of blanks": lambda: (f"# a\n# b\n{DUTY}" + " " * 1_000_000 + f"|\n|-{' ' * 1_000_000}x\n").encode(),
    "markdown of comments that never end": lambda: b"# a\n# b\n" + b"<!-- <table>\n\n" * 200_000,
    "html of blanks": lambda: f"<p>{DUTY}{' ' * 1_000_000}x<p>来源{' ' * 1_000_000}x<title>{'-' * 100_000}".encode(),
    "html of buttons": lambda: f"<p>{DUTY}<p>{'打印本页 | ' * 12}！<p>{'打印 ' * 100_000}！".encode(),
    "html with a table of absurd spans": lambda: (
        b"<table>" + b"<tr><td colspan=1000 rowspan=9999>a</td><td>b</td></tr>" * 150 + b"</table>"
    ),
    "a zip of a zip of a zip": lambda: nested(5, ("计划.txt", DUTY)),
    "a zip with a lying directory": lying_bomb,
    "a zip with one broken member": lambda: zipped(("坏.docx", b"PK\x03\x04xxxx"), ("好.txt", DUTY)),
    "a zip of hundreds of small files": lambda: zipped(*((f"{n}.txt", DUTY) for n in range(800))),
}
"""What must come out clean: a result, or an error of one line."""
