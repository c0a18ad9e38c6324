"""Documents are found by their words."""

from __future__ import annotations

from django.db import migrations

from luoshi.documents.fulltext import DOCUMENT_TERMS, document_entries


class Migration(migrations.Migration):
    """The index, with what is there already."""

    dependencies = [("documents", "0001_initial")]

    operations = DOCUMENT_TERMS.operations(
        lambda apps: document_entries(apps.get_model("documents", "Document").objects.all())
    )
