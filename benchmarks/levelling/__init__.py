"""Levelling on the instances of PSPLIB."""
