// RODAS4: one trial step of the stiff Rosenbrock method of order four, with dense output.
//
// Six stages share one factorization of W = I / (h gamma) - J. Coefficients: Hairer and Wanner,
// Solving Ordinary Differential Equations II, section IV.7. Every lane has its own step length; where
// a lane is one number (on a GPU), so is everything here.

// States, rounded up to whole blocks of as many states as lanes.
constexpr int PADDED = (STATES + LANES - 1) / LANES * LANES;

// The change of a step is kept apart from where it leads: beside a float, a slow state is carried on
// with what its own digits cannot hold.
constexpr bool COMPENSATED = sizeof(Real) < sizeof(double);

struct Work {
    Lanes y[PADDED], low[COMPENSATED ? STATES : 1], f[STATES], trial[STATES], change[PADDED];
    Lanes j[ENTRIES], w[FACTORS];
    Lanes k[6][STATES], dense[2][PADDED];
    Lanes c[CONSTANTS], rate[STATES];
};

// Solves for a stage that holds what the earlier ones add to its right-hand side.
FUNCTION void stage(Work &a, Lanes *k) {
    rates(a.trial, a.c, a.rate);
    for (int i = 0; i < STATES; i++) k[i] += a.rate[i];
    solve(a.w, k);
}

FUNCTION void step(Work &a, const Lanes h) {
    constexpr Real GAMMA = 0.25_r;
    Lanes *const y = a.y, *const trial = a.trial, *const change = a.change;
    Lanes *const w = a.w;
    Lanes *const k1 = a.k[0], *const k2 = a.k[1], *const k3 = a.k[2];
    Lanes *const k4 = a.k[3], *const k5 = a.k[4], *const k6 = a.k[5];
    const Lanes per = 1.0_r / h;
    factor(a.j, per * (1.0_r / GAMMA), w);
    for (int i = 0; i < STATES; i++) k1[i] = a.f[i];
    solve(w, k1);
    for (int i = 0; i < STATES; i++) {
        trial[i] = y[i] + 1.544_r * k1[i];
        k2[i] = per * (-5.6688_r * k1[i]);
    }
    stage(a, k2);
    for (int i = 0; i < STATES; i++) {
        trial[i] = y[i] + 0.9466785280815826_r * k1[i] + 0.2557011698983284_r * k2[i];
        k3[i] = per * (-2.430093356833875_r * k1[i] - 0.2063599157091915_r * k2[i]);
    }
    stage(a, k3);
    for (int i = 0; i < STATES; i++) {
        trial[i] = y[i] + 3.314825187068521_r * k1[i] + 2.896124015972201_r * k2[i] +
                   0.9986419139977817_r * k3[i];
        k4[i] = per * (-0.1073529058151375_r * k1[i] - 9.594562251023355_r * k2[i] -
                       20.47028614809616_r * k3[i]);
    }
    stage(a, k4);
    for (int i = 0; i < STATES; i++) {
        change[i] = 1.221224509226641_r * k1[i] + 6.019134481288629_r * k2[i] +
                    12.53708332932087_r * k3[i] - 0.6878860361058950_r * k4[i];
        trial[i] = y[i] + change[i];
        k5[i] = per * (7.496443313967647_r * k1[i] - 10.24680431464352_r * k2[i] -
                       33.99990352819905_r * k3[i] + 11.70890893206160_r * k4[i]);
    }
    stage(a, k5);
    for (int i = 0; i < STATES; i++) {
        change[i] += k5[i];
        trial[i] = y[i] + change[i];
        k6[i] = per * (8.083246795921522_r * k1[i] - 7.981132988064893_r * k2[i] -
                       31.52159432874371_r * k3[i] + 16.31930543123136_r * k4[i] -
                       6.058818238834054_r * k5[i]);
    }
    stage(a, k6);
    for (int i = 0; i < STATES; i++) {
        change[i] += k6[i];
        trial[i] = y[i] + change[i];
    }
}

FUNCTION void dense_output(Work &a) {
    const Lanes *const k1 = a.k[0], *const k2 = a.k[1], *const k3 = a.k[2];
    const Lanes *const k4 = a.k[3], *const k5 = a.k[4];
    for (int i = 0; i < STATES; i++) {
        a.dense[0][i] = 10.12623508344586_r * k1[i] - 7.487995877610167_r * k2[i] -
                        34.80091861555747_r * k3[i] - 7.992771707568823_r * k4[i] +
                        1.025137723295662_r * k5[i];
        a.dense[1][i] = -0.6762803392806898_r * k1[i] + 6.087714651680015_r * k2[i] +
                        16.43084320892478_r * k3[i] + 24.76722511418386_r * k4[i] -
                        6.594389125716872_r * k5[i];
    }
}

// Goes on to where the step leads, in the lanes that take it.
FUNCTION void advance(Work &a, Bits taken) {
    for (int i = 0; i < STATES; i++) {
        if (COMPENSATED) {
            const Lanes change = a.change[i] + a.low[i], next = a.y[i] + change;
            const Lanes back = next - a.y[i];
            const Lanes lost = (a.y[i] - (next - back)) + (change - back);
            a.low[i] = pick(taken, lost, a.low[i]);
            a.y[i] = pick(taken, next, a.y[i]);
        } else {
            a.y[i] = pick(taken, a.trial[i], a.y[i]);
        }
    }
}

// The squared error of a trial step in units of the tolerance, and the worst state of each lane.
FUNCTION Lanes error_of(const Work &a, const Real tolerance, const Lanes *scale, Bits &where) {
    Lanes total = all(0.0_r), worst = all(-1.0_r);
    for (int i = 0; i < STATES; i++) {
        const Lanes size = larger(larger(size_of(a.y[i]), size_of(a.trial[i])), scale[i]);
        const Lanes share = a.k[5][i] / (tolerance * size);
        const Lanes squared = share * share;
        total += squared;
        const Bits less = squared <= worst;
        where = less ? where : Bits{} + i;
        worst = pick(less, worst, squared);
    }
    return total / Real(STATES);
}
