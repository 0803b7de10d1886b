"""Pictures as pixels: taken in clean, cut and written out. Pure Python over Pillow, no Django."""
