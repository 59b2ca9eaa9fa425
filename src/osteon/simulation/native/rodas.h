// RODAS4: one trial step of the stiff Rosenbrock method of order four, with dense output.
//
// Six stages share one factorization of W = I / (h gamma) - J. Coefficients: Hairer and Wanner,
// Solving Ordinary Differential Equations II, section IV.7. Every lane has its own step length.

struct Work {
    Lanes y[STATES], f[STATES], trial[STATES];
    Lanes j[ENTRIES], w[FACTORS];
    Lanes k[6][STATES], dense[2][STATES];
    Lanes c[CONSTANTS], fresh[CONSTANTS], p[PARAMETERS], u[INPUTS];
};

static void step(Work &a, const Lanes h) {
    constexpr double GAMMA = 0.25;
    Lanes *const y = a.y, *const trial = a.trial, *const w = a.w, *const c = a.c;
    Lanes *const k1 = a.k[0], *const k2 = a.k[1], *const k3 = a.k[2];
    Lanes *const k4 = a.k[3], *const k5 = a.k[4], *const k6 = a.k[5];
    const Lanes per = 1.0 / h;
    factor(a.j, per * (1.0 / GAMMA), w);
    for (int i = 0; i < STATES; i++) k1[i] = a.f[i];
    solve(w, k1);
    for (int i = 0; i < STATES; i++) trial[i] = y[i] + 1.544 * k1[i];
    rates(trial, c, k2);
    for (int i = 0; i < STATES; i++) k2[i] += per * (-5.6688 * k1[i]);
    solve(w, k2);
    for (int i = 0; i < STATES; i++)
        trial[i] = y[i] + 0.9466785280815826 * k1[i] + 0.2557011698983284 * k2[i];
    rates(trial, c, k3);
    for (int i = 0; i < STATES; i++)
        k3[i] += per * (-2.430093356833875 * k1[i] - 0.2063599157091915 * k2[i]);
    solve(w, k3);
    for (int i = 0; i < STATES; i++)
        trial[i] = y[i] + 3.314825187068521 * k1[i] + 2.896124015972201 * k2[i] +
                   0.9986419139977817 * k3[i];
    rates(trial, c, k4);
    for (int i = 0; i < STATES; i++)
        k4[i] += per * (-0.1073529058151375 * k1[i] - 9.594562251023355 * k2[i] -
                        20.47028614809616 * k3[i]);
    solve(w, k4);
    for (int i = 0; i < STATES; i++)
        trial[i] = y[i] + 1.221224509226641 * k1[i] + 6.019134481288629 * k2[i] +
                   12.53708332932087 * k3[i] - 0.6878860361058950 * k4[i];
    rates(trial, c, k5);
    for (int i = 0; i < STATES; i++)
        k5[i] += per * (7.496443313967647 * k1[i] - 10.24680431464352 * k2[i] -
                        33.99990352819905 * k3[i] + 11.70890893206160 * k4[i]);
    solve(w, k5);
    for (int i = 0; i < STATES; i++) trial[i] += k5[i];
    rates(trial, c, k6);
    for (int i = 0; i < STATES; i++)
        k6[i] += per * (8.083246795921522 * k1[i] - 7.981132988064893 * k2[i] -
                        31.52159432874371 * k3[i] + 16.31930543123136 * k4[i] -
                        6.058818238834054 * k5[i]);
    solve(w, k6);
    for (int i = 0; i < STATES; i++) trial[i] += k6[i];
}

static void dense_output(Work &a) {
    const Lanes *const k1 = a.k[0], *const k2 = a.k[1], *const k3 = a.k[2];
    const Lanes *const k4 = a.k[3], *const k5 = a.k[4];
    for (int i = 0; i < STATES; i++) {
        a.dense[0][i] = 10.12623508344586 * k1[i] - 7.487995877610167 * k2[i] -
                        34.80091861555747 * k3[i] - 7.992771707568823 * k4[i] +
                        1.025137723295662 * k5[i];
        a.dense[1][i] = -0.6762803392806898 * k1[i] + 6.087714651680015 * k2[i] +
                        16.43084320892478 * k3[i] + 24.76722511418386 * k4[i] -
                        6.594389125716872 * k5[i];
    }
}

// The squared error of a trial step in units of the tolerance, and the worst state of each lane.
static Lanes error_of(const Work &a, const double tolerance, const double *scale, Bits &where) {
    Lanes total = all(0.0), worst = all(-1.0);
    for (int i = 0; i < STATES; i++) {
        const Lanes size = larger(larger(size_of(a.y[i]), size_of(a.trial[i])), all(scale[i]));
        const Lanes share = a.k[5][i] / (tolerance * size);
        const Lanes squared = share * share;
        total += squared;
        const Bits more = ~(squared <= worst);
        where = more ? Bits{} + i : where;
        worst = pick(more, squared, worst);
    }
    return total / double(STATES);
}
