"""How procedures for enterprises went in a quarter: received, on time, late, days saved, cut, satisfaction."""
