"""Industrial promotion (khuyến công): projects with their steps, whom to help first, ideas and OCOP projects helped."""
