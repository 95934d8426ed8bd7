"""Planning within capacities: who and what is wanted twice at once, and a schedule in which nothing is."""
