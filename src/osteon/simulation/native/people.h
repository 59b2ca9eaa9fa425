// What a kernel is asked, and where each of its people stands.

struct Problem {
    std::int64_t people, change_count, input_rows, output_count, limit;
    const double *begin, *parameters, *starts, *changes, *inputs, *doses, *outputs, *scale;
    double tolerance;
    double *out;
    std::int64_t *next, *status, *where, *steps;
    double *when;
    const double *begin_slopes;  // null where none are followed
    double *slopes;
};

struct Person : Pace {
    std::int64_t index = -1;  // none
    std::int64_t interval = 0, output = 0, tried = 0, worst = 0;
    std::int64_t steps[2] = {0, 0};  // taken, rejected
    double t = 0.0, end = 0.0;
    bool enters = false;  // an interval: its constants are to be prepared
};
