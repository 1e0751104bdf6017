"""How answers are told: numbers, walks and what is known of them, in French and English."""
