// Lanes: one number of several people each, and what arithmetic on them needs.
//
// As wide as the processor's vectors: 64 bytes with AVX-512, 32 with AVX, 16 with NEON or SSE2, one
// number elsewhere. Real is double or float, Whole the integer of the same size.

#include <cmath>
#include <cstdint>
#include <cstring>
#ifdef __AVX__
#include <immintrin.h>
#endif

#if defined(VECTOR_BYTES)
constexpr int BYTES = VECTOR_BYTES;
#elif defined(__AVX512F__)
constexpr int BYTES = 64;
#elif defined(__AVX__)
constexpr int BYTES = 32;
#elif defined(__ARM_NEON) || defined(__SSE2__)
constexpr int BYTES = 16;
#else
constexpr int BYTES = sizeof(Real);
#endif

#define FUNCTION static

constexpr int LANES = BYTES / sizeof(Real);
typedef Real Lanes __attribute__((vector_size(BYTES)));
typedef Whole Bits __attribute__((vector_size(BYTES)));
typedef Lanes Given;  // what a person brings along is copied into her lane

constexpr Real operator""_r(long double x) { return Real(x); }

static inline Lanes all(Real x) { return Lanes{} + x; }
static inline Lanes pick(Bits which, Lanes yes, Lanes no) { return which ? yes : no; }
static inline Lanes larger(Lanes a, Lanes b) { return pick(a > b, a, b); }
static inline Lanes size_of(Lanes a) { return pick(a < Real(0), -a, a); }

static inline Bits bits_of(Lanes x) {
    Bits b;
    std::memcpy(&b, &x, sizeof b);
    return b;
}

static inline Lanes lanes_of(Bits b) {
    Lanes x;
    std::memcpy(&x, &b, sizeof x);
    return x;
}

// Lanes of a (from 0) and b (from LANES) by their places.
static inline Lanes shuffled(Lanes a, Lanes b, Bits places) {
#ifdef __clang__
    Lanes found;
    for (int e = 0; e < LANES; e++)
        found[e] = places[e] < LANES ? a[places[e]] : b[places[e] - LANES];
    return found;
#else
    return __builtin_shuffle(a, b, places);
#endif
}

// A polynomial, highest power first: the even and the odd powers for themselves, so that one need
// not wait for the other.
template <int N> static inline Lanes polynomial(Lanes x, const Real (&of)[N]) {
    const Lanes square = x * x;
    Lanes s = all(of[0]), t = all(of[1]);
    #pragma GCC unroll 16
    for (int i = 2; i < N; i += 2) {
        s = s * square + of[i];
        if (i + 1 < N) t = t * square + of[i + 1];
    }
    return N % 2 ? t * x + s : s * x + t;
}

// What a logarithm is where it is no number between the smallest and the largest.
static inline Lanes log_or_none(Lanes x, Lanes found) {
    const Lanes none = pick(x == Real(0), all(-HUGE_VALF), all(NAN));
    return pick(x > Real(0), pick(x < Real(HUGE_VALF), found, x), none);
}
