"""The look of the house: its colours proved, its icons, logo and font checked, its file read."""
