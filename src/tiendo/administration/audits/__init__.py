"""Packages for audits: papers, registers and the sealed history in one file that can be verified anywhere."""
