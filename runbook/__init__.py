"""Plan an anniversary ceremony backwards from its day and tell every agency its part."""

__version__ = "0.1.0"
