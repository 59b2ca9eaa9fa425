// The integrator on a GPU: a person is a thread, with her own time, step and interval.
//
// Threads stay until nobody waits: who is done seats the next person and steps on beside the others,
// so that a warp never waits for its slowest member; people who need most steps come first. The step
// itself stands outside of every branch, so all threads of a warp take it together. What is done now
// and then (a dose, an output, the next person) a few threads do while the others wait: together less
// than a tenth of the arithmetic.
//
// The work space of a step is local to its thread, which the GPU lays out with threads side by side:
// each access of a warp is one row of neighboring numbers. What a person brings along and takes away
// lies person by person, because she comes to it alone, at her own time; that way every line of
// memory that is fetched for her is used up by her.

enum { DONE = 0, TOO_SMALL = 1, TOO_MANY = 2, NOT_FINITE = 3 };

struct Problem {
    int people, change_count, input_rows, output_count;
    long long limit;
    const double *begin, *parameters, *starts, *changes, *inputs, *doses, *outputs;
    const Real *scale;
    double tolerance;
    double *out;
    const int *order;
    int *next, *status, *where, *steps;
    double *when;
};

struct Person : Pace {
    int index, interval, output, worst;
    long long tried;
    int taken, rejected;
    double t, end;
};

INLINE double state(const Work &a, int i) {
    return COMPENSATED ? double(a.y[i]) + double(a.low[i]) : double(a.y[i]);
}

INLINE void set_state(Work &a, int i, double value) {
    a.y[i] = Real(value);
    if (COMPENSATED) a.low[i] = Real(value - double(Real(value)));
}

INLINE double *row_of(const Problem &b, const Person &one, int output) {
    return b.out + ((long long)one.index * b.output_count + output) * STATES;
}

// The interval of a person begins: the time of its end, her first step and her constants.
FUNCTION void enter(const Problem &b, Work &a, Person &one, bool dosed) {
    const double finish = b.outputs[b.output_count - 1];
    const bool more = one.interval + 1 < b.change_count;
    const double change = more ? b.changes[one.interval + 1] : finish;
    const long long row = b.input_rows > 1 ? one.index : 0;
    one.end = change < finish ? change : finish;
    set_out(one, one.end - one.t, dosed);
    one.tried = 0;
    prepare(b.parameters + (long long)one.index * PARAMETERS,
            b.inputs + (row * b.change_count + one.interval) * INPUTS, a.c);
}

// Whether there is a dose to be taken.
FUNCTION bool take_dose(const Problem &b, Work &a, const Person &one) {
    bool taken = false;
    for (int i = 0; i < STATES; i++) {
        const double dose = b.doses[one.interval * STATES + i];
        if (dose == 0.0) continue;
        set_state(a, i, state(a, i) + dose);
        taken = true;
    }
    return taken;
}

FUNCTION void finish(const Problem &b, const Person &one, int status) {
    b.status[one.index] = status;
    b.where[one.index] = one.worst;
    b.when[one.index] = one.t;
    b.steps[2 * one.index] = one.taken;
    b.steps[2 * one.index + 1] = one.rejected;
    for (int o = one.output; status != DONE && o < b.output_count; o++)
        for (int i = 0; i < STATES; i++) row_of(b, one, o)[i] = not_a_number();
}

// Seats the next person who has anything left to do; false when there is none.
FUNCTION bool seat(const Problem &b, Work &a, Person &one) {
    for (;;) {
        one = Person{};
        const int place = atomicAdd(b.next, 1);
        if (place >= b.people) return false;
        one.index = b.order[place];
        one.t = b.starts[one.index];
        for (int i = 0; i < STATES; i++)
            set_state(a, i, b.begin[(long long)one.index * STATES + i]);
        for (; one.output < b.output_count && b.outputs[one.output] <= one.t; one.output++)
            for (int i = 0; i < STATES; i++) row_of(b, one, one.output)[i] = state(a, i);
        while (one.interval + 1 < b.change_count && b.changes[one.interval + 1] <= one.t)
            one.interval++;
        const bool dosed = b.changes[one.interval] == one.t && take_dose(b, a, one);
        if (one.output < b.output_count) {
            enter(b, a, one, dosed);
            return true;
        }
        finish(b, one, DONE);
    }
}

