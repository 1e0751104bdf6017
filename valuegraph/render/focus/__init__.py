"""What a drawing is to draw attention to: a pass over finished scenes, told in a caption."""
