"""What check looks at: one small function a rule."""
