// Follows a table of steps instead of code of its own; see simulation/code/tables.py.

enum { COPY, ADD, SUB, MUL, DIV, EXP, LOG, LESS, INVERSE };

struct Step {
    unsigned char kind, to_space, left_space, right_space;
    int to, left, right;
};

struct Spaces {
    Lanes *at[11];
};

static Lanes *scratch() {
    alignas(64) static thread_local Lanes room[SCRATCH];
    return room;
}

static Lanes *numbers() {
    alignas(64) static thread_local Lanes room[NUMBERS];
    static thread_local bool filled = false;
    if (!filled)
        for (int i = 0; i < NUMBERS; i++) room[i] = all(Real(NUMBER[i]));
    filled = true;
    return room;
}

template <int N> static void follow(const Step (&steps)[N], Spaces of) {
    of.at[9] = numbers();
    of.at[10] = scratch();
    for (const Step &one : steps) {
        const Lanes a = of.at[one.left_space][one.left], b = of.at[one.right_space][one.right];
        Lanes &to = of.at[one.to_space][one.to];
        switch (one.kind) {
            case COPY: to = a; break;
            case ADD: to = a + b; break;
            case SUB: to = a - b; break;
            case MUL: to = a * b; break;
            case DIV: to = a / b; break;
            case EXP: to = exp(a); break;
            case LOG: to = log(a); break;
            case LESS: to -= a * b; break;
            case INVERSE: to = Real(1) / a; break;
        }
    }
}

static Lanes *any(const Lanes *given) { return const_cast<Lanes *>(given); }

static void prepare(const Lanes *p, const Lanes *u, Lanes *c) {
    follow(PREPARE, {{nullptr, c, any(p), any(u)}});
}

static void rates(const Lanes *y, const Lanes *c, Lanes *f) {
    follow(RATES, {{any(y), any(c), nullptr, nullptr, f}});
}

static void rates_and_jacobian(const Lanes *y, const Lanes *c, Lanes *f, Lanes *j) {
    follow(RATES_AND_JACOBIAN, {{any(y), any(c), nullptr, nullptr, f, j}});
}

static void factor(const Lanes *j, const Lanes d, Lanes *w) {
    Lanes diagonal = d;
    follow(FACTOR, {{nullptr, nullptr, nullptr, nullptr, nullptr, any(j), w, nullptr, &diagonal}});
}

static void solve(const Lanes *w, Lanes *b) {
    follow(SOLVE, {{nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, any(w), b}});
}

static void start(const Lanes *p, Lanes *y, Lanes *u) { follow(START, {{y, nullptr, any(p), u}}); }
