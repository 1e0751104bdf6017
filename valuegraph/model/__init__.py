"""What a chain is: no files, no pictures, no algorithms."""
