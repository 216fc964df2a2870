"""All of a person's records at once: exported, imported, backed up, restored, deleted. Nothing in here imports Qt."""
