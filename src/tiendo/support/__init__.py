"""Support that offices give to establishments, investors and ideas; promotion events and the contacts made there."""
