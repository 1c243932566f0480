"""What this application declares: importing a module of registers declares them."""

from tiendo.industry import enterprise_registers

__all__ = ["enterprise_registers"]
