"""Pages of a document and how many are read; what else a document says of a task."""

from django.db import migrations, models

STAGES = [
    ("ordering", "pages to be put in order"),
    ("queued", "waiting to be read"),
    ("reading", "being read"),
    ("read", "to be reviewed"),
    ("failed", "not read"),
    ("confirmed", "in force"),
]


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = [
        migrations.AddField("document", "leaves", models.JSONField(default=list)),
        migrations.AddField("intake", "pages_done", models.PositiveIntegerField(default=0)),
        migrations.AddField("intake", "pages_total", models.PositiveIntegerField(default=0)),
        migrations.AlterField(
            "intake", "stage", models.CharField(choices=STAGES, default="queued", max_length=9)
        ),
        migrations.AddField("task", "marks", models.JSONField(default=list)),
        migrations.AddField("task", "particulars", models.JSONField(default=dict)),
    ]
