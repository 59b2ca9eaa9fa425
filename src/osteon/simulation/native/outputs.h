// What is asked for inside a step, written person by person.
//
// The arithmetic goes state by state with people side by side, an answer is one person with all her
// states side by side. So the curve of a step is turned over once, block by block.

constexpr int BLOCKS = PADDED / LANES;
typedef double Row __attribute__((vector_size(8 * LANES)));

struct Curve {
    Lanes begin[LANES][BLOCKS], change[LANES][BLOCKS], bend[LANES][BLOCKS], twist[LANES][BLOCKS];
};

// Exchanges what lies across the diagonal of a block of as many states as lanes.
template <int S> static inline void turn(Lanes *block) {
    if constexpr (S < LANES) {
        Bits low, high;
        #pragma GCC unroll 16
        for (int e = 0; e < LANES; e++) {
            low[e] = e & S ? LANES + e - S : e;
            high[e] = e & S ? LANES + e : e + S;
        }
        #pragma GCC unroll 16
        for (int r = 0; r < LANES; r++) {
            if (r & S) continue;
            const Lanes a = block[r], b = block[r + S];
            block[r] = shuffled(a, b, low);
            block[r + S] = shuffled(a, b, high);
        }
        turn<2 * S>(block);
    }
}

static void turn_over(const Lanes *states, Lanes (*people)[BLOCKS]) {
    for (int i = 0; i < BLOCKS; i++) {
        Lanes block[LANES];
        #pragma GCC unroll 16
        for (int r = 0; r < LANES; r++) block[r] = states[i * LANES + r];
        turn<1>(block);
        #pragma GCC unroll 16
        for (int r = 0; r < LANES; r++) people[r][i] = block[r];
    }
}

static void turn_over(const Work &a, Curve &curve) {
    turn_over(a.y, curve.begin);
    turn_over(a.change, curve.change);
    turn_over(a.dense[0], curve.bend);
    turn_over(a.dense[1], curve.twist);
}

// Writes a block of the states of one person into her row.
static void put_block(const Lanes found, int block, double *row) {
    const Row wide = __builtin_convertvector(found, Row);
    const int left = STATES - block * LANES;
    if (left >= LANES)
        std::memcpy(row + block * LANES, &wide, sizeof wide);
    else
        std::memcpy(row + block * LANES, &wide, STATES % LANES * sizeof(double));
}

// The states of one lane at a share of her step.
static void write_row(const Curve &curve, int lane, Real share, double *row) {
    for (int i = 0; i < BLOCKS; i++) {
        const Lanes bent = curve.bend[lane][i] + share * curve.twist[lane][i];
        put_block(curve.begin[lane][i] +
                      share * (curve.change[lane][i] + (Real(1) - share) * bent),
                  i, row);
    }
}
