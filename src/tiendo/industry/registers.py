"""What this application declares: importing a module of registers declares them."""

from tiendo.industry import (
    cluster_registers,
    enterprise_registers,
    land_registers,
    work_registers,
)

__all__ = ["cluster_registers", "enterprise_registers", "land_registers", "work_registers"]
