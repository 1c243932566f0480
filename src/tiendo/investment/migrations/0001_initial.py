import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0003_succession"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("legal", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CallProject",
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
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=9,
                        null=True,
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=9,
                        null=True,
                        verbose_name="longitude",
                    ),
                ),
                (
                    "shape",
                    models.JSONField(blank=True, null=True, verbose_name="outline (GeoJSON)"),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As on the call list.", max_length=200, verbose_name="project"
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("rice", "rice processing"),
                            ("fish", "aquatic processing"),
                            ("fruit", "fruit and vegetable processing"),
                            ("machinery", "machinery for farms and processing"),
                            ("energy", "renewable energy"),
                            ("cluster", "infrastructure of clusters"),
                            ("trade", "trade, stores, border-gate services"),
                            ("other", "other sector"),
                        ],
                        help_text="Decides which incentives fit.",
                        max_length=9,
                        verbose_name="sector",
                    ),
                ),
                (
                    "site",
                    models.CharField(
                        blank=True,
                        help_text="Hamlet, road, cluster: where it lies.",
                        max_length=200,
                        verbose_name="site",
                    ),
                ),
                (
                    "area",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="From the call list.",
                        max_digits=10,
                        null=True,
                        verbose_name="area (ha)",
                    ),
                ),
                (
                    "aim",
                    models.CharField(
                        blank=True,
                        help_text="What is to be made there, how much a year.",
                        max_length=500,
                        verbose_name="aim and scale",
                    ),
                ),
                (
                    "capital",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="From the call list; one thousand million VND is 1.000.",
                        max_digits=18,
                        null=True,
                        verbose_name="capital expected (million VND)",
                    ),
                ),
                (
                    "selection",
                    models.CharField(
                        choices=[
                            ("auction", "auction of land-use rights"),
                            ("tender", "tender"),
                            ("approval", "approval of an investor"),
                            ("ppp", "public-private partnership"),
                            ("open", "not decided yet"),
                        ],
                        default="open",
                        help_text="From the call list or the plan of land auctions.",
                        max_length=8,
                        verbose_name="how the investor is found",
                    ),
                ),
                (
                    "land",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("clean", "clean land"),
                            ("part", "cleared in part"),
                            ("not", "not cleared yet"),
                            ("investor", "the investor finds the land"),
                        ],
                        help_text="As it is today; the office of land knows.",
                        max_length=8,
                        verbose_name="state of the land",
                    ),
                ),
                (
                    "in_province_plan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fits", "in the plan"),
                            ("adjust", "plan to be adjusted"),
                            ("not", "not in the plan"),
                        ],
                        help_text="Leave it empty while nobody has looked.",
                        max_length=6,
                        verbose_name="plan of the province",
                    ),
                ),
                (
                    "in_land_plan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fits", "in the plan"),
                            ("adjust", "plan to be adjusted"),
                            ("not", "not in the plan"),
                        ],
                        help_text="Leave it empty while nobody has looked.",
                        max_length=6,
                        verbose_name="land-use plan",
                    ),
                ),
                (
                    "in_building_plan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fits", "in the plan"),
                            ("adjust", "plan to be adjusted"),
                            ("not", "not in the plan"),
                        ],
                        help_text="Leave it empty while nobody has looked.",
                        max_length=6,
                        verbose_name="construction plan",
                    ),
                ),
                (
                    "links",
                    models.CharField(
                        blank=True,
                        help_text="What leads to the site already, and what is still missing.",
                        max_length=300,
                        verbose_name="roads, power, water",
                    ),
                ),
                (
                    "difficult",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("difficult", "difficult area"),
                            ("specially", "especially difficult area"),
                            ("neither", "neither"),
                        ],
                        help_text="By the list that was in force on the day of the call; decides incentives.",
                        max_length=9,
                        verbose_name="difficult area",
                    ),
                ),
                (
                    "zone",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("border-gate", "border-gate economic zone"),
                            ("cluster", "industrial cluster"),
                        ],
                        help_text="The border-gate economic zone or a cluster; empty outside both.",
                        max_length=11,
                        verbose_name="zone",
                    ),
                ),
                (
                    "listed_on",
                    models.DateField(
                        help_text="The day of the decision or plan with the list.",
                        verbose_name="on the list since",
                    ),
                ),
                (
                    "listed_by",
                    models.CharField(
                        blank=True,
                        help_text="Number and symbol of that paper.",
                        max_length=100,
                        verbose_name="listed by",
                    ),
                ),
                (
                    "from_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="As on the list, such as 2021.",
                        null=True,
                        verbose_name="called from (year)",
                    ),
                ),
                (
                    "to_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="As on the list, such as 2025.",
                        null=True,
                        verbose_name="called until (year)",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("calling", "calling for investors"),
                            ("interest", "an investor is interested"),
                            ("approved", "investor approved"),
                            ("carried-out", "being carried out"),
                            ("withdrawn", "taken off the list"),
                        ],
                        default="calling",
                        help_text="As it is today.",
                        max_length=11,
                        verbose_name="how far it is",
                    ),
                ),
                (
                    "left_on",
                    models.DateField(
                        blank=True,
                        help_text="When an investor began or the project was given up; else empty.",
                        null=True,
                        verbose_name="off the list since",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        help_text="The office that an investor turns to.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="whom to ask",
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
                "verbose_name": "project investors are called for",
                "verbose_name_plural": "projects investors are called for",
                "ordering": ("name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "listed_on"], name="call_project_day"),
                    models.Index(fields=["locality", "commune"], name="call_project_commune"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "name", "listed_on"), name="call_project_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area", None), ("area__gte", 0), _connector="OR"),
                            models.Q(("capital", None), ("capital__gte", 0), _connector="OR"),
                        ),
                        name="call_project_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_on", None),
                            ("left_on__gte", models.F("listed_on")),
                            _connector="OR",
                        ),
                        name="call_project_leaves_after_it_came",
                        violation_error_message="It cannot leave the list before it stands on it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_year", None),
                            ("to_year", None),
                            ("to_year__gte", models.F("from_year")),
                            _connector="OR",
                        ),
                        name="call_project_years",
                        violation_error_message="The last year lies before the first.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CallReview",
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
                    "reviewed_on",
                    models.DateField(
                        help_text="The day of the minutes or of the paper with the result.",
                        verbose_name="reviewed on",
                    ),
                ),
                (
                    "paper",
                    models.CharField(
                        blank=True,
                        help_text="Number and symbol of that paper.",
                        max_length=100,
                        verbose_name="paper",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("keep", "stays as it is"),
                            ("adjust", "to be changed"),
                            ("add", "put on the list"),
                            ("take-off", "taken off the list"),
                        ],
                        help_text="What the review says of this project.",
                        max_length=8,
                        verbose_name="result of the review",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="What is to be changed, or why it comes or goes.",
                        max_length=500,
                        verbose_name="what the review found",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        help_text="The office that led the review.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="review led by",
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
                        related_name="reviews",
                        to="investment.callproject",
                        verbose_name="project investors are called for",
                    ),
                ),
            ],
            options={
                "verbose_name": "review of the call list",
                "verbose_name_plural": "reviews of the call list",
                "ordering": ("-reviewed_on", "project", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "reviewed_on"], name="call_review_day")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "reviewed_on"), name="call_review_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Incentive",
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
                        help_text="In a few words, such as: land rent free 11 years.",
                        max_length=200,
                        verbose_name="incentive",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("income-tax", "corporate income tax"),
                            ("land-rent", "land rent, land-use fee"),
                            ("import-tax", "import duty"),
                            ("credit", "credit, interest"),
                            ("support", "support in money or works"),
                            ("other", "other incentive"),
                        ],
                        help_text="What it is about.",
                        max_length=10,
                        verbose_name="kind of incentive",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("everywhere", "everywhere"),
                            ("difficult", "difficult areas"),
                            ("specially", "especially difficult areas"),
                            ("border-gate", "inside the border-gate economic zone"),
                            ("cluster", "inside industrial clusters"),
                        ],
                        default="everywhere",
                        help_text="The kind of area that the document names.",
                        max_length=11,
                        verbose_name="where it holds",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("rice", "rice processing"),
                            ("fish", "aquatic processing"),
                            ("fruit", "fruit and vegetable processing"),
                            ("machinery", "machinery for farms and processing"),
                            ("energy", "renewable energy"),
                            ("cluster", "infrastructure of clusters"),
                            ("trade", "trade, stores, border-gate services"),
                            ("other", "other sector"),
                        ],
                        help_text="Empty when it holds for every sector.",
                        max_length=9,
                        verbose_name="sector",
                    ),
                ),
                (
                    "content",
                    models.TextField(
                        blank=True,
                        help_text="Rates, years and conditions, in your own words.",
                        verbose_name="what is given",
                    ),
                ),
                (
                    "article",
                    models.CharField(
                        blank=True,
                        help_text="Such as: Article 15, appendix III.",
                        max_length=120,
                        verbose_name="article",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="The first day on which it can be asked for.",
                        verbose_name="holds from",
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
                    "verified",
                    models.BooleanField(
                        default=False,
                        help_text="You compared it with the article itself.",
                        verbose_name="verified",
                    ),
                ),
                (
                    "base",
                    models.ForeignKey(
                        blank=True,
                        help_text="A document of the register of legal bases: enter it there first.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="legal.legalbase",
                        verbose_name="legal basis",
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
                "verbose_name": "incentive for investors",
                "verbose_name_plural": "incentives for investors",
                "ordering": ("kind", "title", "pk"),
                "indexes": [models.Index(fields=["locality", "valid_from"], name="incentive_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "title", "valid_from"), name="incentive_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="incentive_ends_after_it_begins",
                        violation_error_message="Its last day lies before its first.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InvestorCase",
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
                        help_text="As in the dossier.",
                        max_length=200,
                        verbose_name="project of the investor",
                    ),
                ),
                (
                    "investor",
                    models.CharField(
                        help_text="As in the dossier, always written alike.",
                        max_length=200,
                        verbose_name="investor",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("approval", "approval of the investment policy"),
                            ("certificate", "certificate, no approval needed"),
                            ("selected", "certificate after an auction or tender"),
                            ("adjustment", "change of an approval or certificate"),
                        ],
                        help_text="Decides the steps and their legal limits.",
                        max_length=11,
                        verbose_name="what is asked for",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("rice", "rice processing"),
                            ("fish", "aquatic processing"),
                            ("fruit", "fruit and vegetable processing"),
                            ("machinery", "machinery for farms and processing"),
                            ("energy", "renewable energy"),
                            ("cluster", "infrastructure of clusters"),
                            ("trade", "trade, stores, border-gate services"),
                            ("other", "other sector"),
                        ],
                        help_text="What is to be made there.",
                        max_length=9,
                        verbose_name="sector",
                    ),
                ),
                (
                    "capital",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="As in the dossier; empty while it is not said.",
                        max_digits=18,
                        null=True,
                        verbose_name="registered capital (million VND)",
                    ),
                ),
                (
                    "area",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Land that the dossier asks for.",
                        max_digits=10,
                        null=True,
                        verbose_name="area (ha)",
                    ),
                ),
                (
                    "opened_on",
                    models.DateField(
                        help_text="The day on which the investor first came with it.",
                        verbose_name="opened on",
                    ),
                ),
                (
                    "valid_on",
                    models.DateField(
                        blank=True,
                        help_text="From the receipt of the dossier: the legal time runs from this day.",
                        null=True,
                        verbose_name="dossier valid on",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "going on"),
                            ("done", "granted its paper"),
                            ("refused", "turned down"),
                            ("withdrawn", "withdrawn by the investor"),
                        ],
                        default="open",
                        help_text="Going on until the last paper is there, or nothing comes of it.",
                        max_length=9,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty while it goes on.",
                        null=True,
                        verbose_name="closed on",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        help_text="Number of the approval or certificate, or why nothing came of it.",
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
                        help_text="The office that leads the investor through all steps.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="accompanied by",
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty when the investor came with a project of his own.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="investment.callproject",
                        verbose_name="project investors are called for",
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
                "verbose_name": "investor's case",
                "verbose_name_plural": "investors' cases",
                "ordering": ("-opened_on", "name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "opened_on"], name="investor_case_day"),
                    models.Index(fields=["locality", "commune"], name="investor_case_commune"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "name", "investor", "opened_on"),
                        name="investor_case_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on", None), ("outcome", "open")),
                            models.Q(
                                models.Q(("outcome", "open"), _negated=True),
                                ("closed_on__gte", models.F("opened_on")),
                                ("closed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="investor_case_closes",
                        violation_error_message="A case that goes on has no closing day; any other has one, not before it was opened.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area", None), ("area__gte", 0), _connector="OR"),
                            models.Q(("capital", None), ("capital__gte", 0), _connector="OR"),
                        ),
                        name="investor_case_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseStep",
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
                    "step",
                    models.CharField(
                        choices=[
                            ("prepare", "preparing the dossier"),
                            ("receive", "checking whether the dossier is valid"),
                            ("ask", "asking offices for opinions"),
                            ("opinions", "opinions of the offices asked"),
                            ("report", "appraisal report"),
                            ("decision", "decision on the investment policy"),
                            ("certificate", "investment registration certificate"),
                            ("land", "land lease or hand-over of land"),
                            ("environment", "environmental dossier"),
                            ("building", "building permit, start of works"),
                        ],
                        help_text="One at a time: whoever takes over begins a new one.",
                        max_length=11,
                        verbose_name="step",
                    ),
                ),
                (
                    "holder",
                    models.CharField(
                        help_text="One office or the investor: whose turn it is in this step.",
                        max_length=200,
                        verbose_name="held by",
                    ),
                ),
                (
                    "begun_on",
                    models.DateField(
                        help_text="The day on which the holder received the dossier.",
                        verbose_name="begun on",
                    ),
                ),
                (
                    "promised_on",
                    models.DateField(
                        blank=True,
                        help_text="From the receipt slip; the legal limit is computed beside it.",
                        null=True,
                        verbose_name="promised by",
                    ),
                ),
                (
                    "finished_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty while it runs.",
                        null=True,
                        verbose_name="finished on",
                    ),
                ),
                (
                    "paper",
                    models.CharField(
                        blank=True,
                        help_text="Number and symbol of the result; attach the file below the row.",
                        max_length=120,
                        verbose_name="paper that came out",
                    ),
                ),
                (
                    "difficulty",
                    models.CharField(
                        blank=True,
                        help_text="Empty when nothing does.",
                        max_length=300,
                        verbose_name="what stands in the way",
                    ),
                ),
                (
                    "solver",
                    models.CharField(
                        blank=True,
                        help_text="The office or the investor.",
                        max_length=200,
                        verbose_name="who must solve it",
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="investment.investorcase",
                        verbose_name="investor's case",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a case",
                "verbose_name_plural": "steps of cases",
                "ordering": ("case", "begun_on", "pk"),
                "indexes": [models.Index(fields=["locality", "finished_on"], name="case_step_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "step", "begun_on"), name="case_step_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("finished_on", None)),
                        fields=("case",),
                        name="case_has_one_holder",
                        violation_error_message="A step of this case runs still: enter its last day first. A case has one holder at a time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("finished_on", None),
                            ("finished_on__gte", models.F("begun_on")),
                            _connector="OR",
                        ),
                        name="case_step_ends_after_it_begins",
                        violation_error_message="It cannot be finished before it began.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CasePause",
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
                    "asked_on",
                    models.DateField(
                        help_text="The day on the letter; from here on the clock stands.",
                        verbose_name="asked for on",
                    ),
                ),
                (
                    "paper",
                    models.CharField(
                        blank=True,
                        help_text="Number and symbol of the letter.",
                        max_length=100,
                        verbose_name="letter",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        help_text="What the investor has to bring.",
                        max_length=300,
                        verbose_name="what is missing",
                    ),
                ),
                (
                    "answer_by",
                    models.DateField(
                        blank=True,
                        help_text="The day set in the letter.",
                        null=True,
                        verbose_name="to be brought by",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(
                        blank=True,
                        help_text="When the supplement came; empty while the investor has the dossier.",
                        null=True,
                        verbose_name="supplement received on",
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pauses",
                        to="investment.investorcase",
                        verbose_name="investor's case",
                    ),
                ),
            ],
            options={
                "verbose_name": "supplement to a dossier",
                "verbose_name_plural": "supplements to dossiers",
                "ordering": ("case", "asked_on", "pk"),
                "indexes": [models.Index(fields=["locality", "asked_on"], name="case_pause_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "asked_on"), name="case_pause_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("received_on", None)),
                        fields=("case",),
                        name="case_is_stopped_once",
                        violation_error_message="The investor was asked for a supplement that has not come: enter first when it came.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received_on", None),
                            ("received_on__gte", models.F("asked_on")),
                            _connector="OR",
                        ),
                        name="case_pause_ends_after_it_begins",
                        violation_error_message="It cannot come before it was asked for.",
                    ),
                ],
            },
        ),
    ]
