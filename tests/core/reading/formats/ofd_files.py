"""OFD files object by object, with the liberties that real producers take."""

from __future__ import annotations

from core.reading.formats.zip_files import zipped

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(
    words: str, x: float, y: float, size: float = 5.0, delta: str | None = "", more: str = "", code: str = ""
) -> str:
    """A text object at millimetres x, y; ``delta`` None leaves the steps out."""
    steps = f"g {len(words) - 1} {size}" if delta == "" else delta
    given = f' DeltaX="{steps}"' if steps else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y} 150 {size}" Font="2" Size="{size}"{more}>'
        f'<ofd:TextCode X="0" Y="{size}"{given}{code}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def page(*objects: str, area: str = "") -> str:
    """A page of text objects."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {NAMES}>{area}'
        f'<ofd:Template TemplateID="3"/><ofd:Content><ofd:Layer ID="4">{"".join(objects)}'
        "</ofd:Layer></ofd:Content></ofd:Page>"
    )


def document(pages: int, location: str = "Pages/Page_{}/Content.xml") -> str:
    """A Document.xml with this many pages."""
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="{location.format(n)}"/>' for n in range(pages))
    return (
        f"<ofd:Document {NAMES}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
        '</ofd:PageArea><ofd:TemplatePage ID="3" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>'
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )


def root(*documents: str) -> str:
    """OFD.xml naming its documents."""
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocInfo><ofd:Title>x</ofd:Title></ofd:DocInfo><ofd:DocRoot>{name}</ofd:DocRoot></ofd:DocBody>"
        for name in documents
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {NAMES} Version="1.0">{bodies}</ofd:OFD>'


def ofd(*pages: str, template: str = "") -> bytes:
    """An OFD file of one document in the usual folders."""
    members = [("OFD.xml", root("Doc_0/Document.xml")), ("Doc_0/Document.xml", document(len(pages)))]
    members += [(f"Doc_0/Pages/Page_{n}/Content.xml", content) for n, content in enumerate(pages)]
    members.append(("Doc_0/Tpls/Tpl_0/Content.xml", template or page()))
    return zipped(*members)
