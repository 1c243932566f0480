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
            name="Petition",
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
                    "title",
                    models.CharField(
                        help_text="What is asked for, in one line.",
                        max_length=200,
                        verbose_name="petition",
                    ),
                ),
                (
                    "bottleneck",
                    models.CharField(
                        choices=[
                            ("land", "land and premises"),
                            ("capital", "capital and credit"),
                            ("procedures", "administrative procedures"),
                            ("works", "roads, electricity, water"),
                            ("labour", "labour and skills"),
                            ("market", "market and materials"),
                            ("environment", "environment, fire safety"),
                            ("technology", "machines and technology"),
                            ("planning", "planning and building"),
                            ("policy", "mechanisms and policies"),
                            ("other", "other difficulties"),
                        ],
                        help_text="The one that most of what it gathers belongs to.",
                        max_length=11,
                        verbose_name="group of difficulties",
                    ),
                ),
                (
                    "gathered_on",
                    models.DateField(
                        help_text="The day on which it was drawn up.", verbose_name="gathered on"
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True,
                        help_text="In full, as it stands in the submission: what stands in the way, what for.",
                        verbose_name="what is asked",
                    ),
                ),
                (
                    "addressee",
                    models.CharField(
                        blank=True,
                        help_text="The committee of the locality, or the level above by its letter.",
                        max_length=200,
                        verbose_name="submitted to",
                    ),
                ),
                (
                    "put_number",
                    models.CharField(
                        blank=True,
                        help_text="Of the paper it went with, such as 35/TTr-KTHT.",
                        max_length=60,
                        verbose_name="number of the submission",
                    ),
                ),
                (
                    "put_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on the submission.",
                        null=True,
                        verbose_name="submitted on",
                    ),
                ),
                (
                    "agreed",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wholly", "agreed"),
                            ("partly", "agreed in part"),
                            ("not", "not agreed"),
                        ],
                        help_text="Empty until it is decided.",
                        max_length=6,
                        verbose_name="result of the decision",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        help_text="From the decision or the letter of answer, such as 812/UBND-KT.",
                        max_length=60,
                        verbose_name="number of the decision",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on that paper.",
                        null=True,
                        verbose_name="decided on",
                    ),
                ),
                (
                    "answer",
                    models.TextField(
                        blank=True,
                        help_text="In short: what is allowed from when, what is not and why.",
                        verbose_name="what was decided",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        help_text="The standing office of the plan.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="gathered by",
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
                "verbose_name": "petition",
                "verbose_name_plural": "petitions",
                "ordering": ("-gathered_on", "title", "pk"),
                "indexes": [models.Index(fields=["locality", "gathered_on"], name="petition_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "title", "gathered_on"), name="petition_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on", None),
                            models.Q(("agreed", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="petition_decided_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on", None),
                            models.Q(
                                ("put_on__isnull", False), ("put_on__lte", models.F("decided_on"))
                            ),
                            _connector="OR",
                        ),
                        name="petition_decided_after_submission",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Difficulty",
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
                    "what",
                    models.CharField(
                        help_text="What stands in the way of what, in one sentence.",
                        max_length=300,
                        verbose_name="difficulty",
                    ),
                ),
                (
                    "whom",
                    models.CharField(
                        help_text="Name of the establishment, the investor or the office, always written alike.",
                        max_length=200,
                        verbose_name="raised by",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("establishment", "establishment"),
                            ("household", "household business"),
                            ("investor", "investor"),
                            ("office", "office that carries the plan out"),
                            ("other", "somebody else"),
                        ],
                        default="establishment",
                        help_text="A household business is one that is registered under a person's name.",
                        max_length=13,
                        verbose_name="kind of who raised it",
                    ),
                ),
                (
                    "bottleneck",
                    models.CharField(
                        choices=[
                            ("land", "land and premises"),
                            ("capital", "capital and credit"),
                            ("procedures", "administrative procedures"),
                            ("works", "roads, electricity, water"),
                            ("labour", "labour and skills"),
                            ("market", "market and materials"),
                            ("environment", "environment, fire safety"),
                            ("technology", "machines and technology"),
                            ("planning", "planning and building"),
                            ("policy", "mechanisms and policies"),
                            ("other", "other difficulties"),
                        ],
                        help_text="What has to be unlocked; equal ones are found by it.",
                        max_length=11,
                        verbose_name="group of difficulties",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(
                        help_text="The day on the letter, the minutes or the report.",
                        verbose_name="received on",
                    ),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        help_text="The last day; working days are counted from the day after it was received.",
                        null=True,
                        verbose_name="to be answered by",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("in-hand", "in hand"),
                            ("removed", "removed"),
                            ("explained", "explained: the rules stand"),
                            ("higher", "left to the level above"),
                            ("not", "cannot be removed"),
                        ],
                        default="in-hand",
                        help_text="In hand until there is an answer.",
                        max_length=9,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "answered_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on the letter of answer.",
                        null=True,
                        verbose_name="answered on",
                    ),
                ),
                (
                    "answer",
                    models.TextField(
                        blank=True,
                        help_text="In short, with the number of the letter: what was done, or why it is not.",
                        verbose_name="what was answered",
                    ),
                ),
                (
                    "satisfied",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "satisfied"),
                            ("partly", "satisfied in part"),
                            ("no", "not satisfied"),
                        ],
                        help_text="As asked of the one who raised it; leave it empty when nobody asked.",
                        max_length=6,
                        verbose_name="satisfaction",
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
                    "agency",
                    models.ForeignKey(
                        help_text="Who has to answer. To pass it on, use “Pass on” on the page of the row.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="office in charge",
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where it is felt; empty where it is felt in the whole locality.",
                        limit_choices_to={"kind": "commune"},
                        null=True,
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
                (
                    "petition",
                    models.ForeignKey(
                        blank=True,
                        help_text="The one that it was gathered into; empty while it stands alone.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="difficulties",
                        to="difficulties.petition",
                        verbose_name="petition",
                    ),
                ),
            ],
            options={
                "verbose_name": "difficulty",
                "verbose_name_plural": "difficulties",
                "ordering": ("-received_on", "what", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "received_on"], name="difficulty_day"),
                    models.Index(
                        fields=["locality", "answered_on", "due_on"], name="difficulty_due"
                    ),
                    models.Index(fields=["locality", "commune"], name="difficulty_commune"),
                    models.Index(fields=["locality", "agency"], name="difficulty_office"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "what", "whom", "received_on"), name="difficulty_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_on", None), ("outcome", "in-hand")),
                            models.Q(
                                ("answered_on__isnull", False),
                                models.Q(("outcome", "in-hand"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="difficulty_answered_says_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("satisfied", ""), ("answered_on__isnull", False), _connector="OR"
                        ),
                        name="difficulty_satisfied_when_answered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Forwarding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("forwarded_on", models.DateField(verbose_name="passed on on")),
                ("due_on", models.DateField(null=True, verbose_name="to be answered by")),
                ("words", models.CharField(max_length=300, verbose_name="reason for passing on")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="passed on to",
                    ),
                ),
                (
                    "difficulty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="forwardings",
                        to="difficulties.difficulty",
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "ordering": ("forwarded_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sender", models.F("agency")), _negated=True),
                        name="forwarding_to_another_office",
                    )
                ],
            },
        ),
    ]
