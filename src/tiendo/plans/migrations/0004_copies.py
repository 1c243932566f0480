import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def tie_intakes_to_plans(apps, schema_editor):
    """Say of every draft in force which plan it became: so far that was known by its document alone."""
    intake, plan = apps.get_model("plans", "Intake"), apps.get_model("plans", "Plan")
    became = plan.objects.filter(document=OuterRef("document")).values("pk")[:1]
    intake.objects.filter(document__plan__isnull=False).update(plan=Subquery(became))


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0003_key_words_and_copies"),
    ]

    operations = [
        migrations.AddField(
            model_name="intake",
            name="copied_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="drafts",
                to="plans.plan",
            ),
        ),
        migrations.AddField(
            model_name="intake",
            name="first_year",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="intake",
            name="plan",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="intake",
                to="plans.plan",
            ),
        ),
        migrations.AddField(
            model_name="draftitem",
            name="same_work",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="plans.task",
            ),
        ),
        migrations.RunPython(tie_intakes_to_plans, migrations.RunPython.noop),
    ]
