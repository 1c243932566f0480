"""The registers of the worked example: invented rows in sheets, brought in by the ordinary import."""
