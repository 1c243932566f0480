from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0003_succession"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Course",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fold", models.CharField(blank=True, editable=False, max_length=1000)),
                (
                    "checked_on",
                    models.DateField(editable=False, null=True, verbose_name="last confirmed"),
                ),
                ("about_id", models.PositiveBigIntegerField(editable=False, null=True)),
                (
                    "name",
                    models.CharField(
                        help_text="As in the decision that opens it, with its number.",
                        max_length=200,
                        verbose_name="course",
                    ),
                ),
                (
                    "occupation",
                    models.CharField(
                        help_text="What is learnt: welding, sewing, running a dryer.",
                        max_length=120,
                        verbose_name="trade",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("short", "course under 3 months"),
                            ("elementary", "elementary course"),
                            ("intermediate", "intermediate course"),
                            ("college", "college course"),
                            ("on-job", "taught on the job"),
                        ],
                        help_text="From the decision that opens it.",
                        max_length=12,
                        verbose_name="kind of course",
                    ),
                ),
                (
                    "months",
                    models.DecimalField(
                        decimal_places=1,
                        help_text="From the programme; three months and more count as training.",
                        max_digits=4,
                        verbose_name="length (months)",
                    ),
                ),
                (
                    "trainer",
                    models.CharField(
                        help_text="The school, centre or enterprise that teaches.",
                        max_length=200,
                        verbose_name="taught by",
                    ),
                ),
                (
                    "establishment",
                    models.CharField(
                        blank=True,
                        help_text="That asked for it and takes people on; blank where none did.",
                        max_length=200,
                        verbose_name="opened for the establishment",
                    ),
                ),
                (
                    "high_tech",
                    models.BooleanField(
                        blank=True,
                        default=False,
                        help_text="A trade that works with automatic lines, programmed machines or robots.",
                        verbose_name="high technology",
                    ),
                ),
                (
                    "begins_on",
                    models.DateField(
                        help_text="The first day; may lie ahead.", verbose_name="opening day"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True,
                        help_text="The last day, as planned or as it was.",
                        null=True,
                        verbose_name="closing day",
                    ),
                ),
                (
                    "planned",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="From the decision that opens it.",
                        null=True,
                        verbose_name="planned trainees",
                    ),
                ),
                (
                    "cost",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="From the settlement; else as approved.",
                        max_digits=18,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="cost (million VND)",
                    ),
                ),
                (
                    "about_type",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "locality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agencies.locality",
                    ),
                ),
            ],
            options={
                "verbose_name": "training course",
                "verbose_name_plural": "training courses",
                "ordering": ("-begins_on", "name", "pk"),
                "indexes": [models.Index(fields=["locality", "begins_on"], name="course_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "name", "begins_on"), name="course_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("months", None), ("months__gte", 0), _connector="OR"),
                            models.Q(("cost", None), ("cost__gte", 0), _connector="OR"),
                        ),
                        name="course_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begins_on", None),
                            ("ends_on", None),
                            ("begins_on__lte", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="course_ends_after_it_begins",
                        violation_error_message="It cannot end before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JobQuarter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fold", models.CharField(blank=True, editable=False, max_length=1000)),
                (
                    "checked_on",
                    models.DateField(editable=False, null=True, verbose_name="last confirmed"),
                ),
                ("about_id", models.PositiveBigIntegerField(editable=False, null=True)),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="The calendar year of these figures, such as 2023.",
                        verbose_name="year",
                    ),
                ),
                (
                    "quarter",
                    models.CharField(
                        choices=[
                            ("1", "quarter I"),
                            ("2", "quarter II"),
                            ("3", "quarter III"),
                            ("4", "quarter IV"),
                        ],
                        help_text="The quarter of the list.",
                        max_length=1,
                        verbose_name="quarter",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("industry", "industry and handicrafts"),
                            ("services", "trade and services"),
                            ("farm", "agriculture"),
                            ("outside", "outside the locality"),
                            ("abroad", "abroad under a contract"),
                        ],
                        help_text="What the new job is.",
                        max_length=8,
                        verbose_name="kind of job",
                    ),
                ),
                (
                    "establishment",
                    models.CharField(
                        blank=True,
                        help_text="Blank for all smaller places of a commune together.",
                        max_length=200,
                        verbose_name="establishment",
                    ),
                ),
                (
                    "found",
                    models.PositiveIntegerField(
                        help_text="Everybody placed in the quarter, whoever left.",
                        verbose_name="people who found work",
                    ),
                ),
                (
                    "women",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="From the same list.",
                        null=True,
                        verbose_name="of them women",
                    ),
                ),
                (
                    "from_farm",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Who worked in agriculture before, as the list says.",
                        null=True,
                        verbose_name="of them from farm work",
                    ),
                ),
                (
                    "lost",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="At the same place in the same quarter; 0 where nobody did, blank when not known.",
                        null=True,
                        verbose_name="people who lost or left work",
                    ),
                ),
                (
                    "about_type",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        limit_choices_to={"kind": "commune"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="commune or ward",
                    ),
                ),
                (
                    "locality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agencies.locality",
                    ),
                ),
            ],
            options={
                "verbose_name": "jobs in a quarter",
                "verbose_name_plural": "jobs by quarter",
                "ordering": ("-year", "-quarter", "commune", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "year", "quarter"], name="job_quarter_year")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "commune", "establishment", "kind", "year", "quarter"),
                        name="job_quarter_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("women", None),
                            ("found", None),
                            ("women__lte", models.F("found")),
                            _connector="OR",
                        ),
                        name="job_quarter_women",
                        violation_error_message="A part cannot be more than all who found work.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_farm", None),
                            ("found", None),
                            ("from_farm__lte", models.F("found")),
                            _connector="OR",
                        ),
                        name="job_quarter_from_farm",
                        violation_error_message="A part cannot be more than all who found work.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Trainee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fold", models.CharField(blank=True, editable=False, max_length=1000)),
                (
                    "checked_on",
                    models.DateField(editable=False, null=True, verbose_name="last confirmed"),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Seen by offices that keep this register.",
                        max_length=120,
                        verbose_name="full name",
                    ),
                ),
                (
                    "born",
                    models.PositiveSmallIntegerField(
                        help_text="The year only, such as 1998.", verbose_name="year of birth"
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        choices=[("female", "female"), ("male", "male")],
                        help_text="From the list of the course.",
                        max_length=6,
                        verbose_name="sex",
                    ),
                ),
                (
                    "before",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("farm", "agriculture"),
                            ("industry", "industry and handicrafts"),
                            ("services", "trade and services"),
                            ("learning", "at school"),
                            ("none", "without work"),
                        ],
                        help_text="In what the trainee worked when the course began.",
                        max_length=8,
                        verbose_name="work before",
                    ),
                ),
                (
                    "finished_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the last test; blank for who is learning or left.",
                        null=True,
                        verbose_name="finished on",
                    ),
                ),
                (
                    "certificate",
                    models.CharField(
                        choices=[
                            ("none", "no certificate yet"),
                            ("short", "certificate of less than 3 months"),
                            ("long", "certificate of 3 months and more"),
                            ("elementary", "elementary certificate"),
                            ("intermediate", "intermediate diploma"),
                            ("college", "college diploma and above"),
                            ("skilled", "skilled by 3 years in the job"),
                        ],
                        default="none",
                        help_text="The highest that came of this course.",
                        max_length=12,
                        verbose_name="certificate",
                    ),
                ),
                (
                    "after",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("farm", "agriculture"),
                            ("industry", "industry and handicrafts"),
                            ("services", "trade and services"),
                            ("learning", "at school"),
                            ("none", "without work"),
                        ],
                        help_text="In what the trainee works since the course; blank when not known.",
                        max_length=8,
                        verbose_name="work after",
                    ),
                ),
                (
                    "employed_on",
                    models.DateField(
                        blank=True,
                        help_text="The first day of the work after it.",
                        null=True,
                        verbose_name="employed on",
                    ),
                ),
                (
                    "employer",
                    models.CharField(
                        blank=True,
                        help_text="Name of the establishment as in the register of establishments.",
                        max_length=200,
                        verbose_name="employer",
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        limit_choices_to={"kind": "commune"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="commune or ward",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        help_text="A course of the register of courses: enter it there first.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trainees",
                        to="workforce.course",
                        verbose_name="training course",
                    ),
                ),
                (
                    "locality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agencies.locality",
                    ),
                ),
            ],
            options={
                "verbose_name": "trainee",
                "verbose_name_plural": "trainees",
                "ordering": ("name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "name", "id"], name="trainee_name"),
                    models.Index(fields=["locality", "fold"], name="trainee_fold"),
                    models.Index(fields=["locality", "commune", "name"], name="trainee_commune"),
                    models.Index(fields=["locality", "finished_on"], name="trainee_finished"),
                    models.Index(fields=["locality", "employed_on"], name="trainee_employed"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("course", "name", "born"), name="trainee_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("certificate", "none"), ("finished_on__isnull", False), _connector="OR"
                        ),
                        name="trainee_certified_when_finished",
                        violation_error_message="Who has a certificate has finished: fill in the day.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fold", models.CharField(blank=True, editable=False, max_length=1000)),
                (
                    "checked_on",
                    models.DateField(editable=False, null=True, verbose_name="last confirmed"),
                ),
                ("about_id", models.PositiveBigIntegerField(editable=False, null=True)),
                (
                    "school",
                    models.CharField(
                        help_text="The school or centre, always written alike.",
                        max_length=200,
                        verbose_name="school",
                    ),
                ),
                (
                    "establishment",
                    models.CharField(
                        help_text="Name of the establishment as in the register of establishments.",
                        max_length=200,
                        verbose_name="establishment",
                    ),
                ),
                (
                    "occupation",
                    models.CharField(
                        help_text="What is learnt: welding, sewing, running a dryer.",
                        max_length=120,
                        verbose_name="trade",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="As at its head.",
                        max_length=60,
                        verbose_name="number of the agreement",
                    ),
                ),
                (
                    "signed_on",
                    models.DateField(
                        help_text="The day of the later signature.", verbose_name="signed on"
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="The last day it holds; blank where none was agreed.",
                        null=True,
                        verbose_name="valid to",
                    ),
                ),
                (
                    "seats",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many are to be trained by it in a year.",
                        null=True,
                        verbose_name="trainees a year",
                    ),
                ),
                (
                    "jobs",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many of them the establishment takes on.",
                        null=True,
                        verbose_name="jobs promised a year",
                    ),
                ),
                (
                    "given_up",
                    models.BooleanField(
                        blank=True,
                        default=False,
                        help_text="Both sides let it end: nobody is reminded of its last day.",
                        verbose_name="not to be renewed",
                    ),
                ),
                (
                    "about_type",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        limit_choices_to={"kind": "commune"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="commune or ward",
                    ),
                ),
                (
                    "locality",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agencies.locality",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement of school and enterprise",
                "verbose_name_plural": "agreements of schools and enterprises",
                "ordering": ("-signed_on", "school", "pk"),
                "indexes": [models.Index(fields=["locality", "commune"], name="agreement_commune")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "school", "establishment", "signed_on"),
                        name="agreement_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("signed_on")), _connector="OR"
                        ),
                        name="agreement_ends_after_it_begins",
                        violation_error_message="It cannot end before it begins.",
                    ),
                ],
            },
        ),
    ]
