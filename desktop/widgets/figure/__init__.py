"""The human figure of the guides: poses are data, limbs are solved from what they touch, one painter draws them all."""
