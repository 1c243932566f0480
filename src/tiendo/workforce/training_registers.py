"""The registers of training courses and of trainees."""

from dataclasses import replace
from typing import Any

from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from tiendo.registers.columns import column_of
from tiendo.registers.measures import Measure
from tiendo.registers.register import Guide, declare
from tiendo.workforce import plausible
from tiendo.workforce.models import Certificate, Course, Sex, Trainee, Work
from tiendo.workforce.qualified import BROAD, NARROW

GROUP = _("Training and jobs")
MONTHS = replace(column_of(Course, "months"), sums=False)
COURSE_UNIT, PEOPLE = _("courses"), _("people")


def _courses(slug: str, title: Any, only: Q = Q()) -> Measure:  # noqa: B008  a condition is a value
    return Measure(slug=slug, title=title, unit=COURSE_UNIT, when="begins_on", only=only)


COURSES = declare(
    slug="lop-dao-tao",
    rows=Course.objects.all(),
    columns=("name", "occupation", "kind", MONTHS, "trainer", "establishment", "begins_on"),
    fields=(
        *("name", "occupation", "kind", "months", "trainer", "establishment", "high_tech"),
        *("begins_on", "ends_on", "planned", "cost"),
    ),
    key=("name", "begins_on"),
    search=("name", "occupation", "trainer", "establishment"),
    filters=("kind", "high_tech", "begins_on"),
    check=plausible.check_course,
    guide=Guide(
        who=_("The office of labour; for courses of enterprises with what these hand in."),
        when=_("When a course is opened; its last day and cost when it is over."),
        paper=_("The decision that opens the course, its list, the settlement."),
        example={
            "name": "Hàn điện Ví Dụ K1",
            "occupation": "Hàn điện",
            "kind": "sơ cấp",
            "months": "3,5",
            "trainer": "Trung tâm Giáo dục nghề nghiệp Ví Dụ",
            "establishment": "Xưởng cơ khí Ví Dụ",
            "begins_on": "06/03/2023",
            "ends_on": "20/06/2023",
            "planned": "30",
            "cost": "145,5",
        },
        icon="book",
        group=GROUP,
    ),
    measures=(
        _courses("lop-mo", _("Training courses begun in the year")),
        _courses(
            "lop-theo-nhu-cau", _("Courses opened for an establishment"), ~Q(establishment="")
        ),
        _courses("lop-cong-nghe-cao", _("Courses in high technology"), Q(high_tech=True)),
        Measure(
            slug="kinh-phi-dao-tao",
            title=_("Cost of training courses"),
            unit=_("million VND"),
            when="begins_on",
            sums="cost",
        ),
    ),
)


def _people(slug: str, title: Any, when: str, only: Q = Q()) -> Measure:  # noqa: B008
    return Measure(slug=slug, title=title, unit=PEOPLE, when=when, only=only)


FINISHED = Q(finished_on__isnull=False)

TRAINEES = declare(
    slug="hoc-vien",
    rows=Trainee.objects.select_related("course", "commune").annotate(
        counted=Value(1), with_paper=Case(When(certificate=Certificate.NONE, then=0), default=1)
    ),
    columns=("name", "born", "sex", "commune", "course", "certificate", "after", "employed_on"),
    fields=(
        *("course", "name", "born", "sex", "commune", "before", "finished_on", "certificate"),
        *("after", "employed_on", "employer"),
    ),
    key=("course", "name", "born"),
    search=("name", "born"),
    filters=("course", "commune", "sex", "certificate", "after"),
    place="commune",
    under="course",
    check=plausible.check_trainee,
    guide=Guide(
        who=_("The office of labour from the list of the course; a commune for its own people."),
        when=_(
            "When the course begins; certificate and job when it is over and half a year later."
        ),
        paper=_("The list of trainees, the decision on certificates, the follow-up on jobs."),
        example={
            "course": "Hàn điện Ví Dụ K1",
            "name": "Người Học Ví Dụ",
            "born": "1998",
            "sex": "nam",
            "commune": "xã Thường Phước 1",
            "before": "nông nghiệp",
            "finished_on": "20/06/2023",
            "certificate": "chứng chỉ sơ cấp",
            "after": "công nghiệp, tiểu thủ công nghiệp",
            "employed_on": "03/07/2023",
            "employer": "Xưởng cơ khí Ví Dụ",
        },
        icon="user",
        group=GROUP,
    ),
    measures=(
        _people("hoc-vien", _("Trainees of courses begun in the year"), "course__begins_on"),
        _people(
            *("hoc-vien-nu", _("Women among the trainees"), "course__begins_on"),
            Q(sex=Sex.FEMALE),
        ),
        _people(
            *("qua-dao-tao", _("Trained in the year, broad definition"), "finished_on"),
            Q(certificate__in=BROAD),
        ),
        _people(
            *("co-bang-chung-chi", _("Trained in the year, with elementary certificate and up")),
            "finished_on",
            Q(certificate__in=NARROW),
        ),
        _people(
            *("qua-dao-tao-cong-nghiep", _("Trained in the year and at work in industry")),
            "finished_on",
            Q(certificate__in=BROAD, after=Work.INDUSTRY),
        ),
        Measure(
            slug="ty-le-dat",
            title=_("Share of trainees who got their certificate"),
            unit="%",
            when="finished_on",
            sums="with_paper",
            base="counted",
            only=FINISHED,
        ),
        _people("co-viec-lam", _("Trainees who found work"), "employed_on"),
        _people(
            *("chuyen-sang-cong-nghiep", _("Trainees who went from farm work to industry")),
            "employed_on",
            Q(before=Work.FARM, after=Work.INDUSTRY),
        ),
        _people(
            *("chua-co-chung-chi", _("Trainees who finished without a certificate")),
            "finished_on",
            Q(certificate=Certificate.NONE),
        ),
    ),
)
