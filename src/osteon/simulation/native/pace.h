// How long a step is: as long as its error allows.
//
// After a step that was taken, the error of the next is foreseen from how it grew from step to step,
// and no step grows right after one that was rejected (Gustafsson; Hairer and Wanner, Solving Ordinary
// Differential Equations II, section IV.8). An interval begins with a step as short as the last interval
// of its kind, with a dose or without, has taught.

struct Pace {
    double h = 0.0;
    double before = 0.0, error = 0.0;  // the last step that was taken in this interval; 0 for none
    double first[2] = {1.0, 1.0};      // the first step of an interval without and with a dose, days
    bool dosed = false;                // the interval began with a dose
    bool shortened = false;            // the last step was rejected
};

FUNCTION double fourth_root(double x) { return ::sqrt(::sqrt(x)); }

FUNCTION void set_out(Pace &one, double length, bool dosed) {
    one.dosed = dosed;
    one.h = one.first[dosed] < length ? one.first[dosed] : length;
    one.before = 0.0;
    one.shortened = false;
}

// Goes on after a step that was taken.
FUNCTION void go_on(Pace &one, double error) {
    if (error < 1e-8) error = 1e-8;
    double grown = 0.9 / fourth_root(error);
    if (one.before > 0.0) {
        const double foreseen = grown * one.h / one.before * fourth_root(one.error / error);
        if (foreseen < grown) grown = foreseen;
    }
    const double most = one.shortened ? 1.0 : 6.0;
    grown = grown < 0.2 ? 0.2 : grown > most ? most : grown;
    if (one.before == 0.0) one.first[one.dosed] = one.h * grown < 1.0 ? one.h * grown : 1.0;
    one.before = one.h;
    one.error = error < 0.01 ? 0.01 : error;
    one.shortened = false;
    one.h *= grown;
}

// Tries a shorter step in place of one that was rejected.
FUNCTION void shorten(Pace &one, double error) {
    const double shrunk = 0.9 / fourth_root(error);
    one.h *= shrunk < 0.1 ? 0.1 : shrunk;
    one.shortened = true;
}
