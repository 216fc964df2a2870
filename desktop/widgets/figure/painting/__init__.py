"""How the figure is drawn: outlines, limbs, trunk, head, furniture and the marks that explain."""
