from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("industry", "0002_clusters"),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name="workyear",
            name="work_year_progress",
            constraint=models.CheckConstraint(
                condition=models.Q(("progress", None), ("progress__lte", 100), _connector="OR"),
                name="work_year_progress",
                violation_error_message="Progress cannot be more than 100 per cent.",
            ),
        ),
    ]
