"""What an English opinion piece asks for."""

from core.reading.pages import outlined
from luoshi_core.reading.commitments.english.calls import calls_of_english

ARTICLE = """
Our valley has sung for two hundred years. Every village should set up a reading room of its own.
The county must establish a fund for travelling players; we should also hold exhibitions in barns and chapels.
We should build a sense of pride. We must never forget our songs. The choir sang in May.
“You should open a museum of boots,” said my uncle.
"""


def test_concrete_calls_are_listed_word_for_word() -> None:
    assert [call.quote for call in calls_of_english(outlined(ARTICLE)[1])] == [
        "Every village should set up a reading room of its own",
        "The county must establish a fund for travelling players",
        "we should also hold exhibitions in barns and chapels",
    ]


def test_a_call_remembers_where_it_stood() -> None:
    text = "The town should open a museum."
    (call,) = calls_of_english(outlined(text)[1])
    assert [text[span.start : span.end] for span in call.spans] == ["The town should open a museum"]
