"""Documents and findings are found by their words."""

from __future__ import annotations

from django.db import migrations

from luoshi.documents.fulltext import DOCUMENT_TERMS, FINDING_TERMS, document_entries, stored_findings


class Migration(migrations.Migration):
    """The indexes, with what is there already."""

    dependencies = [("documents", "0001_initial")]

    operations = [
        *DOCUMENT_TERMS.operations(lambda apps: document_entries(apps.get_model("documents", "Document").objects.all())),
        *FINDING_TERMS.operations(lambda apps: stored_findings(apps.get_model("documents", "Finding").objects.all())),
    ]
