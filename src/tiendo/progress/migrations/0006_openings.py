from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("progress", "0005_amending"),
    ]

    operations = [
        migrations.AddField(
            model_name="round",
            name="to_ask",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="round",
            name="halted",
            field=models.BooleanField(default=False),
        ),
    ]
