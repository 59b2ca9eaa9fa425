"""People's cases kept on this machine: `with Store.open() as store: store.case("Ada")`."""

from osteon.cases.kept import Kept, KeptForecast
from osteon.cases.store import Store

__all__ = ["Kept", "KeptForecast", "Store"]
