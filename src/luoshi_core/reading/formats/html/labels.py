"""The field names of information lines and tables on government pages."""

from __future__ import annotations

LABELS = {
    "title": ("标题", "名称", "信息名称", "文件名称", "信息标题", "文件标题"),
    "source": ("来源", "信息来源", "稿件来源", "文章来源", "稿源", "Source"),
    "date": (
        *("发布时间", "发布日期", "发文时间", "公开日期", "发表时间", "更新时间", "时间", "日期"),
        *("Published on", "Published", "Publication date", "Date"),
    ),
    "written": ("成文日期", "成文时间", "生成日期", "发文日期", "制发日期", "制定日期", "印发日期"),
    "author": ("作者", "记者", "撰稿", "撰稿人", "供稿", "供稿人", "Author"),
    "number": ("发文字号", "文号", "文件编号", "发文文号", "文件字号", "公文文号", "文件号"),
    "issuer": (
        "发文机关",
        "发文机构",
        "发布机构",
        "发布机关",
        "制发机关",
        "发文单位",
        "发布单位",
        "公开主体",
        "制定机关",
    ),
}
"""The names under which each fact is printed."""

PAGE_LABELS = (
    *("索引号", "主题分类", "主题词", "体裁分类", "组配分类", "信息分类", "文件类型", "所属主题", "关键词", "公开属性"),
    *("有效性", "效力状态", "公开方式", "公开类别", "公开形式", "公开范围", "公开时限", "统一登记号", "规范性文件编号"),
    *(
        "浏览次数",
        "浏览量",
        "点击数",
        "点击量",
        "阅读次数",
        "阅读量",
        "阅读",
        "浏览",
        "点击",
        "人气",
        "访问量",
        "字体",
        "字号",
        "字体大小",
    ),
    *("打印", "分享", "分享到", "责任编辑", "责编"),
)
"""Names that stand in the same lines and tables, never in a document, and whose values are not kept."""

OTHER_LABELS = (
    *("分类", "有效期", "实施日期", "生效日期", "失效日期", "废止日期", "服务对象", "内容概述", "概述", "登记号"),
    *("编辑", "审核", "校对"),
)
"""The same, but documents use these words as well."""

WEAK_LABELS = ("时间", "日期", "Date", "标题", "名称", "作者", "记者", "Author", *OTHER_LABELS)
"""Names that also open lines of a document (minutes begin with 时间：)."""
