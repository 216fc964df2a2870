"""Windows: each shows a state object and emits wishes. They know no adapter."""
