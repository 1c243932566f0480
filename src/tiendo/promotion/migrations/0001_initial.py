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
            name="PromotionProject",
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
                        help_text="As in the application or decision.",
                        max_length=300,
                        verbose_name="promotion project",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True,
                        help_text="As in the programme of the year.",
                        max_length=40,
                        verbose_name="code",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("national", "national promotion"),
                            ("local", "promotion of the province"),
                        ],
                        help_text="Whose programme pays.",
                        max_length=8,
                        verbose_name="level",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="The year whose programme it belongs to.",
                        verbose_name="programme year",
                    ),
                ),
                (
                    "content",
                    models.CharField(
                        choices=[
                            ("demonstration", "demonstration model of a technology or product"),
                            ("replication", "working model to be copied"),
                            ("cleaner", "model of cleaner production"),
                            ("machine", "advanced machinery"),
                            ("line", "whole line of advanced machinery"),
                            ("training", "training"),
                            ("fair", "fair, exhibition"),
                            ("brand", "brand, design, packaging"),
                            ("advice", "advice, start-up"),
                            ("other", "other content"),
                        ],
                        help_text="Decides share and ceiling of the support.",
                        max_length=13,
                        verbose_name="what is supported",
                    ),
                ),
                (
                    "machine",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("harvest", "harvesting machine"),
                            ("dryer", "dryer"),
                            ("aquatic", "machine for processing fish and shrimp"),
                            ("farm", "other farm machine"),
                            ("processing", "other processing machine"),
                        ],
                        help_text="When it is about machines for farms or processing; else empty.",
                        max_length=10,
                        verbose_name="key mechanical product",
                    ),
                ),
                (
                    "beneficiary",
                    models.CharField(
                        help_text="As in the contract, always alike.",
                        max_length=200,
                        verbose_name="who gets the support",
                    ),
                ),
                (
                    "beneficiary_kind",
                    models.CharField(
                        choices=[
                            ("small", "small or medium enterprise"),
                            ("large", "large enterprise"),
                            ("cooperative", "cooperative or cooperative group"),
                            ("household", "household business"),
                            ("cluster", "investor of a cluster's infrastructure"),
                            ("artisan", "artisan"),
                        ],
                        help_text="From the registration certificate.",
                        max_length=11,
                        verbose_name="kind of who gets it",
                    ),
                ),
                (
                    "executor",
                    models.CharField(
                        blank=True,
                        help_text="The promotion centre or office that signs the contract.",
                        max_length=200,
                        verbose_name="carried out by",
                    ),
                ),
                (
                    "cost",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="Of the whole investment, from the estimate.",
                        max_digits=18,
                        null=True,
                        verbose_name="total cost (million VND)",
                    ),
                ),
                (
                    "support",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="From promotion money: as asked for, then as approved.",
                        max_digits=18,
                        null=True,
                        verbose_name="support (million VND)",
                    ),
                ),
                (
                    "own",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="What the establishment pays itself.",
                        max_digits=18,
                        null=True,
                        verbose_name="own money (million VND)",
                    ),
                ),
                (
                    "other",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="From other sources; 0 when there is none.",
                        max_digits=18,
                        null=True,
                        verbose_name="other money (million VND)",
                    ),
                ),
                (
                    "applied_on",
                    models.DateField(
                        help_text="The day on which the application came.",
                        verbose_name="applied on",
                    ),
                ),
                (
                    "appraised_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the minutes of appraisal.",
                        null=True,
                        verbose_name="appraised on",
                    ),
                ),
                (
                    "approved_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the decision on the support.",
                        null=True,
                        verbose_name="approved on",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        help_text="Number and symbol of the decision.",
                        max_length=100,
                        verbose_name="decision",
                    ),
                ),
                (
                    "contracted_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on the contract.",
                        null=True,
                        verbose_name="contract signed on",
                    ),
                ),
                (
                    "contract",
                    models.CharField(
                        blank=True,
                        help_text="Number and symbol of the contract.",
                        max_length=100,
                        verbose_name="contract",
                    ),
                ),
                (
                    "advanced_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty when no advance was paid.",
                        null=True,
                        verbose_name="advance paid on",
                    ),
                ),
                (
                    "advance",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="What was paid before the work was accepted.",
                        max_digits=18,
                        null=True,
                        verbose_name="advance (million VND)",
                    ),
                ),
                (
                    "accepted_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the minutes of acceptance on site.",
                        null=True,
                        verbose_name="accepted on",
                    ),
                ),
                (
                    "settled_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the last payment or of the settlement.",
                        null=True,
                        verbose_name="accounts settled on",
                    ),
                ),
                (
                    "settled",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="All that was paid, the advance with it.",
                        max_digits=18,
                        null=True,
                        verbose_name="settled (million VND)",
                    ),
                ),
                (
                    "check_by",
                    models.DateField(
                        blank=True,
                        help_text="By when somebody is to look how it is used.",
                        null=True,
                        verbose_name="check after support by",
                    ),
                ),
                (
                    "stopped_on",
                    models.DateField(
                        blank=True,
                        help_text="When it was given up; else empty.",
                        null=True,
                        verbose_name="stopped on",
                    ),
                ),
                (
                    "stopped_words",
                    models.CharField(
                        blank=True,
                        help_text="In a few words.",
                        max_length=300,
                        verbose_name="why it was stopped",
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
                        help_text="Who answers for the project here; who only helps enters support given.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="answerable office",
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
                "verbose_name": "promotion project",
                "verbose_name_plural": "promotion projects",
                "ordering": ("-year", "name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "approved_on"], name="promotion_project_day"),
                    models.Index(fields=["locality", "commune"], name="promotion_project_commune"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "name", "beneficiary", "year"),
                        name="promotion_project_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost", None), ("cost__gte", 0), _connector="OR"),
                        name="promotion_project_cost",
                        violation_error_message="Money is never negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("support", None), ("support__gte", 0), _connector="OR"),
                        name="promotion_project_support",
                        violation_error_message="Money is never negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("own", None), ("own__gte", 0), _connector="OR"),
                        name="promotion_project_own",
                        violation_error_message="Money is never negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("other", None), ("other__gte", 0), _connector="OR"),
                        name="promotion_project_other",
                        violation_error_message="Money is never negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("advance", None), ("advance__gte", 0), _connector="OR"),
                        name="promotion_project_advance",
                        violation_error_message="Money is never negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("settled", None), ("settled__gte", 0), _connector="OR"),
                        name="promotion_project_settled",
                        violation_error_message="Money is never negative.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AfterCheck",
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
                    "checked",
                    models.DateField(
                        help_text="The day of the minutes.", verbose_name="looked at on"
                    ),
                ),
                (
                    "finding",
                    models.CharField(
                        choices=[
                            ("used", "used as meant"),
                            ("partly", "used in part"),
                            ("idle", "stands idle"),
                            ("gone", "sold or moved away"),
                        ],
                        help_text="As seen on site.",
                        max_length=6,
                        verbose_name="how it is used",
                    ),
                ),
                (
                    "jobs",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Since the support, as the establishment says; 0 when there are none.",
                        null=True,
                        verbose_name="jobs added",
                    ),
                ),
                (
                    "revenue",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="As the establishment says.",
                        max_digits=18,
                        null=True,
                        verbose_name="revenue added a year (million VND)",
                    ),
                ),
                (
                    "saving",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="For one unit of product, compared with before.",
                        max_digits=5,
                        null=True,
                        verbose_name="material or energy saved (%)",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="From the minutes.",
                        max_length=500,
                        verbose_name="what was seen",
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
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="promotion.promotionproject",
                        verbose_name="promotion project",
                    ),
                ),
            ],
            options={
                "verbose_name": "check after support",
                "verbose_name_plural": "checks after support",
                "ordering": ("-checked", "project", "pk"),
                "indexes": [models.Index(fields=["locality", "checked"], name="after_check_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("project", "checked"), name="after_check_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("saving", None),
                            models.Q(("saving__gte", 0), ("saving__lte", 100)),
                            _connector="OR",
                        ),
                        name="after_check_saving",
                        violation_error_message="A share lies between 0 and 100 per cent.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeedCandidate",
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
                        help_text="As in the register of them.",
                        max_length=200,
                        verbose_name="name of the establishment",
                    ),
                ),
                (
                    "proposed_on",
                    models.DateField(
                        help_text="The points of that day count.", verbose_name="proposed on"
                    ),
                ),
                (
                    "need",
                    models.CharField(
                        help_text="Such as: a drying line.",
                        max_length=300,
                        verbose_name="what it would be helped with",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no")],
                        help_text="Rice, fish, fruit, farm machinery, clean energy.",
                        max_length=3,
                        verbose_name="priority sector of the plan",
                    ),
                ),
                (
                    "export",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no")],
                        help_text="From its contracts of last year.",
                        max_length=3,
                        verbose_name="exports, or supplies who exports",
                    ),
                ),
                (
                    "technology",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no")],
                        help_text="From its investment plan.",
                        max_length=3,
                        verbose_name="brings in new technology",
                    ),
                ),
                (
                    "material",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no")],
                        help_text="Mainly rice, fish or fruit grown here.",
                        max_length=3,
                        verbose_name="uses raw material of the locality",
                    ),
                ),
                (
                    "jobs",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no")],
                        help_text="As its commune says.",
                        max_length=3,
                        verbose_name="takes in people who leave farm work",
                    ),
                ),
                (
                    "environment",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no")],
                        help_text="As the office of environment says.",
                        max_length=3,
                        verbose_name="environmental papers complete",
                    ),
                ),
                (
                    "own_share",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Of the whole cost; empty while it is not known.",
                        max_digits=5,
                        null=True,
                        verbose_name="own money in the investment (%)",
                    ),
                ),
                (
                    "serious",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no")],
                        help_text="On the list of seriously polluting ones: no support at all.",
                        max_length=3,
                        verbose_name="pollutes seriously",
                    ),
                ),
                (
                    "chosen",
                    models.CharField(
                        choices=[
                            ("waiting", "not decided yet"),
                            ("chosen", "chosen for support"),
                            ("not", "not chosen"),
                        ],
                        default="waiting",
                        help_text="The points propose; people decide.",
                        max_length=7,
                        verbose_name="choice",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty while nobody has decided.",
                        null=True,
                        verbose_name="decided on",
                    ),
                ),
                (
                    "reason_words",
                    models.CharField(
                        blank=True,
                        help_text="Needed when the choice does not follow the points.",
                        max_length=300,
                        verbose_name="why it was decided so",
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
                        help_text="The office that proposes it.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="proposed by",
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
                "verbose_name": "establishment proposed for seed support",
                "verbose_name_plural": "establishments proposed for seed support",
                "ordering": ("-proposed_on", "name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "commune"], name="seed_candidate_commune")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "name", "proposed_on"), name="seed_candidate_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("own_share", None),
                            models.Q(("own_share__gte", 0), ("own_share__lte", 100)),
                            _connector="OR",
                        ),
                        name="seed_candidate_own_share",
                        violation_error_message="A share lies between 0 and 100 per cent.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeedCriterion",
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
                    "criterion",
                    models.CharField(
                        choices=[
                            ("sector", "priority sector of the plan"),
                            ("export", "exports, or supplies who exports"),
                            ("technology", "brings in new technology"),
                            ("material", "uses raw material of the locality"),
                            ("jobs", "takes in people who leave farm work"),
                            ("environment", "environmental papers complete"),
                            ("own-money", "own money in the investment"),
                        ],
                        help_text="What gives the points.",
                        max_length=11,
                        verbose_name="criterion",
                    ),
                ),
                (
                    "points",
                    models.DecimalField(
                        decimal_places=1,
                        help_text="All criteria of a day should come to 100.",
                        max_digits=5,
                        verbose_name="points at most",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="The day of the decision on it.", verbose_name="holds from"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Blank while no end is known.",
                        null=True,
                        verbose_name="holds to",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        help_text="Number and symbol of the decision.",
                        max_length=100,
                        verbose_name="decision",
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
                "verbose_name": "criterion for seed support",
                "verbose_name_plural": "criteria for seed support",
                "ordering": ("-valid_from", "criterion", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "criterion", "valid_from"), name="seed_criterion_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("points__gte", 0), ("points__lte", 100)),
                        name="seed_criterion_points",
                        violation_error_message="Points lie between 0 and 100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="seed_criterion_ends_after_it_begins",
                        violation_error_message="Its last day lies before its first.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Venture",
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
                    "kind",
                    models.CharField(
                        choices=[("idea", "start-up idea"), ("ocop", "OCOP project")],
                        help_text="What it is.",
                        max_length=4,
                        verbose_name="kind of project",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As in the application.",
                        max_length=200,
                        verbose_name="idea or project",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        help_text="Person, household or cooperative.",
                        max_length=200,
                        verbose_name="whose it is",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(
                        help_text="The day from which the office helps.", verbose_name="taken up on"
                    ),
                ),
                (
                    "help",
                    models.CharField(
                        choices=[
                            ("advice", "advice, training"),
                            ("trial", "money for a trial"),
                            ("machine", "machinery"),
                            ("brand", "brand, packaging, tracing"),
                            ("quality", "quality papers"),
                            ("market", "finding buyers, e-commerce"),
                        ],
                        help_text="What it was mainly about.",
                        max_length=7,
                        verbose_name="helped with",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="In a few words.",
                        max_length=300,
                        verbose_name="what for",
                    ),
                ),
                (
                    "cost",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="Of the whole investment, from the estimate.",
                        max_digits=18,
                        null=True,
                        verbose_name="total cost (million VND)",
                    ),
                ),
                (
                    "support",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="Money from public sources; 0 for advice alone.",
                        max_digits=18,
                        null=True,
                        verbose_name="support (million VND)",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        help_text="Number and symbol of the decision.",
                        max_length=100,
                        verbose_name="decision",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("helped", "being helped"),
                            ("done", "produces, sells or has its stars"),
                            ("nothing", "came to nothing"),
                        ],
                        default="helped",
                        help_text="As it is today.",
                        max_length=7,
                        verbose_name="how far it is",
                    ),
                ),
                (
                    "ended_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty while it is being helped.",
                        null=True,
                        verbose_name="outcome since",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        help_text="Stars, business registered, or why nothing came of it.",
                        max_length=300,
                        verbose_name="result",
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
                        help_text="The office that gave the help.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="helped by",
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
                "verbose_name": "start-up idea or OCOP project helped",
                "verbose_name_plural": "start-up ideas and OCOP projects helped",
                "ordering": ("-received_on", "name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "received_on"], name="venture_day"),
                    models.Index(fields=["locality", "commune"], name="venture_commune"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "name", "owner", "received_on"), name="venture_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cost", None), ("cost__gte", 0), _connector="OR"),
                            models.Q(("support", None), ("support__gte", 0), _connector="OR"),
                        ),
                        name="venture_money",
                        violation_error_message="Money is never negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("stage", "helped")),
                            models.Q(
                                models.Q(("stage", "helped"), _negated=True),
                                ("ended_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="venture_ends",
                        violation_error_message="While it is being helped there is no day of an outcome; afterwards there is one.",
                    ),
                ],
            },
        ),
    ]
