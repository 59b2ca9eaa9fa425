// The integrator: adaptive steps for each person, over intervals of constant inputs.
//
// Every lane is a person with her own time, step and interval; who is done makes room for the next
// one, so that no lane waits. Steps end exactly where inputs change or a dose is given; an output at
// that very time is read before the dose. A failure is a value, never an exception.

#include <algorithm>
#include <new>

enum { DONE = 0, TOO_SMALL = 1, TOO_MANY = 2, NOT_FINITE = 3 };

// A step of several people, what is known of them, and what is followed beside their states.
struct Crew : Work, Slopes {
    Lanes fresh[CONSTANTS], p[PARAMETERS], u[INPUTS], scale[STATES];
};

static double *row_of(const Problem &b, const Person &one, std::int64_t output) {
    return b.out + (one.index * b.output_count + output) * STATES;
}

// The time at which the interval of a person ends.
static double end_of(const Problem &b, const Person &one) {
    const double finish = b.outputs[b.output_count - 1];
    if (one.interval + 1 < b.change_count) return std::min(b.changes[one.interval + 1], finish);
    return finish;
}

// One state of one lane, with what the lanes cannot hold.
static double state(const Crew &a, int i, int lane) {
    return COMPENSATED ? double(a.y[i][lane]) + double(a.low[i][lane]) : a.y[i][lane];
}

FUNCTION void set_state(Crew &a, int i, int lane, double value) {
    a.y[i][lane] = Real(value);
    if (COMPENSATED) a.low[i][lane] = Real(value - double(Real(value)));
}

static void enter(const Problem &b, Crew &a, Person &one, int lane, bool dosed) {
    const std::int64_t row = b.input_rows > 1 ? one.index : 0;
    const double *u = b.inputs + (row * b.change_count + one.interval) * INPUTS;
    for (int i = 0; i < INPUTS; i++) a.u[i][lane] = Real(u[i]);
    one.end = end_of(b, one);
    set_out(one, one.end - one.t, dosed);
    one.tried = 0;
    one.enters = true;
}

// Whether there is a dose to be taken.
static bool take_dose(const Problem &b, Crew &a, const Person &one, int lane) {
    bool taken = false;
    for (int i = 0; i < STATES; i++) {
        const double dose = b.doses[one.interval * STATES + i];
        if (dose == 0.0) continue;
        set_state(a, i, lane, state(a, i, lane) + dose);
        taken = true;
    }
    return taken;
}

static void finish(const Problem &b, Person &one, int status) {
    b.status[one.index] = status;
    b.where[one.index] = one.worst;
    b.when[one.index] = one.t;
    for (int i = 0; i < 2; i++) b.steps[2 * one.index + i] = one.steps[i];
    if (status != DONE)
        std::fill(row_of(b, one, one.output), row_of(b, one, b.output_count), NAN);
    one.index = -1;
}

// Puts the next person who has anything left to do into a lane; false when there is none. All threads
// draw from one counter, so none is left with more to do than the others.
static bool seat(const Problem &b, Crew &a, Person &one, int lane) {
    for (;;) {
        one = Person{};
        one.index = __atomic_fetch_add(b.next, 1, __ATOMIC_RELAXED);
        if (one.index >= b.people) break;
        one.t = b.starts[one.index];
        for (int i = 0; i < STATES; i++) set_state(a, i, lane, b.begin[one.index * STATES + i]);
        for (int i = 0; i < PARAMETERS; i++)
            a.p[i][lane] = Real(b.parameters[one.index * PARAMETERS + i]);
        begin_slopes(b, a, one, lane);
        while (one.output < b.output_count && b.outputs[one.output] <= one.t) {
            for (int i = 0; i < STATES; i++) row_of(b, one, one.output)[i] = state(a, i, lane);
            one.output++;
        }
        while (one.interval + 1 < b.change_count && b.changes[one.interval + 1] <= one.t)
            one.interval++;
        const bool dosed = b.changes[one.interval] == one.t && take_dose(b, a, one, lane);
        if (one.output < b.output_count) {
            enter(b, a, one, lane, dosed);
            return true;
        }
        finish(b, one, DONE);
    }
    one.index = -1;
    return false;
}

// The state whose own rate stops being finite first, on the way that all are going.
static std::int64_t first_not_finite(const Crew &a, int lane, std::int64_t otherwise) {
    static thread_local Lanes y[STATES], rate[STATES], c[CONSTANTS];
    for (int i = 0; i < CONSTANTS; i++) c[i] = all(a.c[i][lane]);
    for (double ahead = 1e-8; ahead < 10.0; ahead *= 2.0) {
        for (int i = 0; i < STATES; i++) y[i] = all(a.y[i][lane] + Real(ahead) * a.f[i][lane]);
        rates(y, c, rate);
        for (int i = 0; i < STATES; i++)
            if (!(std::fabs(rate[i][0]) < HUGE_VALF)) return i;
    }
    return otherwise;
}

