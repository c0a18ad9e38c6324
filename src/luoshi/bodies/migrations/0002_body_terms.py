"""Bodies are found by their words."""

from __future__ import annotations

from django.db import migrations

from luoshi.bodies.fulltext import BODY_TERMS, body_entries


class Migration(migrations.Migration):
    """The index, with what is there already."""

    dependencies = [("bodies", "0001_initial")]

    operations = BODY_TERMS.operations(lambda apps: body_entries(apps.get_model("bodies", "Body").objects.all()))
