"""Remodeling space: cavities that osteoclasts have left and osteoblasts have not yet reached."""

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.remodeling import REMODELING_SPACE


class RemodelingSpace(Mechanism):
    """Open cavities per bone surface, relative to the reference state.

        d X / dt = (resorption_rate - X) / reversal

    A rise of resorption opens cavities before formation follows: bone is lost early and quickly. A
    fall closes them: the one-off gain on an antiresorptive or on calcium.
    """

    grade = Grade.B
    owns = (REMODELING_SPACE,)

    def rates(self, now: Reading, p: Reading) -> Equations:
        return {REMODELING_SPACE: (now.resorption_rate - now.remodeling_space) / p.reversal}
