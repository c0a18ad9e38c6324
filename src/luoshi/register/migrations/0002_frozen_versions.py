"""The database itself refuses to change a published version."""

from __future__ import annotations

from django.db import migrations

TABLES = ("register_version", "register_versionitem")


def guard(apps, schema_editor) -> None:
    """Put the triggers up."""
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            "CREATE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'a published version is frozen'; END $$"
        )
    for table in TABLES:
        for event in ("UPDATE", "DELETE"):
            body = (
                "FOR EACH ROW EXECUTE FUNCTION register_refuse()"
                if postgresql
                else "BEGIN SELECT RAISE(ABORT, 'a published version is frozen'); END"
            )
            schema_editor.execute(f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} {body}")
        if postgresql:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION register_refuse()"
            )


class Migration(migrations.Migration):
    """The guards."""

    dependencies = [("register", "0001_initial")]

    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
