// Reads readouts off states, as many people side by side as there are lanes.
//
// As in the integrator, what depends on no state is computed once in an interval of inputs. Of what a
// person brings along only the columns that a readout is made of are loaded.

struct Columns {
    const int *places;
    int count;
};

struct Readout {
    Columns parameters, inputs, states;
    void (*prepare)(const Lanes *p, const Lanes *u, Lanes *c);
    void (*read)(const Lanes *y, const Lanes *c, Lanes *found);
};

struct Course {
    std::int64_t people, times, input_rows, intervals;
    const double *states, *parameters, *levels;
    const std::int64_t *interval;  // that led to each time
    double *found;
};

// Puts columns of the rows of several people side by side.
static void load(const Columns &columns, const double *const (&rows)[LANES], Lanes *to) {
    for (int i = 0; i < columns.count; i++) {
        const int place = columns.places[i];
        Lanes beside;
        for (int lane = 0; lane < LANES; lane++) beside[lane] = rows[lane][place];
        to[place] = beside;
    }
}

// The table of readouts stands here.

static void read_group(const Readout &one, const Course &of, std::int64_t first) {
    Lanes p[PARAMETERS], u[INPUTS], c[CONSTANTS], y[STATES], found;
    std::int64_t person[LANES], prepared = -1;
    const double *rows[LANES];
    for (int lane = 0; lane < LANES; lane++) {
        person[lane] = first + lane < of.people ? first + lane : of.people - 1;
        rows[lane] = of.parameters + person[lane] * PARAMETERS;
    }
    load(one.parameters, rows, p);
    for (std::int64_t time = 0; time < of.times; time++) {
        if (of.interval[time] != prepared) {
            prepared = of.interval[time];
            for (int lane = 0; lane < LANES; lane++) {
                const std::int64_t row = of.input_rows > 1 ? person[lane] : 0;
                rows[lane] = of.levels + (row * of.intervals + prepared) * INPUTS;
            }
            load(one.inputs, rows, u);
            one.prepare(p, u, c);
        }
        for (int lane = 0; lane < LANES; lane++)
            rows[lane] = of.states + (person[lane] * of.times + time) * STATES;
        load(one.states, rows, y);
        one.read(y, c, &found);
        for (int lane = 0; lane < LANES; lane++) of.found[person[lane] * of.times + time] = found[lane];
    }
}

extern "C" void read_people(std::int64_t readout, const Course *of) {
    for (std::int64_t first = 0; first < of->people; first += LANES)
        read_group(READOUTS[readout], *of, first);
}
