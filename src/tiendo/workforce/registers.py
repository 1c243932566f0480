"""The registers of this application; importing them declares them."""

from tiendo.workforce.job_registers import AGREEMENTS, JOBS
from tiendo.workforce.training_registers import COURSES, TRAINEES

__all__ = ["AGREEMENTS", "COURSES", "JOBS", "TRAINEES"]
