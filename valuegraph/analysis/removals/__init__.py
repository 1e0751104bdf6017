"""What goes with what is taken away, and how little it takes to cut an impact off."""
