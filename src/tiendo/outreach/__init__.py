"""What offices and communes do to make a scheme known and to bring trade and integration to producers."""
