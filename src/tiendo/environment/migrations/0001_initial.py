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
            name="Site",
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
                ("about_id", models.PositiveBigIntegerField(editable=False, null=True)),
                (
                    "name",
                    models.CharField(
                        help_text="As on its certificate, always written alike.",
                        max_length=200,
                        verbose_name="establishment",
                    ),
                ),
                (
                    "organisation",
                    models.BooleanField(
                        default=True,
                        help_text="Enterprise or cooperative; not marked: a household, fined like a person.",
                        verbose_name="is an organisation",
                    ),
                ),
                (
                    "activity",
                    models.CharField(
                        help_text="In short, such as: fillets of pangasius, 40 tonnes a day.",
                        max_length=200,
                        verbose_name="what it produces",
                    ),
                ),
                (
                    "in_cluster",
                    models.BooleanField(
                        default=False,
                        help_text="Marked where it stands in an industrial cluster.",
                        verbose_name="inside a cluster",
                    ),
                ),
                (
                    "degree",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("i", "degree I, high risk"),
                            ("ii", "degree II, medium risk"),
                            ("iii", "degree III, low risk"),
                            ("none", "no kind with a risk"),
                        ],
                        help_text="By its kind and capacity: Annex II of Decree 08/2022, from its licence.",
                        max_length=4,
                        verbose_name="degree of risk",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("i", "group I"),
                            ("ii", "group II"),
                            ("iii", "group III"),
                            ("iv", "group IV"),
                        ],
                        help_text="From the licence or the decision on the impact assessment.",
                        max_length=3,
                        verbose_name="group of projects",
                    ),
                ),
                (
                    "discharges",
                    models.CharField(
                        blank=True,
                        help_text="Waste water, smoke, noise, solid waste, and from where.",
                        max_length=300,
                        verbose_name="what it gives off",
                    ),
                ),
                (
                    "wastewater",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="The highest flow that the licence allows; else as measured.",
                        max_digits=12,
                        null=True,
                        verbose_name="waste water (m³ a day)",
                    ),
                ),
                (
                    "receiver",
                    models.CharField(
                        blank=True,
                        help_text="Canal or river into which it discharges, and column A or B.",
                        max_length=200,
                        verbose_name="receiving water",
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(
                        blank=True,
                        help_text="The day it stopped for good.",
                        null=True,
                        verbose_name="stopped for good on",
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
                "verbose_name": "establishment watched for the environment",
                "verbose_name_plural": "establishments watched for the environment",
                "ordering": ("name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "commune"], name="site_commune"),
                    models.Index(fields=["locality", "name"], name="site_name"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "commune", "name"), name="site_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wastewater", None), ("wastewater__gte", 0), _connector="OR"
                        ),
                        name="site_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Listing",
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
                    "level",
                    models.CharField(
                        choices=[
                            ("risk", "at risk of polluting"),
                            ("polluting", "polluting"),
                            ("serious", "seriously polluting"),
                        ],
                        help_text="As in the decision; before one, as the office proposes.",
                        max_length=9,
                        verbose_name="level of pollution",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        help_text="What was found, where and when: the rule or sample behind it.",
                        max_length=300,
                        verbose_name="why it is listed",
                    ),
                ),
                (
                    "since",
                    models.DateField(
                        help_text="The day of the decision; else of the proposal.",
                        verbose_name="listed since",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        help_text="Number of the decision that puts it on the list; blank while proposed.",
                        max_length=60,
                        verbose_name="decision",
                    ),
                ),
                (
                    "remedy",
                    models.CharField(
                        blank=True,
                        help_text="From the decision: build a plant, cover the stack, move.",
                        max_length=300,
                        verbose_name="what it has to do",
                    ),
                ),
                (
                    "remedy_due",
                    models.DateField(
                        blank=True,
                        help_text="From the decision.",
                        null=True,
                        verbose_name="remedy due on",
                    ),
                ),
                (
                    "remedied_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the record that says the remedy is complete.",
                        null=True,
                        verbose_name="remedied on",
                    ),
                ),
                (
                    "removed_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the decision that takes it off, or puts it on another level.",
                        null=True,
                        verbose_name="taken off the list on",
                    ),
                ),
                (
                    "removal",
                    models.CharField(
                        blank=True,
                        help_text="Number of that decision.",
                        max_length=60,
                        verbose_name="decision that takes it off",
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
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listings",
                        to="environment.site",
                        verbose_name="establishment",
                    ),
                ),
            ],
            options={
                "verbose_name": "stay on the list",
                "verbose_name_plural": "list of polluting establishments",
                "ordering": ("-since", "site__name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "level", "since"], name="listing_level")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "site", "level", "since"), name="listing_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_on", None),
                            ("removed_on__gte", models.F("since")),
                            _connector="OR",
                        ),
                        name="listing_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inspection",
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
                    models.DateField(
                        help_text="The day on the record.", verbose_name="inspected on"
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("planned", "planned inspection"),
                            ("complaint", "inspection after a complaint"),
                            ("again", "re-inspection"),
                            ("own", "monitoring by the establishment itself"),
                        ],
                        help_text="From the decision to inspect.",
                        max_length=9,
                        verbose_name="held as",
                    ),
                ),
                (
                    "record",
                    models.CharField(
                        blank=True,
                        help_text="Numbers of the decision to inspect and of the record.",
                        max_length=120,
                        verbose_name="decision and record",
                    ),
                ),
                (
                    "wastewater",
                    models.BooleanField(
                        default=False,
                        help_text="Marked where the record speaks of it.",
                        verbose_name="waste water looked at",
                    ),
                ),
                (
                    "emissions",
                    models.BooleanField(
                        default=False,
                        help_text="Smoke, dust and smell.",
                        verbose_name="emissions looked at",
                    ),
                ),
                (
                    "noise",
                    models.BooleanField(
                        default=False,
                        help_text="Noise and vibration.",
                        verbose_name="noise looked at",
                    ),
                ),
                (
                    "waste",
                    models.BooleanField(
                        default=False,
                        help_text="Ordinary and hazardous waste.",
                        verbose_name="solid waste looked at",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("conforms", "conforms"),
                            ("faults", "faults found, no breach"),
                            ("breach", "breach found"),
                        ],
                        help_text="From the notice on the result; blank until there is one.",
                        max_length=8,
                        verbose_name="conclusion",
                    ),
                ),
                (
                    "demands",
                    models.CharField(
                        blank=True,
                        help_text="What the establishment has to put right.",
                        max_length=300,
                        verbose_name="what was asked for",
                    ),
                ),
                (
                    "remedy_due",
                    models.DateField(
                        blank=True,
                        help_text="From the notice on the result.",
                        null=True,
                        verbose_name="to be put right by",
                    ),
                ),
                (
                    "remedied_on",
                    models.DateField(
                        blank=True,
                        help_text="The day it was seen to be right.",
                        null=True,
                        verbose_name="put right on",
                    ),
                ),
                (
                    "again",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "remedied"),
                            ("partly", "remedied in part"),
                            ("no", "not remedied"),
                        ],
                        help_text="Only of a re-inspection: whether what was asked for earlier is right.",
                        max_length=6,
                        verbose_name="result of the re-inspection",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        help_text="The office that led it, or that received the report.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="inspected by",
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
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="inspections",
                        to="environment.site",
                        verbose_name="establishment",
                    ),
                ),
            ],
            options={
                "verbose_name": "environment inspection",
                "verbose_name_plural": "environment inspections",
                "ordering": ("-on", "site__name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "on"], name="environment_inspection_on"),
                    models.Index(
                        fields=["locality", "remedy_due"], name="environment_inspection_due"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "site", "on", "cause"),
                        name="environment_inspection_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("remedied_on", None),
                            ("remedied_on__gte", models.F("on")),
                            _connector="OR",
                        ),
                        name="environment_inspection_remedied_after",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("assessment", "environmental impact assessment"),
                            ("licence", "environmental licence"),
                            ("registration", "environmental registration"),
                            ("old-plan", "environment protection plan or commitment (earlier law)"),
                            ("waste", "contract for the collection of waste"),
                        ],
                        help_text="As on its first page.",
                        max_length=12,
                        verbose_name="kind of dossier",
                    ),
                ),
                (
                    "filed_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on the receipt.",
                        null=True,
                        verbose_name="filed on",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="Of the licence, decision or receipt.",
                        max_length=60,
                        verbose_name="number",
                    ),
                ),
                (
                    "issued_by",
                    models.CharField(
                        blank=True,
                        help_text="Who signed it.",
                        max_length=120,
                        verbose_name="granted by",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(
                        blank=True,
                        help_text="The day it was signed.",
                        null=True,
                        verbose_name="granted on",
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Its last day; blank where it has none.",
                        null=True,
                        verbose_name="valid to",
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
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossiers",
                        to="environment.site",
                        verbose_name="establishment",
                    ),
                ),
            ],
            options={
                "verbose_name": "environment dossier",
                "verbose_name_plural": "environment dossiers",
                "ordering": ("-issued_on", "site__name", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "valid_to"], name="environment_dossier_end")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "site", "kind", "number"),
                        name="environment_dossier_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number", ""), ("issued_on__isnull", False), _connector="OR"
                        ),
                        name="environment_dossier_has_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Fine",
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
                    "decision",
                    models.CharField(
                        help_text="Number of the decision on the fine.",
                        max_length=60,
                        verbose_name="decision",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(
                        help_text="The day of the decision.", verbose_name="decided on"
                    ),
                ),
                (
                    "breach",
                    models.CharField(
                        help_text="What it is fined for, with the article.",
                        max_length=300,
                        verbose_name="breach",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=3,
                        help_text="For this one breach, from the decision.",
                        max_digits=12,
                        verbose_name="fine (million VND)",
                    ),
                ),
                (
                    "paid_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on the receipt of the treasury.",
                        null=True,
                        verbose_name="fine paid on",
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
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fines",
                        to="environment.inspection",
                        verbose_name="inspection",
                    ),
                ),
            ],
            options={
                "verbose_name": "fine",
                "verbose_name_plural": "environment fines",
                "ordering": ("-decided_on", "pk"),
                "indexes": [
                    models.Index(fields=["locality", "decided_on"], name="environment_fine_day")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locality", "inspection", "decision", "breach"),
                        name="environment_fine_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount", None), ("amount__gte", 0), _connector="OR"),
                        name="environment_fine_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measurement",
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
                    "point",
                    models.CharField(
                        help_text="Name of the point on the slip, always written alike.",
                        max_length=120,
                        verbose_name="where the sample was taken",
                    ),
                ),
                (
                    "sampled_on",
                    models.DateField(help_text="The day on the slip.", verbose_name="sampled on"),
                ),
                (
                    "sampled_at",
                    models.TimeField(
                        blank=True,
                        help_text="Such as 09:30; noise needs it.",
                        null=True,
                        verbose_name="at (hour)",
                    ),
                ),
                (
                    "parameter",
                    models.CharField(
                        choices=[
                            ("ph", "pH"),
                            ("bod5", "BOD5"),
                            ("cod", "COD"),
                            ("tss", "suspended solids (TSS)"),
                            ("amoni", "ammonium (as N)"),
                            ("tong-n", "total nitrogen"),
                            ("tong-p", "total phosphorus"),
                            ("dau-khoang", "mineral oil and grease"),
                            ("dau-dong-thuc-vat", "animal and vegetable oil and fat"),
                            ("clo-du", "residual chlorine"),
                            ("coliform", "coliforms"),
                            ("bui", "total dust"),
                            ("so2", "SO2"),
                            ("nox", "NOx"),
                            ("co", "CO"),
                            ("on-ngay", "noise by day (6 to 21 h)"),
                            ("on-dem", "noise by night (21 to 6 h)"),
                        ],
                        help_text="As on the slip.",
                        max_length=20,
                        verbose_name="parameter",
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        decimal_places=5,
                        help_text="As on the slip, in its own unit.",
                        max_digits=16,
                        verbose_name="value",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("mg/l", "mg/l"),
                            ("ug/l", "micrograms/l"),
                            ("g/l", "g/l"),
                            ("mg/nm3", "mg/Nm³"),
                            ("ug/nm3", "micrograms/Nm³"),
                            ("mg/m3", "mg/m³"),
                            ("ppm", "ppm"),
                            ("mpn", "MPN/100 ml"),
                            ("cfu", "CFU/100 ml"),
                            ("dba", "dBA"),
                            ("db", "dB"),
                            ("none", "pH"),
                        ],
                        help_text="As on the slip; pH has none.",
                        max_length=12,
                        verbose_name="unit",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        help_text="Number of the standard method.",
                        max_length=80,
                        verbose_name="method",
                    ),
                ),
                (
                    "band",
                    models.CharField(
                        choices=[
                            ("a", "column A"),
                            ("b", "column B"),
                            ("c", "column C"),
                            ("dac-biet", "special area"),
                            ("thong-thuong", "ordinary area"),
                        ],
                        help_text="A, B or C by the receiving water; of noise the area.",
                        max_length=12,
                        verbose_name="column or area",
                    ),
                ),
                (
                    "factor",
                    models.DecimalField(
                        decimal_places=3,
                        default=1,
                        help_text="Product of the factors on the slip, such as Kq × Kf; 1 where there is none.",
                        max_digits=6,
                        verbose_name="factor",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measurements",
                        to="environment.inspection",
                        verbose_name="inspection",
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
                    "standard",
                    models.ForeignKey(
                        help_text="The version it is held against, such as QCVN 11-MT:2015/BTNMT.",
                        limit_choices_to={"kind": "standard"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="legal.legalbase",
                        verbose_name="standard",
                    ),
                ),
            ],
            options={
                "verbose_name": "measurement",
                "verbose_name_plural": "measurements",
                "ordering": ("-sampled_on", "-pk"),
                "indexes": [
                    models.Index(fields=["locality", "sampled_on"], name="measurement_day"),
                    models.Index(
                        fields=["inspection", "sampled_on"], name="measurement_inspection"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "locality",
                            "inspection",
                            "point",
                            "parameter",
                            "sampled_on",
                            "sampled_at",
                        ),
                        name="measurement_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value", None), ("value__gte", 0), _connector="OR"),
                        name="measurement_figures",
                        violation_error_message="A figure cannot be less than zero.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("factor__gt", 0)), name="measurement_factor"
                    ),
                ],
            },
        ),
    ]