// Writes what is asked for inside the step of a lane.
static void write_outputs(const Problem &b, const Curve &curve, Person &one, int lane,
                          double reached) {
    while (one.output < b.output_count && b.outputs[one.output] <= reached) {
        const Real share = Real((b.outputs[one.output] - one.t) / one.h);
        write_row(curve, lane, share, row_of(b, one, one.output++));
    }
}

// Prepares the constants of the lanes that enter an interval.
static void prepare_entering(Crew &a, Person *people) {
    Bits entering{};
    bool any = false;
    for (int lane = 0; lane < LANES; lane++) {
        entering[lane] = people[lane].enters ? -1 : 0;
        any |= people[lane].enters;
        people[lane].enters = false;
    }
    if (!any) return;
    prepare(a.p, a.u, a.fresh);
    for (int i = 0; i < CONSTANTS; i++) a.c[i] = pick(entering, a.fresh[i], a.c[i]);
}

static void integrate(const Problem &b, Crew &a, Curve &curve) {
    Person people[LANES];
    int seated = 0;
    for (int i = 0; i < STATES; i++) a.scale[i] = all(Real(b.scale[i]));
    for (int lane = 0; lane < LANES; lane++) seated += seat(b, a, people[lane], lane);
    while (seated) {
        prepare_entering(a, people);
        Lanes h;
        bool last[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            Person &one = people[lane];
            one.tried++;
            last[lane] = one.t + one.h >= one.end - 1e-9 * one.h;
            if (last[lane] && one.index >= 0) one.h = one.end - one.t;
            h[lane] = Real(one.h);
        }
        rates_and_jacobian(a.y, a.c, a.f, a.j);
        step(a, h);
        Bits where{};
        const Lanes squared = error_of(a, Real(b.tolerance), a.scale, where);
        Bits taken{};
        double reached[LANES];
        bool wanted = false;
        for (int lane = 0; lane < LANES; lane++) {
            const Person &one = people[lane];
            reached[lane] = last[lane] ? one.end : one.t + one.h;
            taken[lane] = one.index >= 0 && squared[lane] <= Real(1) ? -1 : 0;
            wanted |= taken[lane] && b.outputs[one.output] <= reached[lane];
        }
        follow(b, a, a, people, h, taken, reached);
        if (wanted) {
            dense_output(a);
            turn_over(a, curve);
            for (int lane = 0; lane < LANES; lane++)
                if (taken[lane]) write_outputs(b, curve, people[lane], lane, reached[lane]);
        }
        advance(a, taken);
        for (int lane = 0; lane < LANES; lane++) {
            Person &one = people[lane];
            if (one.index < 0) continue;
            double error = std::sqrt(double(squared[lane]));
            one.steps[taken[lane] ? 0 : 1]++;
            one.worst = where[lane];
            int status = DONE;
            if (taken[lane]) {
                one.t = reached[lane];
                go_on(one, error);
                if (one.output >= b.output_count) {
                    finish(b, one, DONE);
                    seated -= !seat(b, a, one, lane);
                    continue;
                }
                if (one.t >= one.end) {
                    one.interval++;
                    enter(b, a, one, lane, take_dose(b, a, one, lane));
                }
            } else {
                if (!(error < HUGE_VAL)) error = 1e6;
                shorten(one, error);
                if (one.h < 1e-7) {
                    status = error < 1e6 ? TOO_SMALL : NOT_FINITE;
                    if (status == NOT_FINITE) one.worst = first_not_finite(a, lane, one.worst);
                }
            }
            if (status == DONE && one.tried >= b.limit) status = TOO_MANY;
            if (status != DONE) {
                finish(b, one, status);
                seated -= !seat(b, a, one, lane);
            }
        }
    }
}

extern "C" int integrate_people(const Problem *problem) {
    struct Room {
        Crew work;
        Curve curve;
    };
    Room *room = new (std::align_val_t(64), std::nothrow) Room;
    if (!room) return 1;
    std::memset(static_cast<void *>(room), 0, sizeof *room);
    integrate(*problem, room->work, room->curve);
    operator delete(room, std::align_val_t(64));
    return 0;
}

// The reference states and inputs of people.
extern "C" int start_people(std::int64_t people, const double *parameters, double *states,
                            double *inputs) {
    Crew *work = new (std::align_val_t(64), std::nothrow) Crew;
    if (!work) return 1;
    for (std::int64_t first = 0; first < people; first += LANES) {
        for (int lane = 0; lane < LANES; lane++) {
            const std::int64_t person = std::min(first + lane, people - 1);
            for (int i = 0; i < PARAMETERS; i++)
                work->p[i][lane] = Real(parameters[person * PARAMETERS + i]);
        }
        start(work->p, work->y, work->u);
        for (int lane = 0; lane < LANES && first + lane < people; lane++) {
            for (int i = 0; i < STATES; i++) states[(first + lane) * STATES + i] = work->y[i][lane];
            for (int i = 0; i < INPUTS; i++) inputs[(first + lane) * INPUTS + i] = work->u[i][lane];
        }
    }
    operator delete(work, std::align_val_t(64));
    return 0;
}
