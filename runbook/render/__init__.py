"""Renderings: one room per medium. They lay out what the plan and its reports say, and compute no date."""
