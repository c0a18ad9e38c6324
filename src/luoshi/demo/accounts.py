"""The demo accounts: one for each kind of user."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.bodies.enums import PostKind
from luoshi.common.language import say

PASSWORD = "luoshi-demo"  # noqa: S105  printed on the demo's sign-in page


@dataclass(frozen=True, slots=True)
class Account:
    """A demo account: who it is and which post it holds in which body."""

    username: str
    name: str
    body: str
    kind: PostKind

    @property
    def words(self) -> str:
        """The body and the post."""
        return f"{self.body} {self.kind.label}"


ACCOUNTS = (
    Account("ducha", "闻人砚", "珩川市委督查室", PostKind.DELIVERY),
    Account("lingdao", "司空岚", "珩川市人民政府办公室", PostKind.LEADER),
    Account("wenlv", "公良棠", "珩川市文化和旅游局", PostKind.OFFICER),
    Account("xiuyun", "宰父沁", "岫云县文化和旅游局", PostKind.OFFICER),
    Account("duchayuan", "百里溪桐", "珩川市委督查室", PostKind.INSPECTOR),
    Account("xitong", "漆雕衡", "珩川市数据局", PostKind.SYSTEM_ADMIN),
    Account("anquan", "壤驷越", "珩川市数据局", PostKind.SECURITY_ADMIN),
    Account("shenji", "拓跋明", "珩川市数据局", PostKind.AUDITOR),
)


def accounts() -> str:
    """The accounts as they are printed at the start of the demo."""
    rows = [f"  {account.username:<10} {account.words}" for account in ACCOUNTS]
    return "\n".join([say("演示账号（密码都是 luoshi-demo）：", "Demo accounts (password luoshi-demo):"), *rows])
