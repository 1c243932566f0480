"""The registers of this application; importing them declares them."""

from tiendo.products.enterprise_registers import BRANDS, IMPROVEMENTS
from tiendo.products.product_registers import MACHINES, OCOP_PRODUCTS, TYPICAL_PRODUCTS

__all__ = ["BRANDS", "IMPROVEMENTS", "MACHINES", "OCOP_PRODUCTS", "TYPICAL_PRODUCTS"]
