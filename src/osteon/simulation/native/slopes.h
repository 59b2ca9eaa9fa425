// Slopes: how states depend on chosen parameters, followed along the steps of the states.
//
//     s' = J(t) s + g(t)      J: Jacobian of the rates, g: what the parameters change in them directly
//
// is linear in s, so an implicit method needs one solve a stage and nothing else, and all directions
// share J, g and their elimination. The method is the L-stable one of order three with three stages
// (Alexander 1977, SIAM J Numer Anal 14:1006), on the steps that the states have taken, with J and g
// on their dense output. Between the ends of a step a slope is the cubic through values and rates. The
// rate at the beginning of an interval is not known; there, in a step of a day at most, it is the
// parabola through both values and the later rate. Doses do not depend on parameters.

struct Slopes {
    Lanes s[DIRECTIONS][PADDED], rate[DIRECTIONS][PADDED];         // where the step begins
    Lanes ahead[DIRECTIONS][PADDED], rate_ahead[DIRECTIONS][PADDED];  // where it ends
    Lanes base[DIRECTIONS][PADDED], last_base[DIRECTIONS][PADDED];
    Lanes own[DIRECTIONS * STATES];
    Lanes at[PADDED];
    Bits known;  // the rate where the step begins
};

static double *slopes_of(const Problem &b, const Person &one, std::int64_t output, int m) {
    return b.slopes + ((one.index * b.output_count + output) * DIRECTIONS + m) * STATES;
}

// The next person in a lane begins; what is asked for at that time is answered.
static void begin_slopes(const Problem &b, Slopes &a, const Person &one, int lane) {
    a.known[lane] = 0;
    for (int m = 0; m < DIRECTIONS; m++) {
        const double *begin = b.begin_slopes + (one.index * DIRECTIONS + m) * STATES;
        for (int i = 0; i < STATES; i++) a.s[m][i][lane] = begin[i];
        for (std::int64_t o = 0; o < b.output_count && b.outputs[o] <= one.t; o++)
            std::memcpy(slopes_of(b, one, o, m), begin, STATES * sizeof(double));
    }
}

// Prepares J, g and the elimination at a share of the step.
static void prepare_stage(Work &w, Slopes &a, Real share, Lanes per) {
    for (int i = 0; i < STATES; i++) {
        const Lanes bent = w.dense[0][i] + share * w.dense[1][i];
        a.at[i] = w.y[i] + share * (w.change[i] + (1.0_r - share) * bent);
    }
    jacobian_and_slopes(a.at, w.c, w.j, a.own);
    factor(w.j, per, w.w);
}

// Solves a stage of one direction.
static void solve_stage(const Work &w, const Slopes &a, int m, Lanes per, const Lanes *base,
                        Lanes *to) {
    for (int i = 0; i < STATES; i++) to[i] = base[i] * per + a.own[m * STATES + i];
    solve(w.w, to);
}

static void step_slopes(Work &w, Slopes &a, Lanes h) {
    constexpr Real GAMMA = 0.4358665215084589994_r;
    constexpr Real SECOND = (1.0_r - GAMMA) / (2.0_r * GAMMA);
    constexpr Real THIRD_OF_FIRST = -(6.0_r * GAMMA * GAMMA - 16.0_r * GAMMA + 1.0_r) / (4.0_r * GAMMA);
    constexpr Real THIRD_OF_SECOND = (6.0_r * GAMMA * GAMMA - 20.0_r * GAMMA + 5.0_r) / (4.0_r * GAMMA);
    const Lanes per = 1.0_r / (h * GAMMA);
    prepare_stage(w, a, GAMMA, per);
    for (int m = 0; m < DIRECTIONS; m++) {
        solve_stage(w, a, m, per, a.s[m], a.ahead[m]);
        for (int i = 0; i < STATES; i++) {
            const Lanes moved = a.ahead[m][i] - a.s[m][i];
            a.base[m][i] = a.s[m][i] + SECOND * moved;
            a.last_base[m][i] = a.s[m][i] + THIRD_OF_FIRST * moved;
        }
    }
    prepare_stage(w, a, (1.0_r + GAMMA) / 2.0_r, per);
    for (int m = 0; m < DIRECTIONS; m++) {
        solve_stage(w, a, m, per, a.base[m], a.ahead[m]);
        for (int i = 0; i < STATES; i++)
            a.last_base[m][i] += THIRD_OF_SECOND * (a.ahead[m][i] - a.base[m][i]);
    }
    prepare_stage(w, a, 1.0_r, per);
    for (int m = 0; m < DIRECTIONS; m++) {
        solve_stage(w, a, m, per, a.last_base[m], a.ahead[m]);
        for (int i = 0; i < STATES; i++)
            a.rate_ahead[m][i] = per * (a.ahead[m][i] - a.last_base[m][i]);
    }
}

// Writes one direction at the share of the step that each lane asks for.
static void write_slopes(const Problem &b, Slopes &a, const Person *people, Lanes h, Lanes share,
                         const std::int64_t *output, int m) {
    alignas(64) Lanes rows[LANES][BLOCKS];
    for (int i = 0; i < STATES; i++) {
        const Lanes moved = a.ahead[m][i] - a.s[m][i], to = h * a.rate_ahead[m][i];
        const Lanes from = pick(a.known, h * a.rate[m][i], 2.0_r * moved - to);
        a.at[i] = a.s[m][i] +
                  share * (from + share * (3.0_r * moved - 2.0_r * from - to +
                                           share * (from + to - 2.0_r * moved)));
    }
    turn_over(a.at, rows);
    for (int lane = 0; lane < LANES; lane++)
        for (int i = 0; output[lane] >= 0 && i < BLOCKS; i++)
            put_block(rows[lane][i], i, slopes_of(b, people[lane], output[lane], m));
}

// Follows the step that some lanes take, from `h` to the time they reach.
static void follow(const Problem &b, Work &w, Slopes &a, const Person *people, Lanes h, Bits taken,
                   const double *reached) {
    dense_output(w);
    step_slopes(w, a, h);
    for (std::int64_t more = 0, left = 1; left; more++) {
        std::int64_t output[LANES];
        Lanes share = all(0.0_r);
        left = 0;
        for (int lane = 0; lane < LANES; lane++) {
            const Person &one = people[lane];
            output[lane] = one.output + more;
            if (taken[lane] && output[lane] < b.output_count &&
                b.outputs[output[lane]] <= reached[lane]) {
                share[lane] = Real((b.outputs[output[lane]] - one.t) / one.h);
                left++;
            } else {
                output[lane] = -1;
            }
        }
        for (int m = 0; left && m < DIRECTIONS; m++)
            write_slopes(b, a, people, h, share, output, m);
    }
    for (int m = 0; m < DIRECTIONS; m++)
        for (int i = 0; i < STATES; i++) {
            a.s[m][i] = pick(taken, a.ahead[m][i], a.s[m][i]);
            a.rate[m][i] = pick(taken, a.rate_ahead[m][i], a.rate[m][i]);
        }
    for (int lane = 0; lane < LANES; lane++)
        if (taken[lane]) a.known[lane] = reached[lane] < people[lane].end ? -1 : 0;
}
