"""Commitments are found by their words; what is removed, with its file for instance, is found no longer."""

from __future__ import annotations

from django.db import migrations

from luoshi.common.fulltext import KEY
from luoshi.register.fulltext import COMMITMENT_TERMS, commitment_entries

TABLE, TERMS = "register_commitment", COMMITMENT_TERMS.table


def forget(apps, schema_editor) -> None:
    """Put the trigger up."""
    vendor = schema_editor.connection.vendor
    statement = f"DELETE FROM {TERMS} WHERE {KEY[vendor]} = OLD.id;"  # noqa: S608 - names from the code
    if vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION register_forget_terms() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {statement} RETURN NULL; END $$"
        )
        body = "FOR EACH ROW EXECUTE FUNCTION register_forget_terms()"
    else:
        body = f"BEGIN {statement} END"
    schema_editor.execute(f"CREATE TRIGGER {TABLE}_forgets_terms AFTER DELETE ON {TABLE} {body}")


class Migration(migrations.Migration):
    """The index, with what is there already."""

    dependencies = [("register", "0002_frozen_versions")]

    operations = [
        *COMMITMENT_TERMS.operations(
            lambda apps: commitment_entries(apps.get_model("register", "Commitment").objects.all())
        ),
        migrations.RunPython(forget, migrations.RunPython.noop),
    ]
