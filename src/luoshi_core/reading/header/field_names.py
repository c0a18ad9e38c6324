"""The names of fields that a head prints before a colon, and what each tells."""

from __future__ import annotations

_NAMES = {
    "source": "来源|信息来源|文章来源|稿件来源|稿源",
    "author": "作者|撰稿|撰稿人|文|记者|本报记者|通讯员|讲话人|演讲人|主讲人|主讲",
    "filed by": (
        "发文机关|发文单位|制发机关|制发单位|发布机构|发布单位|编制单位|填报单位|填报部门|制表单位|印发单位|公开主体|印制单位"
    ),
    "number": "发文字号|文号|文件编号|编号|公文编号|文件号",
    "written": (
        "成文日期|发文日期|发文时间|成文时间|生成日期|填报日期|填报时间|填表日期|制表日期|编制日期|编制时间|填表时间|印发时间|"
        "制定日期"
    ),
    "title": "标题|信息名称|文件名称|文件标题|名称",
    "held": "会议时间|时间",
    "signer": "签发人|签发",
    "other": (
        "发布时间|发布日期|公开日期|更新时间|索引号|主题分类|主题词|关键词|有效性|时效性|效力状态|浏览次数|浏览量|阅读|阅读次数|点击数|"
        "字体|字号|责任编辑|编辑|责编|审核|校对|公文种类|统一登记号|信息分类|信息索引号|文种|体裁|地点|会议地点|主持|主持人|出席|"
        "出席人员|出席领导|列席|列席人员|列席单位|参加|参加人员|参会人员|请假|缺席|记录|记录人|整理|密级|紧急程度|公开方式|公开属性|"
        "公开类型|信息公开属性|打印|分享|分享到|访问次数|主办|主办单位|电话|邮箱|地址|邮编|联系人|联系电话|单位|计量单位|废止日期|"
        "施行日期|实施日期|生效日期"
    ),
}
FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split("|")}
"""What each name tells; "other" is read and not kept."""

ANY_NAME = "|".join(sorted(FIELD_OF, key=len, reverse=True))
"""All names as alternatives of a pattern, the longer first."""
