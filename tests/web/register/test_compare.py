"""What differs between two states of a register."""

from __future__ import annotations

from luoshi.register.queries.compare import compare


def content(code: str, **fields: object) -> dict[str, object]:
    return {"code": code, "quote": f"任务{code}", "path": [], "owner": "市文旅局", "due": None, **fields}


def test_added_removed_changed_and_the_same():
    before = [content("1.1"), content("1.2", due="2026-09-30"), content("1.3")]
    after = [content("1.1", path=["别处"]), content("1.2", due="2026-10-31"), content("1.4")]
    found = compare(before, after, {"1.2": ["推迟"], "1.3": ["并入"]})
    assert [one["code"] for one in found.added] == ["1.4"]
    assert [(one.code, one.reasons) for one in found.removed] == [("1.3", ["并入"])]
    assert [(one.code, one.fields, one.reasons) for one in found.changed] == [
        ("1.2", {"due": ("2026-09-30", "2026-10-31")}, ["推迟"])
    ]
    assert found.same == 1
    assert found


def test_nothing_differs():
    assert not compare([content("1.1")], [content("1.1")])
    assert compare([content("1.1")], [content("1.1")]).same == 1
    assert len(compare([], [content("1.1")]).added) == 1
