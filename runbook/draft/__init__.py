"""From a signed plan document to a ceremony file: what the words say, and where they say it."""
