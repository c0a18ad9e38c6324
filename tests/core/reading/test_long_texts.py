"""A long text is read piece by piece: what it takes grows with what is found in it, not with copies of its words."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from luoshi_core.reading import Cadence, Commitment, Found, How, Operator, Span, Target, read

MOST_BYTES = 6
"""So many bytes of memory a byte of text: its characters take two thirds of one, each way to keep them all another."""

PLAN = """
def part(i):
    return (
        f"　　{i}.养老服务中心建设。去年以来，全县养老服务中心累计达到{i}处，群众反映良好，但布局不均的问题仍然存在。"
        f"县民政局牵头，县财政局配合，9月底前新建养老服务中心{i % 97 + 2}处，覆盖率达到{i % 40 + 60}%以上。"
        f"{'各级各部门要提高站位，扛牢责任，把养老服务中心工作抓紧抓实抓出成效。' * 9}\\n"
    )
"""
PAGES = """
column = "清晨六点半老街口的灯已经亮了第一位读者推开\\n门，挑了靠窗的位子坐下来，翻开昨天没看完的\\n" * 9

def part(i):
    return f"第{i}座书房开门迎客\\n□本报记者 王小明\\n\\n　　{column}一页，书里夹着{i}号借书条。\\n\\n"
"""
READ = """
import resource, sys
from luoshi_core.reading import read
read("市文旅局年内新建城市书房12座。".encode())
data = "".join(map(part, range(1000))).encode()
data *= 5_000_000 // len(data)
unit = 1 if sys.platform == "darwin" else 1024
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
reading = read(data)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(reading.documents), sum(len(d.commitments) for d in reading.documents), (peak - before) * unit / len(data))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell the peak of a process")
@pytest.mark.parametrize(("part", "documents", "commitments"), [(PLAN, 1, 5_000), (PAGES, 1_000, 0)])
def test_a_text_of_five_megabytes_takes_little_memory(part: str, documents: int, commitments: int) -> None:
    done = subprocess.run([sys.executable, "-c", part + READ], capture_output=True, text=True, check=True)
    articles, found, bytes_each = done.stdout.split()
    assert int(articles) >= documents
    assert int(found) >= commitments
    assert float(bytes_each) < MOST_BYTES


def test_what_is_kept_packed_is_given_back_whole_and_survives_the_way_between_processes() -> None:
    spans = (Span(3, 9), Span(12, 20))
    commitment = Commitment(
        "新建书房12座",
        spans,
        targets=(Target("书房", Operator.EQUAL, 12, "座", spans[:1]),),
        cadence=Cadence.YEARLY,
        found={"owner": Found(How.HEADING, spans), "leader": Found(How.CELL), "due": Found(How.BRACKET, spans[1:])},
    )
    assert commitment.spans == spans
    assert commitment.targets[0].spans == spans[:1]
    assert list(commitment.found) == ["owner", "leader", "due"]
    assert commitment.found["owner"] == Found(How.HEADING, spans)
    assert commitment.found["leader"].spans == ()
    assert commitment.found["due"].spans == spans[1:]
    assert pickle.loads(pickle.dumps(commitment)) == commitment


def test_a_reading_survives_the_way_between_processes() -> None:
    reading = read("一、城市书房\n1.建设。市文旅局牵头，市财政局配合，9月底前新建城市书房12座。".encode())
    again = pickle.loads(pickle.dumps(reading))
    assert again.documents == reading.documents
    assert again.documents[0].commitments[0].spans


def test_a_line_names_who_is_responsible_for_units_that_were_not_yet_settled() -> None:
    tasks = "\n".join(f"新建城市书房{i}座。" for i in range(2, 700))
    reading = read(f"一、城市书房\n{tasks}\n责任单位：市文旅局".encode())
    owners = [commitment.owner for commitment in reading.documents[0].commitments]
    assert len(owners) == 698
    assert owners[0] is None
    assert owners[-1] == "市文旅局"


def test_the_last_sentence_of_a_long_plan_still_dates_all_of_it() -> None:
    tasks = "\n".join(f"{i}.新建城市书房{i}座。" for i in range(2, 700))
    reading = read(f"城市书房建设方案\n一、任务\n{tasks}\n以上任务2026年9月底前全部完成。".encode())
    assert {str(commitment.due) for commitment in reading.documents[0].commitments} == {"2026-09-30"}
