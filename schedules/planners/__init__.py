"""One planner for each kind of prompt: when it would next like to be shown, given what has happened."""
