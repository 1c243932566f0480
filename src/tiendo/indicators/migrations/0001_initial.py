import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0003_succession"),
        ("plans", "0008_proposal_petition"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("fold", models.CharField(editable=False, max_length=400)),
                (
                    "locality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agencies.locality",
                    ),
                ),
                (
                    "source_agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="agencies.agency",
                        verbose_name="office that gives the figure",
                    ),
                ),
            ],
            options={
                "ordering": ("fold", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("locality", "code"), name="indicator_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Divergence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("year", "year"),
                            ("half", "half-year"),
                            ("nine", "nine months"),
                            ("quarter", "quarter"),
                            ("month", "month"),
                        ],
                        default="year",
                        max_length=7,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("part", models.PositiveSmallIntegerField(default=0)),
                ("words", models.TextField(verbose_name="why they differ")),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="divergences",
                        to="indicators.indicator",
                    ),
                ),
            ],
            options={
                "ordering": ("indicator", "year", "part"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indicator", "year", "kind", "part"), name="divergence_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Definition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "first_year",
                    models.PositiveSmallIntegerField(null=True, verbose_name="holds from the year"),
                ),
                (
                    "comparable",
                    models.BooleanField(
                        default=True, verbose_name="comparable with the figures before"
                    ),
                ),
                (
                    "why",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was changed"),
                ),
                ("text", models.TextField(blank=True, verbose_name="definition")),
                ("unit", models.CharField(max_length=60, verbose_name="unit")),
                (
                    "price_basis",
                    models.CharField(blank=True, max_length=60, verbose_name="price basis"),
                ),
                ("area_basis", models.CharField(blank=True, max_length=120, verbose_name="area")),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("up", "more is better"),
                            ("down", "less is better"),
                            ("exact", "only the figure itself does"),
                        ],
                        default="up",
                        max_length=5,
                        verbose_name="direction",
                    ),
                ),
                (
                    "share",
                    models.BooleanField(default=False, verbose_name="a share, between 0 and 100%"),
                ),
                (
                    "rate",
                    models.BooleanField(
                        default=False, verbose_name="itself growth of a year, in per cent"
                    ),
                ),
                (
                    "below_zero",
                    models.BooleanField(default=False, verbose_name="may be below zero"),
                ),
                (
                    "over_time",
                    models.CharField(
                        choices=[
                            ("sum", "sum"),
                            ("mean", "mean"),
                            ("latest", "the latest"),
                            ("max", "the greatest"),
                            ("ratio", "ratio of the sums"),
                        ],
                        default="latest",
                        max_length=6,
                        verbose_name="months become a year by",
                    ),
                ),
                (
                    "over_places",
                    models.CharField(
                        choices=[
                            ("sum", "sum"),
                            ("mean", "mean"),
                            ("latest", "the latest"),
                            ("max", "the greatest"),
                            ("ratio", "ratio of the sums"),
                        ],
                        default="sum",
                        max_length=6,
                        verbose_name="communes become the whole by",
                    ),
                ),
                (
                    "calendar",
                    models.CharField(
                        choices=[
                            ("statistical", "statistical, 1 January to 31 December"),
                            ("administrative", "administrative, 15 December to 14 December"),
                        ],
                        default="statistical",
                        max_length=14,
                        verbose_name="calendar",
                    ),
                ),
                (
                    "obtained",
                    models.CharField(
                        choices=[
                            ("entered", "entered by an office"),
                            ("measure", "taken from a register"),
                            ("formula", "computed from other indicators"),
                        ],
                        default="entered",
                        max_length=7,
                        verbose_name="how it is obtained",
                    ),
                ),
                ("formula", models.CharField(blank=True, max_length=300, verbose_name="formula")),
                ("register", models.CharField(blank=True, max_length=40, verbose_name="register")),
                (
                    "measure",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="figure of the register"
                    ),
                ),
                (
                    "factor",
                    models.DecimalField(
                        decimal_places=9, default=1, max_digits=18, verbose_name="factor"
                    ),
                ),
                ("frozen_at", models.DateTimeField(editable=False, null=True)),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="definitions",
                        to="indicators.indicator",
                    ),
                ),
            ],
            options={
                "ordering": ("indicator", "number"),
                "constraints": [
                    models.UniqueConstraint(fields=("indicator", "number"), name="definition_once"),
                    models.UniqueConstraint(
                        fields=("indicator", "first_year"), name="definition_one_from_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", 1), ("first_year", None)),
                            models.Q(("number__gt", 1), ("first_year__isnull", False)),
                            _connector="OR",
                        ),
                        name="definition_first_holds_before",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("obtained", "entered"), ("formula", ""), ("register", "")),
                            models.Q(
                                ("obtained", "measure"),
                                ("formula", ""),
                                models.Q(("register", ""), _negated=True),
                                models.Q(("measure", ""), _negated=True),
                            ),
                            models.Q(
                                ("obtained", "formula"),
                                models.Q(("formula", ""), _negated=True),
                                ("register", ""),
                            ),
                            _connector="OR",
                        ),
                        name="definition_obtained_one_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("factor__gt", 0)), name="definition_factor"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Binding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("level", "the level reached by the end of the term"),
                            ("each-year", "every year by itself"),
                            ("mean-growth", "mean growth a year, compound"),
                            ("cumulative", "all years of the term together"),
                            ("words", "in words; somebody writes the verdict"),
                        ],
                        max_length=11,
                        verbose_name="form",
                    ),
                ),
                (
                    "first_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="first year"
                    ),
                ),
                (
                    "base_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="base year"
                    ),
                ),
                (
                    "base_value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=24,
                        null=True,
                        verbose_name="level of the base year",
                    ),
                ),
                (
                    "scale",
                    models.DecimalField(
                        decimal_places=9, default=1, max_digits=18, verbose_name="scale"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "target",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="binding",
                        to="plans.target",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bindings",
                        to="indicators.indicator",
                        verbose_name="indicator",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("form", "words"), ("indicator__isnull", False), _connector="OR"
                        ),
                        name="binding_indicator",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scale__gt", 0)), name="binding_scale"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("year", "year"),
                            ("half", "half-year"),
                            ("nine", "nine months"),
                            ("quarter", "quarter"),
                            ("month", "month"),
                        ],
                        default="year",
                        max_length=7,
                        verbose_name="period",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("part", models.PositiveSmallIntegerField(default=0)),
                (
                    "dimension",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "whole"),
                            ("sex", "sex"),
                            ("sector", "sector"),
                            ("size", "size"),
                        ],
                        default="",
                        max_length=6,
                    ),
                ),
                ("category", models.CharField(blank=True, max_length=60)),
                (
                    "state",
                    models.CharField(
                        choices=[("figure", "figure"), ("not-applicable", "not applicable")],
                        default="figure",
                        max_length=14,
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=6, max_digits=24, null=True, verbose_name="figure"
                    ),
                ),
                (
                    "numerator",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=24,
                        null=True,
                        verbose_name="numerator",
                    ),
                ),
                (
                    "denominator",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=24,
                        null=True,
                        verbose_name="denominator",
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("estimate", "estimate"),
                            ("preliminary", "preliminary"),
                            ("official", "official"),
                        ],
                        default="preliminary",
                        max_length=11,
                        verbose_name="nature",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("counts", models.BooleanField(default=True)),
                ("comparable", models.BooleanField(default=True)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("replaced_at", models.DateTimeField(null=True)),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="observations",
                        to="indicators.indicator",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"kind": "commune"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="commune or ward",
                    ),
                ),
            ],
            options={
                "ordering": ("indicator", "year", "kind", "part", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("place", None), ("replaced_at", None)),
                        fields=(
                            "indicator",
                            "year",
                            "kind",
                            "part",
                            "dimension",
                            "category",
                            "source",
                        ),
                        name="observation_of_all_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("place__isnull", False), ("replaced_at", None)),
                        fields=(
                            "indicator",
                            "year",
                            "kind",
                            "part",
                            "dimension",
                            "category",
                            "source",
                            "place",
                        ),
                        name="observation_of_place_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("counts", True), ("place", None)),
                        fields=("indicator", "year", "kind", "part", "dimension", "category"),
                        name="observation_of_all_counts_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("counts", True), ("place__isnull", False)),
                        fields=(
                            "indicator",
                            "year",
                            "kind",
                            "part",
                            "dimension",
                            "category",
                            "place",
                        ),
                        name="observation_of_place_counts_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("counts", False), ("replaced_at", None), _connector="OR"
                        ),
                        name="observation_replaced",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "figure"), ("value__isnull", False)),
                            models.Q(("state", "not-applicable"), ("value", None)),
                            _connector="OR",
                        ),
                        name="observation_value",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("kind", "year"), ("kind", "nine"), _connector="OR"),
                                ("part", 0),
                            ),
                            models.Q(("kind", "half"), ("part__in", (1, 2))),
                            models.Q(("kind", "quarter"), ("part__range", (1, 4))),
                            models.Q(("kind", "month"), ("part__range", (1, 12))),
                            _connector="OR",
                        ),
                        name="observation_part",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("denominator", None),
                            models.Q(("denominator", 0), _negated=True),
                            _connector="OR",
                        ),
                        name="observation_denominator",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Served",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="served_by",
                        to="plans.target",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="serves",
                        to="plans.task",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("target", "task"), name="served_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Waypoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "value",
                    models.DecimalField(decimal_places=6, max_digits=24, verbose_name="figure"),
                ),
                (
                    "binding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waypoints",
                        to="indicators.binding",
                    ),
                ),
            ],
            options={
                "ordering": ("binding", "year"),
                "constraints": [
                    models.UniqueConstraint(fields=("binding", "year"), name="waypoint_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="WrittenVerdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("met", "met"),
                            ("missed", "missed"),
                            ("on-course", "on course"),
                            ("behind", "behind"),
                            ("at-risk", "at risk"),
                        ],
                        max_length=14,
                        verbose_name="verdict",
                    ),
                ),
                ("words", models.TextField(verbose_name="why")),
                ("day", models.DateField(verbose_name="day")),
                ("written_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verdicts",
                        to="plans.target",
                    ),
                ),
            ],
            options={
                "ordering": ("-day", "-pk"),
            },
        ),
    ]
