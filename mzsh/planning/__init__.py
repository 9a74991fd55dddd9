"""What is due when, and who owes what: dates, stages and matrices computed from the model."""
