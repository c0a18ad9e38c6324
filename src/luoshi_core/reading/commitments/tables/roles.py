"""What the words at the head of a column say that its cells hold."""

from __future__ import annotations

import re
from enum import StrEnum


class Role(StrEnum):
    """The part that a column of a task table plays."""

    NUMBER = "number"
    CATEGORY = "category"
    TASK = "task"
    DETAIL = "detail"
    INDICATOR = "indicator"
    GOAL = "goal"
    SCOPE = "scope"
    UNIT = "unit"
    BASE = "base"
    LEAD = "lead"
    BODY = "body"
    PARTNERS = "partners"
    LEADER = "leader"
    PERSON = "person"
    DUE = "due"
    FREQUENCY = "frequency"
    PROGRESS = "progress"
    PROBLEM = "problem"
    SOURCE = "source"
    MONEY = "money"
    REMARK = "remark"


CONTENT = frozenset({Role.TASK, Role.DETAIL, Role.INDICATOR, Role.GOAL, Role.SCOPE})
"""The roles whose cells say what is to be done or reached."""

# The first pattern that is found decides, so the narrower words stand before the wider ones.
_CHINESE: tuple[tuple[Role, str], ...] = (
    (Role.NUMBER, r"^(?:序号?|编号|项次|号|(?:项目|任务|问题|事项|台账)(?:编号|序号))$"),
    (Role.REMARK, r"^(?:备注|说明|备考|附注|附件|指标(?:属性|类型|性质)|属性|性质)|电话|联系方式|地址|填报|下一?步"),
    (Role.DETAIL, r"(?:内容|任务|措施|举措|事项)(?:及|和|与|、).*(?:时限|要求|目标|标准|时间)"),
    (Role.SOURCE, r"来源|依据|出处|批示|文号|交办(?:时间|单位|文件)|提出单位"),
    (Role.LEADER, r"领导(?!小组|机构)|包[保联案挂抓](?:人|县|市)|第一责任人|责任(?:县长|市长|区长|常委)|链长"),
    (Role.PARTNERS, r"配合|协同|协办|协助|协作|参与|参加|会办|支持(?:单位|部门)"),
    (Role.LEAD, r"牵头|主责|主办|首责|抓总"),
    (
        Role.PROGRESS,
        r"(?:实际|销号|办结日)(?:完成|整改|办结)?(?:时间|日期)|(?:开工|开始|起始|发现|启动|检查|交办|印发|更新|立项)(?:时间|日期)",
    ),
    (Role.DUE, r"时限|期限|截止|限时|完工期|工期|(?<!第)时间|日期|时段|月份|何时"),
    (Role.PERSON, r"^(?!.*(?:单位|部门)).*(?:责任人|负责人|联系人|经办人|联络[员人]|专班人员|姓名|职务)"),
    (
        Role.BODY,
        r"(?:责任|实施|落实|执行|承担|承办|建设|组织|整改|办理|完成|经办|管理|主管|申报|包保|督办|属地)(?:单位|部门|主体|科室|股室|处室|机构|县区|县|乡镇|街道|方)"
        r"|^部门$|单位名称|^(?:责任|分工)$|责任分工|业主",
    ),
    (Role.FREQUENCY, r"频次|频率|周期"),
    (Role.MONEY, r"投资|资金|经费|预算|金额|概算"),
    (Role.PROBLEM, r"^(?!.*(?:措施|举措|任务|目标|要求)).*(?:问题|隐患|短板|症结|原因|诉求|不足|风险点)"),
    (Role.BASE, r"基期|基数|基准|基础值|现状|现有|上年|去年|往年|实际|实绩|完成值|预计|截至|底数"),
    (
        Role.GOAL,
        r"(?:进度|节点|阶段|季度|月度)(?:安排|计划|目标|要求|任务)|里程碑|时序|任务目标|任务指标|任务数|计划数|预期成效|工作标准",
    ),
    (
        Role.PROGRESS,
        r"(?:进展|完成|落实|整改|办理|推进|实施|执行|销号|办结|达标)(?:情况|状态|结果|成效|进度|率|与否)"
        r"|进展|状态|是否|销号|成效|当前|进度|情况|得分|评分|排名|验收",
    ),
    (Role.UNIT, r"^(?:计量)?单位$"),
    (Role.INDICATOR, r"指标(?!值|数|要求)"),
    (Role.SCOPE, r"^(?!.*名称).*(?:建设(?:内容|规模)|规模及?内容|内容及规模)"),
    (Role.DETAIL, r"具体|措施|举措|内容|细化|分解|做法|(?:工作|整改|办理|督办|任务)要求|工作要点|子任务|子项"),
    (Role.CATEGORY, r"类别|分类|领域|板块|方面|维度|类型|专项|阶段|步骤|环节|方向|条线"),
    (Role.TASK, r"目标任务|任务(?!书)|工作(?!目标)|事项|项目|工程|活动|清单|实事|议题|课题|建议"),
    (Role.GOAL, r"目标|标准|量化|成果|预期|指标|计划|要求|达到|要达|数量|规模"),
)
_ENGLISH: tuple[tuple[Role, str], ...] = (
    (
        Role.NUMBER,
        r"^(?:no|nr|#|ref|reference|id|item|number|s/n|(?:action|task|item|ref|reference|serial)[ .]*(?:no"
        r"|number|ref|id|#))\.?$",
    ),
    (Role.REMARK, r"^(?:notes?|comments?|remarks?|rationale|background|description of need)\b"),
    (Role.SOURCE, r"\b(?:source|evidence|origin)\b"),
    (Role.LEADER, r"\b(?:cabinet member|portfolio holder|sponsor|lead (?:member|councill?or)|champion)\b"),
    (Role.PARTNERS, r"\b(?:partners?|partnering|support(?:ing|ed)?|collaborators?|contributors?|assist(?:ing|ed)?)\b"),
    (Role.PROGRESS, r"\b(?:status|progress|rag|update|actual|start(?:ing|s)?(?: date)?)\b"),
    (
        Role.DUE,
        r"\b(?:time ?(?:frame|scale|line|table|ing)|deadlines?|due|target date|date|by when|when|completion"
        r"|complete by|quarter)\b",
    ),
    (Role.MONEY, r"\b(?:costs?|budget|funding|funds|resources?)\b"),
    (Role.BASE, r"\b(?:baseline|current|existing|today|latest)\b"),
    (Role.LEAD, r"\b(?:lead|leads|leading)\b"),
    (
        Role.BODY,
        r"\b(?:owners?|responsib\w*|accountab\w*|who|department|agency|assigned|reported by|officers?|team|division)\b",
    ),
    (Role.FREQUENCY, r"\b(?:frequency|how often|cadence)\b"),
    (Role.CATEGORY, r"\b(?:objectives?|themes?|priorit(?:y|ies)|goals?|category|areas?|strand|workstream|pillar)\b"),
    (Role.PROBLEM, r"\b(?:issues?|problems?|findings?|challenges?|risks?|gaps?|concerns?)\b"),
    (Role.INDICATOR, r"\b(?:indicators?|metrics?)\b"),
    (
        Role.GOAL,
        r"\b(?:targets?|kpis?|success|outcomes?|outputs?|milestones?|deliverables?|measures?|measured|performance)\b",
    ),
    (Role.UNIT, r"^units?$"),
    (Role.DETAIL, r"\b(?:actions?|steps?|activit(?:y|ies)|what)\b"),
    (Role.TASK, r"\b(?:tasks?|commitments?|initiatives?|projects?|recommendations?|strateg(?:y|ies)|work)\b"),
)
_RULES = tuple((role, re.compile(pattern, re.IGNORECASE)) for rules in (_CHINESE, _ENGLISH) for role, pattern in rules)
_BRACKET = re.compile(r"[（(\[【][^（）()\[\]【】]*[)）\]】]")
_SPACE_IN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_LONGEST = 40


def head_words(text: str) -> str:
    """The words of a head cell on one line, without the spaces that spread Chinese characters."""
    return _SPACE_IN_CHINESE.sub("", " ".join(text.split()))


def role_of(words: str) -> Role | None:
    """The role that a head cell names; what stands in brackets counts only when the rest says nothing."""
    words = head_words(words)
    if not words or len(words) > _LONGEST or "。" in words:
        return None
    bare = _BRACKET.sub("", words).strip(" :：*")
    return next((role for text in (bare, words) for role, pattern in _RULES if pattern.search(text)), None)
