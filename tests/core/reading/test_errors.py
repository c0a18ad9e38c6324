"""A refusal says the same in the process that asked as in the one that read."""

from __future__ import annotations

import pickle

from luoshi_core.reading.errors import NoText, TooLarge


def test_a_refusal_travels_between_processes_with_its_facts():
    error = TooLarge(size=3 << 20, limit=1 << 20, where="计划.zip")
    twin = pickle.loads(pickle.dumps(error))
    assert type(twin) is TooLarge
    assert [twin.message("zh"), twin.message("en")] == [error.message("zh"), error.message("en")]
    assert "3 MB" in str(twin)


def test_one_that_was_located_later_keeps_its_place():
    error = NoText()
    error.locate("通知.txt")
    assert pickle.loads(pickle.dumps(error)).message("en").startswith("通知.txt: ")
