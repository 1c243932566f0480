"""The commands of `tiendo`, one module each: parse, call a service, print."""
