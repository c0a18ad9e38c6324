"""What the name of a body looks like in running Chinese text.

A name is what a reader would underline as the one who acts: it starts where the
clause starts, ends in a word for an office, an institution, a collective or a
post, and is followed by something that only follows a subject.
"""

from __future__ import annotations

import re

from luoshi_core.reading.commitments.verbs import ADVERBS, VERBS


def _any(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_AREA = _any(
    "县（市、区） 县（区、市） 市（县、区） 市、县（区） 县（市）区 县（市） 县（区） 市（县） 区（县） 市（区）"
    " 县市区 县、区 县区 区县 市县 市区 州市 旗县"
)
_TOWN = _any(
    "乡镇（街道、园区） 乡镇（街道） 乡（镇、街道） 镇（街道） 镇（街） 街镇（园区） 街道（乡镇） 乡（镇） 镇（乡） 村（社区） 社区（村）"
    " 镇街道 镇街 街镇 乡镇 镇乡 村居 村社"
)

#: Names of offices: nothing else ends like this, so almost anything may follow.
_PARTY_OFFICE = (
    r"[市县区省州盟旗](?:直)?委(?:宣传部|组织部|统战部|政法委|社会工作部|社工部|办公室|办公厅|老干部局|党校|机要保密局"
    r"|[一-鿿]{1,6}?办(?:公室)?|(?:[一-鿿]{2,5}?)委员会)"
)
_COMMITTEE = (
    r"(?:纪委监委(?:机关)?|(?:发改|卫健|经信|国资|教|住建|体|农|建|纪|监|工|党|民|团|编|政法|地志|科工|工信|发展改革|[市县区州])委(?![员托派屈任]|会(?!同))"
    r"|(?:委员|管委|居委|村委|安委|常委|联合|协|学|商|理事|董事|总工|工|红十字|基金|业委|人代)会(?![议同展员计商场])"
    r"|(?<![举承开兴创协主合经筹督交查催申停补代帮包试重新联快])办(?![法理公事好学结案证税展园医]))"
)
_OFFICE = (
    rf"(?:{_PARTY_OFFICE}|(?<![新全格大布时当结破僵开])局(?:(?:(?!会同|联合|配合|督促|指导|组织|[市县区])[一-鿿]){{2,7}}?(?:支队|大队|总队|分局))?|{_COMMITTEE}"
    r"|(?:领导小组|委员会|指挥部|专班|政府|党委)?办公室|办公厅|(?:政府|市府)(?:督查室|办|研究室|办公厅)|指挥部|领导小组|专责小组|专班|工作组|(?:人民)?政府(?![一-鿿]{2,10}?(?:部门|机构))|总工会|妇联|残联|文联|科协"
    r"|侨联|社科联|工商联|记协|作协|关工委|团[市县区省]委|支队|大队|总队|办事处|管理处|检察院|法院|武装部|宣传部|组织部|统战部|人武部"
    r"|电视台|报社|供销社|联社|融媒体中心)"
)
_AFTER_OFFICE = r"(?![的系网官大楼门长内外中里是级机室科股认备批之属各投]|办公|设在)"

#: Words that also name things and places: what follows must show that it acts.
_ACTOR_WORDS = _any(
    "部门 单位 机构 组织 机关 集团 公司 企业 银行 合作社 中心 学校 中学 小学 幼儿园 大学 学院 高中 党校 医院 卫生院 卫生室 研究院"
    " 设计院 福利院 敬老院 养老院 剧院 院团 剧团 馆（站） (?<![新南北东西老旧])馆 院 台 工作队 执法队 救援队 服务队 中队 站 [查导家作核验考巡访]组 (?<=[一-鿿])(?<![场厕处之务由])所(?!在) 包村组 村民小组 司法所 财政所 研究所"
    " 管理所 事务所 卫生所 供电所 园区 开发区 高新区 经开区 新区 景区 厅 科 科室 股室 处室 督查室 党组 党委 支部 党总支 小组 团队 联盟 供应商 承包商 服务商"
    " 承接主体 责任主体 实施主体 经营者 投标人 中标人 采购人 承包人 当事人 负责人 责任人 监护人 举办者 主办方 承办方 甲方 乙方 丙方 个人"
    " 业主 物业 商户 县长 市长 区长 镇长 乡长 局长 主任 书记 校长 园长 馆长 站长 河长 林长 路长 所长 院长 网格员 管理员 联络员 志愿者"
    " 教师 工作人员 党员干部 干部 领导 成员"
)
_ACTOR = (
    rf"(?:各?村(?:“两委”|两委)|{_ACTOR_WORDS}|各{_AREA}|各{_TOWN}|{_AREA}|{_TOWN}|各[市县区镇乡村地校园街]"
    r"|[一-鿿](?<![全本我该外下到进驻山郊城景片辖小校社灾农])[县区镇乡村]|街道|社区)"
)
_WHEN = (
    r"[0-9０-９一二三四五六七八九十]+(?:[年月日]|个工作日|天内)|[本今明当次]年|年[内底终末初前]|[上下]半年|全年|[一二三四第]+季度|春节|国庆|[春秋]季|开学"
    r"|汛期|到20|20\d\d年"
)
_AFTER_ACTOR = rf"(?=应|要|须|将|必须|可|不得|不准|一律|均|都|每|按|于|在|从|自|对|把|向|为|以|逐|还|也|再|未|如|则|等|{_WHEN}|“|《|[、和与及]|{ADVERBS}|{VERBS}(?!率|额|量|面积|标准|时限|人数|费用|资金|工程|项目|中心|人员|工作|能力|水平|体系|机制|制度|食堂|设施))"
_AFTER_ACTOR_IN_LIST = rf"(?:{_AFTER_ACTOR}|(?=[，；。]|$))"

_LETTER = r"(?:[^\W\d_的是了将把被要须于每使让由从]|（[^（）]{1,6}）|“[^”]{1,12}”)"
_NEVER_FIRST = (
    r"(?!（|据|严禁|禁止|下设|不|请|努力|向|给|同|对|在|为|按|以|从|由|经|至|到|和|与|及|并|其|该|这|那|全[市县区镇省乡]|我[市县区省们]|[年月日]|所有的|确保|力争|力求|同时|此外|进一步"
    r"|不断|有效|围绕|结合|根据|依托|随着|针对|有的|一些|少数|个别)"
)
_MARK = r"(?:（(?:牵头|[^（）]{1,14}(?:局|委|办|会|中心|部|厅|室|处))）)?"
_ROLE_NAME = (
    r"(?:管理|监管|监督|建设|施工|使用|运营|经营|举办|主办|承办|组织|责任|实施|供应|服务|审批|采购|维护|养护|培训|检测|评估|设计|测绘|监测|救援|执法|治理|投资|落实|牵头|配合)"
    r"(?:单位|部门|机构|主体|人员|企业|商|方|者|人|站|所|队|中心)"
)
_HEAD = rf"{_NEVER_FIRST}(?={_ROLE_NAME}|(?!{VERBS}(?!局|厅|委|中心|办))){_LETTER}{{0,22}}?"

_PERSON = r"(?:(?:党政)?主要(?:负责人|负责同志|领导)|分管(?:负责人|领导|负责同志)|班子成员)?"

#: One name, at the place where it starts; in a list its end may also be the end of the clause.
NAME = rf"(?:{_HEAD}(?:{_OFFICE}{_MARK}{_PERSON}{_AFTER_OFFICE}|{_ACTOR}{_AFTER_ACTOR}))"
NAME_IN_LIST = rf"(?:{_HEAD}(?:{_OFFICE}{_MARK}{_PERSON}{_AFTER_OFFICE}|{_ACTOR}{_AFTER_ACTOR_IN_LIST}))"

_LIST_END = re.compile(
    r"(?:[局委办部厅处院所站馆台会府社厂店园室团盟队组校科股司区县镇乡村市省旗州班行心]|部门|单位|企业|机构|组织|集团|公司|学校|中学|小学|大学"
    r"|政府|机关|干部|[县市区镇乡局]长|主任|书记|[校园馆站河林]长|[一二三四五六七八九十0-9]中|[妇残文科侨]联|社科联|工商联|科协"
    r"|[甲乙丙]方|供应商|中标人|采购人|承包人|负责人|责任人|主体|成员|各地|人员)$"
)
_BRACKET = re.compile(r"（[^（）]*）$")


def is_body(words: str) -> bool:
    """Whether a word group that stands in a list or bracket names a body."""
    return 1 < len(words) <= 30 and _LIST_END.search(_BRACKET.sub("", words) or words) is not None
