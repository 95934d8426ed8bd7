"""Real calendar programs and libraries, each behind a few plain functions."""
