"""What this application declares: importing a module of registers declares them."""

from tiendo.environment import inspection_registers, site_registers

__all__ = ["inspection_registers", "site_registers"]