// The state whose own rate stops being finite first, on the way that all are going.
FUNCTION int first_not_finite(Work &a, int otherwise) {
    for (double ahead = 1e-8; ahead < 10.0; ahead *= 2.0) {
        for (int i = 0; i < STATES; i++) a.trial[i] = a.y[i] + Real(ahead) * a.f[i];
        rates(a.trial, a.c, a.rate);
        for (int i = 0; i < STATES; i++)
            if (!(size_of(a.rate[i]) <= LARGEST)) return i;
    }
    return otherwise;
}

// Writes what is asked for inside the step.
FUNCTION void write_outputs(const Problem &b, Work &a, Person &one, double reached) {
    if (b.outputs[one.output] > reached) return;
    dense_output(a);
    for (; one.output < b.output_count && b.outputs[one.output] <= reached; one.output++) {
        const Real share = Real((b.outputs[one.output] - one.t) / one.h);
        double *row = row_of(b, one, one.output);
        for (int i = 0; i < STATES; i++) {
            const Real bent = a.dense[0][i] + share * a.dense[1][i];
            row[i] = a.y[i] + share * (a.change[i] + (Real(1) - share) * bent);
        }
    }
}

// Goes on where a step was taken; false when the person is done.
FUNCTION bool accept(const Problem &b, Work &a, Person &one, double error, double reached) {
    write_outputs(b, a, one, reached);
    advance(a, true);
    one.taken++;
    one.t = reached;
    go_on(one, error);
    if (one.output >= b.output_count) return false;
    if (one.t >= one.end) {
        one.interval++;
        enter(b, a, one, take_dose(b, a, one));
    }
    return true;
}

// Tries a smaller step; says how it stands when there is none.
FUNCTION int reject(Work &a, Person &one, double error) {
    if (!(error <= LARGEST)) error = 1e6;
    one.rejected++;
    shorten(one, error);
    if (one.h >= 1e-7) return DONE;
    if (error < 1e6) return TOO_SMALL;
    one.worst = first_not_finite(a, one.worst);
    return NOT_FINITE;
}

FUNCTION void integrate(const Problem &b) {
    Work a;
    Person one;
    bool seated = seat(b, a, one);
    while (seated) {
        one.tried++;
        const bool last = one.t + one.h >= one.end - 1e-9 * one.h;
        if (last) one.h = one.end - one.t;
        rates_and_jacobian(a.y, a.c, a.f, a.j);
        step(a, Real(one.h));
        Bits where = 0;
        const Real squared = error_of(a, Real(b.tolerance), b.scale, where);
        const double error = ::sqrt(double(squared));
        one.worst = where;
        int status = DONE;
        bool goes_on = true;
        if (squared <= Real(1))
            goes_on = accept(b, a, one, error, last ? one.end : one.t + one.h);
        else
            status = reject(a, one, error);
        if (goes_on && status == DONE && one.tried >= b.limit) status = TOO_MANY;
        if (!goes_on || status != DONE) {
            finish(b, one, status);
            seated = seat(b, a, one);
        }
    }
}

}  // namespace kernel

extern "C" __global__ void __launch_bounds__(THREADS, BLOCKS)
integrate_people(int people, int change_count, int input_rows, int output_count, long long limit,
                 double tolerance, const double *begin, const double *parameters,
                 const double *starts, const double *changes, const double *inputs,
                 const double *doses, const double *outputs, const Real *scale, double *out,
                 const int *order, int *next, int *status, int *where, int *steps, double *when) {
    kernel::integrate(kernel::Problem{people, change_count, input_rows, output_count, limit, begin,
                                      parameters, starts, changes, inputs, doses, outputs, scale,
                                      tolerance, out, order, next, status, where, steps, when});
}

// The reference states and inputs of people.
extern "C" __global__ void __launch_bounds__(THREADS)
start_people(int people, const double *parameters, double *states, double *inputs) {
    const int every = gridDim.x * blockDim.x;
    for (int person = blockIdx.x * blockDim.x + threadIdx.x; person < people; person += every) {
        Lanes y[kernel::STATES], u[kernel::INPUTS];
        kernel::start(parameters + (long long)person * kernel::PARAMETERS, y, u);
        for (int i = 0; i < kernel::STATES; i++)
            states[(long long)person * kernel::STATES + i] = y[i];
        for (int i = 0; i < kernel::INPUTS; i++)
            inputs[(long long)person * kernel::INPUTS + i] = u[i];
    }
}
