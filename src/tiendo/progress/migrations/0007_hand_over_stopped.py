from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("progress", "0006_openings"),
    ]

    operations = [
        migrations.AddField(
            model_name="handover",
            name="stopped_at",
            field=models.DateTimeField(null=True),
        ),
    ]
