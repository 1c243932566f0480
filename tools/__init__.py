"""What stands behind the Makefile: set-up, checks and starting. Standard library only.

Everything here runs before anything is installed, so it imports neither the product nor a library.
"""
