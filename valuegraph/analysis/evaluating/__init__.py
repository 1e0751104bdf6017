"""What evaluation questions are answered with: frameworks, dates, values, cells."""
