// The states go alone: nothing is followed beside them.

struct Slopes {};

static void begin_slopes(const Problem &, Slopes &, const Person &, int) {}
static void follow(const Problem &, Work &, Slopes &, const Person *, Lanes, Bits,
                   const double *) {}
