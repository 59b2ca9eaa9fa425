// One number of one person, and what arithmetic on it needs: lanes.h for a thread of a GPU.

// What is long is compiled once and called, so that the code of a step stays in the GPU's cache.
#define FUNCTION static __device__ __noinline__
#define INLINE static __device__ __forceinline__

typedef Real Lanes;
typedef int Bits;
typedef double Given;  // what a person brings along is read where it lies

constexpr int LANES = 1;

__host__ __device__ constexpr Real operator""_r(long double x) { return Real(x); }

namespace kernel {

INLINE Lanes all(Real x) { return x; }
INLINE Lanes pick(Bits which, Lanes yes, Lanes no) { return which ? yes : no; }
INLINE Lanes larger(Lanes a, Lanes b) { return a > b ? a : b; }
INLINE Lanes size_of(Lanes a) { return a < Real(0) ? -a : a; }

// What is beyond counts as the bound, so that its square is still a number.
constexpr Real HIGHEST = sizeof(Real) < sizeof(double) ? Real(43) : Real(709);
constexpr Real LOWEST = sizeof(Real) < sizeof(double) ? Real(-87) : Real(-708);

// A number is finite when its size is not above this.
constexpr double LARGEST =
    sizeof(Real) < sizeof(double) ? 3.4028234663852886e38 : 1.7976931348623157e308;

INLINE double not_a_number() { return ::sqrt(-1.0); }

INLINE Lanes exp(Lanes x) {
    return ::exp(x > HIGHEST ? HIGHEST : x < LOWEST ? LOWEST : x);
}

INLINE Lanes log(Lanes x) { return ::log(x); }
