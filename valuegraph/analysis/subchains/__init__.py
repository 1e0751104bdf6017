"""What a smaller chain keeps of a larger one."""
