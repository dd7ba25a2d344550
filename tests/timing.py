"""Growth of time with size, as a ratio within one run: these machines are noisy."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

#: Times below this are mostly noise; the growth is measured from here, in seconds.
_FLOOR = 0.02


def growth(run: Callable[[int], object], small: int, large: int, *, repeats: int = 3) -> float:
    """Return how much faster than the size the processor time grows: 1.0 is linear."""

    def seconds(size: int) -> float:
        start = time.process_time()
        run(size)
        return time.process_time() - start

    # What other tests left in memory is not walked by the collector on the large run's account.
    gc.collect()
    gc.freeze()
    seconds(small)
    first = min(seconds(small) for _ in range(repeats))
    last = min(seconds(large) for _ in range(repeats))
    return last / max(first, _FLOOR) / (large / small)
