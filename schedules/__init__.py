"""The domain of Uncramp: what to prompt, when and why. No Qt, no network, no notification, no disk."""
