"""People's cases kept on this machine; see `osteon.cases.store.Store`."""
