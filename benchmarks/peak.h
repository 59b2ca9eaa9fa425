// What this core can do at most: independent multiply-adds, and exp, log and division one by one.

#include <ctime>

constexpr int MANY = 24;  // independent chains: more than the latency of a multiply-add hides

static double seconds() {
    timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return double(t.tv_sec) + 1e-9 * double(t.tv_nsec);
}

template <class Work> static double best_of(Work work) {
    double best = 1e9;
    for (int round = 0; round < 9; round++) {
        const double before = seconds();
        work();
        best = std::fmin(best, seconds() - before);
    }
    return best;
}

template <class Function> static double each(Function function) {
    static Lanes x[256], y[256];
    for (int i = 0; i < 256; i++) x[i] = all(Real(0.5 + 0.01 * i));
    const double spent = best_of([&] {
        for (int k = 0; k < 500; k++) {
            for (int i = 0; i < 256; i++) y[i] = function(x[i]);
            asm volatile("" : : "r"(x), "r"(y) : "memory");
        }
    });
    return spent / (500 * 256);
}

// Seconds of one multiply-add, exp, log and division of all lanes, and the number of lanes.
extern "C" void costs(double *found) {
    Lanes a[MANY];
    for (int i = 0; i < MANY; i++) a[i] = all(Real(i));
    const Lanes m = all(Real(0.999)), c = all(Real(0.001));
    const double spent = best_of([&] {
        for (int k = 0; k < 40000; k++) {
            #pragma GCC unroll 24
            for (int i = 0; i < MANY; i++) a[i] = a[i] * m + c;
        }
    });
    volatile Real kept = 0;
    for (int i = 0; i < MANY; i++) kept = kept + a[i][0];
    found[0] = spent / (40000.0 * MANY);
    found[1] = each([](Lanes x) { return exp(x); });
    found[2] = each([](Lanes x) { return log(x); });
    found[3] = each([](Lanes x) { return Real(1) / x; });
    found[4] = LANES;
}
