"""What the tables refuse is said in words that can be said: a sign of per cent in them would end the page."""

import pytest
from django.apps import apps
from django.db.models import BaseConstraint
from django.utils import translation

CONSTRAINTS = [
    pytest.param(constraint, id=constraint.name)
    for model in apps.get_models()
    if model.__module__.startswith("tiendo.")
    for constraint in model._meta.constraints
]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_what_a_table_refuses_can_be_said(constraint: BaseConstraint, language: str) -> None:
    with translation.override(language):
        assert constraint.get_violation_error_message()
