"""What a difference between a held cycle and outside data is made of; `reconcile` is the way in."""
