"""Who is answerable, read from a bracket, a line, a heading or a cell that lists bodies.

"市甲局牵头，市乙局、各县（区）配合", "牵头单位：…；配合单位：…", "由市甲局负责" and a bare
"市甲局、市乙局" all say the same in other words. Marked leads come first, else the
first named; everybody else in the list is a partner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from luoshi_core.reading.commitments.chinese.bodies import is_body

LEAD, DUTY, SUPPORT, LEADER, OTHER = "lead", "duty", "support", "leader", "other"

_UNITS = r"(?:单位|部门|处室|科室|股室|站所|院系|机构|方)"
_LABEL_WORDS = (
    r"(?P<leader>(?:市|县|区|镇|包联|包保|包村|包片|包案|包干|驻村|挂村|县级|市级|协管|挂点|联系|分管|牵头|责任|主管|包抓|领办|督办|挂帅|挂钩)+领导(?:同志)?"
    r"|(?:整改|第一|直接)?责任人|领衔人|负责人)"
    rf"|(?P<lead>(?:牵头|主责|主办|主管|总牵头|第一责任)(?:责任)?(?:{_UNITS}|[科股处站所组])?|主责)"
    rf"|(?P<support>(?:配合|协办|协同|协助|参与|参加|协作|支持)(?:责任)?(?:{_UNITS}|[科股处站所组])?)"
    rf"|(?P<duty>(?:整改)?(?:责任|负责|落实|承办|实施|完成|执行|办理|组织|建设)(?:主体|{_UNITS}|[科股处组])"
    r"(?:[及和](?:部门|单位))?|整改责任|责任落实)"
    r"|(?P<other>(?:完成|办结|整改|落实)?时限|(?:完成|整改|办结|截止)时间|时间(?:节点|安排|要求)|进度安排"
    r"|联系人|联系电话)"
)
_LABEL = re.compile(rf"(?:^|(?<=[\s；;，,。、：:]))(?:{_LABEL_WORDS})\s*[：:]")
_PHRASE_END = re.compile(
    r"(?P<lead>(?:为)?(?:牵头|主办|主抓|总牵头)(?:单位|部门)?(?:[，,]?(?:负责|落实|实施|组织实施|推进|抓总|组织"
    r"|总负责))*)"
    r"|(?P<support>(?:积极|做好|予以)?(?:配合|协助|协同|协办|参与|参加)(?:单位|部门)?(?:落实|推进|实施|配合|做好)*"
    r"|出工(?:出力)?|出资|出力|投工投劳|提供(?:支持|保障|场地)|(?:业务|技术)?指导)"
    r"|(?P<duty>(?:按照?(?:各自)?(?:职责|职能)(?:分工)?(?:抓好|做好|分别)?|分别|共同|具体|分工|各自"
    r"|统筹)*(?:负责|落实|组织实施|实施|承办|推进|办理|承担)(?:落实|实施|推进|组织实施)*)"
)
_TRAILING_ROLE = re.compile(rf"(?<!各)(?:{_PHRASE_END.pattern})$")
_JOINER_BEFORE = re.compile(r"^(?:由|和|及|与|以及|并|其他)")
_ETC_BEHIND = re.compile(r"(?<=[局委办部厅会府区县）])等$|等(?:有关|相关)?(?:部门|单位)(?:和单位)?$")
_JOINER = re.compile(r"会同|联合|会商|商同|协同")
_TIME = re.compile(
    r"(?:(?:\d+年)?(?:\d+月)?(?:\d+日)?[底末内]?|\d+个工作日内|年[底内]|全年|[上下]半年|第?[一二三四]季度末?"
    r"|长期|持续|常态化)"
    r"(?:之?前)?(?:推进|坚持|完成|到位)?$"
)
_NAME = re.compile(r"(?:[^（）、，,；;。/\s]|（[^（）]*）)+")
_LEAD_MARK = re.compile(r"（(?:牵头(?:单位|部门)?|主办)）|（牵头[，、]?.*?）$")
_SCOPED = re.compile(r"^(?P<name>.+?)（(?P<scope>[^（）]+)）$")
_ITEMS = re.compile(r"^第?(?P<first>\d+)(?:[—\-～~至到]第?(?P<last>\d+))?[项条]")
_SCOPE_ITEMS = re.compile(r"第?(\d+)(?:[—\-～~至到]第?(\d+))?项?(?=$|[、，和及项])")
_SHARED_BY = re.compile(r"^(?P<scope>[^，。由]{2,})由(?P<name>.+)$")
_AND = re.compile(
    r"(?<=[局委办部厅处院所站馆会府社区县镇乡村团队组股科司校心门关业员联室）])(?:和|与|及|以及)"
    r"(?=[各市县区省团镇乡村有相驻]|学校|医院|企业|社区|街道|志愿者|物业)"
    r"|(?<=[局办队团股司])(?:和|与|以?及)(?!单位|个人|机构|部门|人员|企业|其|下属|所属|直属)"
)
_AREA_WORDS = re.compile(
    r"^(?:市|县|区|旗|街道|社区|园区|镇|乡|镇街|街|站|室|园长|政府|管委会|[市县区旗、]+)$"
    r"|[市县区旗园街道镇乡]、|委会$|[局委办会厅部]$"
)
_FULL = str.maketrans(
    {
        "【": "（",
        "】": "）",
        "［": "（",
        "］": "）",
        "[": "（",
        "]": "）",
        "(": "（",
        ")": "）",
        ":": "：",
        ";": "；",
        "\u3000": " ",
        "\t": " ",
        "\n": " ",
    }
)


@dataclass(slots=True)
class Share:
    """A body that answers for some items only: by number or by a word that the item holds."""

    name: str
    first: int = 0
    last: int = 0
    word: str = ""


@dataclass(slots=True)
class Parties:
    """What a list of bodies says: one owner, its partners, a leader, and who has which share.

    ``lead_marked`` says that the owner was marked as the lead; ``shares`` is not
    empty where the list says which item is whose.
    """

    owner: str | None = None
    partners: tuple[str, ...] = ()
    leader: str | None = None
    lead_marked: bool = False
    shares: tuple[Share, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.owner or self.partners or self.leader or self.shares)

    def share_of(self, number: str | None, words: str) -> Parties:
        """The parties for one item, by its number or its words."""
        if not self.shares:
            return self
        index = int(number) if number and number.isdecimal() else -1
        for share in self.shares:
            if share.first <= index <= (share.last or share.first) and share.first:
                return Parties(share.name, leader=self.leader)
        for share in self.shares:
            if share.word and _shares_words(share.word, words):
                return Parties(share.name, leader=self.leader)
        return Parties(self.owner, self.partners, self.leader)


def _shares_words(scope: str, words: str) -> bool:
    if scope in words:
        return True
    parts = [part for part in re.split(r"[、和及]|建设|工作|部分|方面|工程|项目", scope) if len(part) > 1]
    return any(part in words for part in parts)


@dataclass(slots=True)
class _Roles:
    lead: list[str] = field(default_factory=list)
    duty: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)
    leader: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)


def read_parties(text: str) -> Parties:
    """Owner, partners and leader in a cell, bracket or line that lists who is responsible."""
    roles = _Roles()
    for role, words in _labelled(text.translate(_FULL).strip().strip("。；")):
        if role == LEADER:
            roles.leader += [name for name in re.split(r"[、，,；\s]+", words) if name]
        elif role != OTHER:
            _read_phrases(role, words, roles)
    return _decide(roles)


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """The text cut at its role labels; what stands before the first has the role of a duty."""
    if text.startswith("（") and text.endswith("）"):
        text = text if _closes_early(text[1:-1]) else text[1:-1]
    at, role = 0, DUTY
    for match in _LABEL.finditer(text):
        if words := text[at : match.start()].strip(" ；，。"):
            yield role, words
        at, role = match.end(), match.lastgroup or DUTY
    if words := text[at:].strip(" ；，。"):
        yield role, words


def _closes_early(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "（") - (character == "）")
        if depth < 0:
            return True
    return False


def _read_phrases(role: str, words: str, roles: _Roles) -> None:
    for phrase in re.split(r"[，,；。]|(?<=[）局委办府]) +(?=[各市县区])", words):
        phrase = phrase.strip()
        if phrase.startswith("由"):
            phrase = phrase[1:]
        if not phrase:
            continue
        own = role
        if end := _TRAILING_ROLE.search(phrase):
            if end.start() == 0 and end.end() == len(phrase) and not is_body(phrase):
                continue
            found = end.lastgroup or own
            phrase = phrase[: end.start()]
            own = found if role == DUTY or found == "lead" else role
        _read_names(own, phrase, roles)


def _read_names(role: str, phrase: str, roles: _Roles) -> None:
    """A list of names, one behind the other; 会同 makes those behind it partners."""
    if by := _SHARED_BY.match(phrase):
        roles.shares.append(Share(by["name"], word=by["scope"]))
        phrase = by["name"]
    head, *tail = _JOINER.split(phrase, maxsplit=1)
    if tail:
        if head.endswith("牵头"):
            head, role = head[:-2], "lead"
        _add_names(role, head, roles)
        _add_names(SUPPORT, tail[0], roles)
    else:
        _add_names(role, phrase, roles)


def _add_names(role: str, phrase: str, roles: _Roles) -> None:
    into: list[str] = getattr(roles, role)
    for words in _NAME.findall(_AND.sub("、", phrase)):
        name, own = _clean(words), into
        if not name or _TIME.match(name):
            continue
        if items := _ITEMS.match(name):
            _share_items(items, name[items.end() :], roles)
            continue
        if _LEAD_MARK.search(name):
            name, own = _LEAD_MARK.sub("", name), roles.lead
        elif (scoped := _SCOPED.match(name)) and not _AREA_WORDS.search(scoped["scope"]) and is_body(scoped["name"]):
            name = scoped["name"]
            roles.shares += _shares_of(name, scoped["scope"])
        if lead := re.match(r"(.+?)牵头$", name):
            name, own = lead[1], roles.lead
        if name and name not in own:
            own.append(name)


def _shares_of(name: str, scope: str) -> list[Share]:
    if "项" in scope or scope[:1].isdigit():
        items = [(int(m[1]), int(m[2] or m[1])) for m in _SCOPE_ITEMS.finditer(scope)]
        return [Share(name, first=first, last=last) for first, last in items]
    return [Share(name, word=scope)]


@lru_cache(maxsize=4096)  # the same bodies act in every paragraph of a document
def split_names(words: str) -> tuple[str, ...]:
    """The names of a list in running text, each as printed."""
    names = [name for name in (_clean(name) for name in _NAME.findall(_AND.sub("、", words))) if name]
    while len(names) > 1 and len(names[0]) == 1:
        names[:2] = ["、".join(names[:2])]
    return tuple(names) or (words,)


def _share_items(items: re.Match[str], name: str, roles: _Roles) -> None:
    name = name.lstrip("由：为 ")
    first = int(items["first"])
    if name:
        roles.shares.append(Share(name, first=first, last=int(items["last"] or first)))


def _clean(words: str) -> str:
    words = words.strip("：:·．.")
    return _ETC_BEHIND.sub("", _JOINER_BEFORE.sub("", words))


def _decide(roles: _Roles) -> Parties:
    first = roles.lead or roles.duty
    owner = first[0] if first else None
    others = [name for name in (*roles.lead, *roles.duty, *roles.support) if name != owner]
    if len(roles.shares) < 2:
        roles.shares = [share for share in roles.shares if share.first]
    return Parties(
        owner=owner,
        partners=tuple(dict.fromkeys(others)),
        leader="、".join(roles.leader) or None,
        lead_marked=bool(roles.lead),
        shares=tuple(roles.shares),
    )


def starts_with_role(text: str) -> bool:
    """Whether a line starts with a role label (责任单位：, 完成时限：)."""
    if "：" not in text and ":" not in text:
        return False
    return _LABEL.match(text.translate(_FULL).lstrip(" （")) is not None


_ROLE_WORDS = re.compile(r"牵头|负责|配合|责任|承办|主办|协办|落实单位|时限|完成时间|按职责")


def lists_parties(text: str) -> bool:
    """Whether a bracket or line is there to say who is responsible (or until when)."""
    text = text.translate(_FULL).strip(" 。；")
    if text.startswith("（") and text.endswith("）") and not _closes_early(text[1:-1]):
        text = text[1:-1]
    if not text or len(text) > 200:
        return False
    if _LABEL.match(text):
        return True
    names = _NAME.findall(re.sub(r"(?:牵头|配合|负责|按职责分工)+", "", text))
    if _ROLE_WORDS.search(text):
        parties = read_parties(text)
        named = [name for name in (parties.owner, *parties.partners, *(s.name for s in parties.shares)) if name]
        return bool(named) and all(is_body(re.sub(r"（[^（）]*）$", "", name)) or is_body(name) for name in named)
    return bool(names) and all(is_body(name) and _PROPER.match(name) for name in names)


_PROPER = re.compile(
    r"[市县区省州旗各镇乡]|团[市县]委|有关|相关|属地|[^\s]{2,8}[县区镇乡市](?:人民政府|政府)?$|.{2,}(?:局|委|办"
    r"|办公室|政府|公司|集团|支队|中心|专班|馆|院|部门|单位|科|股|处|站|所|学校)$|.+(?:合作社|协会|商会|委会|工会|妇联"
    r"|支部|村民小组|[大中]队|服务队|保洁队)$|(?:.*[务产])?办公室$|.{2,}(?<![全内外干局东西南北中])部$"
)
