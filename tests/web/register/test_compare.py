"""What two versions differ in."""

from __future__ import annotations

from luoshi.register.queries.compare import Changed, compare


def test_added_removed_and_changed_are_told_in_their_order():
    old = [{"code": "1.1", "due": None}, {"code": "1.2", "due": "2026-01-01"}, {"code": "1.3", "due": None}]
    new = [{"code": "1.4", "due": None}, {"code": "1.2", "due": "2026-02-01"}, {"code": "1.1", "due": None}]
    found = compare(old, new)
    assert (found.added, found.removed) == ([new[0]], [old[2]])
    assert found.changed == [Changed("1.2", {"due": ["2026-01-01", "2026-02-01"]})]


def test_a_field_that_one_of_them_does_not_know_counts_as_nothing_there():
    assert compare([{"code": "1.1"}], [{"code": "1.1", "due": None}]).changed == []
    assert compare([{"code": "1.1"}], [{"code": "1.1", "due": "x"}]).changed == [Changed("1.1", {"due": [None, "x"]})]
    assert compare([], []) == ([], [], [])
