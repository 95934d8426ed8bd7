"""How well drafts of plan documents agree with extractions made by hand."""
