// CVODE of SUNDIALS on the model's own compiled equations: BDF, dense, exact Jacobian.

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

struct Equations {
    double c[CONSTANTS], f[STATES], j[ENTRIES];
};

static int change(double, N_Vector y, N_Vector out, void *data) {
    rates(N_VGetArrayPointer(y), static_cast<Equations *>(data)->c, N_VGetArrayPointer(out));
    return 0;
}

static int slopes(double, N_Vector y, N_Vector, SUNMatrix m, void *data, N_Vector, N_Vector,
                  N_Vector) {
    Equations &e = *static_cast<Equations *>(data);
    rates_and_jacobian(N_VGetArrayPointer(y), e.c, e.f, e.j);
    SUNMatZero(m);
    for (int k = 0; k < ENTRIES; k++) SM_ELEMENT_D(m, ROW[k], COLUMN[k]) = e.j[k];
    return 0;
}

// Integrates people one after the other; 0 when all went well.
extern "C" int by_cvode(long people, long intervals, long outputs, const double *begin,
                        const double *parameters, const double *changes, const double *inputs,
                        const double *doses, const double *times, double tolerance, double *out) {
    SUNContext context;
    SUNContext_Create(nullptr, &context);
    N_Vector y = N_VNew_Serial(STATES, context);
    SUNMatrix matrix = SUNDenseMatrix(STATES, STATES, context);
    SUNLinearSolver linear = SUNLinSol_Dense(y, matrix, context);
    void *solver = CVodeCreate(CV_BDF, context);
    double *state = N_VGetArrayPointer(y);
    static Equations e;
    int failed = CVodeInit(solver, change, 0.0, y);
    CVodeSStolerances(solver, tolerance, tolerance * 1e-3);
    CVodeSetUserData(solver, &e);
    CVodeSetLinearSolver(solver, linear, matrix);
    CVodeSetJacFn(solver, slopes);
    CVodeSetMaxNumSteps(solver, 100000);
    const double finish = times[outputs - 1];
    for (long person = 0; person < people && failed >= 0; person++) {
        for (int i = 0; i < STATES; i++) state[i] = begin[person * STATES + i];
        double *row = out + person * outputs * STATES;
        long o = 0;
        for (; o < outputs && times[o] <= 0.0; o++, row += STATES)
            for (int i = 0; i < STATES; i++) row[i] = state[i];
        for (long k = 0; k < intervals && failed >= 0; k++) {
            double now = changes[k] > 0.0 ? changes[k] : 0.0;
            const double end = k + 1 < intervals && changes[k + 1] < finish ? changes[k + 1] : finish;
            if (changes[k] >= 0.0)
                for (int i = 0; i < STATES; i++) state[i] += doses[k * STATES + i];
            if (end <= now) continue;
            prepare(parameters + person * PARAMETERS, inputs + (person * intervals + k) * INPUTS,
                    e.c);
            CVodeReInit(solver, now, y);
            CVodeSetStopTime(solver, end);
            while (failed >= 0 && now < end) {
                const bool inside = o < outputs && times[o] <= end;
                failed = CVode(solver, inside ? times[o] : end, y, &now, CV_NORMAL);
                if (!inside) continue;
                for (int i = 0; i < STATES; i++) row[i] = state[i];
                o++;
                row += STATES;
            }
        }
    }
    CVodeFree(&solver);
    SUNLinSolFree(linear);
    SUNMatDestroy(matrix);
    N_VDestroy(y);
    SUNContext_Free(&context);
    return failed < 0 ? failed : 0;
}
