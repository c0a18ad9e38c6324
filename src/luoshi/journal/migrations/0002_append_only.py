"""The database itself refuses to change the journal."""

from __future__ import annotations

from django.db import migrations

from luoshi_core.chain import GENESIS

SQLITE = (
    """CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_head_no_delete BEFORE DELETE ON journal_head
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_head_only_forward BEFORE UPDATE ON journal_head WHEN NEW.seq <= OLD.seq
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
)
POSTGRESQL = (
    """CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$""",
    """CREATE TRIGGER journal_entry_no_update BEFORE UPDATE OR DELETE ON journal_entry
       FOR EACH ROW EXECUTE FUNCTION journal_refuse()""",
    """CREATE TRIGGER journal_entry_no_truncate BEFORE TRUNCATE ON journal_entry
       FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
    """CREATE TRIGGER journal_head_no_delete BEFORE DELETE ON journal_head
       FOR EACH ROW EXECUTE FUNCTION journal_refuse()""",
    """CREATE TRIGGER journal_head_only_forward BEFORE UPDATE ON journal_head
       FOR EACH ROW WHEN (NEW.seq <= OLD.seq) EXECUTE FUNCTION journal_refuse()""",
)


def begin(apps, schema_editor) -> None:
    """The head of an empty chain, then the triggers."""
    apps.get_model("journal", "Head").objects.create(id=1, seq=0, hash=GENESIS)


def guard(apps, schema_editor) -> None:
    """Put the triggers up."""
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """The head and the guards."""

    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.RunPython(begin, migrations.RunPython.noop),
        migrations.RunPython(guard, migrations.RunPython.noop),
    ]
