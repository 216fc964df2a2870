"""The guides: routines as data, how one is fitted to a person and run, and the relief of a cramp. All pure."""
