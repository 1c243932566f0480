"""Who counts as a trained worker, by which of the two definitions. Pure.

Broad (lao động qua đào tạo; Decree 97/2016/NĐ-CP as the ministry of labour explains it, verified from the press):
holders of a diploma or certificate from a course of at least three months, and workers without one whose skill
equals the first grade after three years in the job. Narrow (có bằng, chứng chỉ): a diploma or certificate from the
elementary one on. In the country of 2025 the first gives 70 per cent and the second 29, so the two never share a name.
The plan's shares are of the workers in industry: whoever learnt and farms on does not count there.
"""

from tiendo.workforce.models import Certificate, Work

NARROW = (Certificate.ELEMENTARY, Certificate.INTERMEDIATE, Certificate.COLLEGE)
BROAD = (Certificate.LONG, *NARROW, Certificate.SKILLED)
OF_LONG_COURSES = (Certificate.LONG, *NARROW)


def is_trained(certificate: str, *, narrow: bool = False) -> bool:
    """Whether who holds this counts as trained, by the broad definition or the narrow one."""
    return certificate in (NARROW if narrow else BROAD)


def moved_to_industry(before: str, after: str) -> bool:
    """Whether somebody went from farm work to industry."""
    return before == Work.FARM and after == Work.INDUSTRY
