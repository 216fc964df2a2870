"""``uncramp doctor``: what works and what does not on this desktop. It changes nothing and tells nothing private."""
