from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0003_succession"),
    ]

    operations = [
        migrations.CreateModel(
            name="MaterialArea",
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
                        help_text="As in the plan, with hamlet or zone.",
                        max_length=200,
                        verbose_name="raw-material area",
                    ),
                ),
                (
                    "material",
                    models.CharField(
                        choices=[
                            ("rice", "rice"),
                            ("pangasius", "pangasius"),
                            ("vegetables", "vegetables"),
                            ("fruit", "fruit"),
                            ("other", "other material"),
                        ],
                        help_text="The main one of the area.",
                        max_length=10,
                        verbose_name="material",
                    ),
                ),
                (
                    "holder",
                    models.CharField(
                        blank=True,
                        help_text="Cooperative, cooperative group or enterprise that speaks for the growers.",
                        max_length=200,
                        verbose_name="who runs it",
                    ),
                ),
                (
                    "households",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Growers in the area, from the list of the cooperative.",
                        null=True,
                        verbose_name="households",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True,
                        help_text="Code given for export, or code of the ponds; blank while there is none.",
                        max_length=60,
                        verbose_name="code of the growing area",
                    ),
                ),
                (
                    "planned_area",
                    models.DecimalField(
                        decimal_places=4,
                        help_text="From the planning of raw-material areas.",
                        max_digits=10,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="planned area (ha)",
                    ),
                ),
                (
                    "planning",
                    models.CharField(
                        blank=True,
                        help_text="Number of the decision or plan in which the area stands.",
                        max_length=120,
                        verbose_name="planning",
                    ),
                ),
                (
                    "planned_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of that decision or plan.",
                        null=True,
                        verbose_name="planned on",
                    ),
                ),
                (
                    "began",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The first year in which it delivered to a processor.",
                        null=True,
                        verbose_name="delivers since",
                    ),
                ),
                (
                    "ended_on",
                    models.DateField(
                        blank=True,
                        help_text="The day it was taken out or turned over.",
                        null=True,
                        verbose_name="taken out on",
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
                "verbose_name": "raw-material area",
                "verbose_name_plural": "raw-material areas",
                "ordering": ("name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "commune"], name="material_area_commune"),
                    models.Index(fields=["locality", "material"], name="material_area_material"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "commune", "name"), name="material_area_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("households", None), ("households__gte", 0), _connector="OR"),
                            models.Q(
                                ("planned_area", None), ("planned_area__gte", 0), _connector="OR"
                            ),
                        ),
                        name="material_area_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaYear",
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
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="The calendar year of these figures, such as 2023.",
                        verbose_name="year",
                    ),
                ),
                (
                    "grown",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="Land or water used; a field with three crops counts once.",
                        max_digits=10,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="grown area (ha)",
                    ),
                ),
                (
                    "output",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="Of all crops or harvests of the year.",
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="output (tonnes)",
                    ),
                ),
                (
                    "contracted",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="The part of it that processors took by contract.",
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="output under contract (tonnes)",
                    ),
                ),
                (
                    "certified",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="The part with a certificate of quality at the end of the year.",
                        max_digits=10,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="certified area (ha)",
                    ),
                ),
                (
                    "converted",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="Land that grew something else the year before; 0 where there was none.",
                        max_digits=10,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="turned over to this material (ha)",
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
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="years",
                        to="materials.materialarea",
                        verbose_name="raw-material area",
                    ),
                ),
            ],
            options={
                "verbose_name": "year of a raw-material area",
                "verbose_name_plural": "raw-material areas by year",
                "ordering": ("-year", "area__name", "pk"),
                "indexes": [models.Index(fields=["locality", "year"], name="area_year_year")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "area", "year"), name="area_year_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grown", None), ("grown__gte", 0), _connector="OR"),
                            models.Q(("output", None), ("output__gte", 0), _connector="OR"),
                            models.Q(("contracted", None), ("contracted__gte", 0), _connector="OR"),
                            models.Q(("certified", None), ("certified__gte", 0), _connector="OR"),
                            models.Q(("converted", None), ("converted__gte", 0), _connector="OR"),
                        ),
                        name="area_year_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("certified", None),
                            ("grown", None),
                            ("certified__lte", models.F("grown")),
                            _connector="OR",
                        ),
                        name="area_year_certified",
                        violation_error_message="It is a part of the grown area.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QualityCertificate",
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
                    "scheme",
                    models.CharField(
                        choices=[
                            ("vietgap", "VietGAP"),
                            ("globalgap", "GlobalG.A.P."),
                            ("asc", "ASC"),
                            ("bap", "BAP"),
                            ("huu-co", "organic"),
                            ("an-toan", "food-safety conditions"),
                        ],
                        help_text="As on it.",
                        max_length=9,
                        verbose_name="certified by the rules of",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        help_text="As on the certificate.",
                        max_length=60,
                        verbose_name="number of the certificate",
                    ),
                ),
                (
                    "issued_by",
                    models.CharField(
                        blank=True,
                        help_text="Who signed it.",
                        max_length=120,
                        verbose_name="certifying body",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(
                        help_text="The day on the certificate.", verbose_name="certified on"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        help_text="The last day printed on it.", verbose_name="valid to"
                    ),
                ),
                (
                    "covered",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="From the certificate or its annex.",
                        max_digits=10,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="area it covers (ha)",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="certificates",
                        to="materials.materialarea",
                        verbose_name="raw-material area",
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
                "verbose_name": "certificate of quality",
                "verbose_name_plural": "certificates of quality",
                "ordering": ("-issued_on", "area__name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "valid_to"], name="quality_certificate_end")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "area", "scheme", "number"),
                        name="quality_certificate_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("covered", None), ("covered__gte", 0), _connector="OR"),
                        name="quality_certificate_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__gte", models.F("issued_on"))),
                        name="quality_certificate_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SafetyCheck",
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
                    "on",
                    models.DateField(help_text="The day on the record.", verbose_name="checked on"),
                ),
                (
                    "subject",
                    models.CharField(
                        help_text="Ponds, spraying records, sorting house, such as: 6 ponds of pangasius.",
                        max_length=200,
                        verbose_name="what was checked",
                    ),
                ),
                (
                    "rating",
                    models.CharField(
                        blank=True,
                        choices=[("a", "A"), ("b", "B"), ("c", "C")],
                        help_text="A, B or C of the record.",
                        max_length=1,
                        verbose_name="rating",
                    ),
                ),
                (
                    "samples",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="0 where none was taken.",
                        null=True,
                        verbose_name="samples taken",
                    ),
                ),
                (
                    "failed",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="From the slips; blank until they come.",
                        null=True,
                        verbose_name="samples that failed",
                    ),
                ),
                (
                    "remark",
                    models.CharField(
                        blank=True,
                        help_text="From the record.",
                        max_length=300,
                        verbose_name="what has to be put right",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        help_text="The office that led the check.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="checked by",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="materials.materialarea",
                        verbose_name="raw-material area",
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
                "verbose_name": "food-safety check",
                "verbose_name_plural": "food-safety checks",
                "ordering": ("-on", "area__name", "pk"),
                "indexes": [models.Index(fields=["locality", "on"], name="food_safety_check_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "area", "on", "subject"), name="food_safety_check_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("failed", None),
                            ("samples", None),
                            ("failed__lte", models.F("samples")),
                            _connector="OR",
                        ),
                        name="food_safety_check_failed",
                        violation_error_message="No more samples can fail than were taken.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupplyContract",
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
                    "processor",
                    models.CharField(
                        help_text="Name of the buyer, always written alike.",
                        max_length=200,
                        verbose_name="processor",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        help_text="As on its first page.",
                        max_length=60,
                        verbose_name="number of the contract",
                    ),
                ),
                (
                    "signed_on",
                    models.DateField(
                        help_text="The day of the signatures.", verbose_name="signed on"
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="Its last day; blank where none is said.",
                        null=True,
                        verbose_name="runs to",
                    ),
                ),
                (
                    "covered",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        help_text="Blank where only a quantity is said.",
                        max_digits=10,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="area under contract (ha)",
                    ),
                ),
                (
                    "quantity",
                    models.DecimalField(
                        blank=True,
                        decimal_places=3,
                        help_text="Blank where only an area is said.",
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="quantity a year (tonnes)",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contracts",
                        to="materials.materialarea",
                        verbose_name="raw-material area",
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
                "verbose_name": "supply contract",
                "verbose_name_plural": "supply contracts",
                "ordering": ("-signed_on", "processor", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "signed_on"], name="supply_contract_day")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "area", "processor", "number"),
                        name="supply_contract_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("covered", None), ("covered__gte", 0), _connector="OR"),
                            models.Q(("quantity", None), ("quantity__gte", 0), _connector="OR"),
                        ),
                        name="supply_contract_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("signed_on")), _connector="OR"
                        ),
                        name="supply_contract_ends_after_it_begins",
                    ),
                ],
            },
        ),
    ]
