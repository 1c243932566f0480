"""Who counts as trained.

Broad: Decree 97/2016/NĐ-CP as the ministry of labour explains it (verified from the press; the article is not).
Narrow: a diploma or certificate from the elementary one on (verified from the press).
"""

import pytest

from tests.tiendo.legal_rules.cases import legal_cases
from tiendo.legal.starting import starting_norms
from tiendo.workforce.models import Certificate, Work
from tiendo.workforce.plausible import SHORTEST_COURSE, YOUNGEST
from tiendo.workforce.qualified import is_trained, moved_to_industry


@legal_cases(
    ("certificate", "broad", "narrow"),
    {
        "trained": [
            ("none", False, False),
            ("short", False, False),  # less than three months counts nowhere
            ("long", True, False),
            ("elementary", True, True),
            ("intermediate", True, True),
            ("college", True, True),
            ("skilled", True, False),  # three years in the job, no paper
        ]
    },
)
def test_a_certificate_counts_by_each_definition(
    certificate: str, broad: bool, narrow: bool
) -> None:
    assert (is_trained(certificate), is_trained(certificate, narrow=True)) == (broad, narrow)


@pytest.mark.parametrize("certificate", Certificate)
def test_whoever_is_trained_in_the_narrow_sense_is_so_in_the_broad_one(certificate: str) -> None:
    assert is_trained(certificate) >= is_trained(certificate, narrow=True)


@pytest.mark.parametrize("before", Work)
@pytest.mark.parametrize("after", Work)
def test_only_from_the_farm_to_industry_is_a_move(before: str, after: str) -> None:
    assert moved_to_industry(before, after) == ((before, after) == ("farm", "industry"))


@pytest.mark.parametrize(("code", "lowest"), [(SHORTEST_COURSE, 3), (YOUNGEST, 14)])
def test_the_limits_are_norms_that_nobody_verified_yet(code: str, lowest: int) -> None:
    norms = [each.row() for each in starting_norms() if each.facts["code"] == code]
    assert [(norm.lowest, norm.verified) for norm in norms] == [(lowest, False)]
